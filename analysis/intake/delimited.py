"""Text files of rows (CSV and its relations) as grids of text."""

import codecs
import csv
import io
from collections import Counter
from itertools import islice

from analysis.errors import DashboardError
from analysis.intake import limits
from analysis.intake.grid import Grid, trimmed

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_ROWS = 200
WINDOWS = (
    "The text was read as Windows-1252, because it is not valid UTF-8. "
    'If names show "?" or odd letters, export the file again as UTF-8.'
)


def parse(name: str, data: bytes) -> Grid:
    """Read a text file into one grid. A row is a record, so cells may hold line breaks.

    Raises
    ------
    DashboardError
        If the bytes are no text, or the rows or columns are too many.
    """
    text, assumed = _decoded(name, data)
    if "\0" in text:
        raise DashboardError(
            f"{name} is not a spreadsheet: it holds bytes that no text has. "
            "Export it again as .xlsx or as CSV UTF-8."
        )
    rows = _rows(name, text)
    limits.check_extent(name, len(rows), max(map(len, rows), default=0))
    return Grid("", trimmed(rows), assumed=assumed)


def delimiter(text: str) -> str:
    r"""The character that parts cells: the one that gives most rows the same number of them.

    Examples
    --------
    >>> delimiter("name;area\nAsh, Oak;Derby\n")
    ';'
    """
    return max(DELIMITERS, key=lambda candidate: _consistency(text, candidate))


def _consistency(text: str, candidate: str) -> float:
    """The share of rows with the most frequent number of cells; nought where that is one."""
    try:
        widths = Counter(_widths(text, candidate))
    except csv.Error:  # what the wrong delimiter does not part can be longer than any cell
        return 0
    width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    return 0 if width == 1 else rows / widths.total() * (1 + width / 1000)


def _widths(text: str, candidate: str) -> list[int]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=candidate)
    return [len(row) for row in islice(filter(any, rows), SAMPLE_ROWS)]


def _rows(name: str, text: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text)))
    except csv.Error as error:
        raise DashboardError(
            f"{name} has a cell of more than {csv.field_size_limit():,} characters; a quotation "
            "mark may be left open. Export it again, as .xlsx if you can."
        ) from error


def _decoded(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """Never guess by statistics: guessers call Western files cp1250 and turn £ into Ł."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(name, data), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), (WINDOWS,)


def _utf16(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise DashboardError(
            f"{name} says it is UTF-16 text but breaks off or is damaged. Export it again."
        ) from error
