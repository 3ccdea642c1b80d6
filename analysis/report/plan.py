"""Edited targets in words."""

from collections.abc import Iterable

from analysis.decide.plan import KINDS, Edit
from analysis.ledger.entries import Entry
from analysis.report import history
from analysis.report.sentences import counted


def of_edits(edits: Iterable[Edit]) -> list[str]:
    """What each edit says, before anything is recorded."""
    return [f"{history.of_terms(edit.terms)}: {_new(edit.target)}." for edit in edits]


def of_targets(told: Iterable[Entry]) -> tuple[Entry, ...]:
    """Every target and statement that cells do not apply, and what took them back."""
    return history.of_those(told, lambda entry: entry.kind in KINDS)


def recorded(numbers: tuple[int, ...]) -> str:
    """What was recorded, and the way back."""
    first = f"entry {numbers[0]}" if len(numbers) == 1 else f"entries {numbers[0]} to {numbers[-1]}"
    return f"{counted(len(numbers), 'change')} recorded ({first}). Each can be undone below."


def _new(target: int | None) -> str:
    if target is None:
        return "its own target is taken back"
    return f"a target of {counted(target, 'partner')}" if target else "not applicable"
