"""The link to what a page of coverage shows, and the link that freezes its data."""

import streamlit as st

from pages.shared import filters, session
from pages.shared.text import lines


def offer() -> None:
    """Show the link to this view, and the link that freezes its data, ready to be copied."""
    with st.popover("Share", on_change="rerun"):  # what a fragment changed is then in the link
        lines([f"Both links hold this page and its filters ({filters.described()})."])
        st.write("**With the newest data**, whenever it is opened:")
        st.code(session.link(is_frozen=False), language=None, wrap_lines=True)
        lines([f"With the data frozen as of {session.data_date()}; it says what differs since:"])
        st.code(session.link(is_frozen=True), language=None, wrap_lines=True)
        st.link_button("Open the frozen view", session.link(is_frozen=True))
        st.write(
            "Tables (CSV, Excel) and pictures (PNG, SVG) are beneath each chart. To print the "
            "page, use your browser's Print: menus and buttons are left out."
        )
