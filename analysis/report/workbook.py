"""How our Excel downloads are made: nothing typed by a user is ever a formula or a link."""

import io
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analysis.report.cells import Cell, is_risky

SHEET_ROWS = 1_048_576  # what one sheet holds
CELL_CHARACTERS = 32_767  # what one cell holds: the writer drops a longer text without a word
EXACT_BELOW = 10**15  # Excel keeps fifteen digits of a number
FIRST_YEAR = 1900  # Excel knows no earlier date

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

# The same table gives the same bytes; the date that matters is written above the table.
MADE = datetime.fromisoformat("1980-01-01")


@dataclass(frozen=True)
class Formats:
    """How cells look. `risky` keeps a text from becoming a formula when somebody edits it."""

    title: Format
    name: Format
    beside: Format
    header: Format
    text: Format
    risky: Format
    number: Format
    day: Format
    time: Format


def start(stream: io.BytesIO, title: str) -> Workbook:
    """Open a workbook that is written to the stream when it is closed."""
    workbook = Workbook(stream, OPTIONS)
    workbook.set_properties({"title": title, "created": MADE})
    return workbook


def formats(workbook: Workbook) -> Formats:
    """Make the workbook's formats; each workbook needs its own."""
    top = {"valign": "top"}
    wrapped = top | {"text_wrap": True}
    return Formats(
        title=workbook.add_format({"bold": True, "font_size": 14}),
        name=workbook.add_format(top | {"bold": True}),
        beside=workbook.add_format(top | {"quote_prefix": True}),
        header=workbook.add_format(wrapped | {"bold": True, "bottom": 1}),
        text=workbook.add_format(wrapped),
        risky=workbook.add_format(wrapped | {"quote_prefix": True}),
        number=workbook.add_format(top),
        day=workbook.add_format(top | {"num_format": "d mmm yyyy", "align": "left"}),
        time=workbook.add_format(top | {"num_format": "d mmm yyyy hh:mm", "align": "left"}),
    )


def write_cell(sheet: Worksheet, place: tuple[int, int], cell: Cell, look: Formats) -> None:
    """Write one cell at a row and column counted from 0; nothing where it is missing."""
    if isinstance(cell, str):
        write_text(sheet, place, cell, look.risky if is_risky(cell) else look.text)
    elif isinstance(cell, date):
        _write_date(sheet, place, cell, look)
    elif cell is not None:
        _write_number(sheet, place, cell, look)


def write_text(sheet: Worksheet, place: tuple[int, int], text: str, look: Format) -> None:
    """Write a text as text, cut with an ellipsis where Excel's cell is too small for it."""
    fits = text if len(text) <= CELL_CHARACTERS else text[: CELL_CHARACTERS - 1] + "…"
    sheet.write_string(*place, fits, look)


def _write_date(sheet: Worksheet, place: tuple[int, int], cell: date, look: Formats) -> None:
    if cell.year < FIRST_YEAR:
        write_text(sheet, place, str(cell), look.text)
    else:
        shown = look.time if isinstance(cell, datetime) else look.day
        sheet.write_datetime(*place, cell, shown)


def _write_number(sheet: Worksheet, place: tuple[int, int], cell: float, look: Formats) -> None:
    if isfinite(cell) and abs(cell) < EXACT_BELOW:
        sheet.write_number(*place, cell, look.number)
    else:
        write_text(sheet, place, str(cell), look.text)
