"""Over time: the plan's cells at the end of each month, and what changed between any two days."""

import streamlit as st

from analysis import charts
from analysis.report import definitions, two_days
from analysis.report import over_time as told
from pages.shared import blocks, filters, index, numbers, over_time, planning, session
from pages.shared.blocks import Answer
from pages.shared.drill import View

record, chosen = over_time.record(), filters.current()

blocks.title("Over time")
if not record.entries:
    st.stop()
axes = planning.axes()

st.header("Cells by state, over time")
over_time.columns(record, axes, chosen)

st.header("Two days side by side")
st.caption(two_days.SIDE_BY_SIDE)
since, until = over_time.pick_days(record)
story = over_time.story(record, (since, until), axes, chosen)
days = two_days.between(since, until)
st.subheader(two_days.headline(story, since, until))
numbers.press("change", two_days.reasons(story))
chart, names = f"two days {filters.by_hand('cell')}", two_days.names_of_cells(story.cells)
blocks.chart(
    Answer(
        chart,
        f"{told.crossed(axes)}, {days}",
        two_days.of_both(story, axes),
        "Before and after; a cell with a heavy edge changed its state, ▲ gained or ▼ lost.",
        as_of=days,
        about=definitions.TIME,
    ),
    charts.before_and_after(story.cells),
    two_days.alt(story, since, until),
    lambda: over_time.take(chart, "cell", names),
)
view = View(session.at(session.store(), until.number), axes, chosen)
numbers.show("change", f"what changed, {days}", two_days.numbers(story), view)
over_time.changed(record, story, axes, days)
index.change(view, record, (since, until), days)
over_time.cell(record, story, (since, until), axes, chosen)
