"""What is left of an import, or of an entry, once somebody is taken out of it."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pyarrow as pa

from analysis.keeping.subject import ORGANISATION, PERSON, Subject
from analysis.ledger import archive
from analysis.ledger.entries import Payload
from analysis.ledger.state import TOMBSTONE, Import
from analysis.vocabulary import DIMENSIONS, STAGE, organisation_key

GONE = "[erased]"
# Answers in fixed words: they name terms, times and other organisations, and nobody in passing.
_FIXED = frozenset(
    {*DIMENSIONS, STAGE, "organisation", "entry_id", "submitted_at", "reach", "consent"}
)
_NAMING = ("organisation_key", "organisation", "keys")
_KEPT = frozenset({"archive", "form", "kind", "tool"})

Row = dict[str, object]
Tables = Mapping[str, pa.Table]


@dataclass(frozen=True)
class _Place:
    """Where rows of an import belong: its submissions, the rows below each, and its header."""

    records: tuple[int, ...]
    aside: frozenset[int]
    header: int
    fixed: frozenset[int]

    def owner(self, row: int) -> int:
        """The submission that a row of the file is part of; the row itself where of none."""
        before = bisect_right(self.records, row)
        return row if row in self.aside or not before else self.records[before - 1]


def rows_of(tables: Tables, subject: Subject) -> frozenset[int]:
    """The rows of the submissions of the organisation, or of those that name the person."""
    relation, is_of = (
        ("answers", subject.is_organisation)
        if subject.what == ORGANISATION
        else ("private", subject.is_contact)
    )
    said = tables[relation].to_pylist() if relation in tables else ()
    return frozenset(answer["row"] for answer in said if is_of(answer))


def tables_without(import_: Import, tables: Tables, subject: Subject) -> dict[str, pa.Table]:
    """The relations that change, as they are without the subject.

    All that an organisation's rows say goes. Of a person's rows go the private answers and all
    columns that we did not recognise, since those may hold anything about them. Elsewhere their
    words are struck out, but for other organisations' names.
    """
    place, rows = _place(import_, tables), rows_of(tables, subject)
    gone = {"private": rows, "private_cells": rows | _named_in(tables, place, subject)}
    if subject.what == ORGANISATION:
        gone = dict.fromkeys(archive.RELATIONS, rows)
    made = {
        name: _without(table, gone.get(name, frozenset()), place, _struck(name, place, subject))
        for name, table in tables.items()
    }
    return {name: table for name, table in made.items() if not table.equals(tables[name])}


def payload_without(payload: Payload, subject: Subject, number: int) -> Payload:
    """What is left of a payload: only who erased it, where all of it is about the subject."""
    if _is_about(payload, subject):
        return {TOMBSTONE: number}
    return {
        name: value if name in _KEPT else _struck_out(value, subject)
        for name, value in payload.items()
    }


def struck(text: str, subject: Subject) -> str:
    """A text without the subject's words."""
    return subject.pattern.sub(GONE, text)


def _place(import_: Import, tables: Tables) -> _Place:
    records = {
        row for name in ("answers", "private") if name in tables for row in _rows(tables[name])
    }
    return _Place(
        tuple(sorted(records)),
        frozenset(row for row, _ in import_.set_aside),
        import_.header_row,
        frozenset(column for column, _, field in import_.columns if field in _FIXED),
    )


def _rows(table: pa.Table) -> list[int]:
    rows: list[int] = table["row"].to_pylist()
    return rows


def _named_in(tables: Tables, place: _Place, subject: Subject) -> frozenset[int]:
    """The rows where a column that we did not recognise names the person."""
    cells = tables["private_cells"].to_pylist() if subject.what == PERSON else ()
    return frozenset(
        place.owner(cell["row"])
        for cell in cells
        if cell["row"] > place.header and subject.pattern.search(cell["text"])
    )


def _struck(name: str, place: _Place, subject: Subject) -> Callable[[Row], Row]:
    def strike(row: Row) -> Row:
        is_fixed = row["field"] in _FIXED if "field" in row else row["column"] in place.fixed
        if is_fixed and name != "private_cells":
            return row
        return {key: struck(v, subject) if isinstance(v, str) else v for key, v in row.items()}

    return strike


def _without(
    table: pa.Table, gone: frozenset[int], place: _Place, strike: Callable[[Row], Row]
) -> pa.Table:
    kept = [strike(row) for row in table.to_pylist() if place.owner(row["row"]) not in gone]
    return pa.Table.from_pylist(kept, schema=table.schema)


def _is_about(payload: Payload, subject: Subject) -> bool:
    named = [payload.get(name) for name in _NAMING]
    words = [word for value in named for word in (value if isinstance(value, list) else [value])]
    return any(isinstance(word, str) and organisation_key(word) in subject.keys for word in words)


def _struck_out(value: object, subject: Subject) -> object:
    if isinstance(value, str):
        return struck(value, subject)
    if isinstance(value, list):
        return [_struck_out(each, subject) for each in value]
    if isinstance(value, dict):
        return {name: _struck_out(each, subject) for name, each in value.items()}
    return value
