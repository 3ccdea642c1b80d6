"""Inclusion: which children are reached, where, and through which function."""

import streamlit as st

from analysis import charts, questions
from analysis.report import definitions, sentences, tables
from analysis.vocabulary import HEADINGS
from pages.shared import blocks, filters, session
from pages.shared.blocks import Answer

data, chosen = session.database(), filters.current()
open_to_all = sentences.of_open_to_all(questions.open_to_all(data))

blocks.title("Inclusion")
st.write(open_to_all)
for other in ("area", "function"):
    axes = ("focus", other)
    cells = questions.coverage(data, axes, chosen)
    title = f"{HEADINGS['focus']} × {HEADINGS[other].lower()}"
    st.header(title)
    st.subheader(sentences.headline(cells, axes))
    base = sentences.of_totals(questions.totals(data, chosen))
    blocks.chart(
        Answer(
            f"focus {other}",
            title,
            tables.of_cells(cells, axes),
            f"{base} {open_to_all}",
            about=definitions.GRID,
        ),
        charts.coverage_grid(cells),
        charts.describe_grid(cells),
    )
