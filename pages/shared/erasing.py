"""Somebody's data on a page: found, written out for them, or erased for good."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from analysis.access import Action
from analysis.errors import DashboardError
from analysis.keeping import access_request, erase, looks, subject
from analysis.keeping.subject import Subject
from analysis.ledger.entries import Store
from analysis.report import keeping as told
from analysis.report.export import as_xlsx
from pages.shared import identity, reasons, session, text

WHAT, NAME, ALSO, WHY = "erase what", "erase name", "erase also", "why erase"
PERSON, ORGANISATION = "A person", "An organisation"


def due_table(found: pd.DataFrame) -> pd.DataFrame:
    """What is due, in people's words."""
    headers = ["Organisation", "Counts as", "Last confirmed", "Due since", "Why"]
    return found.set_axis(headers, axis="columns")


def ask() -> Subject | None:
    """Whom it is about, found by name; none where nobody was named or nothing is kept of them."""
    what = st.selectbox("Who", [PERSON, ORGANISATION], key=WHAT)
    name = st.text_input("Name, or a person's e-mail address", key=NAME).strip()
    also = st.text_input("Other words for the person, such as a phone number", key=ALSO).strip()
    if not name:
        return None
    store = session.own_store()
    try:
        if what == ORGANISATION:
            return subject.organisation(store, name)
        return subject.person(store, name, [also] if also else [])
    except DashboardError as fault:
        text.refused(fault)
        return None


def found(whom: Subject) -> list[str]:
    """What an erasure would take out."""
    try:
        return told.of_plan(erase.plan(session.own_store(), whom))
    except DashboardError as fault:
        return [str(fault)]


def offer_copy(whom: Subject) -> None:
    """Write out all that is kept of a person, once it is on record that it was asked for."""
    if whom.what != subject.PERSON:
        return
    store, by = session.own_store(), identity.later(Action.ERASE)
    st.download_button(
        "What is kept of them (Excel)",
        lambda: _copy(store, whom, by),
        "what-is-kept.xlsx",
        key="copy",
        on_click="ignore",
    )
    st.caption(told.READ_FIRST)


def offer_erasure(whom: Subject) -> None:
    """Erase them, for good."""
    st.subheader("Erase for good")
    st.write(told.ELSEWHERE)
    reasons.ask("Why (stays in the history; no names)", WHY)
    sure = st.checkbox("I know that this cannot be undone.", key="sure")
    given = (_erase, whom)
    st.button("Erase", disabled=not sure, on_click=session.attempt, args=given)


def _copy(store: Store, whom: Subject, by: Callable[[], str]) -> bytes:
    acting, kept = by(), access_request.kept_of(store, whom)
    looks.record(store, looks.PERSON, {"cells": len(kept)}, acting)
    return as_xlsx(told.access_request(kept, whom))


def _erase(whom: Subject) -> str:
    store, by = session.own_store(), identity.by(Action.ERASE)
    done = erase.erase(store, erase.plan(store, whom), by, reasons.given(WHY))
    for key in (NAME, ALSO):
        session.typed(key)
    session.forget()
    return " ".join(told.of_erased(done))
