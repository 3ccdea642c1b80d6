"""Tables of any size, cut down to the rows that name one of the hub's areas."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from analysis.errors import DashboardError
from analysis.intake import decoding, delimited, limits, sniff
from analysis.intake.places import known
from analysis.vocabulary import Vocabulary

# Titles, notes and headers stand above the first row that names an area.
_HEAD: Final = 40
_SAMPLE: Final = 100_000  # characters that tell what parts the cells
_LONG: Final = 5_000_000  # bytes; beyond it only what is spelt as we spell it is looked for


@dataclass(frozen=True)
class Line:
    """One row of a table, numbered as a spreadsheet does."""

    row: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Rows of one sheet: its first ones, and all that name an area somewhere.

    `rows` counts all rows that hold anything; `assumed` are sentences on how the bytes were read.
    """

    file: str
    sheet: str
    lines: tuple[Line, ...]
    rows: int
    assumed: tuple[str, ...]


def read(name: str, data: bytes, vocabulary: Vocabulary) -> tuple[Table, ...]:
    """Read the sheets of a workbook, or a text of rows, as long as it may be.

    Raises
    ------
    DashboardError
        If it is no spreadsheet, or one that cannot be read.
    """
    wanted = {*known.codes(vocabulary), *known.names(vocabulary)}

    def is_ours(row: Sequence[str]) -> bool:
        return any(known.key(cell) in wanted for cell in row if cell)

    if not _is_text(data):
        grids = sniff.parse(name, data)
        return tuple(_cut(name, g.sheet, g.rows, is_ours, g.assumed) for g in grids if not g.hidden)
    text, assumed = decoding.decoded(name, data)
    mark = delimited.delimiter(text[:_SAMPLE].rpartition("\n")[0] or text)
    rows = _rows(name, csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    spelt = known.spellings(vocabulary)
    is_long = len(data) > _LONG
    keep = (lambda row: not spelt.isdisjoint(row)) if is_long else is_ours
    return (_cut(name, "", rows, keep, assumed),)


def _is_text(data: bytes) -> bool:
    start = data[:_SAMPLE]
    is_marked = start.startswith((limits.ZIP, sniff.OLD_OFFICE)) or start.lstrip()[:1] == b"<"
    return not is_marked and not any(start.startswith(mark) for mark in sniff.NO_SPREADSHEET)


def _rows(name: str, rows: Iterator[list[str]]) -> Iterator[Sequence[str]]:
    number = 0
    try:
        for number, row in enumerate(rows, start=1):  # noqa: B007 - a fault says behind which
            yield row
    except csv.Error as error:
        raise DashboardError(
            f"{name}, row {number + 1:,}: a quotation mark that opens there is never closed. "
            "Export the table again."
        ) from error


def _cut(
    name: str,
    sheet: str,
    rows: Iterable[Sequence[str]],
    is_ours: Callable[[Sequence[str]], bool],
    assumed: tuple[str, ...],
) -> Table:
    kept, count = [], 0
    for number, row in enumerate(rows, start=1):
        count += any(row)
        if number <= _HEAD or is_ours(row):
            kept.append(Line(number, tuple(cell.strip() for cell in row)))
    limits.check_extent(name, len(kept), max((len(line.cells) for line in kept), default=0))
    return Table(name, sheet, tuple(kept), count, assumed)
