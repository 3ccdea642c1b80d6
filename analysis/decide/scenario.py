"""Scenarios: enquiries taken in, partners let go, targets changed, and what that would come to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, cast

import pandas as pd

from analysis import questions
from analysis.database import Database
from analysis.decide import plan
from analysis.decide.pipeline import limits
from analysis.decide.plan import Edit
from analysis.errors import DashboardError
from analysis.ledger import record, same
from analysis.ledger.entries import Draft, Entry
from analysis.ledger.record import SCENARIO
from analysis.ledger.state import State

TODAY: Final = "Today"
ENQUIRY, COUNTED = ("enquiry",), ("cover", "enquiry")
COUNTS = ["partners", "enquiries", "unsure", "whole_hub", "target"]


@dataclass(frozen=True)
class Scenario:
    """What might be done: organisations by their keys, and targets.

    Whoever it `takes` in has its open enquiries moved to a stage that counts as cover; whoever it
    `lets_go` leaves with all its offers.
    """

    name: str = ""
    takes: tuple[str, ...] = ()
    lets_go: tuple[str, ...] = ()
    targets: tuple[Edit, ...] = ()


NOTHING = Scenario(TODAY)


def saved(state: State) -> dict[str, Scenario]:
    """The scenarios that stand, by name, as last saved."""
    return {found.name: found for found in map(_read, state.of(SCENARIO))}


def named(state: State, name: str) -> Scenario:
    """A saved scenario by its name; today is one in which nothing is done.

    Raises
    ------
    DashboardError
        If none is called so.
    """
    found = {TODAY: NOTHING, **saved(state)}
    if name not in found:
        raise DashboardError(f'No scenario is called "{name}". Choose from: {", ".join(found)}.')
    return found[name]


def newest(state: State) -> int:
    """The number of the newest scenario that stands; 0 where none does."""
    return max((entry.number for entry in state.of(SCENARIO)), default=0)


def kept(scenario: Scenario, by: str, why: str) -> Draft:
    """Draft the entry that keeps a scenario; a newer one of the same name stands in its place.

    Raises
    ------
    DashboardError
        If it has no name, does nothing, or takes in whom it lets go.
    """
    name = " ".join(scenario.name.split())
    if not name or name.casefold() == TODAY.casefold():
        raise DashboardError(f'Give the scenario a name of its own, other than "{TODAY}".')
    if replace(scenario, name=TODAY) == NOTHING:
        raise DashboardError("Nothing is done in this scenario yet. Take in, let go or set some.")
    if both := set(scenario.takes) & set(scenario.lets_go):
        raise DashboardError(f"It takes in and lets go the same: {', '.join(sorted(both))}.")
    payload = {
        "name": name,
        "takes": sorted(scenario.takes),
        "lets_go": sorted(scenario.lets_go),
        "targets": [[list(edit.terms), edit.value] for edit in scenario.targets],
    }
    return record.scenario_draft(payload, by, why)


def drafts(database: Database, scenario: Scenario, by: str) -> tuple[Draft, ...]:
    """The entries that adopting a scenario records: on today's data, with its name as the reason.

    Who has no open enquiry any more is not taken in, and who has no offer left is not let go.
    """
    why, offers = f"Scenario “{scenario.name}”", _offers(database)
    limit = limits()
    moves = [
        *((key, limit.takes, ENQUIRY) for key in scenario.takes),
        *((key, limit.lets_go, COUNTED) for key in scenario.lets_go),
    ]
    staged = (
        record.stage_draft(key, stage, theirs, by, why)
        for key, stage, counted in moves
        if (theirs := _theirs(database.state, offers, key, counted))
    )
    targets = plan.drafts(database.state, _rows_first(scenario.targets), by, why)
    return (*staged, *targets)


def missing(database: Database, scenario: Scenario) -> tuple[str, ...]:
    """The keys of those whom it can no longer take in or let go."""
    offers, state = _offers(database), database.state
    return (
        *(key for key in scenario.takes if not _theirs(state, offers, key, ENQUIRY)),
        *(key for key in scenario.lets_go if not _theirs(state, offers, key, COUNTED)),
    )


def with_targets(scenario: Scenario, edits: Sequence[Edit]) -> Scenario:
    """The scenario with more targets; the last said of the same cells counts."""
    by_terms = {edit.terms: edit for edit in (*scenario.targets, *edits)}
    return replace(scenario, targets=tuple(by_terms.values()))


def difference(one: Database, other: Database, axes: Sequence[str]) -> pd.DataFrame:
    """How much more of everything the first has in each cell than the second.

    Returns
    -------
    DataFrame
        One row per cell: `row`, `column`, `layer`; `partners`, `enquiries`, `unsure`,
        `whole_hub`, `target`; and one column per state, 1 where only the first has the cell in it
        and -1 where only the second has. Such differences add up.
    """
    first, second = (_counted(each, axes) for each in (one, other))
    return first - second


def _counted(database: Database, axes: Sequence[str]) -> pd.DataFrame:
    cells = questions.coverage(database, axes).set_index(["row", "column", "layer"])
    states = {state: (cells["state"] == state).astype(int) for state in questions.STATES}
    return cells[COUNTS].assign(**states)


def _read(entry: Entry) -> Scenario:
    payload = cast(Mapping[str, list[str]], entry.payload)
    targets = cast(list[tuple[list[str], int | None]], payload["targets"])
    return Scenario(
        str(payload["name"]),
        tuple(payload["takes"]),
        tuple(payload["lets_go"]),
        tuple(Edit(tuple(terms), value) for terms, value in targets),
    )


def _offers(database: Database) -> pd.DataFrame:
    """Every offer that counts: `organisation_key`, `offer_key`, `counts_as`."""
    keys = questions.organisations(database).set_index("name")["organisation_key"]
    every = questions.ask(database, "from questions.offers([], [], true)", {})
    return every.assign(organisation_key=every["organisation"].map(keys))


def _theirs(state: State, offers: pd.DataFrame, key: str, kinds: Sequence[str]) -> list[str]:
    group = same.groups(same.verdicts(state)).get(key, key)
    own = offers[(offers["organisation_key"] == group) & offers["counts_as"].isin(kinds)]
    return sorted(own["offer_key"])


def _rows_first(targets: Sequence[Edit]) -> list[Edit]:
    """A cell's own target is entered after its row's, so that it stands."""
    return sorted(targets, key=lambda edit: len(edit.terms))
