"""Upload, for staff: drop files, see what they would change, then record them."""

import streamlit as st

from pages.shared import blocks, intake, mapping, personal, session, uploads

st.title("Upload")
st.write(
    "Drop the export of the hub's form, or the partner spreadsheet. "
    "Nothing is recorded until you have seen what it changes."
)
if session.is_sample():
    st.write("The first file you record takes the place of the sample.")
blocks.templates(session.words())
files = st.file_uploader(
    "Files", accept_multiple_files=True, key=f"files {uploads.number()}", max_upload_size=25
)
if taken := uploads.handed_in(files):
    found = intake.understand([(file.name, file.getvalue()) for file in taken])
    mapping.show(found)
    intake.show(intake.compare(personal.ask(found).values()))
