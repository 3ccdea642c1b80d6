"""Targets: how many partners make a cell safe, which do not apply, and which come first."""

import streamlit as st

from pages.shared import blocks, planning, session, targets

data = session.database()

blocks.title("Targets", filtered=False)
st.write(
    "How many partners make a cell safe. Change as many numbers as you like: 0 says that a cell is "
    "not applicable, and an emptied one takes back what was said of it alone. A cell's own target "
    "counts before its row's, and that before the usual 2. Or mark the plan's own priorities: they "
    "weigh in the order of Gaps."
)
axes = planning.axes()
edited = targets.edit(data, axes)
if edited:
    targets.offer(data, axes, edited)
targets.history()
