"""How cells differ between two states of the ledger: which, how many, and in what."""

from collections.abc import Iterator, Sequence

import pandas as pd

from analysis.database import Database
from analysis.questions import EVERYTHING, TOLD, Filters, compared
from analysis.report.numbers import Number, of
from analysis.report.sentences import counted, named, place

# What a page says of a cell, and what it calls it; a state and a reason speak for themselves.
_PARTS = (
    ("state", ""),
    ("partners", "partners "),
    ("enquiries", "enquiries "),
    ("unsure", "unsure "),
    ("whole_hub", "by whole-hub claim only "),
    ("target", "target "),
    ("reason", "not applicable: "),
)


def differing(
    before: Database, after: Database, axes: Sequence[str], filters: Filters = EVERYTHING
) -> pd.DataFrame:
    """The cells of `compared` of which a page would say anything else."""
    both = compared(before, after, axes, filters)
    same = pd.concat([_same(both[name], both[f"{name}_before"]) for name in TOLD], axis=1)
    return both[~same.all(axis=1)].reset_index(drop=True)


def of_since(differing: pd.DataFrame, most: int) -> str:
    """How many cells differ now from frozen data, in state and otherwise, some of them by name."""
    if differing.empty:
        return "No cell differs now."
    is_moved = differing["state"] != differing["state_before"]
    parts = [
        f"{len(cells)} in {ending} ({named(cells, most)})"
        for cells, ending in (
            (differing[is_moved], "state"),
            (differing[~is_moved], "numbers only"),
        )
        if len(cells)
    ]
    told = counted(len(differing), "cell differs now", "cells differ now")
    return f"{told}: {' and '.join(parts)}."


def difference(cell: pd.Series) -> str:
    """What differs in one cell: "gap, now waiting; enquiries 0, now 1"."""
    told = cell.fillna("nothing")
    return "; ".join(
        f"{name}{told[f'{column}_before']}, now {told[column]}"
        for column, name in _PARTS
        if told[f"{column}_before"] != told[column]
    )


def table(cells: pd.DataFrame) -> pd.DataFrame:
    """Cells that differ, and what differs in each."""
    told = [(place(cell), difference(cell)) for _, cell in cells.iterrows()]
    return pd.DataFrame(told, columns=["Cell", "Was, and is now"])


def of_differing(cells: pd.DataFrame) -> Iterator[Number]:
    """How many cells differ, in their state or in other numbers only."""
    is_moved = cells["state"] != cells["state_before"]
    yield of(f"{counted(len(cells), 'cell')} that differ now", cells)
    for here, ending in ((cells[is_moved], "state"), (cells[~is_moved], "numbers only")):
        yield of(f"{counted(len(here), 'cell')} in {ending}", here)


def _same(one: pd.Series, other: pd.Series) -> pd.Series:
    return (one == other) | (one.isna() & other.isna())
