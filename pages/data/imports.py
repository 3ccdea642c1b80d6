"""Imports: the history of everything recorded, and the way back."""

import streamlit as st

from analysis import questions
from analysis.ledger import entries
from analysis.receipt import DEFAULT_AXES
from analysis.report import sentences, tables
from pages.shared import blocks, filters, history, session, text
from pages.shared.blocks import Answer

SHOWN, WHY = 8, "why undo"

told = entries.entries(session.store())

blocks.title("Imports")
if not told:
    st.stop()

history_table = tables.of_history(told)
base = "Every entry of the ledger."
blocks.table(Answer("history", "History", history_table, base, filtered=False))

st.header("Undo")
names = history.open_entries(told)
if not names:
    st.write("Nothing can be taken back yet.")
    st.stop()
name = filters.pick_any("undo", "Entry", list(names), "Choose an entry to take back")
if name:
    now, number = session.database(), names[name]
    changes = questions.changes(now, session.without(number), DEFAULT_AXES)
    st.subheader("What this would change")
    text.bullets(sentences.of_change(changes, SHOWN))
    table = tables.of_changes(changes, DEFAULT_AXES)
    told_of = f"Without entry {number}."
    blocks.folded(Answer("undone", "Cells that would change", table, told_of, filtered=False))
    st.text_input("Why (for the history)", key=WHY)
    given = (history.undo, number, WHY)
    st.button("Undo this entry", type="primary", on_click=session.attempt, args=given)
