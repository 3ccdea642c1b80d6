"""Text files of rows (CSV and its relations) as grids of text."""

import csv
import io
import re
from collections import Counter
from itertools import islice

from analysis.errors import DashboardError
from analysis.intake import decoding, limits
from analysis.intake.grid import Grid, letter, trimmed

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_ROWS = 200
SAMPLE_CHARACTERS = 1_000_000
END = "\ufdd0"  # no character at all: no text has it
# What Excel writes before the rows, to say what parts them; it shows no such row itself.
SAYS_DELIMITER = re.compile(r'"?sep=(.)"?[ ,;\t|]*(?:\r\n|\r|\n)', re.IGNORECASE)
# A first cell in quotation marks, and what stands right behind it.
FIRST_QUOTED = re.compile(r'\s*"(?:[^"]|"")*"([,;\t|])')
ODD = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
FEW_ODD, MOST_ODD = 20, 0.01  # of all characters; beyond it nobody wrote them
LEFT_OPEN = (
    "a quotation mark that opens there is never closed, and swallows the rows below it. Open the "
    "file in Excel and mend that cell, or export it again, as .xlsx if you can."
)


def parse(name: str, data: bytes) -> Grid:
    """Read a text file into one grid. A row is a record, so cells may hold line breaks.

    Raises
    ------
    DashboardError
        If the bytes are no text, the rows or columns are too many, or a quotation mark is left
        open.
    """
    text, assumed = decoding.decoded(name, data)
    _refuse_no_text(name, text)
    mark, body = _said(text)
    rows = _rows(name, body, mark or delimiter(body))
    grid = trimmed(rows)
    limits.check_extent(name, len(grid), max(map(len, grid), default=0))
    return Grid("", grid, assumed=assumed)


def delimiter(text: str) -> str:
    r"""The character that parts cells: the one that gives most rows the same number of them.

    Where the first cell is in quotation marks, the one that stands behind it.

    Examples
    --------
    >>> delimiter("name;area\nAsh, Oak;Derby\n")
    ';'
    """
    sample = text[:SAMPLE_CHARACTERS]
    if behind := FIRST_QUOTED.match(sample):
        return behind[1]
    return max(DELIMITERS, key=lambda candidate: _consistency(sample, candidate))


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


def _said(text: str) -> tuple[str, str]:
    """The delimiter that the first line names, if it does, and the text below."""
    said = SAYS_DELIMITER.match(text)
    return (said[1], text[said.end() :]) if said else ("", text)


def _rows(name: str, text: str, mark: str) -> list[list[str]]:
    """The rows, once a row of our own behind them has proved that no quotation mark is open."""
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(f"{text}\n{END}", newline=""), delimiter=mark):
            rows.append(row)  # noqa: PERF402 - what came before a fault says where it is
    except csv.Error as error:
        place = f"{name}, row {len(rows) + 1:,}"
        most = csv.field_size_limit()
        raise DashboardError(
            f"{place}, has a cell of more than {most:,} characters. Perhaps {LEFT_OPEN}"
        ) from error
    if rows[-1] != [END]:
        place = f"{name}, row {len(rows):,}, column {letter(len(rows[-1]))}"
        raise DashboardError(f"{place}: {LEFT_OPEN}")
    return rows[:-1]


def _refuse_no_text(name: str, text: str) -> None:
    odd = len(ODD.findall(text[:SAMPLE_CHARACTERS]))
    if "\0" in text or odd > max(FEW_ODD, MOST_ODD * min(len(text), SAMPLE_CHARACTERS)):
        raise DashboardError(
            f"{name} is not a spreadsheet: it holds bytes that no text has. "
            "Export it again as .xlsx or as CSV UTF-8."
        )
