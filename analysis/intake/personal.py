"""Personal details in columns that ask for something else: noticed, and removed where staff say so.

Contact fields (names, e-mail addresses, postcodes) are meant to hold them and are left alone.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

from analysis.intake import details
from analysis.intake.choices import Choices, headings
from analysis.intake.details import NAME, REMOVED, Detail
from analysis.intake.reading import PERSONAL_FIELDS, Answer, Cell, Column, Line, Reading, Record
from analysis.vocabulary import DIMENSIONS, organisation_key

# The details of a text under a header, among the people of one file.
Find: TypeAlias = Callable[[str, str], tuple[Detail, ...]]

# Never looked at: what they hold is a number, a moment or a tick.
NEVER = (*PERSONAL_FIELDS, "entry_id", "submitted_at", "consent")
FEW = 5
PIECE = re.compile(r"\w+")
SHORTEST_PIECE = 2


@dataclass(frozen=True)
class Noticed:
    """One kind of detail in one column.

    `kind` is "email", "phone" or "name"; `example` shows one of them masked. `cells` counts them
    and `rows` are the first few. `is_open` says that everyone who sees the dashboard may see the
    column's answers; other columns are archived with the personal data. An organisation that bears
    its contact's name is noticed too, but `can_be_removed` is false: without it, nobody offers.
    """

    column: int
    header: str
    kind: str
    cells: int
    rows: tuple[int, ...]
    example: str
    is_open: bool
    can_be_removed: bool = True


def noticed(reading: Reading) -> tuple[Noticed, ...]:
    """Every kind of detail in every column that is no contact field, in the order of the columns.

    Rows without consent are not looked at: nothing of them is stored.
    """
    find, columns = _finder(reading), _looked_at(reading)
    found: dict[tuple[int, str], dict[int, str]] = defaultdict(dict)
    for record in reading.agreed():
        for cell in record.cells:
            if cell.column in columns:
                for kind, words in _in_cell(cell, record, columns[cell.column], find):
                    found[cell.column, kind].setdefault(cell.row, words)
    return tuple(_noticed(columns[at], kind, rows) for (at, kind), rows in sorted(found.items()))


def decided(reading: Reading, found: Iterable[Noticed]) -> frozenset[int]:
    """The columns to blank: as staff decided for this form, else those everyone may see."""
    told = reading.choices.blanked
    if told is None:
        return frozenset(each.column for each in found if each.is_open and each.can_be_removed)
    every = enumerate(headings(reading.headings), start=1)
    return frozenset(column for column, heading in every if heading in told)


def chosen(reading: Reading, columns: frozenset[int]) -> Choices:
    """The columns to blank as something staff said of this form, to be remembered."""
    every = enumerate(headings(reading.headings), start=1)
    blank = frozenset(heading for column, heading in every if column in columns)
    return replace(reading.told, blanked=blank)


def blanked(reading: Reading, columns: frozenset[int]) -> Reading:
    """The same reading, with "[removed]" for every detail in these columns.

    The words around a detail stay. An answer that was nothing but a detail is gone: it was no
    answer. Contact fields and the organisation's own name are left as they are.
    """
    if not columns:
        return reading
    find = _finder(reading)
    kept = {at: column for at, column in _looked_at(reading).items() if at in columns}
    return replace(
        reading,
        records=tuple(_record(record, kept, find) for record in reading.records),
        head=_cells(reading.head, kept, find),
        set_aside=tuple(
            replace(aside, cells=_cells(aside.cells, kept, find)) for aside in reading.set_aside
        ),
    )


def _noticed(column: Column, kind: str, rows: Mapping[int, str]) -> Noticed:
    is_organisation = column.field == "organisation"
    return Noticed(
        column=column.column,
        header=column.header,
        kind=kind,
        cells=len(rows),
        rows=tuple(rows)[:FEW],
        example=details.masked(next(iter(rows.values())), kind),
        is_open=column.field is not None,
        can_be_removed=not (is_organisation and kind == NAME),
    )


def _looked_at(reading: Reading) -> dict[int, Column]:
    """Every column that is no contact field; those without a header among them."""
    lines = (texts for record in reading.records for _, texts in record.lines)
    written = {at for texts in lines for at, text in enumerate(texts, start=1) if text}
    known = {column.column: column for column in reading.columns}
    found = {at: known.get(at, Column(at, "", None)) for at in sorted(written | set(known))}
    return {at: column for at, column in found.items() if column.field not in NEVER}


def _finder(reading: Reading) -> Find:
    contacts = (record.text("contact_name") for record in reading.records)
    organisations = (record.text("organisation") for record in reading.records)
    known = details.people(contacts, organisations)
    # Choices repeat from row to row, and each cell is looked at more than once.
    return lru_cache(maxsize=None)(lambda text, header: details.found(text, known, header))


def _in_cell(cell: Cell, record: Record, column: Column, find: Find) -> Iterable[tuple[str, str]]:
    """The kinds of detail in a cell, each with its words."""
    if column.field == "organisation" and _is_its_contact(record):
        return ((NAME, cell.text.strip()),)
    found = _details(cell.text, column, find)
    return ((detail.kind, cell.text[detail.start : detail.end]) for detail in found)


def _is_its_contact(record: Record) -> bool:
    """Whether an organisation bears the name of its contact, who works alone."""
    name = record.text("contact_name")
    return bool(name) and organisation_key(name) == organisation_key(record.text("organisation"))


def _details(text: str, column: Column, find: Find) -> tuple[Detail, ...]:
    """An organisation's name is its own, whatever it is like: only addresses in it count."""
    found = find(text, column.header)
    if column.field == "organisation":
        return tuple(detail for detail in found if detail.kind != NAME)
    return found


