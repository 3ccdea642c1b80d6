"""Every page: where it lies, what it is called, and what it takes to open it."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import Page

from analysis import access
from analysis.access import Action, Role
from pages.shared import identity


@dataclass(frozen=True)
class Place:
    """A page of the menu, by its script under `pages/` without its ending.

    One that `shows_coverage` can be narrowed by the filters; what it shows can be frozen by a
    link, as on a page that `can_freeze` without them.
    """

    script: str
    title: str
    needs: Action = Action.SEE
    shows_coverage: bool = False
    can_freeze: bool = False
    is_listed: bool = True

    @property
    def file(self) -> str:
        """Where its script lies, as links name it."""
        return f"pages/{self.script}.py"


def _coverage(script: str, title: str, needs: Action = Action.SEE) -> Place:
    return Place(script, title, needs, shows_coverage=True, can_freeze=True)


# By the headings of the menu, in its order; the first page of all is where a visit begins.
MENU = {
    "Coverage": (
        _coverage("coverage/overview", "Overview"),
        _coverage("coverage/explore", "Explore"),
        _coverage("coverage/places", "Places"),
        _coverage("coverage/inclusion", "Inclusion"),
        _coverage("coverage/over_time", "Over time"),
        _coverage("coverage/report", "Report"),
        _coverage("organisations/directory", "Directory"),
        Place("organisations/organisation", "Organisation", can_freeze=True, is_listed=False),
    ),
    "Next steps": (
        _coverage("decide/gaps", "Gaps"),
        _coverage("decide/shortlist", "Shortlist"),
        _coverage("decide/departures", "Departures"),
        _coverage("decide/pipeline", "Pipeline", Action.NOTE),
        _coverage("decide/targets", "Targets", Action.TARGET),
        _coverage("decide/scenarios", "Scenarios", Action.SCENARIO),
    ),
    "Data": (
        Place("data/upload", "Upload", Action.UPLOAD),
        Place("data/areas", "Places and need", Action.UPLOAD),
        Place("data/fixes", "Fixes", Action.WORDING),
        Place("data/decisions", "Decisions", Action.HISTORY),
        Place("data/imports", "Imports", Action.HISTORY),
        Place("data/members", "Members", Action.MEMBERS),
        Place("data/audit", "Audit", Action.AUDIT),
        Place("data/personal_data", "Personal data", Action.ERASE),
        Place("data/backup", "Backup", Action.BACKUP),
    ),
    "Help": (Place("help/definitions", "Definitions"),),
}
EVERY = tuple(place for places in MENU.values() for place in places)


def pages(role: Role) -> dict[str, list[Page]]:
    """The pages as Streamlit has them; those that a role may not open are not in the menu.

    They are still there by their address, where `dashboard.py` says what they take.
    """
    return {heading: [_page(place, role) for place in places] for heading, places in MENU.items()}


def opened(page: Page) -> Place:
    """What the menu says of a page."""
    return next(place for place in EVERY if page.url_path in ("", _address(place)))


def link(script: str, label: str, **asked: str | list[str]) -> None:
    """The way to a page, where it may be opened; `asked` is for its address."""
    place = next(place for place in EVERY if place.script == script)
    if identity.may(place.needs):
        st.page_link(place.file, label=label, query_params=asked or None)


def _page(place: Place, role: Role) -> Page:
    is_shown = place.is_listed and access.may(role, place.needs)
    return st.Page(
        place.file,
        title=place.title,
        default=place == EVERY[0],
        visibility="visible" if is_shown else "hidden",
    )


def _address(place: Place) -> str:
    return place.script.rpartition("/")[2]


def follow_bookmark(page: Page, pages: Sequence[Page]) -> None:
    """Go to the page that the address names, where Streamlit opened the first one instead.

    It does so for the first visitor of a process that `streamlit run` started.
    """
    asked = str(st.context.url or "").split("?")[0].rstrip("/").rpartition("/")[2]
    for other in pages:
        if other.url_path == asked != page.url_path and not page.url_path:
            st.switch_page(other, query_params=st.query_params)
