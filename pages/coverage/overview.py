"""Overview, for leadership: the state of the plan in one sentence and one picture."""

import streamlit as st

from analysis import charts, questions
from analysis.report import sentences, tables
from analysis.vocabulary import DIMENSIONS, HEADINGS
from pages.shared import blocks, filters, session
from pages.shared.blocks import Answer

AXES = ("function", "area")
CORNERS = 5

data, chosen = session.database(), filters.current()
cells = questions.coverage(data, AXES, chosen)
told = sentences.of_totals(questions.totals(data, chosen))
silence = sentences.of_silence(questions.silent(data), AXES)

st.title("Overview")
st.subheader(sentences.headline(cells, AXES))
blocks.chart(
    Answer("grid", "Function × area", tables.of_cells(cells, AXES), f"{told} {silence}"),
    charts.coverage_grid(cells),
    charts.describe_grid(cells),
)

st.header("The emptiest corners")
corners = questions.emptiest(data, chosen).head(CORNERS)
blocks.bullets(
    [sentences.corner(corner) for _, corner in corners.iterrows()],
    "No cell is short of its target.",
)

st.header("What the last import changed")
last = data.state.imports[-1] if data.state.imports else None
if last:
    before = session.at(session.store(), last.number - 1)
    now = session.at(session.store(), last.number)
    blocks.lines([f"{last.file}, taken in on {sentences.moment(last.at)}."])
    blocks.bullets(sentences.of_change(questions.changes(before, now, AXES)))
else:
    st.write("Nothing has been taken in yet. Upload an export to begin.")

st.header("Coverage by aim, function, area and focus")
for left, right in (DIMENSIONS[:2], DIMENSIONS[2:]):
    for column, axis in zip(st.columns(2), (left, right), strict=True):
        other = "function" if axis == "area" else "area"
        tally = questions.tally(questions.coverage(data, (axis, other), chosen))
        with column:
            st.subheader(HEADINGS[axis])
            blocks.chart(
                Answer(
                    f"bars {axis}",
                    f"Cells by state, {HEADINGS[axis]} × {HEADINGS[other]}",
                    tables.of_tally(tally, axis),
                    f"Each bar counts the {HEADINGS[other].lower()} cells of one term.",
                ),
                charts.state_bars(tally),
                charts.describe_bars(tally),
            )
