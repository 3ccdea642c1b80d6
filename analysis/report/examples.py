"""The examples of `docs/definitions.md`: questions asked of its hub, as tables of Markdown."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import pandas as pd

from analysis import areas, database, past, questions, vocabulary
from analysis.database import Database
from analysis.decide import index, pairs, why
from analysis.decide.doubts import Asked
from analysis.decide.sure import sureness
from analysis.ledger.entries import Entry
from analysis.ledger.state import replay
from analysis.questions import Filters
from analysis.receipt import DEFAULT_AXES
from analysis.report import areas as told_areas
from analysis.report import index as told_index
from analysis.report import sentences, sure, tables, two_days
from analysis.report.cells import plain

Given = Sequence[str]
LONG_AGO = date(2026, 1, 1)  # as of then, nothing in the example was confirmed over a year before


def worked_out(hub: Database, name: str, given: Given) -> str:
    """One example: what a question answers about the hub, for the cells or terms given."""
    return EXAMPLES[name](hub, given) + "\n"


def cells_of(line: str) -> list[str]:
    """The cells of one line of a table in Markdown."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _cells(hub: Database, given: Given, filters: Filters = questions.EVERYTHING) -> str:
    cells = questions.coverage(hub, DEFAULT_AXES, filters)
    table = tables.of_cells(_named(cells, given), DEFAULT_AXES)
    return _table(table.drop(columns=["Target", "Why not applicable"]))


def _filtered(hub: Database, given: Given) -> str:
    dimension, _, wording = given[0].partition("=")
    code = vocabulary.load().match(dimension, wording)
    return _cells(hub, given[1:], Filters((f"{dimension}:{code}",)))


def _totals(hub: Database, _given: Given) -> str:
    return f"In the hub of the examples: {sentences.of_totals(questions.totals(hub))}"


def _bars(hub: Database, given: Given) -> str:
    tally = tables.of_tally(questions.tally(questions.coverage(hub, DEFAULT_AXES)), "function")
    return _table(tally[tally.iloc[:, 0].isin(given)])


def _corners(hub: Database, given: Given) -> str:
    corners = questions.emptiest(hub).head(int(given[0]))
    return "\n".join(f"{n}. {sentences.corner(c)}" for n, c in enumerate(_rows(corners), start=1))


def _who(hub: Database, given: Given) -> str:
    words = vocabulary.load()
    function = f"function:{words.match('function', given[0])}"
    marks = questions.who_covers(hub, ("area", "function"), Filters((function,)))
    areas = {term.code: term.short_label for term in words.frame("area")}
    return _table(tables.of_marks(marks, list(dict.fromkeys(marks["organisation"])), areas))


def _behind(hub: Database, given: Given) -> str:
    words = vocabulary.load()
    terms = zip(DEFAULT_AXES, given[0].split(" × "), strict=True)
    cell = [f"{dimension}:{words.match(dimension, wording)}" for dimension, wording in terms]
    offers = tables.of_offers(questions.offers_behind(hub, DEFAULT_AXES, cell))
    return _table(offers[["Counts as", "Organisation", "This offer", "Stage", "Row"]])


def _places(hub: Database, given: Given) -> str:
    measure = next(iter(areas.labels(hub)))
    places = tables.of_places(questions.places(hub, DEFAULT_AXES[0], measure))
    return _table(places[places["Area"].isin(given)].drop(columns="Need"))


def _beside(hub: Database, given: Given) -> str:
    measures = {label: measure for measure, label in areas.labels(hub).items()}
    found = areas.beside(hub, DEFAULT_AXES[0], measures[given[0]])
    lines = told_areas.of_lines(found, DEFAULT_AXES[0])
    table = told_areas.of_beside(found)
    return f"{lines}\n\n{_table(table[table['Area'].isin(given)])}"


def _children(hub: Database, given: Given) -> str:
    shares = areas.safe_children(hub, DEFAULT_AXES[0])
    table = told_areas.of_children(shares, DEFAULT_AXES[0])
    return f"{told_areas.of_children_from(shares)}\n\n{_table(table[table.iloc[:, 0].isin(given)])}"


def _index(hub: Database, given: Given) -> str:
    table = told_index.of_terms(index.parts(hub, DEFAULT_AXES), DEFAULT_AXES)
    named = table.assign(Term=table["Term"].where(table["Term"] != "", "All")).set_index("Term")
    return _table(named.loc[list(given)].reset_index().drop(columns="Of"))


def _sure(hub: Database, given: Given) -> str:
    asked = Asked(DEFAULT_AXES, questions.EVERYTHING, LONG_AGO)
    found = sureness(hub, asked, pairs.pairs(hub))
    table = sure.of_cells(found).set_index("Cell").loc[list(given)].reset_index()
    return "\n".join([*sure.kinds(found), "", _table(table)])


def _change(hub: Database, given: Given) -> str:
    nothing = database.build(replay(()), Path(), vocabulary.load())
    changes = questions.compared(nothing, hub, DEFAULT_AXES)
    return _table(tables.of_changes(_named(changes, given), DEFAULT_AXES))


def _why(hub: Database, given: Given) -> str:
    words = vocabulary.load()
    nothing = database.build(replay(()), Path(), words)
    asked = past.past([past.moment_of(nothing, 0), past.moment_of(hub, 1)], words)
    entry = Entry(1, datetime.now(UTC), "", "import", "", {"file": "", "records": 0})
    told = why.story(asked, [entry], DEFAULT_AXES)
    steps = two_days.of_steps(told.steps, told, [entry]).set_index("Cell").loc[list(given)]
    return _table(steps.reset_index()[["Cell", "Was", "Became", "Reason", "Organisations"]])


EXAMPLES: Final[Mapping[str, Callable[[Database, Given], str]]] = {
    "cells": _cells,
    "filtered": _filtered,
    "totals": _totals,
    "bars": _bars,
    "corners": _corners,
    "who": _who,
    "behind": _behind,
    "places": _places,
    "beside": _beside,
    "children": _children,
    "index": _index,
    "sure": _sure,
    "change": _change,
    "why": _why,
}


def _named(cells: pd.DataFrame, names: Given) -> pd.DataFrame:
    """The cells of those names, in the order in which they are named."""
    named = cells.assign(name=[sentences.place(cell) for cell in _rows(cells)]).set_index("name")
    return named.loc[list(names)].reset_index(drop=True)


def _rows(frame: pd.DataFrame) -> list[pd.Series]:
    return [row for _, row in frame.iterrows()]


def _table(rows: pd.DataFrame) -> str:
    lines = [list(map(str, rows.columns)), ["---"] * len(rows.columns)]
    lines += [[_text(value) for value in row] for row in rows.itertuples(index=False, name=None)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _text(value: object) -> str:
    told = plain(value)
    return f"{told:,}" if isinstance(told, int) else "" if told is None else str(told)
