"""What the Explore page shows of the sample, worked out beforehand, with and without a filter."""

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

AXES = ("function", "area")
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


def write(folder: Path) -> None:
    """Leave in the folder's `page.json` all that the static page shows."""
    store = sample_store(folder)
    built = database.build(replay(entries.entries(store)), store.archive, WORDS)
    views = {
        str(whole_hub): _view(built, Filters((), (), whole_hub)) for whole_hub in (True, False)
    }
    choices = {
        HEADINGS[dimension]: [term.short_label for term in WORDS.of(dimension)]
        for dimension in (*DIMENSIONS, STAGE)
    }
    content = {"views": views, "choices": choices, "config": charts.CONFIG}
    (folder / "page.json").write_text(json.dumps(content), encoding="utf-8")


def _view(built: Database, filters: Filters) -> dict[str, object]:
    cells = questions.coverage(built, AXES, filters)
    told = sentences.of_totals(questions.totals(built, filters))
    function, *_ = WORDS.frame("function")
    marks = questions.who_covers(
        built, ("area", "function"), Filters((function.name,), (), filters.whole_hub)
    ).rename(columns={"term": "area", "term_label": "area_label"})
    names = list(dict.fromkeys(marks["organisation"]))
    areas = {term.code: term.short_label for term in WORDS.frame("area")}
    return {
        "headline": sentences.headline(cells, AXES),
        "cells": [sentences.place(cell) for _, cell in cells.iterrows()],
        "charts": [
            _drawn(charts.coverage_grid(cells), tables.of_cells(cells, AXES), told),
            _drawn(charts.who_covers(marks, names, areas), marks, told),
        ],
    }


def _drawn(figure: go.Figure, table: pd.DataFrame, base: str) -> dict[str, object]:
    rows = table.to_json(orient="split")
    return {"figure": json.loads(figure.to_json()), "table": json.loads(rows), "base": base}
