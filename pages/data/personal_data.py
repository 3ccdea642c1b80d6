"""Personal data: what is due to be looked at, what is kept of somebody, and their erasure."""

import streamlit as st

from analysis.keeping import due
from pages.shared import blocks, erasing, session, text
from pages.shared.blocks import Answer

st.title("Personal data")
if session.is_sample():
    st.write("Nothing of your own is recorded yet: what is shown is invented.")
    st.stop()

st.header("Due to be looked at")
st.write("Nothing goes by itself. Ask the organisation and confirm it on its page, or erase it.")
table = erasing.due_table(due.due(session.at(session.own_store()), session.today()))
if table.empty:
    st.write("Nothing is due.")
else:
    base = "Not confirmed for longer than data/retention.toml lets it be."
    blocks.table(Answer("due", "Due to be looked at", table, base, filtered=False))

st.header("Somebody's data")
whom = erasing.ask()
if whom is None:
    st.write("Write a name to see what is kept, to write it out, or to erase it.")
    st.stop()
text.lines(erasing.found(whom))
erasing.offer_copy(whom)
erasing.offer_erasure(whom)