def _record(record: Record, columns: Mapping[int, Column], find: Find) -> Record:
    touched = {cell.column: cell for cell in record.cells if cell.column in columns}
    lost = {
        at: found for at, cell in touched.items() if (found := _lost(cell.text, columns[at], find))
    }
    answers = (_answer(answer, record.row, columns, lost, find) for answer in record.answers)
    return replace(
        record,
        lines=tuple(_line(line, columns, find) for line in record.lines),
        answers=tuple(answer for answer in answers if answer is not None),
    )


def _lost(text: str, column: Column, find: Find) -> tuple[str, ...]:
    return tuple(chain.from_iterable(lost for _, lost in _passes(text, column, find)))


def _passes(text: str, column: Column, find: Find) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The text without its details, and those: again, as long as what is left shows another."""
    while found := _details(text, column, find):
        lost = tuple(text[each.start : each.end] for each in found)
        text = details.removed(text, found)
        yield text, lost


def _cells(cells: tuple[Cell, ...], columns: Mapping[int, Column], find: Find) -> tuple[Cell, ...]:
    return tuple(
        replace(cell, text=_clean(cell.text, columns[cell.column], find, cell.row))
        if cell.column in columns
        else cell
        for cell in cells
    )


def _line(line: Line, columns: Mapping[int, Column], find: Find) -> Line:
    row, texts = line
    return row, tuple(
        _clean(text, columns[at], find, row) if at in columns and text else text
        for at, text in enumerate(texts, start=1)
    )


def _clean(text: str, column: Column, find: Find, row: int) -> str:
    """The text without details; an organisation called by an address gets a name of its own."""
    passes = tuple(_passes(text, column, find))
    clean = passes[-1][0] if passes else text
    alone = column.field == "organisation" and clean.strip() == REMOVED
    return f"{REMOVED} row {row}" if alone else clean


def _answer(
    answer: Answer,
    row: int,
    columns: Mapping[int, Column],
    lost: Mapping[int, tuple[str, ...]],
    find: Find,
) -> Answer | None:
    """An answer without details, those included that were cut in two when its cell was split."""
    if answer.column not in lost:
        return answer
    text = _clean(answer.text, columns[answer.column], find, row)
    for detail in lost[answer.column]:
        is_split = answer.field in DIMENSIONS and detail not in answer.text
        text = _without_pieces(text, detail) if is_split else text.replace(detail, REMOVED)
    said = text.replace(REMOVED, "").strip(" .,;:-()")
    return replace(answer, text=text) if said else None


def _without_pieces(text: str, detail: str) -> str:
    """A choice without the words of a detail that separators parted: "0115" and "496 0123"."""
    pieces = {piece for piece in PIECE.findall(detail) if len(piece) >= SHORTEST_PIECE}
    return PIECE.sub(lambda word: REMOVED if word[0] in pieces else word[0], text)
