"""Audit: who did what, when and why, who looked at whose details, and whether all of it holds."""

import streamlit as st

from analysis.ledger import entries
from analysis.report import audit
from pages.shared import blocks, identity, keeping, session
from pages.shared.blocks import Answer

told, looks = identity.told(entries.entries(session.store())), keeping.looks()

st.title("Audit")
st.write("Everything that was recorded, and every time that people's details were asked for.")
if not told:
    st.write("Nothing is recorded yet.")
    st.stop()

with st.container(horizontal=True):
    everyone, every_kind = audit.people((*told, *looks)), audit.kinds((*told, *looks))
    who = st.selectbox("Who", everyone, index=None, placeholder="Anybody", key="audit who")
    what = st.selectbox("What", every_kind, index=None, placeholder="Anything", key="audit what")
    words = st.text_input("Words", placeholder="Any", key="audit words")
found = audit.table(told, looks, audit.Sought(who, what, words))
base = f"{len(found):,} of {len(told) + len(looks):,} records, the newest first."
blocks.table(Answer("audit", "Audit", found, base, filtered=False))

st.header("Does all of it hold?")
st.write(
    "Each record bears a hash over itself and the one before it. Checking them finds any edit, "
    "loss or change of order, and says where; every archived file is checked against its hash too."
)
keeping.offer_proof()
