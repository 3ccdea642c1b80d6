"""Targets: how many partners make a cell safe, which do not apply, and which come first."""

import streamlit as st

from pages.shared import blocks, filters, planning, session, targets
from pages.shared.drill import View

data, chosen = session.database(), filters.current()

blocks.title("Targets")
st.write(
    "How many partners make a cell safe. Change as many numbers as you like: 0 says that a cell is "
    "not applicable, and an emptied one takes back what was said of it alone. A cell's own target "
    "counts before its row's, and that before the usual 2. Or mark the plan's own priorities: they "
    "weigh in the order of Gaps. The filters pick rows and columns, and what a change is counted "
    "by; what is set holds whatever they are."
)
axes = planning.axes()
inside = targets.within(axes)
view = View(data, (*axes, *(term.partition(":")[0] for term in inside)), chosen)
edited = targets.edit(view, axes, inside)
if planning.can_record() and edited:
    targets.offer(view, edited)
targets.history()
