"""The numbers of lists, of one organisation, of a problem and of a receipt, with their rows."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pandas as pd

from analysis import organisations, questions
from analysis.database import Database
from analysis.organisations import Organisation
from analysis.questions import Filters
from analysis.receipt import Receipt
from analysis.report import tables
from analysis.report.numbers import (
    OFFERS,
    ORGANISATIONS,
    TABLE,
    Number,
    of,
    of_cells,
    of_changes,
    of_names,
)
from analysis.report.sentences import ASKED, counted
from analysis.vocabulary import Vocabulary

_CHANGES = {"new": "new", "changed": "changed", "same": "the same"}


def of_directory(
    database: Database, found: pd.DataFrame, counts: pd.Series, chosen: Filters
) -> Iterator[Number]:
    """How many organisations are found, how many at each stage, and how many enquiries wait."""
    yield of_names(database, list(found["name"]), "found", chosen)
    for stage in counts.index[counts > 0]:
        here = found.loc[found["stage_label"] == stage, "name"]
        yield of_names(database, list(here), f"at {stage}", chosen)
    waiting = found.loc[found["enquiry_days"].notna(), "name"]
    yield of_names(database, list(waiting), "with an enquiry waiting", chosen)


def of_organisation(known: Organisation) -> Iterator[Number]:
    """How many offers of one organisation count as what, and how many cells it counts in."""
    yield _offers(known.offers, "in all")
    for counts_as in ("cover", "enquiry"):
        yield _offers(known.offers[known.offers["counts_as"] == counts_as], f"as {counts_as}")
    for dimension, silent in known.silent.groupby("dimension", sort=False):
        here = known.offers["offer_key"].isin(silent["offer_key"])
        yield _offers(known.offers[here], f"not saying {ASKED[str(dimension)]}")
    cells = known.cells
    yield _cells(cells[cells["counted_as"] == "partner"], "as a partner")
    yield _cells(cells[cells["rests_on_it"]], "on it alone")
    yield from of_cells(cells)


def of_problem(
    database: Database, cells: pd.DataFrame, places: pd.DataFrame
) -> tuple[Sequence[str], list[Number]]:
    """The dimensions of a problem's cells; and how many cells, organisations and offers it has."""
    axes = (*cells["axis"].head(1), "area") if len(cells) else ()
    rows = partial(_offers_of, database, places)
    offers, whose = places["offer_key"].dropna().nunique(), rows()["organisation"].nunique()
    found = [
        Number(counted(whose, "organisation"), whose, ORGANISATIONS, rows),
        Number(counted(offers, "offer"), offers, OFFERS, rows),
    ]
    if not axes:
        return axes, found
    grid = questions.coverage(database, axes)
    for holds_back, ending in ((True, "held back"), (False, "in doubt")):
        here = cells.loc[cells["holds_back"] == holds_back, ["row", "column"]]
        found.append(_cells(grid.merge(here, on=["row", "column"]), ending))
    return axes, found


def of_receipt(receipt: Receipt, words: Vocabulary) -> Iterator[Number]:
    """How many rows of a file become what, how many wordings are open, and what cells change."""
    rows = tables.of_records(receipt)
    for change, told in _CHANGES.items():
        here = rows[rows["Change"] == change]
        yield Number(f"{receipt.count(change)} {told}", receipt.count(change), TABLE, _same(here))
    gone = receipt.offers.loc[receipt.offers["change"] == "gone", ["organisation"]]
    yield _table(gone.rename(columns={"organisation": "Organisation"}), "offer", "gone")
    yield _table(tables.of_set_aside(receipt.reading), "row", "set aside")
    known = questions.wordings(receipt.after, receipt.pending.import_.number)
    unmatched = known.merge(receipt.unmatched[["dimension", "wording"]])
    yield _table(tables.of_wordings(unmatched, words), "wording", "not understood")
    yield from of_changes(receipt.cells)


def _offers(offers: pd.DataFrame, ending: str) -> Number:
    return Number(f"{counted(len(offers), 'offer')} {ending}", len(offers), OFFERS, _same(offers))


def _offers_of(database: Database, places: pd.DataFrame) -> pd.DataFrame:
    offers = organisations.offers(database)
    return offers[offers["offer_key"].isin(places["offer_key"])]


def _cells(cells: pd.DataFrame, ending: str) -> Number:
    return of(f"{counted(len(cells), 'cell')} {ending}", cells)


def _table(rows: pd.DataFrame, one: str, ending: str) -> Number:
    return Number(f"{counted(len(rows), one)} {ending}", len(rows), TABLE, _same(rows))


def _same(rows: pd.DataFrame) -> Callable[[], pd.DataFrame]:
    return lambda: rows
