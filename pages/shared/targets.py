"""Targets and priorities in a grid: edited, with their effect shown first, and their history."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.access import Action
from analysis.database import Database
from analysis.decide import gaps, plan
from analysis.decide.plan import LABEL, WHOLE_ROW, Edit
from analysis.errors import DashboardError
from analysis.ledger import entries
from analysis.ledger.record import HIGHEST_TARGET, PRIORITY, TARGET
from analysis.report import definitions, tables
from analysis.report import gaps as ranked
from analysis.report import plan as told
from analysis.vocabulary import DIMENSIONS, HEADINGS
from pages.shared import blocks, effect, filters, identity, reasons, session, text
from pages.shared import history as past
from pages.shared.blocks import Answer
from pages.shared.drill import View

WHY = "why these targets"
UNSAID = "not said yet"
WHOLE = "The whole cells"
GRIDS = {"Targets": TARGET, "Priorities": PRIORITY}


def within(axes: Sequence[str]) -> tuple[str, ...]:
    """The term that each cell of the grid is within, besides its two; none for the whole cells."""
    terms = {
        f"{HEADINGS[dimension]}: {term.short_label}": term.name
        for dimension in DIMENSIONS
        if dimension not in axes
        for term in session.words().frame(dimension)
    }
    name = terms.get(filters.pick("within", "Only within", [WHOLE, *terms]))
    return (name,) if name else ()


def edit(view: View, axes: tuple[str, str], inside: tuple[str, ...]) -> tuple[Edit, ...]:
    """Show targets or priorities in a grid; what was changed there and is not recorded."""
    data, kind = view.data, GRIDS[filters.pick("set", "What to set", list(GRIDS))]
    shown = [term for term in view.chosen.chosen if term.partition(":")[0] in axes]
    key = " ".join([kind, *axes, str(plan.newest(data.state, kind)), *inside, *shown])
    edited = change(plan.grid(data, axes, kind, view.chosen, inside), axes, kind, key, inside)
    blocks.counted(definitions.TARGETS)
    return edited


def change(
    grid: pd.DataFrame,
    axes: tuple[str, str],
    kind: str,
    key: str,
    inside: tuple[str, ...] = (),
) -> tuple[Edit, ...]:
    """Show a grid of the plan to be edited, unless a link froze it; what was changed in it."""
    rows, columns = axes
    changed = st.data_editor(
        grid,
        hide_index=True,
        disabled=bool(session.frozen()),
        height="content",
        key=key,
        alt=f"{kind.capitalize()}, to be edited",
        placeholder=blocks.MISSING,
        column_config={
            LABEL: st.column_config.TextColumn(HEADINGS[rows], disabled=True, pinned=True),
            **{
                code: st.column_config.CheckboxColumn(label)
                if kind == PRIORITY
                else st.column_config.NumberColumn(
                    label, min_value=0, max_value=HIGHEST_TARGET, step=1, format="%d"
                )
                for code, label in _columns(columns).items()
            },
        },
    )
    return plan.edits(grid, changed, axes, kind, inside)


def offer(view: View, edited: tuple[Edit, ...]) -> None:
    """Show what edits would change, ask why, and offer to record them all."""
    st.header("What this would change")
    text.bullets(told.of_edits(edited))
    data, axes, chosen = view.data, view.axes, view.chosen
    after = session.supposing(plan.drafts(data.state, edited, identity.name(), UNSAID))
    effect.show("targets", after, "With these targets.", axes, chosen)
    then = ranked.ranked(gaps.gaps(after, axes, chosen), axes)
    text.lines([f"{then} That is the order of Gaps then."])
    reasons.ask("Why (shown with these cells, and in the history)", WHY)
    st.caption(text.escaped(f"Recorded as {identity.called()}."))
    given = (_record, data, edited)
    st.button("Record these changes", type="primary", on_click=session.attempt, args=given)


def history() -> None:
    """Every target and priority with who set it, when and why, and the way back."""
    st.header("History")
    every = told.of_plan(identity.told(session.told()))
    if not every:
        st.write("Nothing is set yet: every cell has the usual target of 2 partners.")
        return
    base = "Every target, priority and what does not apply, the newest first."
    table = tables.of_history(every)
    blocks.table(Answer("target history", "History of the targets", table, base, filtered=False))
    past.undo_one_of(every)


def _columns(dimension: str) -> dict[str, str]:
    terms = session.words().frame(dimension)
    every = f"Every {HEADINGS[dimension].lower()}"
    return {WHOLE_ROW: every, **{term.code: term.short_label for term in terms}}


def _record(data: Database, edited: tuple[Edit, ...]) -> str:
    by, why = identity.by(Action.TARGET), reasons.given(WHY)
    drafts = plan.drafts(data.state, edited, by, why)
    if not drafts:
        raise DashboardError("Nothing was said of these cells alone, so nothing is taken back.")
    one = entries.as_one(drafts)
    return told.recorded(entries.append_all(session.store(), one, after=data.state.number))
