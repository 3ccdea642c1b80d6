"""The dashboard: who is here, the menu, the filters; then the page."""

from pathlib import Path

import streamlit as st

from analysis.errors import DashboardError
from pages.shared import blocks, filters, session, sharing, text

COVERAGE = [
    st.Page("pages/coverage/overview.py", title="Overview", default=True),
    st.Page("pages/coverage/explore.py", title="Explore"),
    st.Page("pages/coverage/places.py", title="Places"),
    st.Page("pages/coverage/inclusion.py", title="Inclusion"),
    st.Page("pages/coverage/over_time.py", title="Over time"),
    st.Page("pages/organisations/directory.py", title="Directory"),
]
STEPS = [
    st.Page("pages/decide/gaps.py", title="Gaps"),
    st.Page("pages/decide/shortlist.py", title="Shortlist"),
    st.Page("pages/decide/departures.py", title="Departures"),
]
ACTS = [
    st.Page("pages/decide/pipeline.py", title="Pipeline"),
    st.Page("pages/decide/targets.py", title="Targets"),
    st.Page("pages/decide/scenarios.py", title="Scenarios"),
]
ORGANISATION = st.Page(
    "pages/organisations/organisation.py", title="Organisation", visibility="hidden"
)
DATA = [
    st.Page("pages/data/upload.py", title="Upload"),
    st.Page("pages/data/areas.py", title="Places and need"),
    st.Page("pages/data/fixes.py", title="Fixes"),
    st.Page("pages/data/decisions.py", title="Decisions"),
    st.Page("pages/data/imports.py", title="Imports"),
    st.Page("pages/data/audit.py", title="Audit"),
    st.Page("pages/data/personal_data.py", title="Personal data"),
    st.Page("pages/data/backup.py", title="Backup"),
]
HELP = [st.Page("pages/help/definitions.py", title="Definitions")]

st.set_page_config("Local Plan coverage", "pages/shared/icon.png", layout="wide")
st.html(Path(__file__).parent / "pages" / "shared" / "look.css")
page = st.navigation(
    {
        "Coverage": [*COVERAGE, ORGANISATION],
        "Next steps": [*STEPS, *ACTS],
        "Data": DATA,
        "Help": HELP,
    },
    expanded=True,
)
session.follow_bookmark(page, [*COVERAGE, ORGANISATION, *STEPS, *ACTS, *DATA, *HELP])
shows_coverage = page in (*COVERAGE, *STEPS)
try:
    can_freeze = shows_coverage or page is ORGANISATION
    other_ledger = session.arrive(shows_coverage=shows_coverage, can_freeze=can_freeze)
    if shows_coverage:
        filters.draw(session.words())
    with st.container():  # what comes and goes in here moves nothing that follows to another place
        if session.is_sample():
            blocks.sample_notice()
        text.news()
        text.warned(other_ledger)
        asked = st.empty()
        sharing.frozen()
    page.run()
    if shows_coverage:
        sharing.foot()
    with asked:
        text.warned(filters.unknown())
except DashboardError as fault:
    text.refused(fault)
