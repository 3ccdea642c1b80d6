"""Places and need, for staff: official boundaries for the map, and more figures of need."""

import streamlit as st

from pages.shared import place_files, session, uploads

st.title("Places and need")
st.write(
    "Drop a file of official boundaries (GeoJSON), the government's register of schools, or any "
    "table with a code or the name of each area in one column and numbers in others. "
    "Nothing is recorded until you have seen what it would add."
)
if session.is_sample():
    st.write("The first file you record takes the place of the sample.")
file = st.file_uploader("File", key=f"places {uploads.number()}", max_upload_size=25)
for taken in uploads.handed_in([file] if file else []):
    place_files.show(taken.name, taken.getvalue())
place_files.standing()
