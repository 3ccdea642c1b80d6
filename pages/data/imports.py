"""Imports: the history of everything recorded, and the way back."""

import streamlit as st

from analysis import questions
from analysis.ledger import entries
from analysis.receipt import DEFAULT_AXES
from analysis.report import sentences, tables
from pages.shared import blocks, filters, history, session
from pages.shared.blocks import Answer

told = entries.entries(session.store())

st.title("Imports")
if not told:
    st.write("Nothing has been recorded yet. Upload an export to begin.")
    st.stop()

blocks.table(Answer("history", "History", tables.of_history(told), "Every entry of the ledger."))

st.header("Undo")
names = history.open_entries(told)
name = filters.pick_any("undo", "Entry", list(names), "Choose an entry to take back")
if name:
    number = names[name]
    changes = questions.changes(session.database(), session.without(number), DEFAULT_AXES)
    blocks.lines(["What this would change:", *sentences.of_change(changes)])
    blocks.table(
        Answer("undone", "Cells that would change", tables.of_changes(changes, DEFAULT_AXES), "")
    )
    why = st.text_input("Why (for the history)", key="why undo")
    st.button("Undo this entry", type="primary", on_click=history.undo, args=(number, why))
