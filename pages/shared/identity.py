"""Who is here and what they may do, asked anew in each run and at each click.

Nothing of it is kept between runs: a member who was removed, or whose sign-in has ended, is
refused by the next thing they do.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import streamlit as st

from analysis import access, signing
from analysis.access import LOCAL, NOBODY, Action, Role
from analysis.errors import DashboardError
from analysis.ledger import members
from analysis.ledger.entries import Entry, Store
from analysis.ledger.members import Member
from analysis.signing import Person, Provider
from pages.shared import run, session

Given = ParamSpec("Given")

MEMBERS = "members"  # the section of the secrets that names the first admin


def providers() -> tuple[Provider, ...]:
    """Where people sign in here; nowhere where one person has it on their own machine.

    Raises
    ------
    DashboardError
        If sign-in is set up, and not rightly: then nobody is let in.
    """
    auth = secrets().get("auth")
    return signing.providers(auth) if isinstance(auth, Mapping) else ()


def secrets() -> Mapping[str, object]:
    """What Streamlit's secrets say; nothing where there are none.

    Raises
    ------
    DashboardError
        If there are and they cannot be read: they may have meant to keep people out.
    """
    try:
        return st.secrets.to_dict()
    except (OSError, UnicodeDecodeError) as fault:  # none there is one of these too
        files = [Path(file) for file in st.get_option("secrets.files")]
        there = next((file for file in files if file.exists()), None)
        if there is None:
            return {}
        raise DashboardError(f"{there} cannot be read, so nobody is let in: {fault}") from fault


def person() -> Person | None:
    """Who has signed in; None where nobody has.

    Raises
    ------
    DashboardError
        If their sign-in does not hold, or no longer.
    """
    return signing.person(st.user.to_dict(), providers(), datetime.now(UTC))


def role() -> Role:
    """What whoever is here may do now.

    Raises
    ------
    DashboardError
        If sign-in is not set up rightly, or not at all and others than this machine are answered.
    """
    if providers():
        return members.role_of(_member())
    signing.alone(st.get_option("server.address"), st.get_option("server.allowedHosts"))
    return LOCAL


def may(action: Action) -> bool:
    """Whether whoever is here may do something, so that it can be offered."""
    return access.may(role(), action)


def name() -> str:
    """What the history calls whoever is here: a member by their number, never by their address."""
    if not providers():
        return access.local()
    member = _member()
    return member.signature if member else NOBODY.name


def called() -> str:
    """What whoever is here is called where they read it themselves."""
    member = _member() if providers() else None
    return member.address if member else access.local()


def by(action: Action) -> str:
    """Who acts, for the history, once it is certain that they may.

    Raises
    ------
    DashboardError
        If they may not.
    """
    access.require(role(), action)
    return name()


def later(action: Action) -> Callable[[], str]:
    """Who acts, asked once they do: a download is made after the run that offered it has ended."""
    here, store = person(), session.own_store()

    def acting() -> str:
        return _still(store, here, action)

    return acting if providers() else lambda: by(action)


def told(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Entries with those who recorded them called by their address, for those who may know it."""
    known = members.names(session.own_store()) if may(Action.HISTORY) else {}
    return members.called(entries, known)


def fragment(draw: Callable[Given, None]) -> Callable[Given, None]:
    """A part of a page that is drawn again by itself, as long as its page may be seen."""

    @st.fragment
    @wraps(draw)
    def drawn(*given: Given.args, **named: Given.kwargs) -> None:
        with run.one_run():
            if not may(session.needs()):
                st.rerun()  # the whole page then says why
            draw(*given, **named)

    return drawn


def _member() -> Member | None:
    """The member who is here; None where nobody is, or no member."""
    return run.once("member", _found)


def _found() -> Member | None:
    try:
        here = person()
    except DashboardError:
        return None
    return members.of_person(session.own_store(), here) if here else None


def _still(store: Store, here: Person | None, action: Action) -> str:
    member = members.of_person(store, here) if here and here.until > datetime.now(UTC) else None
    access.require(members.role_of(member), action)
    return member.signature if member else NOBODY.name
