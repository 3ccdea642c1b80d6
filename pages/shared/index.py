"""The coverage index under a headline, with its arithmetic, worked out when it is opened."""

import streamlit as st

from analysis import past, questions
from analysis.decide import index, split
from analysis.report import definitions
from analysis.report import index as told
from pages.shared import blocks, moments, text
from pages.shared.blocks import Answer
from pages.shared.drill import View
from pages.shared.over_time import Days, Record

SUM = "What each kind of change added to the index; they sum to its change, up to rounding."


def fold(key: str, view: View) -> None:
    """Offer one index of all cells, of each term, and its arithmetic cell by cell."""
    opened = st.expander("One coverage index", key=f"{key}_index", on_change="rerun")
    if not opened.open:
        return
    with opened:
        parts = index.parts(view.data, view.axes, view.chosen)
        text.lines([line for line in (told.headline(parts), told.empty(parts)) if line])
        frame, about = " × ".join(view.axes), definitions.INDEX
        terms = told.of_terms(parts, view.axes)
        blocks.table(
            Answer(f"{key} index", f"Coverage index, {frame}", terms, told.BASE, about=about)
        )
        blocks.counted(about)
        st.markdown("**Its arithmetic, cell by cell**")
        title, table = f"Arithmetic of the index, {frame}", told.arithmetic(parts)
        blocks.table(Answer(f"{key} arithmetic", title, table, told.BASE, about=about))


def change(view: View, record: Record, days: Days, told_days: str) -> None:
    """Offer to split the index's change between two days into the kinds of change."""
    opened = st.expander("How the coverage index changed", key="index_change", on_change="rerun")
    if not opened.open:
        return
    with opened:
        numbers = past.spanning(record.entries, *(day.number for day in days))
        of = split.of_past(moments.past(numbers), record.entries, view.axes, view.chosen)
        cells = questions.coverage(view.data, view.axes, view.chosen)
        weighed = cells.assign(weight=index.weights(view.data, cells, view.axes))
        table, about = told.of_change(weighed, of, view.axes), definitions.INDEX
        title = f"How the coverage index changed, {told_days}"
        blocks.table(Answer("index change", title, table, SUM, as_of=told_days, about=about))
        blocks.counted(about)
