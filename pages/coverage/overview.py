"""Overview, for leadership: the state of the plan in one sentence and one picture."""

import streamlit as st

from analysis import questions
from analysis.report import definitions, sentences, tables
from analysis.report import numbers as told
from analysis.vocabulary import DIMENSIONS, HEADINGS
from pages.shared import alerts, blocks, filters, index, mending, numbers, session, sure, text
from pages.shared.blocks import Answer
from pages.shared.drill import View

AXES = ("function", "area")
CORNERS = 5

data, chosen = session.database(), filters.current()
cells = questions.coverage(data, AXES, chosen)
silent = questions.silent(data)
silence = sentences.of_silence(silent, AXES)
base = f"{sentences.of_totals(questions.totals(data, chosen))} {silence}"

blocks.title("Overview")
st.header(sentences.headline(cells, AXES))
numbers.press("number", told.of_states(cells))
whole = View(data, AXES, chosen)
answer = Answer(
    "number", "Function × area", tables.of_cells(cells, AXES), base, about=definitions.GRID
)
numbers.grid(answer, cells, whole, told.of_silence(data, silent, AXES))
alerts.show()
sure.fold("number", whole)
index.fold("number", whole)
mending.link(silence)

st.header("The emptiest corners")
corners = questions.emptiest(data, chosen).head(CORNERS)
short = [sentences.corner(corner) for _, corner in corners.iterrows()]
text.bullets(short, "No cell is short of its target.")
numbers.show("corner", "the emptiest corners", told.of_cells(corners), whole)
st.page_link("pages/decide/gaps.py", label="All gaps, ranked, and who could close them")
st.page_link("pages/coverage/report.py", label="Report to the board: PDF, Word or Excel")

st.header("What the last import changed")
for last in data.state.imports[-1:]:
    before = session.at(session.store(), last.number - 1)
    after = session.at(session.store(), last.number)
    changes = questions.changes(before, after, AXES, chosen)
    text.lines([f"{last.file}, taken in on {sentences.moment(last.at)}."])
    text.bullets(sentences.of_change(changes, CORNERS))
    table = tables.of_changes(changes, AXES)
    blocks.folded(Answer("changed", "Cells it changed", table, last.file, about=definitions.CHANGE))
    then = View(after, AXES, chosen)
    numbers.show("change", "what the last import changed", told.of_changes(changes), then)

st.header("Coverage by aim, function, area and focus")
for pair in (DIMENSIONS[:2], DIMENSIONS[2:]):
    for column, axis in zip(st.columns(2), pair, strict=True):
        with column:
            st.subheader(HEADINGS[axis])
            numbers.bars(axis, whole)
