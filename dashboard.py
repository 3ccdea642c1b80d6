"""The dashboard: who is here, the menu, the filters; then the page."""

import streamlit as st

from analysis.errors import DashboardError
from pages.shared import blocks, filters, session

COVERAGE = ("overview", "explore", "places", "inclusion")

st.set_page_config("Local Plan coverage", "pages/shared/icon.svg", layout="wide")
page = st.navigation(
    {
        "Coverage": [
            st.Page("pages/coverage/overview.py", title="Overview", default=True),
            st.Page("pages/coverage/explore.py", title="Explore"),
            st.Page("pages/coverage/places.py", title="Places"),
            st.Page("pages/coverage/inclusion.py", title="Inclusion"),
        ],
        "Data": [
            st.Page("pages/data/upload.py", title="Upload"),
            st.Page("pages/data/imports.py", title="Imports"),
        ],
    }
)
try:
    if session.is_sample():
        blocks.sample_notice()
    if page.url_path in ("", *COVERAGE):
        filters.draw(session.words())
    page.run()
except DashboardError as fault:
    blocks.refused(fault)
