"""The numbers of a page, each with the rows behind it: what it counts, to be opened."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd

from analysis import organisations, palette, questions
from analysis.database import Database
from analysis.questions import Filters
from analysis.report import sentences

CELLS, ORGANISATIONS, OFFERS, ROWS = "cells", "organisations", "offers", "rows"
TABLE = "table"


@dataclass(frozen=True)
class Number:
    """One number: how a page says it, and the rows it counts, asked for when it is opened.

    `kind` says what `rows` gives and `count` counts: "cells" (rows of a grid), "organisations"
    (distinct ones, over rows of offers), "offers", "rows" of a file, or the rows of a "table" that
    is told already. `short` is the label where there is little room.
    """

    label: str
    count: int
    kind: str
    rows: Callable[[], pd.DataFrame]
    short: str = ""


def of(label: str, cells: pd.DataFrame) -> Number:
    """A number of cells, which are at hand already."""
    return Number(label, len(cells), CELLS, lambda: cells)


def of_states(cells: pd.DataFrame) -> Iterator[Number]:
    """How many cells of a grid apply, and how many are in each state."""
    yield from _of_counts(Counter(cells["state"]), cells)


def of_cells(cells: pd.DataFrame) -> Iterator[Number]:
    """Every cell of a grid, by its name; what it counts is told when it is opened."""
    for place in range(len(cells)):
        yield of(sentences.place(cells.iloc[place]), cells.iloc[[place]])


def of_bars(cells: pd.DataFrame) -> Iterator[Number]:
    """How many cells of each row of a grid apply, and how many are in each state."""
    states: dict[str, Counter[str]] = {}
    for label, state in zip(cells["row_label"], cells["state"], strict=True):
        states.setdefault(label, Counter())[state] += 1
    for label, counts in states.items():
        for number in _of_counts(counts, cells, label):
            yield replace(number, label=f"{label}, {number.label}")


def _of_counts(
    counts: Counter[str], cells: pd.DataFrame, row: str | None = None
) -> Iterator[Number]:
    """A grid's numbers by state, or those of one row, from what was counted: most stay closed."""
    whole = counts.total() - counts["not-applicable"]
    rows = partial(_in_state, cells, row)
    label = f"{sentences.counted(whole, 'cell')} in all"
    yield Number(label, whole, CELLS, rows, f"{whole} in all")
    for role in palette.load().states:
        here = counts[role.code]
        words = role.word if here == 1 else role.many
        label = f"{sentences.counted(here, 'cell')}: {role.word}"
        short = f"{role.symbol} {here} {words}"
        yield Number(label, here, CELLS, partial(rows, role.code), short)


def _in_state(cells: pd.DataFrame, row: str | None, state: str | None = None) -> pd.DataFrame:
    """The cells of a row, or of all, in a state, or in any that applies."""
    states = cells["state"]
    wanted = states != "not-applicable" if state is None else states == state
    return cells[wanted if row is None else wanted & (cells["row_label"] == row)]


def of_changes(changes: pd.DataFrame) -> Iterator[Number]:
    """How many cells went from one state to another."""
    moved = changes[changes["state"] != changes["state_before"]]
    many = "cells change state"
    yield of(sentences.counted(len(moved), "cell changes state", many), moved)
    for way, here in zip(("gained", "lost"), sentences.went(changes), strict=True):
        yield of(f"{sentences.counted(len(here), 'cell')} {way}", here)
    for (before, after), here in moved.groupby(["state_before", "state"], sort=False):
        yield of(f"{sentences.counted(len(here), 'cell')} from {before} to {after}", here)


def of_totals(database: Database, totals: pd.DataFrame, chosen: Filters) -> Iterator[Number]:
    """How many organisations and offers a page rests on."""
    row, offers = totals.iloc[0], partial(organisations.offers, database, chosen)
    for column, kind in (("partners", "partner"), ("enquiries", "enquiry")):
        ending = "" if kind == "partner" else " only"
        yield _number(
            int(row[column]),
            (f"{kind}{ending}", f"{column}{ending}"),
            ORGANISATIONS,
            partial(_where, offers, "counted_as", kind),
        )
    yield _number(int(row["offers"]), ("offer", "offers"), OFFERS, offers)


def of_silence(database: Database, silent: pd.DataFrame, axes: Sequence[str]) -> Iterator[Number]:
    """How many partner offers leave open what a grid needs."""
    for dimension, count in zip(silent["dimension"], silent["cover_offers"], strict=True):
        if count and dimension in axes:
            ending = f"did not say {sentences.ASKED[dimension]}"
            rows = partial(organisations.left_open, database, dimension)
            words = (f"partner offer {ending}", f"partner offers {ending}")
            yield _number(int(count), words, OFFERS, rows)


def of_open_to_all(database: Database, totals: pd.DataFrame) -> Iterator[Number]:
    """Who says it is open to all children."""
    row = totals.iloc[0]
    for column, kind, one in (
        ("partners", "cover", "partner"),
        ("enquiries", "enquiry", "enquiry"),
    ):
        rows = partial(organisations.open_to_all, database, kind)
        words = (f"{one} open to all", f"{column} open to all")
        yield _number(int(row[column]), words, ORGANISATIONS, rows)


def of_names(
    database: Database, named: Sequence[str], ending: str, chosen: Filters = questions.EVERYTHING
) -> Number:
    """How many organisations are named, with those of their offers that the filters leave."""
    rows = partial(_among, partial(organisations.offers, database, chosen), tuple(named))
    words = (f"organisation {ending}", f"organisations {ending}")
    return _number(len(named), words, ORGANISATIONS, rows)


def of_imports(database: Database) -> Iterator[Number]:
    """How many submissions each import that stands took in, the newest first."""
    for told in reversed(database.state.imports):
        rows = partial(organisations.taken_in, database, told.number)
        label = f"{told.records:,} taken in from {told.file} (entry {told.number})"
        yield Number(label, told.records, ROWS, rows)


def behind(
    database: Database, axes: Sequence[str], cell: pd.Series, chosen: Filters
) -> pd.DataFrame:
    """The offers behind one cell of a grid."""
    codes = (cell["row"], cell["column"], cell["layer"])
    terms = [f"{axis}:{code}" for axis, code in zip(axes, codes, strict=False)]
    return questions.offers_behind(database, axes, terms, chosen)


def by_organisation(offers: pd.DataFrame) -> pd.DataFrame:
    """Offers as a table of their organisations, one row each."""
    grouped = offers.groupby("organisation", sort=False)
    return pd.DataFrame(
        {
            "Organisation": list(grouped.groups),
            "Offers": grouped.size().tolist(),
            "Stages": [
                ", ".join(dict.fromkeys(stages)) for stages in grouped["stage_label"].agg(list)
            ],
        }
    )


def _number(
    count: int, words: tuple[str, str], kind: str, rows: Callable[[], pd.DataFrame]
) -> Number:
    return Number(sentences.counted(count, *words), count, kind, rows)


def _where(rows: Callable[[], pd.DataFrame], column: str, value: str) -> pd.DataFrame:
    found = rows()
    return found[found[column] == value]


def _among(rows: Callable[[], pd.DataFrame], named: tuple[str, ...]) -> pd.DataFrame:
    found = rows()
    return found[found["organisation"].isin(named)]
