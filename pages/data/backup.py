"""Backup, for whoever keeps the store: all of it in one file, and the way back from one."""

import streamlit as st

from analysis.report import keeping as told
from pages.shared import keeping, text, uploads

st.title("Backup")
st.write(
    "A backup is the hub's whole store in one file: every entry, every word, every person. The "
    "server can also make one each night by itself; docs/deploy.md says how."
)

st.header("Make a backup")
text.lines(keeping.standing())
keeping.offer_backup()
st.caption(told.PRECIOUS)

st.header("Put a backup back")
st.write(
    "It is proved before anything is replaced: every hash, every archived file, and that the "
    "figures can be counted from it. What is there today is kept aside."
)
file = st.file_uploader("Backup", type="zip", key=keeping.uploader(), max_upload_size=25)
for taken in uploads.handed_in([file] if file else []):
    keeping.offer_restore(taken.file_id, taken.getvalue())
