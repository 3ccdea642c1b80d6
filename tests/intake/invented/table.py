"""Rows of cells as the bytes of a file."""

import csv
import datetime as dt
import html
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter

Cell = str | int | float | bool | dt.datetime | dt.date | None
Row = Sequence[Cell]


@dataclass(frozen=True)
class Written:
    """How a tool writes its CSV."""

    delimiter: str = ","
    quoted: bool = False
    end: str = "\r\n"
    encoding: str = "utf-8"


def csv_file(rows: Sequence[Row], how: Written = Written()) -> bytes:
    text = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if how.quoted else csv.QUOTE_MINIMAL
    csv.writer(text, delimiter=how.delimiter, quoting=quoting, lineterminator=how.end).writerows(
        rows
    )
    return text.getvalue().encode(how.encoding, errors="replace")


def zip_file(member: str, data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr(member, data)
    return packed.getvalue()


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook; `merged` are (first row, first column, last row, last column)."""

    name: str
    rows: Sequence[Row]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    dates: str = "dd/mm/yyyy hh:mm:ss"


def xlsx_file(*sheets: Sheet) -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        dates = book.add_format({"num_format": sheet.dates})
        days = book.add_format({"num_format": "dd/mm/yyyy"})
        for number, row in enumerate(sheet.rows):
            for column, value in enumerate(row):
                _write(page, (number, column), value, (dates, days))
        for area in sheet.merged:
            page.merge_range(*area, str(sheet.rows[area[0]][area[1]] or ""))
        if sheet.hidden:
            page.hide()
    book.close()
    return data.getvalue()


def _write(page, place, value: Cell, formats) -> None:  # type: ignore[no-untyped-def]
    if isinstance(value, dt.datetime):
        page.write_datetime(*place, value.replace(tzinfo=None), formats[0])
    elif isinstance(value, dt.date):
        page.write_datetime(*place, value, formats[1])
    elif isinstance(value, bool):
        page.write_boolean(*place, value)
    elif isinstance(value, int | float):
        page.write_number(*place, value)
    elif value not in (None, ""):
        page.write_string(*place, str(value))


def html_file(rows: Sequence[Row]) -> bytes:
    """A page with one table, as some tools save for Excel."""
    lines = "\n".join(
        "<tr>" + "".join(f"<{tag}>{_told(cell)}</{tag}>" for cell in row) + "</tr>"
        for tag, row in ((("th" if n == 0 else "td"), row) for n, row in enumerate(rows))
    )
    head = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>'
    return f'{head}<body><table border="1">\n{lines}\n</table></body></html>'.encode()


def _told(cell: Cell) -> str:
    return html.escape("" if cell is None else str(cell)).replace("\n", "<br>")
