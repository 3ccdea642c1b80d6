"""The ledger's entries as choices, and the act of taking one back."""

from collections.abc import Sequence

import streamlit as st

from analysis import access
from analysis.access import Action
from analysis.ledger import entries, permits, places, record
from analysis.ledger.chain import MEMBER
from analysis.ledger.entries import Entry
from analysis.ledger.record import NOTE, REPORT
from analysis.ledger.state import FINAL, undone
from analysis.report import history
from pages.shared import effect, filters, identity, reasons, session, text

WHY = "why undo"
NO_DECISION = ("import", "undo", NOTE, REPORT, places.BOUNDARIES, places.FIGURES, *FINAL)


def shown(told: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries that whoever is here may see: who is a member is for admins."""
    return tuple(e for e in told if e.kind != MEMBER or identity.may(Action.MEMBERS))


def decisions(told: Sequence[Entry]) -> tuple[Entry, ...]:
    """The decisions that stand: neither files taken in, nor what was taken back."""
    gone = undone(told)
    return tuple(e for e in told if e.number not in gone and e.kind not in NO_DECISION)


def open_entries(told: Sequence[Entry]) -> dict[str, int]:
    """The entries that can be taken back, newest first, named as a person would."""
    gone = undone(told)
    kept = gone | {entry.number for entry in told if _is_final(entry)}
    standing = [entry for entry in reversed(told) if entry.number not in kept]
    return {f"{entry.number}: {history.of_entry(entry)}": entry.number for entry in standing}


def undo_one_of(told: Sequence[Entry]) -> None:
    """Let one of some entries be chosen, and offer to take it back; not in frozen data."""
    if session.frozen():
        return
    names = open_entries(told)
    name = filters.pick_any("undo", "Take back", list(names), "Choose an entry to take back")
    if name is not None:
        offer_undo(names[name])


def offer_undo(number: int) -> None:
    """Show what taking an entry back would change, ask why, and offer to do it."""
    if not identity.may(_needed(number)):
        st.write(access.refusal(identity.role(), _needed(number)))
        return
    st.subheader("What this would change")
    told = entries.entries(session.store())
    saved = record.together(told, number)
    label = f"Only entry {number}: what was saved with it ({len(saved) - 1}) stays"
    only = len(saved) > 1 and st.toggle(label, key=f"only {number}")
    numbers = (number,) if only else saved
    with text.apart():
        after = session.supposing(record.undo_drafts(told, number, identity.name(), only=only))
        effect.show("undone", after, f"Without {history.named(numbers)}.")
    reasons.ask("Why (for the history)", WHY)
    given = (_undo, number, numbers)
    these = "this entry" if len(numbers) == 1 else f"these {len(numbers)} entries"
    st.button(f"Undo {these}", type="primary", on_click=session.attempt, args=given)


def _undo(number: int, numbers: Sequence[int]) -> str:
    """Take back an entry, alone or with all that was saved with it; say how to return."""
    for each in numbers:
        identity.by(_needed(each))
    by, why, only = identity.name(), reasons.given(WHY), len(numbers) == 1
    entry = record.record_undo(session.store(), number, by, why, only=only)
    return history.taken_back(numbers, entry)


def _needed(number: int) -> Action:
    return permits.to_undo(entries.entries(session.store()), number)


def _is_final(entry: Entry) -> bool:
    """Whether an entry only tells of what has happened."""
    return entry.kind in FINAL or (entry.kind == NOTE and not entry.payload)
