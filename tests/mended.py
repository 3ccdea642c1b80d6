"""A workbook put right as somebody would in Excel."""

import io

from analysis.intake.spreadsheet import grids
from analysis.report.workbook import start


def corrected(name: str, content: bytes, words: dict[tuple[int, int], str]) -> bytes:
    """A workbook with some cells written over, as somebody would in Excel."""
    (grid,) = grids(name, content)
    cells = {
        (row, column): text
        for row, line in enumerate(grid.rows, start=1)
        for column, text in enumerate(line, start=1)
    }
    stream = io.BytesIO()
    with start(stream, name) as workbook:
        sheet = workbook.add_worksheet(grid.sheet)
        for (row, column), text in {**cells, **words}.items():
            sheet.write_string(row - 1, column - 1, text)
    return stream.getvalue()
