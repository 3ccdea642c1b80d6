"""Several tables one under another, as some tools write them when a form was changed.

They are put together into one: what is headed alike comes into one column, what a later table
adds stands to the right.
"""

from collections.abc import Iterator
from dataclasses import replace

from analysis.intake import headers
from analysis.intake.choices import Heading, headings
from analysis.intake.grid import Grid
from analysis.intake.header_rows import DATUM
from analysis.intake.sheet import Known, Sheet

Line = tuple[str, ...]

FEWEST = 3  # headers of ours that a row must hold to be another header
NOTE = (
    "The questions change at row {row}: what follows was read under the headers of that row, and "
    "is shown in the columns of those that were there before."
)


def joined(sheet: Sheet, known: Known) -> tuple[Sheet, tuple[str, ...]]:
    """The sheet as one table, with a note for each further header it had."""
    again = {row: _padded(sheet.grid, row) for row in _headers(sheet, known)}
    if not again or sheet.choices:
        return sheet, ()
    worded = dict(zip(headings(sheet.headers), sheet.headers, strict=True))
    for line in again.values():
        worded = dict(zip(headings(line), line, strict=True)) | worded
    places = {heading: place for place, heading in enumerate(_in_order(sheet, worded))}
    grid = replace(sheet.grid, rows=tuple(_realigned(sheet.grid, again, places)))
    merged = replace(sheet, grid=grid, headers=tuple(worded[heading] for heading in places))
    return merged, tuple(NOTE.format(row=row) for row in again)


def _in_order(sheet: Sheet, worded: dict[Heading, str]) -> dict[Heading, None]:
    """The first header's own headings where they stand, and those that came later behind them."""
    return dict.fromkeys(headings(sheet.headers)) | dict.fromkeys(worded)


def _padded(grid: Grid, row: int) -> Line:
    line = grid.rows[row - 1]
    return line + ("",) * (grid.width - len(line))


def _headers(sheet: Sheet, known: Known) -> Iterator[int]:
    """Rows that head a table of their own: behind a blank line, or worded like the first header."""
    worded = frozenset(header.strip() for header in sheet.headers if header.strip())
    for row, line in sheet.rows:
        alike = 0 if worded.isdisjoint(line) else sum(cell in worded for cell in line)
        is_apart = not any(sheet.grid.rows[row - 2])
        if (is_apart or alike >= FEWEST) and _heads(line, alike, known):
            yield row


def _heads(line: Line, alike: int, known: Known) -> bool:
    """The first header once more is no other header: it is told by its own words."""
    written = [cell for cell in line if cell.strip()]
    if alike == len(written) or max(map(len, written)) > headers.LONGEST:
        return False
    return _is_header(written, alike, known)


def _is_header(written: list[str], alike: int, known: Known) -> bool:
    found = [fields for cell in written if (fields := headers.scores(cell, known.questions))]
    best = [max(fields, key=fields.__getitem__) for fields in found]
    sure = {
        each for each, fields in zip(best, found, strict=True) if fields[each] >= headers.LIKELY
    }
    named = "organisation" in sure
    same = named or (alike >= FEWEST and not any(map(DATUM.fullmatch, written)))
    return same and len(sure) >= FEWEST and max(len(found), alike) * 2 >= len(written)


def _realigned(grid: Grid, again: dict[int, Line], places: dict[Heading, int]) -> Iterator[Line]:
    """Every line with its cells in the places of their headers; the later headers left blank."""
    moved: tuple[int, ...] = ()
    for row, line in enumerate(grid.rows, start=1):
        if row in again:
            moved = tuple(places[heading] for heading in headings(again[row]))
            yield ()
            continue
        cells = dict(zip(moved or range(len(line)), line, strict=False))
        yield tuple(cells.get(place, "") for place in range(1 + max(cells, default=-1)))
