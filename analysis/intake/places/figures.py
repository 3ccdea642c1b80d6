"""Figures about the hub's areas, from any table with a code or a name of each in some column."""

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from analysis.errors import DashboardError
from analysis.intake.grid import letter
from analysis.intake.places import known
from analysis.intake.places.tables import Line, Table
from analysis.vocabulary import Vocabulary, wording_key

NOT_STATED: Final = "date not stated"
PERCENT, RANK, NUMBER = "percent", "rank", "number"
# What publishers write where they have no figure to give.
_MISSING: Final = frozenset(
    ("", "-", "–", "—", ".", "..", "...", ":", "*", "~", "x", "c", "z", "u", "n/a", "na", "null")
)
_NOTE: Final = re.compile(r"^\[\w+\]$|^supp\w*$", re.IGNORECASE)
_FIGURE: Final = re.compile(r"^£?\s*(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d+)?)\s*(%?)$")
_HEADER_CELLS: Final = 2
_MOST: Final = 1e12  # beyond it nobody counts anything in a district
_LONGEST: Final = 120  # characters of a measure's name


@dataclass(frozen=True)
class Measure:
    """One figure for each area that has one. An area without is not known, and is in none."""

    code: str
    label: str
    unit: str
    period: str
    source: str
    values: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Figures:
    """What a table says of the hub's areas.

    `by` is "code" or "name", `column` the header of the column that has it. `missing` are areas no
    row names; `others` counts rows of other places. `passed_over` says of each column without
    figures why; `notes` say how the figures were made.
    """

    file: str
    measures: tuple[Measure, ...]
    by: str
    column: str
    matched: tuple[str, ...]
    missing: tuple[str, ...]
    others: int
    passed_over: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class _Found:
    """The table that names most areas, its header, and the row of each area."""

    table: Table
    by: str
    column: int
    header: Line
    rows: Mapping[str, Line]


def read(tables: Sequence[Table], vocabulary: Vocabulary) -> Figures:
    """Take each column of numbers as a measure, where each area has one row.

    Raises
    ------
    DashboardError
        If no column names the areas, one has two rows, or there is no column of numbers.
    """
    found = _found(tables, vocabulary)
    areas = [term.code for term in vocabulary.frame(known.AREA)]
    books = {**known.codes(vocabulary), **known.names(vocabulary)}
    naming = {column for _, column in by_column([found.table], books)}
    columns = [_column(found, column) for column in _others(found) if column not in naming]
    measures = tuple(one for one in columns if isinstance(one, Measure))
    if not measures:
        raise DashboardError(
            f"{_place(found.table)} has no column of numbers beside the areas of column "
            f"{letter(found.column)}. Upload a table with one row for each area and its figures."
        )
    return Figures(
        file=found.table.file,
        measures=measures,
        by=found.by,
        column=_header(found, found.column),
        matched=tuple(area for area in areas if area in found.rows),
        missing=tuple(area for area in areas if area not in found.rows),
        others=max(0, found.table.rows - len(found.rows) - _above(found)),
        passed_over=tuple(one for one in columns if isinstance(one, str)),
        notes=found.table.assumed,
    )


def chosen(said: Figures, labels: Collection[str], source: str, period: str) -> Figures:
    """Only these measures of a table; what the file does not say of their date comes from `period`.

    Raises
    ------
    DashboardError
        If none is chosen, or one is not there.
    """
    known_labels = [measure.label for measure in said.measures]
    strange = [label for label in labels if label not in known_labels]
    if strange or not labels:
        raise DashboardError(
            f"{said.file} has no measure “{'”, “'.join(strange)}”. "
            f"Choose from: {'; '.join(known_labels)}."
        )
    kept = [measure for measure in said.measures if measure.label in labels]
    dated = [
        replace(
            one,
            period=one.period or period.strip() or NOT_STATED,
            source=source.strip() or one.source,
        )
        for one in kept
    ]
    return replace(said, measures=tuple(dated))


def figure(text: str) -> float | None:
    """The number that a cell says; None where it says that there is none.

    Raises
    ------
    ValueError
        If it says something else.
    """
    said = text.strip()
    if said.casefold() in _MISSING or _NOTE.match(said):
        return None
    number = _FIGURE.match(said)
    value = float(number[1].replace(",", "")) if number else math.inf
    if abs(value) > _MOST:
        raise ValueError(said)
    return value


def code(label: str) -> str:
    """The code of a measure that was uploaded: another of the same name takes its place."""
    return "own-" + re.sub(r"\W+", "-", wording_key(label)).strip("-")


