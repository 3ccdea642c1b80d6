"""Why cells changed between two moments: which entry moved each of them, and through whom."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final, cast

import pandas as pd

from analysis import past
from analysis.database import Database
from analysis.ledger import same
from analysis.ledger.entries import Entry
from analysis.ledger.record import WORDING as DECIDED
from analysis.questions import EVERYTHING, Filters

PARTNER, ENQUIRY = "new partner", "new enquiry"
DEPARTURE, CLOSED = "departure", "enquiry closed"
CORRECTION, WORDING, PLAN = "correction of data", "wording decision", "decision about the plan"

_OF_KIND: Final[Mapping[str, str]] = MappingProxyType(
    {
        DECIDED: WORDING,
        "target": PLAN,
        "not-applicable": PLAN,
        same.KIND: CORRECTION,
        "keep-both": CORRECTION,
    }
)
_RANK: Final = ("", "unsure", "enquiry", "partner")
_FIGURES: Final = ("state", "partners", "enquiries", "unsure", "whole_hub")


@dataclass(frozen=True)
class Mover:
    """An organisation that counts otherwise in a cell: "partner", "enquiry", "unsure" or empty."""

    organisation: str
    before: str
    after: str
    changes: frozenset[str]


@dataclass(frozen=True)
class Standing:
    """What a cell was after an entry: its state and its number of partners."""

    state: str
    partners: int


@dataclass(frozen=True)
class Step:
    """What one entry did to the state or the partners of one cell, why, and through whom.

    `cell` is its number in the frame.
    """

    entry: int
    cell: int
    before: Standing
    after: Standing
    reasons: tuple[str, ...]
    movers: tuple[Mover, ...]


@dataclass(frozen=True)
class Story:
    """What became of a grid from one moment to another.

    `cells` has the columns of `questions.compared` and `cell`; `steps` are those of all cells, in
    the ledger's order.
    """

    cells: pd.DataFrame
    steps: tuple[Step, ...]

    @cached_property
    def changed(self) -> pd.DataFrame:
        """The cells whose state or partners are others than they were."""
        both = self.cells
        same = (both["state"] == both["state_before"]) & (
            both["partners"] == both["partners_before"]
        )
        return both[~same].reset_index(drop=True)

    @property
    def returned(self) -> pd.DataFrame:
        """The cells that were moved, and are again what they were."""
        moved = {step.cell for step in self.steps} - set(self.changed["cell"])
        return self.cells[self.cells["cell"].isin(moved)].reset_index(drop=True)

    def of(self, cell: int) -> tuple[Step, ...]:
        """What moved one cell."""
        return tuple(step for step in self.steps if step.cell == cell)

    def why(self, cell: int) -> tuple[str, ...]:
        """The reasons for which a cell was moved, each once."""
        return tuple(dict.fromkeys(reason for step in self.of(cell) for reason in step.reasons))


def story(
    asked: Database, told: Sequence[Entry], axes: Sequence[str], filters: Filters = EVERYTHING
) -> Story:
    """What became of every cell over a past that holds each entry between two moments."""
    over = past.coverage_over(asked, axes, filters)
    moments = list(dict.fromkeys(over["after_entry"]))
    grids = {int(moment): over[over["after_entry"] == moment] for moment in moments}
    then = grids[moments[0]][["cell", *_FIGURES]]
    cells = grids[moments[-1]].merge(then, on="cell", suffixes=("", "_before"))
    movers = _movers(past.moves(asked, axes, filters))
    return Story(cells, tuple(_steps(grids, movers, told)))


def movers(moves: pd.DataFrame) -> Mapping[tuple[int, int], list[Mover]]:
    """The organisations that came to count otherwise, by entry and cell."""
    return _movers(moves)


def reason(told: Sequence[Entry], entry: Entry, mover: Mover) -> str:
    """Why an organisation came to count otherwise through one entry."""
    return _reasons(past.acted_on(told, entry).kind, entry, (mover,))[0]


def _steps(
    grids: Mapping[int, pd.DataFrame],
    movers: Mapping[tuple[int, int], list[Mover]],
    told: Sequence[Entry],
) -> Iterator[Step]:
    standings = {moment: _standings(cells) for moment, cells in grids.items()}
    for earlier, moment in zip(list(grids), list(grids)[1:], strict=False):
        entry = told[moment - 1]
        for cell, after in standings[moment].items():
            before = standings[earlier][cell]
            if before != after:
                through = _through(movers.get((moment, cell), []), before, after)
                reasons = _reasons(past.acted_on(told, entry).kind, entry, through)
                yield Step(moment, cell, before, after, reasons, through)


def _standings(cells: pd.DataFrame) -> dict[int, Standing]:
    columns = zip(cells["cell"], cells["state"], cells["partners"], strict=True)
    return {int(cell): Standing(str(state), int(count)) for cell, state, count in columns}


def _movers(moves: pd.DataFrame) -> Mapping[tuple[int, int], list[Mover]]:
    found: dict[tuple[int, int], list[Mover]] = defaultdict(list)
    for move in moves.to_dict("records"):
        changes = frozenset(cast(Sequence[str], move["changes"]))
        before, after = str(move["counted_before"]), str(move["counted_as"])
        mover = Mover(str(move["organisation"]), before, after, changes)
        found[int(move["after_entry"]), int(move["cell"])].append(mover)
    return found


def _through(found: Sequence[Mover], before: Standing, after: Standing) -> tuple[Mover, ...]:
    """Those of the organisations that account for the step: who counts as what moved the state."""
    if before.partners != after.partners:
        decisive = "partner"
    else:
        decisive = "enquiry" if "waiting" in (before.state, after.state) else "unsure"
    return tuple(mover for mover in found if decisive in (mover.before, mover.after))


def _reasons(kind: str, entry: Entry, movers: Sequence[Mover]) -> tuple[str, ...]:
    """`kind` is the entry's own or, of an undo, of what it took back."""
    if kind in _OF_KIND:
        return (_OF_KIND[kind],)
    if entry.kind == "undo" or not movers:
        return (CORRECTION,)
    return tuple(dict.fromkeys(map(_reason, movers)))


def _reason(mover: Mover) -> str:
    """Why a file or a change of stage made an organisation count otherwise."""
    is_gain = _RANK.index(mover.after) > _RANK.index(mover.before)
    if is_gain and mover.changes & {"new", "stage"}:
        return ENQUIRY if mover.after == "enquiry" else PARTNER
    if not is_gain and "stage" in mover.changes:
        return CLOSED if mover.before == "enquiry" else DEPARTURE
    return CORRECTION
