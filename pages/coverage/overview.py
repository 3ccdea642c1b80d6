"""Overview, for leadership: the state of the plan in one sentence and one picture."""

import streamlit as st

from analysis import charts, questions
from analysis.report import definitions, sentences, tables
from analysis.vocabulary import DIMENSIONS, HEADINGS
from pages.shared import blocks, filters, mending, session, text
from pages.shared.blocks import Answer

AXES = ("function", "area")
CORNERS = 5

data, chosen = session.database(), filters.current()
cells = questions.coverage(data, AXES, chosen)
silence = sentences.of_silence(questions.silent(data), AXES)
base = f"{sentences.of_totals(questions.totals(data, chosen))} {silence}"

blocks.title("Overview")
st.header(sentences.headline(cells, AXES))
blocks.chart(
    Answer("grid", "Function × area", tables.of_cells(cells, AXES), base, about=definitions.GRID),
    charts.coverage_grid(cells),
    charts.describe_grid(cells),
)
mending.link(silence)

st.header("The emptiest corners")
corners = questions.emptiest(data, chosen).head(CORNERS)
text.bullets(
    [sentences.corner(corner) for _, corner in corners.iterrows()],
    "No cell is short of its target.",
)

st.header("What the last import changed")
for last in data.state.imports[-1:]:
    before = session.at(session.store(), last.number - 1)
    changes = questions.changes(before, session.at(session.store(), last.number), AXES)
    text.lines([f"{last.file}, taken in on {sentences.moment(last.at)}."])
    text.bullets(sentences.of_change(changes, CORNERS))
    table = tables.of_changes(changes, AXES)
    answer = Answer(
        "changed", "Cells it changed", table, last.file, filtered=False, about=definitions.CHANGE
    )
    blocks.folded(answer)

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
                    about=definitions.STATES,
                ),
                charts.state_bars(tally),
                charts.describe_bars(tally),
            )