def by_column(
    tables: Sequence[Table], book: Mapping[str, str]
) -> dict[tuple[int, int], list[Line]]:
    """The lines whose cell names an area, by table and column."""
    found: dict[tuple[int, int], list[Line]] = {}
    for place, table in enumerate(tables):
        for line in table.lines:
            for column, cell in enumerate(line.cells, start=1):
                if known.key(cell) in book:
                    found.setdefault((place, column), []).append(line)
    return found


def _found(tables: Sequence[Table], vocabulary: Vocabulary) -> _Found:
    best: _Found | None = None
    for by, book in (("code", known.codes(vocabulary)), ("name", known.names(vocabulary))):
        for (place, column), lines in by_column(tables, book).items():
            areas = {book[known.key(line.cells[column - 1])] for line in lines}
            if best is None or len(areas) > len(best.rows):
                table = tables[place]
                header = _head(table, column, lines[0].row)
                rows = {book[known.key(line.cells[column - 1])]: line for line in reversed(lines)}
                best = _Found(table, by, column, header, dict(sorted(rows.items())))
                doubled = lines if len(lines) > len(areas) else []
    if best is None:
        raise DashboardError(
            f"{tables[0].file} names none of the hub's areas, neither by code (such as "
            f"{vocabulary.frame(known.AREA)[0].code}) nor by name. Upload a table with one row for "
            "each area."
        )
    _refuse_twice(best, doubled, vocabulary)
    return best


def _refuse_twice(found: _Found, lines: Sequence[Line], vocabulary: Vocabulary) -> None:
    books = {**known.codes(vocabulary), **known.names(vocabulary)}
    seen: dict[str, int] = {}
    for line in lines:
        area = books[known.key(line.cells[found.column - 1])]
        if area in seen:
            label = vocabulary.term(known.AREA, area).label
            raise DashboardError(
                f"{_place(found.table)}, column {letter(found.column)}: rows {seen[area]} and "
                f"{line.row} are both {label}. A table needs one row for each area: add its rows "
                "up, or keep those of one year or group, and upload it again."
            )
        seen[area] = line.row


def _head(table: Table, column: int, first: int) -> Line:
    """The row that heads the columns: the first with words over the areas, and over another."""
    for line in table.lines:
        here = line.cells[column - 1] if column <= len(line.cells) else ""
        if line.row < first and here and sum(map(bool, line.cells)) >= _HEADER_CELLS:
            return line
    return Line(0, ())


def _others(found: _Found) -> Iterator[int]:
    widest = max(len(line.cells) for line in found.rows.values())
    return iter(range(1, widest + 1))


def _column(found: _Found, column: int) -> Measure | str:
    """The measure of a column, or why it is none."""
    values, is_percent = [], False
    for area, line in found.rows.items():
        cell = line.cells[column - 1] if column <= len(line.cells) else ""
        try:
            number = figure(cell)
        except ValueError:
            return (
                f"{_named(found, column)}: row {line.row} says “{cell[:40]}”, which is no number."
            )
        is_percent = is_percent or cell.endswith("%")
        if number is not None:
            values.append((area, number))
    if not values:
        return f"{_named(found, column)}: it has no figure for any of the areas."
    header = _header(found, column) or f"Column {letter(column)}"
    label = f"{header[:_LONGEST]} ({PurePath(found.table.file).stem})"
    unit = PERCENT if is_percent else _unit(header, min(number for _, number in values))
    return Measure(code(label), label, unit, "", found.table.file, tuple(values))


def _unit(header: str, lowest: float) -> str:
    """What a column counts in; a rank counts from 1."""
    said = header.casefold()
    if re.search(r"\brank", said) and lowest >= 1:
        return RANK
    return PERCENT if re.search(r"%|\bper ?cent|\bpct\b|\bshare\b|\brate of", said) else NUMBER


def _header(found: _Found, column: int) -> str:
    cells = found.header.cells
    return " ".join(cells[column - 1].split()) if column <= len(cells) else ""


def _named(found: _Found, column: int) -> str:
    header = _header(found, column)
    return f"Column {letter(column)}{f' “{header[:60]}”' if header else ''}"


def _above(found: _Found) -> int:
    return sum(1 for line in found.table.lines if line.row <= found.header.row and any(line.cells))


def _place(table: Table) -> str:
    return f"{table.file}, sheet {table.sheet}" if table.sheet else table.file
