"""The plan's targets and priorities as grids to edit, and the entries that an edit would record."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import pandas as pd

from analysis import questions
from analysis.database import Database
from analysis.decide.gaps import is_priority
from analysis.errors import DashboardError
from analysis.ledger import record
from analysis.ledger.entries import Draft, Entry
from analysis.ledger.record import NOT_APPLICABLE, PRIORITY, TARGET
from analysis.ledger.state import State
from analysis.questions import EVERYTHING, Filters

LABEL, WHOLE_ROW = "label", "whole row"
KINDS = {TARGET: (TARGET, NOT_APPLICABLE), PRIORITY: (PRIORITY,)}


@dataclass(frozen=True)
class Edit:
    """A target or a priority for every cell that has all of `terms`, as "dimension:code".

    Of a target, 0 says that the cells are not applicable; of a priority, 1 that they are one and 0
    that they are not. None takes back what was said of these very terms.
    """

    terms: tuple[str, ...]
    value: int | None
    kind: str = TARGET


def grid(
    database: Database,
    axes: Sequence[str],
    kind: str = TARGET,
    filters: Filters = EVERYTHING,
    within: tuple[str, ...] = (),
) -> pd.DataFrame:
    """The targets of two dimensions' cells as they stand, or which of them are priorities.

    Filters pick which rows and columns are shown. `within` are terms of other dimensions, as
    "dimension:code", that each cell has besides its two.

    Returns
    -------
    DataFrame
        One row per term of the first dimension, by its code: `label`; `whole row` (what was said
        of the row as such, null or false where nothing was); and a column for each code of the
        second, with what counts there. A target of 0 is not applicable; a priority is true or
        false.
    """
    frame = (*axes, *map(_dimension, within))
    shown_terms = tuple(term for term in filters.chosen if _dimension(term) in axes)
    cells = questions.coverage(database, frame, Filters((*shown_terms, *within)))
    values = _VALUES[kind](database, frame, cells)
    shown = cells.assign(value=values.astype("Int64")).pivot_table(
        index=["row", "row_label"], columns="column", values="value", sort=False
    )
    told = shown.astype("Int64").reset_index("row_label").rename(columns={"row_label": LABEL})
    rows = [(f"{axes[0]}:{code}", *within) for code in told.index]
    own = [_said(_own(database.state, terms, kind)) for terms in rows]
    told.insert(1, WHOLE_ROW, pd.Series(own, told.index, "Int64"))
    if kind == PRIORITY:  # an empty box cannot be ticked
        told = told.fillna({WHOLE_ROW: 0}).astype(dict.fromkeys(told.columns[1:], "boolean"))
    return told.rename_axis(columns=None)


def edits(
    before: pd.DataFrame,
    after: pd.DataFrame,
    axes: Sequence[str],
    kind: str = TARGET,
    within: tuple[str, ...] = (),
) -> tuple[Edit, ...]:
    """What was edited in a grid, column by column, whole rows first; `within` as for `grid`."""
    rows, columns = axes
    return tuple(
        Edit((*_terms(rows, row, columns, column), *within), new, kind)
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


def newest(state: State, kind: str = TARGET) -> int:
    """The number of the newest entry that bears on a grid; 0 where none does."""
    return max((entry.number for entry in state.decisions if entry.kind in KINDS[kind]), default=0)


def _drafts(state: State, edit: Edit, by: str, why: str) -> tuple[Draft, ...]:
    if edit.value is None:
        own = _own(state, edit.terms, edit.kind)
        return tuple(record.undo_draft(entry.number, by, why) for entry in own)
    if edit.kind == PRIORITY:
        return (record.priority_draft(edit.terms, by, why, is_marked=bool(edit.value)),)
    if edit.value == 0:
        return (record.not_applicable_draft(edit.terms, by, why),)
    return (record.target_draft(edit.terms, edit.value, by, why),)


def _own(state: State, terms: Sequence[str], kind: str) -> tuple[Entry, ...]:
    """What stands of these very terms, oldest first."""
    return tuple(
        entry
        for entry in state.decisions
        if entry.kind in KINDS[kind] and set(cast(list[str], entry.payload["terms"])) == set(terms)
    )


def _said(own: Sequence[Entry]) -> int | None:
    """What the newest of some statements comes to."""
    if not own:
        return None
    payload = own[-1].payload
    return int(cast(int, payload.get("target", payload.get("marked", 0))))


def _terms(rows: str, row: str, columns: str, column: str) -> tuple[str, ...]:
    return (f"{rows}:{row}", *([] if column == WHOLE_ROW else [f"{columns}:{column}"]))


def _dimension(term: str) -> str:
    return term.partition(":")[0]


def _number(value: object) -> int | None:
    return None if value is pd.NA else int(cast(int, value))


def _targets(database: Database, axes: Sequence[str], cells: pd.DataFrame) -> pd.Series:
    del database, axes
    return cells["target"].where(cells["reason"].isna(), 0)


_VALUES = {TARGET: _targets, PRIORITY: is_priority}
