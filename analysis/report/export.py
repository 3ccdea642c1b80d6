"""A table as people take it away: CSV or Excel, with what it shows and its date above it."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd
from xlsxwriter.worksheet import Worksheet

from analysis.errors import DashboardError
from analysis.report.cells import Cell, csv_text, guarded_text, plain
from analysis.report.workbook import SHEET_ROWS, Formats, formats, start, write_cell, write_text

SHEET = "Table"
NARROWEST, WIDEST = 12, 60  # columns, in characters


@dataclass(frozen=True)
class Export:
    """A table to take away.

    `about` are lines of a name and a text, such as Filters, Data date, Definition, Base and
    Source. `rows` has its headers in people's words. A missing value is unknown: it stays empty
    and is never 0.
    """

    title: str
    about: tuple[tuple[str, str], ...]
    rows: pd.DataFrame

    @property
    def headers(self) -> tuple[str, ...]:
        """The table's column headers, in order."""
        return tuple(map(str, self.rows.columns))

    def cells(self) -> Iterator[tuple[Cell, ...]]:
        """Go through the rows as a spreadsheet can hold them."""
        for row in self.rows.itertuples(index=False, name=None):
            yield tuple(map(plain, row))


def as_csv(table: Export) -> bytes:
    """Write a table as CSV: title and lines about it, an empty line, then headers and rows.

    UTF-8 with a byte order mark, so that Excel reads it right. Every text that a spreadsheet
    might run gets an apostrophe in front; numbers stay as they are, the negative ones too.
    """
    text = io.StringIO(newline="")
    lines = csv.writer(text)
    lines.writerows(map(guarded_text, line) for line in (("Title", table.title), *table.about))
    lines.writerow(())
    lines.writerow(map(guarded_text, table.headers))
    lines.writerows(map(csv_text, row) for row in table.cells())
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(table: Export) -> bytes:
    """Write a table as an Excel workbook of one sheet, the lines about it above the table.

    Texts stay texts: there is no formula and no link in it. Numbers and dates are real ones,
    times are local, missing values are empty cells.

    Raises
    ------
    DashboardError
        If the table has more rows than an Excel sheet holds.
    """
    return as_workbook(table.title, {SHEET: table})


def as_workbook(title: str, sheets: Mapping[str, Export]) -> bytes:
    """Write several tables as one workbook, likewise, each on the sheet that names it."""
    for table in sheets.values():
        if _header(table) + 1 + len(table.rows) > SHEET_ROWS:
            raise DashboardError(
                f'"{table.title}" has {len(table.rows):,} rows, more than an Excel sheet holds. '
                "Download it as CSV, or filter it first."
            )
    stream = io.BytesIO()
    with start(stream, title) as workbook:
        look = formats(workbook)
        for name, table in sheets.items():
            _write_sheet(workbook.add_worksheet(name), table, look)
    return stream.getvalue()


def guarded(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a frame whose texts and headers no spreadsheet will run; numbers stay numbers."""
    safe = rows.set_axis([guarded_text(str(header)) for header in rows.columns], axis=1)
    for position, kind in enumerate(rows.dtypes):
        if pd.api.types.is_object_dtype(kind) or pd.api.types.is_string_dtype(kind):
            safe.isetitem(position, rows.iloc[:, position].map(_guarded_value).array)
    return safe


def _guarded_value(value: object) -> object:
    return guarded_text(value) if isinstance(value, str) else value


def _header(table: Export) -> int:
    """The row of a table's headers, from 0."""
    return len(table.about) + 2


def _write_sheet(sheet: Worksheet, table: Export, look: Formats) -> None:
    header = _header(table)
    _write_about(sheet, table, look)
    widths = _write_table(sheet, table, header, look)
    _lay_out(sheet, widths, header, len(table.rows))


def _write_about(sheet: Worksheet, table: Export, look: Formats) -> None:
    write_text(sheet, (0, 0), table.title, look.title)
    for number, (name, text) in enumerate(table.about, start=1):
        write_text(sheet, (number, 0), name, look.name)
        write_text(sheet, (number, 1), text, look.beside)


def _write_table(sheet: Worksheet, table: Export, header: int, look: Formats) -> list[int]:
    """Write headers and rows; return how wide the widest text of each column is."""
    for column, name in enumerate(table.headers):
        write_text(sheet, (header, column), name, look.header)
    widths = [len(name) for name in table.headers]
    for number, row in enumerate(table.cells(), start=header + 1):
        for column, cell in enumerate(row):
            write_cell(sheet, (number, column), cell, look)
            widths[column] = max(widths[column], len(csv_text(cell)))
    return widths


def _lay_out(sheet: Worksheet, widths: list[int], header: int, rows: int) -> None:
    """Keep the headers in sight, give columns their width, and print on pages one sheet wide."""
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(max(width + 2, NARROWEST), WIDEST))
    sheet.freeze_panes(header + 1, 0)
    if widths:
        sheet.autofilter(header, 0, header + max(rows, 1), len(widths) - 1)
    sheet.repeat_rows(header)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
