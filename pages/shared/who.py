"""Who covers what, where: organisations × areas for one function."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis import charts, questions
from analysis.questions import EVERYTHING, Filters
from analysis.report import definitions, sentences, tables
from analysis.report import numbers as told
from pages.shared import blocks, filters, identity, numbers, session
from pages.shared.blocks import Answer
from pages.shared.drill import View

AXES, DRAWN = ("area", "function"), 60


# Another function redraws the matrix alone.
@identity.fragment
def covers(view: View) -> None:
    """Let a function be chosen; show who of those that the filters leave covers it, where."""
    if filters.current() != view.chosen:
        st.rerun()  # a click in here narrowed the whole page
    functions = {term.label: term.name for term in filters.shown("function")}
    function = filters.pick("for", "Function", list(functions))
    only = filters.narrowed(view.chosen, functions[function])
    marks = questions.who_covers(view.data, AXES, only)
    named = list(dict.fromkeys(marks["organisation"]))
    if not named:
        st.write("No partner and no enquiry for this function here.")
        return
    without = None
    if view.chosen != EVERYTHING:
        every = questions.who_covers(view.data, AXES, Filters((functions[function],)))
        without = _for_chart(every)
    _drawn(function, _for_chart(marks), named, without)
    numbers.show("who", "who covers what", [told.of_names(view.data, named, "named")], view)


def _drawn(
    function: str, marks: pd.DataFrame, named: Sequence[str], without: pd.DataFrame | None
) -> None:
    areas = {term.code: term.short_label for term in filters.shown("area")}
    every = {term.code: term.short_label for term in session.words().frame("area")}
    first = charts.first_rows(marks, DRAWN)
    left = f" {DRAWN} are drawn, partners first; the table has all." if len(named) > DRAWN else ""
    blocks.narrowing(
        Answer(
            "who covers",
            f"Who covers {function}, where",
            tables.of_marks(marks.rename(columns={"area": "term"}), named, areas),
            f"{sentences.counted(len(named), 'organisation')} named for this function.{left}",
            about=definitions.WHO,
        ),
        charts.who_covers(marks, first, every, without),
        charts.describe_who(marks, named, areas),
        ("", "area"),
    )


def _for_chart(marks: pd.DataFrame) -> pd.DataFrame:
    return marks.rename(columns={"term": "area", "term_label": "area_label"})
