"""What the Explore page shows of a store, worked out beforehand, with and without a filter."""

import json
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go

from analysis import charts, database, questions, receipt, sample, vocabulary
from analysis.database import Database
from analysis.intake.read import read
from analysis.ledger import entries
from analysis.ledger.entries import Store
from analysis.ledger.state import replay
from analysis.questions import Filters
from analysis.report import sentences, tables
from analysis.vocabulary import DIMENSIONS, HEADINGS, STAGE

AXES, DRAWN = ("function", "area"), 60
WORDS = vocabulary.load()


def sample_store(folder: Path) -> Store:
    """The invented hub, taken in as one's own."""
    opened = entries.open_store(folder)
    if entries.last_number(opened) == 0:
        files = (sample.FOLDER / sample.PARTNERS_FILE, sample.FOLDER / sample.ENQUIRIES_FILE)
        readings = [read(file.name, file.read_bytes(), WORDS) for file in files]
        empty = database.build(replay(()), opened.archive, WORDS)
        receipt.take_in(opened, receipt.prepare(empty, readings, WORDS), "bench")
    return opened


def write(store: Store) -> None:
    """Leave in the store's `page.json` all that the static page shows."""
    built = database.build(replay(entries.entries(store)), store.archive, WORDS)
    views = {
        str(whole_hub): _view(built, Filters((), (), whole_hub)) for whole_hub in (True, False)
    }
    choices = {
        HEADINGS[dimension]: [term.short_label for term in WORDS.of(dimension)]
        for dimension in (*DIMENSIONS, STAGE)
    }
    content = {"views": views, "choices": choices, "config": charts.CONFIG}
    (store.folder / "page.json").write_text(json.dumps(content), encoding="utf-8")


def _view(built: Database, filters: Filters) -> dict[str, object]:
    cells, is_whole = questions.coverage(built, AXES, filters), filters == questions.EVERYTHING
    lifted = None if is_whole else questions.coverage(built, AXES)
    told = sentences.of_totals(questions.totals(built, filters))
    function, *_ = WORDS.frame("function")
    marks = _marks(built, Filters((function.name,), (), filters.whole_hub))
    others = None if is_whole else _marks(built, Filters((function.name,)))
    names, every = charts.first_rows(marks, DRAWN), list(dict.fromkeys(marks["organisation"]))
    areas = {term.code: term.short_label for term in WORDS.frame("area")}
    return {
        "headline": sentences.headline(cells, AXES),
        "cells": [sentences.place(cell) for _, cell in cells.iterrows()],
        "charts": [
            _drawn(charts.coverage_grid(cells, lifted), tables.of_cells(cells, AXES), told),
            _drawn(
                charts.who_covers(marks, names, areas, others),
                tables.of_marks(marks.rename(columns={"area": "term"}), every, areas),
                told,
            ),
        ],
    }


def _marks(built: Database, filters: Filters) -> pd.DataFrame:
    marks = questions.who_covers(built, ("area", "function"), filters)
    return marks.rename(columns={"term": "area", "term_label": "area_label"})


def _drawn(figure: go.Figure, table: pd.DataFrame, base: str) -> dict[str, object]:
    rows = table.to_json(orient="split")
    return {"figure": json.loads(figure.to_json()), "table": json.loads(rows), "base": base}
