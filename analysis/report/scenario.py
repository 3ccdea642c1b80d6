"""Scenarios in words."""

from collections.abc import Iterable

import pandas as pd

from analysis import questions
from analysis.database import Database
from analysis.decide.scenario import Scenario
from analysis.ledger.entries import Entry
from analysis.ledger.record import SCENARIO
from analysis.report import history, plan, sentences
from analysis.report.sentences import listed


def told(database: Database, scenario: Scenario) -> list[str]:
    """What a scenario does, one sentence for each kind."""
    named = names(database)
    parts = (("Takes in", scenario.takes), ("Lets go", scenario.lets_go))
    return [
        *(
            f"{verb} {listed([named.get(key, key) for key in keys])}."
            for verb, keys in parts
            if keys
        ),
        *plan.of_edits(scenario.targets),
    ]


def of_missing(database: Database, missing: Iterable[str]) -> str:
    """Who can no longer be taken in or let go; empty where all can."""
    named = names(database)
    who = [named.get(key, f"“{key}”") for key in missing]
    return f"No offer is left that this could move, of {listed(who)}." if who else ""


def names(database: Database) -> dict[str, str]:
    """Every organisation's name by its key."""
    known = questions.organisations(database)
    return {
        str(key): str(name)
        for key, name in zip(known["organisation_key"], known["name"], strict=True)
    }


def headline(cells: pd.DataFrame, axes: tuple[str, ...], against: str) -> str:
    """How many cells change state against another scenario, or against today."""
    first, *_ = sentences.of_change(cells, axes=axes)
    return (
        f"Against {'today' if against == 'Today' else against}: {first.removeprefix('Coverage: ')}"
    )


def of_scenarios(every: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that kept scenarios, and what took them back."""
    return history.of_those(every, lambda entry: entry.kind == SCENARIO)


def adopted(scenario: Scenario, numbers: tuple[int, ...]) -> str:
    """What adopting recorded, and the way back."""
    return (
        f"“{scenario.name}” is adopted: {sentences.counted(len(numbers), 'entry', 'entries')} "
        f"({numbers[0]} to {numbers[-1]}). They can be undone on Imports, as one."
    )
