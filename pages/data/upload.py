"""Upload, for staff: drop files, see what they would change, then record them."""

import streamlit as st

from pages.shared import blocks, intake, session

KINDS = {"Let the file tell": None, "Expressions of interest": "eoi", "Partner sheet": "partner"}

st.title("Upload")
st.write(
    "Drop the export of the hub's form, or the partner spreadsheet. "
    "Nothing is recorded until you have seen what it changes."
)
if session.is_sample():
    st.write("The first file you record takes the place of the sample.")
blocks.templates(session.words())
kind = st.radio("What is in these files?", list(KINDS), horizontal=True, key="kind of file")
files = st.file_uploader(
    "Files", accept_multiple_files=True, key=f"files {session.uploads()}", max_upload_size=25
)
if files:
    understood = intake.understand([(file.name, file.getvalue()) for file in files], KINDS[kind])
    intake.show(intake.compare(understood))
