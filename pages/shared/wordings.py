"""A wording and what it means: decided once, for every import, past and future."""

import streamlit as st

from analysis import access
from analysis.decide.meaning import suggestion
from analysis.ledger import record
from analysis.ledger.entries import Payload
from analysis.vocabulary import HEADINGS, STAGE
from pages.shared import effect, session, text

WHY = "why this wording"
OUTSIDE = "Outside the hub"
NO_ANSWER = "Not an answer"


def decide(dimension: str, wording: str) -> None:
    """Ask what a wording means, show what that would change, and offer to record it.

    `wording` is the key that all spellings of it share, or any of them.
    """
    meanings = _meanings(dimension)
    suggested = suggestion(session.words(), dimension, wording)
    if suggested:
        label = session.words().term(dimension, suggested).label
        text.lines([f"The nearest wording we know means: {label}. It is yours to decide."])
    label = text.escaped(f"“{wording}” means this {HEADINGS[dimension].lower()}")
    means = st.selectbox(
        label,
        list(meanings),
        index=list(meanings.values()).index(suggested) if suggested else None,
        key=f"means {dimension} {wording}",
        placeholder="Choose what it means",
    )
    if means is not None:
        _offer(dimension, wording, meanings[means])


def _meanings(dimension: str) -> dict[str, str]:
    """What a wording can mean, by the words shown: each term, and the two ways to mean none."""
    terms = {term.label: term.code for term in session.words().of(dimension)}
    outside = {} if dimension == STAGE else {OUTSIDE: record.OUTSIDE}
    return {**terms, **outside, NO_ANSWER: record.NO_ANSWER}


def _offer(dimension: str, wording: str, means: str) -> None:
    payload = record.wording_payload(dimension, wording, means)
    st.subheader("What this would change")
    after = session.supposing(record.WORDING, payload)
    effect.show("decided", after, "With this meaning.")
    st.text_input("Why (for the history)", key=WHY)
    given = (_record, payload)
    st.button("Record what it means", type="primary", on_click=session.attempt, args=given)


def _record(payload: Payload) -> str:
    store = session.store()
    entry = record.record_wording(store, payload, access.me(), session.typed(WHY))
    return f"Recorded as entry {entry}: it holds for every import. Undo it on the Decisions page."
