"""The change of the coverage index between two moments, split exactly into the kinds of change.

Each entry's change is shared among the kinds of change it made by their Shapley values: what each
adds to the index, averaged over every order in which the kinds could have come. The shares of an
entry add up to its change, and the entries' changes to the whole.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import factorial

import pandas as pd

from analysis import past
from analysis.database import Database
from analysis.decide import why
from analysis.decide.index import value_of
from analysis.decide.why import Mover
from analysis.ledger.entries import Entry
from analysis.questions import EVERYTHING, Filters

Kinds = frozenset[str]


@dataclass(frozen=True)
class Split:
    """The index before and after, and what each kind of change added: they sum to the change."""

    before: float
    after: float
    shares: Mapping[str, float]


@dataclass(frozen=True)
class Step:
    """The cells before and after one entry, by number, and how many partners each kind brought.

    `before` and `after` have `partners`, `target` and `applies`.
    """

    before: pd.DataFrame
    after: pd.DataFrame
    brought: Mapping[str, pd.Series]

    def value(self, kinds: Kinds, weight: pd.Series) -> float:
        """The index if only some kinds of change had come."""
        plan = self.after if why.PLAN in kinds else self.before
        partners = self.before["partners"].copy()
        for kind in kinds & set(self.brought):
            partners += self.brought[kind]
        return _value(plan.assign(partners=partners), weight)


@dataclass(frozen=True)
class Past:
    """What became of a frame from one moment to another: its grid then and now, and each step."""

    before: pd.DataFrame
    after: pd.DataFrame
    steps: tuple[Step, ...]


def of_past(
    asked: Database, told: Sequence[Entry], axes: Sequence[str], filters: Filters = EVERYTHING
) -> Past:
    """The steps of a past that holds each entry between two moments."""
    over = past.coverage_over(asked, axes, filters)
    over = over.assign(applies=over["state"] != "not-applicable")
    cells = over.set_index("cell")[["after_entry", "partners", "target", "applies"]]
    grids = {
        int(moment): cells[cells["after_entry"] == moment].drop(columns="after_entry")
        for moment in sorted(set(over["after_entry"]))
    }
    movers = why.movers(past.moves(asked, axes, filters))
    steps = tuple(_steps(grids, movers, told))
    moments = list(grids)
    return Past(grids[moments[0]], grids[moments[-1]], steps)


def split(of: Past, weight: pd.Series) -> Split:
    """Split the index's change; `weight` has what each cell weighs, 0 to leave it out."""
    shares: dict[str, float] = defaultdict(float)
    for step in of.steps:
        for kind, share in shapley(step, weight).items():
            shares[kind] += share
    return Split(_value(of.before, weight), _value(of.after, weight), dict(shares))


def shapley(step: Step, weight: pd.Series) -> dict[str, float]:
    """What each kind of change added in one entry; they sum to the entry's change."""
    is_planned = not step.before[["target", "applies"]].equals(step.after[["target", "applies"]])
    kinds = [*step.brought, *([why.PLAN] if is_planned and why.PLAN not in step.brought else [])]
    value = {
        frozenset(some): step.value(frozenset(some), weight)
        for size in range(len(kinds) + 1)
        for some in combinations(kinds, size)
    }
    orders = factorial(len(kinds))
    return {
        kind: sum(
            factorial(len(some))
            * factorial(len(kinds) - len(some) - 1)
            / orders
            * (value[some | {kind}] - value[some])
            for some in value
            if kind not in some
        )
        for kind in kinds
    }


def _steps(
    grids: Mapping[int, pd.DataFrame],
    movers: Mapping[tuple[int, int], list[Mover]],
    told: Sequence[Entry],
) -> Iterator[Step]:
    for earlier, moment in pairwise(grids):
        before, after = grids[earlier], grids[moment]
        if not before.equals(after):
            here = {cell: movers.get((moment, cell), []) for cell in after.index}
            brought = _brought(here, told[moment - 1], told)
            left = after["partners"] - before["partners"] - sum(brought.values())
            if left.any():
                brought[why.CORRECTION] = brought.get(why.CORRECTION, 0) + left
            yield Step(before, after, brought)


def _brought(
    movers: Mapping[int, list[Mover]], entry: Entry, told: Sequence[Entry]
) -> dict[str, pd.Series]:
    """By how many partners each kind of change moved each cell."""
    by: dict[str, pd.Series] = {}
    for cell, those in movers.items():
        for mover in those:
            change = int(mover.after == "partner") - int(mover.before == "partner")
            if change:
                kind = why.reason(told, entry, mover)
                by.setdefault(kind, pd.Series(0, index=list(movers)))[cell] += change
    return by


def _value(cells: pd.DataFrame, weight: pd.Series) -> float:
    shown = cells["applies"] & (weight > 0)
    met = (cells["partners"] / cells["target"]).clip(0, 1)
    return value_of(met[shown], weight[shown]) or 0.0
