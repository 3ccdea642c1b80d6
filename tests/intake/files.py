"""Small files for tests, written as text."""

import io
import zipfile

import xlsxwriter

from analysis import vocabulary
from analysis.intake.grid import Grid
from analysis.intake.read import read
from analysis.intake.reading import Reading
from analysis.intake.sheet import Known, known

WORDS = vocabulary.load()


def knowledge() -> Known:
    return known(WORDS)


def reading(table: str, name: str = "export.csv", kind: str | None = None) -> Reading:
    """Read a table written with "|" between cells, as a CSV would be; "\\n" stays in its cell."""
    return read(name, csv_bytes(table), WORDS, kind)


def csv_bytes(table: str) -> bytes:
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in cells(table)]
    return "\r\n".join(",".join(row) for row in quoted).encode()


def cells(table: str) -> list[list[str]]:
    lines = [line.strip() for line in table.strip().splitlines()]
    return [[cell.strip().replace("\\n", "\n") for cell in line.split("|")] for line in lines]


def grid(table: str) -> Grid:
    return Grid("", tuple(tuple(row) for row in cells(table)))


def workbook(sheets: dict[str, dict[str, object]], hidden: tuple[str, ...] = ()) -> bytes:
    """A workbook from its cells by name, such as {"Answers": {"A1": "Organisation"}}."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"default_date_format": "yyyy-mm-dd hh:mm:ss"})
    for name, written in sheets.items():
        page = book.add_worksheet(name)
        for place, value in written.items():
            page.write(place, value)
        if name in hidden:
            page.hide()
    book.close()
    return data.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return data.getvalue()


def fields(found: Reading) -> dict[str, str | None]:
    return {column.header: column.field for column in found.columns}
