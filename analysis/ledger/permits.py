"""What it takes to record an entry of each kind, and so to take one back."""

from collections.abc import Sequence
from typing import cast

from analysis.access import Action
from analysis.ledger import places, record, same
from analysis.ledger.entries import Entry
from analysis.ledger.state import FORM_CHOICES, STAGE_CHANGE

NEEDS = {
    "import": Action.UPLOAD,
    FORM_CHOICES: Action.UPLOAD,
    places.BOUNDARIES: Action.UPLOAD,
    places.FIGURES: Action.UPLOAD,
    record.WORDING: Action.WORDING,
    same.KIND: Action.JOIN,
    "keep-both": Action.JOIN,
    STAGE_CHANGE: Action.STAGE,
    record.CONFIRMATION: Action.STAGE,
    record.NOTE: Action.NOTE,
    record.SCENARIO: Action.SCENARIO,
    record.TARGET: Action.TARGET,
    record.NOT_APPLICABLE: Action.TARGET,
    record.PRIORITY: Action.TARGET,
    record.REPORT: Action.REPORT,
}


def to_undo(told: Sequence[Entry], number: int) -> Action:
    """What it takes to take an entry back: what it took to record it; of an undo, what it undid.

    A kind that is not known here is for admins.
    """
    entry = next((entry for entry in told if entry.number == number), None)
    while entry and entry.kind == "undo":
        entry = told[cast(int, entry.payload["entry"]) - 1]
    return NEEDS.get(entry.kind, Action.ERASE) if entry else Action.HISTORY
