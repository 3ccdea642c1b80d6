"""Workbooks written as one XML file, as Excel 2003 did and some systems still do, as grids."""

import datetime as dt
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from analysis.errors import DashboardError
from analysis.intake import limits
from analysis.intake.cell_text import cell_text
from analysis.intake.grid import Grid, trimmed

Element: TypeAlias = "etree._Element"  # lxml's own name for it

SPACE = "{urn:schemas-microsoft-com:office:spreadsheet}"
EXCEL = "{urn:schemas-microsoft-com:office:excel}"
WORKBOOK = f"{SPACE}Workbook"
LONGEST = 8  # digits; no sheet is larger
ANOTHER = (
    "{name} is an XML file, but not one that a spreadsheet is kept in. "
    "Upload the export of the answers as .xlsx or .csv."
)


def parse(name: str, data: bytes) -> list[Grid]:
    """Read every worksheet, hidden ones marked.

    Raises
    ------
    DashboardError
        If it is another kind of XML, is damaged, or uses too many rows or columns.
    """
    book = _book(name, data)
    return [
        Grid(
            sheet.get(f"{SPACE}Name") or "",
            _grid(name, sheet),
            hidden=sheet.findtext(f"{EXCEL}WorksheetOptions/{EXCEL}Visible") is not None,
        )
        for sheet in book.iterchildren(f"{SPACE}Worksheet")
    ]


def _book(name: str, data: bytes) -> Element:
    """The workbook. Nothing is fetched, and no entity stands for more than it says."""
    try:
        book = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DashboardError(
            f"{name} is an XML file that is damaged or breaks off. Export it again as .xlsx."
        ) from error
    if book.tag != WORKBOOK or book.getroottree().docinfo.internalDTD is not None:
        raise DashboardError(ANOTHER.format(name=name))
    return book


def _grid(name: str, sheet: Element) -> tuple[tuple[str, ...], ...]:
    lines: list[list[str]] = []
    for row in sheet.iterfind(f"{SPACE}Table/{SPACE}Row"):
        place = _number(row, "Index") or len(lines) + 1
        line = _line(name, row)
        limits.check_extent(f'{name}, sheet "{sheet.get(f"{SPACE}Name")}",', place, len(line))
        lines.extend([] for _ in range(place - 1 - len(lines)))
        lines.append(line)
        lines.extend([] for _ in range(min(_number(row, "Span"), limits.ROWS)))
    return trimmed(lines)


def _line(name: str, row: Element) -> list[str]:
    line: list[str] = []
    for column, words in _placed(row):
        limits.check_extent(name, 1, column)
        line.extend([""] * (column - len(line)))
        line[column - 1] = words
    return line


def _placed(row: Element) -> Iterator[tuple[int, str]]:
    """Each cell of a row with its column, from 1."""
    column = 0
    for cell in row.iterchildren(f"{SPACE}Cell"):
        column = _number(cell, "Index") or column + 1
        data = cell.find(f"{SPACE}Data")
        yield column, "" if data is None else _words(data)
        column += _number(cell, "MergeAcross")


def _number(element: Element, name: str) -> int:
    written = element.get(f"{SPACE}{name}") or ""
    return int(written[:LONGEST]) if written.isascii() and written.isdigit() else 0


def _words(data: Element) -> str:
    text = "".join(str(part) for part in data.itertext())
    kind = data.get(f"{SPACE}Type")
    try:
        if kind == "Number":
            return cell_text(float(text))
        if kind == "DateTime":
            return _moment(dt.datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return text
    return {"1": "TRUE", "0": "FALSE"}.get(text, text) if kind == "Boolean" else text


def _moment(at: dt.datetime) -> str:
    return cell_text(at.date() if at.time() == dt.time() else at)
