"""The ledger's entries as choices, and the act of taking one back."""

from collections.abc import Sequence

import streamlit as st

from analysis.errors import DashboardError
from analysis.ledger import record
from analysis.ledger.entries import Entry
from analysis.ledger.state import undone
from analysis.report import sentences
from pages.shared import session


def open_entries(told: Sequence[Entry]) -> dict[str, int]:
    """The entries that can be taken back, newest first, named as a person would."""
    gone = undone(told)
    standing = [
        entry for entry in reversed(told) if entry.number not in gone and entry.kind != "note"
    ]
    return {f"{entry.number}: {sentences.of_entry(entry)}": entry.number for entry in standing}


def undo(number: int, why: str) -> None:
    """Take an entry back and say so; a second click finds it already done."""
    try:
        entry = record.record_undo(session.store(), number, session.who(), why)
        st.toast(f"Entry {number} is undone. Undo entry {entry} to bring it back.")
    except DashboardError as fault:
        st.toast(str(fault))
