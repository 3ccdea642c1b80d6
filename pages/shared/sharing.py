"""Around a page of coverage: what has changed since a link froze its data, and what it rests on."""

import streamlit as st

from analysis import questions
from analysis.receipt import DEFAULT_AXES
from analysis.report import definitions, sentences, tables
from pages.shared import blocks, filters, session
from pages.shared.blocks import Answer
from pages.shared.text import escaped


def frozen() -> None:
    """Say that the data is frozen and what differs today, and offer the way to today's."""
    held = session.frozen()
    if held is None:
        return
    now, then = session.at(session.store()), session.database()
    changes = questions.changes(then, now, DEFAULT_AXES, filters.current())
    sent = f"As sent on {sentences.day(held.sent)}: " if held.sent else ""
    told = f"{sent}the data is frozen as of {session.data_date()}. {sentences.of_since(changes)}"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(escaped(told))
        st.button("Show today's data", on_click=session.thaw)
    table = tables.of_changes(changes, DEFAULT_AXES)
    base = "Was: in the frozen data. Is: today. Cells of function × area under the filters."
    blocks.folded(Answer("since", "Cells that differ now", table, base, about=definitions.CHANGE))


def foot() -> None:
    """What stands at the end of a page of coverage: on paper, all that the page rests on."""
    about = (
        ("Filters", filters.described()),
        ("Data as of", session.data_date()),
        ("Source", blocks.source()),
        ("How a cell is counted", definitions.short(definitions.GRID)),
    )
    st.divider()
    st.caption("  \n".join(escaped(f"{name}: {text}") for name, text in about))
