"""The page of those who are not in, and at the foot of the menu who is, with the way out."""

import streamlit as st

from analysis.access import LOCAL, NOBODY, Role
from analysis.errors import DashboardError
from analysis.ledger import members
from analysis.report import sentences
from pages.shared import identity, session, text


def arrived() -> Role:
    """What whoever is here may do; whom the configuration names becomes the first admin."""
    try:
        _begin()
        return identity.role()
    except DashboardError:
        return NOBODY  # and `ask` says why


def ask() -> None:
    """Ask whoever is not in to sign in, or say why they are not; nothing more is shown to them.

    Raises
    ------
    DashboardError
        If nobody can be, because sign-in is not set up rightly or the store cannot be opened.
    """
    st.title("Local Plan coverage")
    identity.role()
    try:
        here = identity.person()
    except DashboardError as fault:
        text.refused(fault)
        here = None
    if here is None:
        st.write("Sign in with the account that your hub has invited.")
        _ways_in()
        st.caption("You come in on the overview. If you followed a link, open it again then.")
        return
    text.lines(
        [
            f"You are signed in as {here.address}, who is no member here.",
            "Ask an admin of your hub to invite this address, or sign in with another one.",
        ]
    )
    st.button("Sign out", on_click=st.logout)


def _begin() -> None:
    said = identity.secrets().get(identity.MEMBERS)
    here = identity.person()
    if here and isinstance(said, dict) and said.get("first_admin"):
        members.begin(session.own_store(), here, str(said["first_admin"]))


def foot() -> None:
    """Who is here, as what and until when; on one's own machine, that nobody else is."""
    role = identity.role()
    with st.sidebar:
        if role == LOCAL:
            st.caption("No sign-in is set up: this is for one person, on this machine alone.")
        elif role != NOBODY:
            here = identity.person()
            until = f", until {sentences.moment(here.until)}" if here else ""
            st.caption(text.escaped(f"Signed in as {identity.called()} ({role.name}){until}."))
            st.button("Sign out", on_click=st.logout)


def _ways_in() -> None:
    for provider in identity.providers():
        label = f"Sign in with {provider.label}" if provider.label else "Sign in"
        st.button(
            text.escaped(label),
            key=f"sign in {provider.name}",
            type="primary",
            on_click=st.login,
            args=(provider.name,) if provider.label else (),
        )
