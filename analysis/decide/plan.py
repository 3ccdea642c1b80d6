"""The targets of the plan as a grid to edit, and the entries that an edit would record."""

from collections.abc import Sequence
from dataclasses import dataclass
from numbers import Integral
from typing import cast

import pandas as pd

from analysis import questions
from analysis.database import Database
from analysis.errors import DashboardError
from analysis.ledger import record
from analysis.ledger.entries import Draft, Entry
from analysis.ledger.record import NOT_APPLICABLE, TARGET
from analysis.ledger.state import State

LABEL, WHOLE_ROW = "label", "whole row"
KINDS = (TARGET, NOT_APPLICABLE)


@dataclass(frozen=True)
class Edit:
    """A target for every cell that has all of `terms`, written as "dimension:code".

    0 says that they are not applicable; None takes back what was said of these very terms.
    """

    terms: tuple[str, ...]
    target: int | None


def targets(database: Database, axes: Sequence[str]) -> pd.DataFrame:
    """The targets of two dimensions' cells as they stand.

    Returns
    -------
    DataFrame
        One row per term of the first dimension, by its code: `label`; `whole row` (what was said
        of the row as such, null where nothing was); and a column for each code of the second, with
        the target that counts. 0 is not applicable.
    """
    cells = questions.coverage(database, axes)
    shown = cells.assign(target=cells["target"].where(cells["reason"].isna(), 0).astype("Int64"))
    grid = shown.pivot_table(
        index=["row", "row_label"], columns="column", values="target", sort=False
    ).astype("Int64")
    told = grid.reset_index("row_label").rename(columns={"row_label": LABEL})
    own = [_said(database.state, (f"{axes[0]}:{code}",)) for code in told.index]
    told.insert(1, WHOLE_ROW, pd.Series(own, told.index, "Int64"))
    return told.rename_axis(columns=None)


def edits(before: pd.DataFrame, after: pd.DataFrame, axes: Sequence[str]) -> tuple[Edit, ...]:
    """What was edited in a grid of `targets`, whole rows first."""
    rows, columns = axes
    return tuple(
        Edit((f"{rows}:{row}", *([] if column == WHOLE_ROW else [f"{columns}:{column}"])), new)
        for column in before.columns.drop(LABEL)
        for row in before.index
        if (new := _number(after.at[row, column])) != _number(before.at[row, column])
    )


def drafts(state: State, edited: Sequence[Edit], by: str, why: str) -> tuple[Draft, ...]:
    """The entries that edits would record, for one reason.

    Raises
    ------
    DashboardError
        If no reason is given, or a target is out of bounds.
    """
    if not why.strip():
        raise DashboardError("Say why: the reason is kept with each target, and shown with it.")
    return tuple(draft for edit in edited for draft in _drafts(state, edit, by, why))


def newest(state: State) -> int:
    """The number of the newest entry that bears on a target; 0 where none does."""
    return max((entry.number for entry in state.decisions if entry.kind in KINDS), default=0)


def _drafts(state: State, edit: Edit, by: str, why: str) -> tuple[Draft, ...]:
    if edit.target is None:
        return tuple(record.undo_draft(e.number, by, why) for e in _own(state, edit.terms))
    if edit.target == 0:
        return (record.not_applicable_draft(edit.terms, by, why),)
    return (record.target_draft(edit.terms, edit.target, by, why),)


def _own(state: State, terms: Sequence[str]) -> tuple[Entry, ...]:
    """What stands of these very terms, oldest first."""
    return tuple(
        entry
        for entry in state.decisions
        if entry.kind in KINDS and set(cast(list[str], entry.payload["terms"])) == set(terms)
    )


def _said(state: State, terms: Sequence[str]) -> int | None:
    own = _own(state, terms)
    return cast(int, own[-1].payload.get("target", 0)) if own else None


def _number(value: object) -> int | None:
    return int(value) if isinstance(value, Integral) else None
