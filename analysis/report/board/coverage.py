"""Where the plan stands: the answer, the grid, and its cells by function and by area."""

from collections.abc import Sequence

import pandas as pd

from analysis import charts, palette, questions
from analysis.charts import still
from analysis.report import over_time, sentences, tables
from analysis.report.board.facts import Asked, Facts
from analysis.report.board.parts import Picture, Section, Table
from analysis.vocabulary import HEADINGS

SHOWN = (
    "A cell shows its partners; one that waits, its enquiries; one that is unknown, how many "
    "partners did not say."
)


def stands(facts: Facts, asked: Asked, cells: pd.DataFrame) -> Section:
    """How many cells are in each state, of how many, and what that rests on."""
    totals = questions.totals(facts.database, asked.filters)
    silence = sentences.of_silence(questions.silent(facts.database), asked.axes)
    base = f"Counted from {sentences.of_totals(totals)}"
    frame = over_time.crossed(asked.axes)
    rows = of_states(cells)
    applying = sentences.counted(int((cells["state"] != "not-applicable").sum()), "cell")
    return Section(
        "Where the plan stands",
        [line for line in (_share(cells), base, silence) if line],
        tables=[Table("States", f"Cells by state, {frame}", rows, f"Of {applying} that apply.")],
    )


def grid(asked: Asked, cells: pd.DataFrame) -> Section:
    """Every cell of the plan, whether or not anybody serves it, and its rows and columns by state.

    The longer axis runs down the printed table, so that it fits the page.
    """
    frame = over_time.crossed(asked.axes)
    full = tables.of_cells(cells, asked.axes)
    picture = Picture(frame, still.as_svg(charts.coverage_grid(cells)), charts.describe_grid(cells))
    turned = turn(cells, asked.axes)
    across = Table("Grid", f"The grid in words, {frame}", turned, "Every cell, with its number.")
    each = Table("Cells", f"Cell by cell, {frame}", full, "Every cell of the plan.", most=0)
    sides = [_side(cells, asked.axes, place) for place in (0, 1)]
    return Section(
        "The grid",
        [SHOWN],
        pictures=[picture, *(picture for picture, _ in sides)],
        tables=[across, each, *(table for _, table in sides)],
    )


def of_states(cells: pd.DataFrame) -> pd.DataFrame:
    """How many of the cells that apply are in each state, and what that says."""
    counts = cells["state"].value_counts()
    states = palette.load().states
    whole = int((cells["state"] != "not-applicable").sum())
    return pd.DataFrame(
        {
            "State": [tables.word(role.code) for role in states],
            "Cells": [int(counts.get(role.code, 0)) for role in states],
            "Of": [None if role.code == "not-applicable" else whole for role in states],
            "What it says": [role.meaning for role in states],
        }
    ).astype({"Of": "Int64"})


def turn(cells: pd.DataFrame, axes: Sequence[str]) -> pd.DataFrame:
    """The grid as a table: a row for each term of the longer axis, a column for each of the other.

    A cell says its state in words and with its symbol, and its partners of its target.
    """
    told = cells.assign(
        told=[
            tables.word(state)
            + ("" if state == "not-applicable" else f", {partners} (target {target})")
            for state, partners, target in zip(
                cells["state"], cells["partners"], cells["target"], strict=True
            )
        ]
    )
    down, across = ("row", "column"), ("column", "row")
    is_wide = cells["column"].nunique() > cells["row"].nunique()
    (rows, columns), axis = (across, axes[1]) if is_wide else (down, axes[0])
    wide = told.pivot_table(
        index=f"{rows}_label",
        columns=f"{columns}_label",
        values="told",
        sort=False,
        aggfunc="first",
    )
    return wide.rename_axis(index=HEADINGS[axis], columns=None).reset_index()


def _share(cells: pd.DataFrame) -> str:
    covered = int((cells["state"] == "covered").sum())
    whole = int((cells["state"] != "not-applicable").sum())
    served = int(((cells["partners"] > 0) & (cells["state"] != "not-applicable")).sum())
    return (
        f"{covered} of {sentences.counted(whole, 'cell')} have their target of partners; {served} "
        f"of {whole} have at least one."
    )


def _side(cells: pd.DataFrame, axes: Sequence[str], place: int) -> tuple[Picture, Table]:
    """The cells by state for each term of one axis."""
    if place:
        turned = {"row": "column", "row_label": "column_label"}
        back = {name: old for old, name in turned.items()}
        cells = cells.rename(columns={**turned, **back})
    tally, axis = questions.tally(cells), axes[place]
    title = f"Cells by state, by {HEADINGS[axis].lower()}"
    svg = still.as_svg(charts.state_bars(tally))
    rows = tables.of_tally(tally, axis)
    return (
        Picture(title, svg, charts.describe_bars(tally)),
        Table(f"By {HEADINGS[axis].lower()}", title, rows, "Each cell counts once.", most=0),
    )
