"""Around a page of coverage: what has changed since a link froze its data, and what it rests on."""

import streamlit as st

from analysis.receipt import DEFAULT_AXES
from analysis.report import definitions, differing, sentences
from pages.shared import blocks, filters, numbers, session
from pages.shared.blocks import Answer
from pages.shared.drill import View
from pages.shared.session import Frozen
from pages.shared.text import escaped

NAMED = 4


def frozen() -> None:
    """Say that the data is frozen and what differs today, or that this page shows today's."""
    held, here = session.held(), session.frozen()
    if here:
        _frozen(here)
    elif held:
        shown = session.at(session.store(), held.number).state.at
        told = f"as of {sentences.moment(shown)}" if shown else "before anything was recorded"
        st.info(
            escaped(
                f"This page shows today's data. The link you followed froze other pages {told}."
            )
        )


def _frozen(held: Frozen) -> None:
    now, then = session.at(session.store()), session.database()
    view = View(now, DEFAULT_AXES, filters.current())
    found = differing.differing(then, now, view.axes, view.chosen)
    sent = f"As sent on {sentences.day(held.sent)}: " if held.sent else ""
    since = differing.of_since(found, NAMED)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(escaped(f"{sent}the data is frozen as of {session.data_date()}. {since}"))
        st.button("Show today's data", on_click=session.thaw)
    table = differing.table(found)
    base = "Was: in the frozen data. Now: today. Cells of function × area under the filters."
    blocks.folded(Answer("since", "Cells that differ now", table, base, about=definitions.CHANGE))
    numbers.show("since_number", "what differs now", differing.of_differing(found), view)


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
