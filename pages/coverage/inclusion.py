"""Inclusion: which children are reached, where, and through which function."""

import streamlit as st

from analysis import questions
from analysis.report import definitions, sentences, tables
from analysis.report import numbers as told
from analysis.vocabulary import HEADINGS
from pages.shared import blocks, filters, numbers, session, sure
from pages.shared.blocks import Answer
from pages.shared.drill import View

data, chosen = session.database(), filters.current()
totals = questions.open_to_all(data)
open_to_all = sentences.of_open_to_all(totals)

blocks.title("Inclusion")
for other in ("area", "function"):
    axes = ("focus", other)
    cells = questions.coverage(data, axes, chosen)
    title = f"{HEADINGS['focus']} × {HEADINGS[other].lower()}"
    st.header(title)
    st.subheader(sentences.headline(cells, axes))
    numbers.press(f"focus_{other}", told.of_states(cells))
    base = f"{sentences.of_totals(questions.totals(data, chosen))} {open_to_all}"
    table = tables.of_cells(cells, axes)
    answer = Answer(f"focus_{other}", title, table, base, about=definitions.GRID)
    numbers.grid(answer, cells, View(data, axes, chosen))
    sure.fold(f"focus_{other}", View(data, axes, chosen))

st.header("Open to all children")
st.write(open_to_all)
numbers.press("open", told.of_open_to_all(data, totals))
everything = View(data, ("focus", "area"), questions.EVERYTHING)
numbers.show("open", "open to all", told.of_open_to_all(data, totals), everything)
