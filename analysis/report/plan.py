"""Edited targets in words."""

from collections.abc import Iterable

from analysis.decide.plan import KINDS, Edit
from analysis.ledger.entries import Entry
from analysis.ledger.record import PRIORITY
from analysis.report import history
from analysis.report.sentences import counted


def of_edits(edits: Iterable[Edit]) -> list[str]:
    """What each edit says, before anything is recorded."""
    return [f"{history.of_terms(edit.terms)}: {_new(edit)}." for edit in edits]


def of_plan(told: Iterable[Entry]) -> tuple[Entry, ...]:
    """Every target, statement that cells do not apply and priority, and what took them back."""
    kinds = frozenset().union(*KINDS.values())
    return history.of_those(told, lambda entry: entry.kind in kinds)


def recorded(numbers: tuple[int, ...]) -> str:
    """What was recorded, and the way back."""
    first = f"entry {numbers[0]}" if len(numbers) == 1 else f"entries {numbers[0]} to {numbers[-1]}"
    it = "It can be undone below." if len(numbers) == 1 else "They can be undone below, as one."
    return f"{counted(len(numbers), 'change')} recorded ({first}). {it}"


def _new(edit: Edit) -> str:
    if edit.value is None:
        return "what was said of it alone is taken back"
    if edit.kind == PRIORITY:
        return "a priority of the plan" if edit.value else "no priority of the plan"
    return f"a target of {counted(edit.value, 'partner')}" if edit.value else "not applicable"
