"""The dashboard: who is here, the menu, the filters; then the page."""

import streamlit as st

from analysis.errors import DashboardError
from pages.shared import blocks, filters, session, text

COVERAGE = [
    st.Page("pages/coverage/overview.py", title="Overview", default=True),
    st.Page("pages/coverage/explore.py", title="Explore"),
    st.Page("pages/coverage/places.py", title="Places"),
    st.Page("pages/coverage/inclusion.py", title="Inclusion"),
    st.Page("pages/organisations/directory.py", title="Directory"),
]
ORGANISATION = st.Page(
    "pages/organisations/organisation.py", title="Organisation", visibility="hidden"
)
DATA = [
    st.Page("pages/data/upload.py", title="Upload"),
    st.Page("pages/data/fixes.py", title="Fixes"),
    st.Page("pages/data/decisions.py", title="Decisions"),
    st.Page("pages/data/imports.py", title="Imports"),
]
HELP = [st.Page("pages/help/definitions.py", title="Definitions")]

st.set_page_config("Local Plan coverage", "pages/shared/icon.png", layout="wide")
page = st.navigation({"Coverage": [*COVERAGE, ORGANISATION], "Data": DATA, "Help": HELP})
session.follow_bookmark(page, [*COVERAGE, ORGANISATION, *DATA, *HELP])
try:
    if session.is_sample():
        blocks.sample_notice()
    if page in COVERAGE:
        filters.draw(session.words())
    text.news()
    page.run()
except DashboardError as fault:
    text.refused(fault)
