"""One organisation's open enquiries: what they would add, moved on, noted, and their history."""

from datetime import date

import pandas as pd
import streamlit as st

from analysis import organisations, questions
from analysis.access import Action
from analysis.database import Database
from analysis.decide import pipeline
from analysis.decide.pipeline import Note
from analysis.ledger import entries
from analysis.ledger.entries import Draft
from analysis.report import history as past
from analysis.report import pipeline as told
from analysis.report import tables
from analysis.vocabulary import STAGE
from pages.shared import (
    blocks,
    effect,
    history,
    identity,
    organisation,
    planning,
    reasons,
    session,
    text,
)
from pages.shared.blocks import Answer
from pages.shared.drill import View

WHY = "why moved on"
FIELDS = ("next_action", "due", "owner", "text")


def show(view: View, waiting: pd.Series) -> None:
    """What one organisation would add, how to move it on, what is noted of it, and its history."""
    text.lines(told.told(waiting, questions.coverage(view.data, view.axes, view.chosen)))
    organisation.link(str(waiting["name"]))
    if planning.can_record():
        _move(view, waiting)
        _note(view.data, waiting)
    _history(view.data, waiting)


def _move(view: View, waiting: pd.Series) -> None:
    st.header("Move it on")
    data = view.data
    stages = {term.label: term.code for term in session.words().of(STAGE)}
    others = [label for label, code in stages.items() if code != waiting["stage"]]
    label = st.selectbox(
        "To stage",
        others,
        index=None,
        key=f"move {waiting['organisation_key']} {data.state.number}",
        placeholder="Choose a stage to see what it would change",
    )
    if label is not None:
        moved = pipeline.moved(waiting, stages[label], identity.name(), "")
        after, base = session.supposing([moved]), f"At stage {label}."
        effect.show("moved", after, base, view.axes, view.chosen)
        reasons.ask("Why (for the history)", WHY)
        given = (_record_move, data, waiting, stages[label])
        st.button("Record the move", type="primary", on_click=session.attempt, args=given)


def _note(data: Database, waiting: pd.Series) -> None:
    st.header("What is to be done next")
    st.write(
        "Planners, editors and admins may read this, and it is kept for good: no personal "
        "details. Contacts stand on the organisation's own page."
    )
    keys = {name: f"{name} {waiting['organisation_key']} {waiting['noted']}" for name in FIELDS}
    known = {name: None if pd.isna(waiting[name]) else waiting[name] for name in FIELDS}
    with st.form(f"note {keys['text']}", enter_to_submit=False):
        st.text_input("Next action", known["next_action"] or "", key=keys["next_action"])
        st.date_input("Due", known["due"], key=keys["due"], format="DD/MM/YYYY")
        st.text_input("Owner (a role, or who in the team)", known["owner"] or "", key=keys["owner"])
        st.text_area("Note", known["text"] or "", key=keys["text"])
        given = (_record_note, data, str(waiting["organisation_key"]), keys)
        st.form_submit_button("Record the note", on_click=session.attempt, args=given)
    for name in ("next_action", "owner", "text"):
        reasons.point_out(keys[name], may_name=name == "owner")


def _history(data: Database, waiting: pd.Series) -> None:
    concerns = pipeline.concerns(data.state, str(waiting["organisation_key"]))
    own = past.of_those(identity.told(session.told()), concerns)
    if own:
        st.header("Moves and notes")
        title = f"Moves and notes of {waiting['name']}"
        base = "As recorded, the newest first."
        called = past.by_name(own, organisations.names(data))
        blocks.table(Answer("its moves", title, tables.of_history(called), base, filtered=False))
        history.undo_one_of(own)


def _record_move(data: Database, waiting: pd.Series, stage: str) -> str:
    by = identity.by(Action.STAGE)
    moved = pipeline.moved(waiting, stage, by, reasons.given(WHY))
    return f"{waiting['name']} is moved on (entry {_append(data, moved)}). Undo it on Imports."


def _record_note(data: Database, key: str, keys: dict[str, str]) -> str:
    by = identity.by(Action.NOTE)
    said = {name: session.chosen(keys[name]) for name in FIELDS}
    due = said["due"]
    note = Note(
        str(said["next_action"] or ""),
        due if isinstance(due, date) else None,
        str(said["owner"] or ""),
        str(said["text"] or ""),
    )
    return f"Noted (entry {_append(data, pipeline.noted(data, key, note, by))})."


def _append(data: Database, draft: Draft) -> int:
    return entries.append_all(session.store(), [draft], after=data.state.number)[0]
