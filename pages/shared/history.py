"""The ledger's entries as choices, and the act of taking one back."""

from collections.abc import Sequence

from analysis import access
from analysis.ledger import record
from analysis.ledger.entries import Entry
from analysis.ledger.state import undone
from analysis.report import history
from pages.shared import session


def open_entries(told: Sequence[Entry]) -> dict[str, int]:
    """The entries that can be taken back, newest first, named as a person would."""
    gone = undone(told)
    standing = [
        entry for entry in reversed(told) if entry.number not in gone and entry.kind != "note"
    ]
    return {f"{entry.number}: {history.of_entry(entry)}": entry.number for entry in standing}


def undo(number: int, why: str) -> str:
    """Take an entry back, for the reason typed in the field of that key; say how to return."""
    entry = record.record_undo(session.store(), number, access.me(), session.typed(why))
    return f"Entry {number} is undone. Undo entry {entry} to bring it back."
