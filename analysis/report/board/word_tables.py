"""Tables of a Word document: their header on each page, their rows whole, columns that fit."""

from collections.abc import Sequence

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.table import Table as Grid
from docx.table import _Cell, _Row

from analysis.report.board.parts import Table
from analysis.report.board.pdf import widths

WIDTH = 17.4  # centimetres
SMALL = Pt(8)
_ABOUT = (12, 60)
_ROOM = {"top": 20, "left": 70, "bottom": 20, "right": 70}  # about a text, in twentieths of a point


def add_table(made: Word, table: Table) -> None:
    """Add a table with its header, and what is said of it; a short one stays on one page."""
    rows = table.printed()
    grid = _added(made, [list(table.headers), *rows], widths(table))
    header, *others = grid.rows
    _mark(header, "w:tblHeader")
    for row in grid.rows if table.is_short else (header, *others[-1:]):
        _keep_with_next(row)
    for cell in header.cells:
        cell.paragraphs[0].runs[0].bold = True
    for row in grid.rows:
        for cell, is_number in zip(row.cells, table.numeric, strict=True):
            if is_number:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    note = made.add_paragraph()
    note.paragraph_format.space_before = Pt(3)
    note.add_run(table.note).font.size = SMALL


def add_pairs(made: Word, pairs: Sequence[tuple[str, str]]) -> None:
    """Add a table of names and what each is."""
    grid = _added(made, [list(pair) for pair in pairs], _ABOUT)
    for row in grid.rows:
        row.cells[0].paragraphs[0].runs[0].bold = True


def _added(made: Word, lines: Sequence[Sequence[str]], shares: Sequence[int]) -> Grid:
    """A table of these lines, its columns as wide as their shares."""
    grid: Grid = made.add_table(len(lines), len(shares), style="Table Grid")
    grid.autofit = False
    lengths = [Cm(WIDTH * share / sum(shares)) for share in shares]
    for column, length in zip(grid.columns, lengths, strict=True):
        column.width = length  # what counts outside Word; in Word, each cell's
    _give_room(grid)
    for row, line in zip(grid.rows, lines, strict=True):
        _mark(row, "w:cantSplit")
        for cell, text, length in zip(row.cells, line, lengths, strict=True):
            _write(cell, text, length)
    return grid


def _write(cell: _Cell, text: str, length: Length) -> None:
    cell.width = length
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.0
    paragraph.add_run(text).font.size = SMALL


def _give_room(grid: Grid) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side, length in _ROOM.items():
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(length))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = grid._tblPr
    properties.insert(len(properties) - 1, margins)  # its look stands last


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _keep_with_next(row: _Row) -> None:
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True
