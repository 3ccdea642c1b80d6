"""Imports: the history of everything recorded, and the way back."""

from contextlib import suppress

import streamlit as st

from analysis import questions
from analysis.errors import FaultError
from analysis.ledger import entries
from analysis.report import numbers as told_numbers
from analysis.report import tables
from pages.shared import blocks, filters, history, identity, numbers, session, text
from pages.shared.blocks import Answer
from pages.shared.drill import View

told = history.shown(identity.told(entries.entries(session.store())))

with text.apart():
    blocks.title("Imports")
if not told:
    st.stop()

history_table = tables.of_history(told)
base = "Everything that was recorded and that your role may see, the newest first."
blocks.table(Answer("history", "History", history_table, base, filtered=False))

with suppress(FaultError):  # told above; what cannot be counted can still be undone
    data = session.database()
    view = View(data, (), questions.EVERYTHING)
    numbers.show("number", "what was taken in", told_numbers.of_imports(data), view)

st.header("Undo")
names = history.open_entries(told)
if not names:
    st.write("Nothing can be taken back yet.")
    st.stop()
name = filters.pick_any("undo", "Entry", list(names), "Choose an entry to take back")
if name:
    history.offer_undo(names[name])
