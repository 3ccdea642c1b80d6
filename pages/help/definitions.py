"""Definitions: how each figure is made, in words and with examples worked out on the spot."""

import streamlit as st

from analysis.report import definitions
from pages.shared import filters, session

written = session.keep(
    "definitions", "", lambda: definitions.filled(session.words(), definitions.text())
)

st.title("Definitions")
titles = [section.title for section in definitions.sections(written)]
title = filters.pick_any("about", "About", titles, "Everything")
if title is None:
    st.markdown(definitions.introduction(written))
for section in definitions.about(title, written):
    st.header(section.title)
    for piece in definitions.pieces(section.text):
        if isinstance(piece, str):
            st.markdown(piece)
        else:
            st.dataframe(piece, hide_index=True, height="content", alt=section.title)
