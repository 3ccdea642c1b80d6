"""A wording and what it means: decided once, for every import, past and future."""

import pandas as pd
import streamlit as st

from analysis.access import Action
from analysis.decide.meaning import suggestion
from analysis.ledger import record
from analysis.ledger.entries import Payload
from analysis.report import tables
from analysis.vocabulary import HEADINGS, STAGE
from pages.shared import blocks, effect, identity, reasons, session, text, uploads
from pages.shared.blocks import Answer

WHY = "why this wording"
OUTSIDE = "Outside the hub"
NO_ANSWER = "Not an answer"


def show(file: str, used: pd.DataFrame) -> None:
    """List the words of a file with what each means, and let any be said to mean another thing."""
    title = f"Wordings in {file}"
    table = tables.of_wordings(used, session.words())
    unknown = int(table["Means"].str.startswith(tables.NOT_UNDERSTOOD).sum())
    doubtful = int((table["Told by"] == tables.BY_WORDS).sum())
    counted = f"{len(used)}, {unknown} not understood, {doubtful} told by their words"
    with st.expander(f"{text.escaped(title)} ({counted})", expanded=bool(unknown or doubtful)):
        base = "Each answer to a multiple choice, and each stage, as it was written."
        blocks.table(Answer(title, title, table, base, "this upload", filtered=False))
        names = tables.wording_names(used)
        left, right = st.columns(2)
        with left:
            name = st.selectbox(
                "Wording to change",
                list(names),
                index=None,
                key=f"wording {file}",
                placeholder="Choose a wording",
            )
        if name is not None:
            with right:
                _say(*names[name])


def _say(dimension: str, wording: str) -> None:
    meanings = _meanings(dimension)
    suggested = suggestion(session.words(), dimension, wording)
    known = [name for name, code in meanings.items() if code == suggested]
    key = f"say {dimension} {wording}"
    st.selectbox(
        "It means",
        list(meanings),
        index=None,
        key=key,
        placeholder=f"Choose; the nearest we know is {known[0]}" if known else "Choose",
        on_change=_tell,
        args=(key, dimension, wording),
    )


def _tell(key: str, dimension: str, wording: str) -> None:
    means = _meanings(dimension).get(str(session.chosen(key)))
    if means:
        uploads.tell_wording(record.wording_payload(dimension, wording, means))


def decide(dimension: str, wording: str) -> None:
    """Ask whoever may decide it what a wording means, show the effect, and offer to record it.

    `wording` is the key that all spellings of it share, or any of them.
    """
    if not identity.may(Action.WORDING):
        return
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
    after = session.supposing([record.wording_draft(payload, identity.name())])
    effect.show("decided", after, "With this meaning.")
    reasons.ask("Why (for the history)", WHY)
    given = (_record, payload)
    st.button("Record what it means", type="primary", on_click=session.attempt, args=given)


def _record(payload: Payload) -> str:
    store = session.store()
    by = identity.by(Action.WORDING)
    entry = record.record_wording(store, payload, by, reasons.given(WHY))
    return f"Recorded as entry {entry}: it holds for every import. Undo it on the Decisions page."
