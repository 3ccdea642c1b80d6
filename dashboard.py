"""The dashboard: who is here, the menu, the filters; then the page."""

from pathlib import Path

import streamlit as st

from analysis import access
from analysis.access import NOBODY
from analysis.errors import DashboardError
from pages.shared import blocks, filters, menu, run, session, sharing, sign_in, text


def show(place: menu.Place) -> None:
    """The page of one place, with what stands around every page."""
    other_ledger = session.arrive(
        place.needs, shows_coverage=place.shows_coverage, can_freeze=place.can_freeze
    )
    if place.shows_coverage:
        filters.draw(session.words())
    sign_in.foot()  # some pages end early, and it must not go with what follows
    with st.container():  # what comes and goes in here moves nothing that follows to another place
        if session.is_sample():
            blocks.sample_notice()
        text.news()
        text.warned(other_ledger)
        asked = st.empty()
        sharing.frozen()
    page.run()
    if place.shows_coverage:
        sharing.foot()
    with asked:
        text.warned(filters.unknown())


st.set_page_config("Local Plan coverage", "pages/shared/icon.png", layout="wide")
st.html(Path(__file__).parent / "pages" / "shared" / "look.css")
with run.one_run():
    role = sign_in.arrived()
    pages = menu.pages(role)
    page = st.navigation(pages, expanded=True, position="hidden" if role == NOBODY else "sidebar")
    menu.follow_bookmark(page, [each for listed in pages.values() for each in listed])
    here = menu.opened(page)
    try:
        if role == NOBODY:
            sign_in.ask()
        elif access.may(role, here.needs):
            show(here)
        else:
            st.title(here.title)
            st.info(text.escaped(access.refusal(role, here.needs)))
            sign_in.foot()
    except DashboardError as fault:
        text.refused(fault)
