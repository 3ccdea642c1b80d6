"""Decisions: what staff decided about wordings, forms and organisations, and the way back."""

import streamlit as st

from analysis.ledger import entries
from analysis.report import tables
from pages.shared import blocks, filters, history, identity, session
from pages.shared.blocks import Answer

told = history.decisions(identity.told(entries.entries(session.store())))

blocks.title("Decisions")
st.write(
    "What was decided once holds for every import. To change a decision, take it back here, "
    "or decide anew on the Fixes page: the newest counts. What was said of a form's columns bears "
    "on the files taken in from then on; to read an older file anew, drop it again."
)
if not told:
    st.write("Nothing is decided yet. What needs a decision is listed on the Fixes page.")
    st.stop()

table = tables.of_decisions(told)
base = "Every decision that stands, the newest first."
blocks.table(Answer("decisions", "Decisions that stand", table, base, filtered=False))

st.header("Take back")
names = history.open_entries(told)
name = filters.pick_any("undo", "Decision", list(names), "Choose a decision to take back")
if name:
    history.offer_undo(names[name])
