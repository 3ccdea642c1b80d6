"""Targets in a grid: edited, with their effect before anything is recorded, and their history."""

from collections.abc import Sequence

import streamlit as st

from analysis import access
from analysis.database import Database
from analysis.decide import plan
from analysis.decide.plan import LABEL, WHOLE_ROW, Edit
from analysis.ledger import entries
from analysis.ledger.record import HIGHEST_TARGET
from analysis.report import definitions, tables
from analysis.report import plan as told
from analysis.vocabulary import HEADINGS
from pages.shared import blocks, effect, session, text
from pages.shared import history as past
from pages.shared.blocks import Answer

WHY = "why these targets"
UNSAID = "not said yet"


def edit(data: Database, axes: tuple[str, str]) -> tuple[Edit, ...]:
    """Show the targets of two dimensions in a grid; what was changed there and is not recorded."""
    rows, columns = axes
    grid = plan.targets(data, axes)
    numbers = {code: label for code, label in _columns(columns).items() if code in grid}
    changed = st.data_editor(
        grid,
        hide_index=True,
        height="content",
        key=f"targets {rows} {columns} {plan.newest(data.state)}",
        alt="Targets, to be edited",
        placeholder=blocks.MISSING,
        column_config={
            LABEL: st.column_config.TextColumn(HEADINGS[rows], disabled=True, pinned=True),
            **{
                code: st.column_config.NumberColumn(
                    label, min_value=0, max_value=HIGHEST_TARGET, step=1, format="%d"
                )
                for code, label in numbers.items()
            },
        },
    )
    blocks.counted(definitions.TARGETS)
    return plan.edits(grid, changed, axes)


def offer(data: Database, axes: Sequence[str], edited: tuple[Edit, ...]) -> None:
    """Show what edits would change, ask why, and offer to record them all."""
    st.header("What this would change")
    text.bullets(told.of_edits(edited))
    drafts = plan.drafts(data.state, edited, access.me(), UNSAID)
    effect.show("targets", session.supposing(drafts), "With these targets.", axes)
    st.text_input("Why (shown with cells that do not apply, and in the history)", key=WHY)
    st.caption(text.escaped(f"Recorded as {access.me()}."))
    given = (_record, data, edited)
    st.button("Record these targets", type="primary", on_click=session.attempt, args=given)


def history() -> None:
    """Every target with who set it, when and why, and the way back."""
    st.header("History")
    every = told.of_targets(entries.entries(session.store()))
    if not every:
        st.write("Nothing is set yet: every cell has the usual target of 2 partners.")
        return
    base = "Every target and what does not apply, the newest first."
    table = tables.of_history(every)
    blocks.table(Answer("target history", "History of the targets", table, base, filtered=False))
    past.undo_one_of(every)


def _columns(dimension: str) -> dict[str, str]:
    terms = session.words().frame(dimension)
    every = f"Every {HEADINGS[dimension].lower()}"
    return {WHOLE_ROW: every, **{term.code: term.short_label for term in terms}}


def _record(data: Database, edited: tuple[Edit, ...]) -> str:
    why = session.typed(WHY)
    drafts = plan.drafts(data.state, edited, access.me(), why)
    return told.recorded(entries.append_all(session.store(), drafts, after=data.state.number))
