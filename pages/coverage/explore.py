"""Explore, for planners: any two dimensions, any filter, and who is behind every number."""

import streamlit as st

from analysis import charts, questions
from analysis.report import definitions, sentences, tables
from analysis.report import numbers as told
from analysis.vocabulary import DIMENSIONS, HEADINGS
from pages.shared import blocks, drill, filters, index, numbers, session, sure, who
from pages.shared.blocks import Answer
from pages.shared.drill import View

data, chosen = session.database(), filters.current()

blocks.title("Explore")
left, right = st.columns(2)
with left:
    rows = filters.pick_axis("rows", "Rows", DIMENSIONS, "function")
with right:
    columns = filters.pick_axis("columns", "Columns", [d for d in DIMENSIONS if d != rows], "area")
axes = (rows, columns)
cells = questions.coverage(data, axes, chosen)

st.header(sentences.headline(cells, axes))
numbers.press("number", told.of_states(cells))
view = View(data, axes, chosen)
names = drill.cell_names(cells)
grid = f"explore grid {filters.by_hand('cell')}"
blocks.chart(
    Answer(
        grid,
        f"{HEADINGS[rows]} × {HEADINGS[columns]}",
        tables.of_cells(cells, axes),
        sentences.of_totals(questions.totals(data, chosen)),
        about=definitions.GRID,
    ),
    charts.coverage_grid(cells, numbers.lifted(view)),
    charts.describe_grid(cells),
    lambda: numbers.open_or_take(grid, "cell", names, axes),
)

found = (*told.of_states(cells), *numbers.totals(view))
numbers.show("number", f"{HEADINGS[rows]} × {HEADINGS[columns]}", found, view)
sure.fold("number", view)
index.fold("number", view)
drill.cell(view, cells)

st.header("Who covers what, where")
who.covers(view)
