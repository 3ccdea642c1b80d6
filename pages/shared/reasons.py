"""Fields for words that the ledger keeps for good: what is personal in them is pointed out."""

import streamlit as st

from analysis.decide import typed
from pages.shared import filters, session
from pages.shared.text import escaped


def ask(label: str, key: str) -> None:
    """Ask for a reason; `given` reads it when it is recorded."""
    st.text_input(label, key=key)
    point_out(key)


def point_out(key: str, *, may_name: bool = False) -> None:
    """Say what is personal in the field of that key, and offer to take it out with one click."""
    said = str(session.chosen(key) or "")
    if said and (those := typed.found(session.database(), said, may_name=may_name)):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.warning(escaped(typed.told(said, those)))
            clean = typed.without(session.database(), said, may_name=may_name)
            st.button("Take it out", key=f"clean {key}", on_click=filters.choose, args=(key, clean))


def given(key: str) -> str:
    """What stands in a field, which is empty afterwards.

    Raises
    ------
    DashboardError
        If it holds something personal; it then stays in the field, to be mended.
    """
    if said := str(session.chosen(key) or ""):  # where figures cannot be counted, it may be empty
        typed.heeded(session.database(), said)
    return session.typed(key)
