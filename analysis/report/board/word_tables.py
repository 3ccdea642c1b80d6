"""Tables of a Word document: their header on each page, their rows whole, columns that fit.

They are written as the format's own XML: cell by cell, python-docx takes a second for the same.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt

from analysis.report.board.parts import Table
from analysis.report.board.pdf import widths

WIDTH: Final = 17.4  # centimetres
SMALL: Final = Pt(8)
_ABOUT: Final = (12, 60)
_STYLE: Final = "Table Text"
_TWIPS: Final = 635  # English metric units in a twentieth of a point

_TABLE: Final = (
    f"<w:tbl {nsdecls('w')}><w:tblPr>"
    '<w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/><w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>'
    '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
    '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
    'w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
)
# A column's length is what counts outside Word, a cell's within.
_COLUMN: Final = '<w:gridCol w:w="{length}"/>'
_ROW: Final = "<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"
_CELL: Final = (
    '<w:tc><w:tcPr><w:tcW w:w="{length}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
    '<w:pStyle w:val="TableText"/>{place}</w:pPr><w:r>{look}<w:t xml:space="preserve">{text}</w:t>'
    "</w:r></w:p></w:tc>"
)
# What no XML may hold.
_UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEADER: Final = "<w:tblHeader/>"
_KEPT: Final = "<w:keepNext/>"  # with the row beneath, or with what follows the table
_RIGHT: Final = '<w:jc w:val="right"/>'
_BOLD: Final = "<w:rPr><w:b/></w:rPr>"


@dataclass(frozen=True)
class _Column:
    length: int
    is_number: bool = False
    is_name: bool = False


def style(made: Word) -> None:
    """Give a document the style of the words in its tables."""
    words = made.styles.add_style(_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    words.base_style, words.font.size = made.styles["Normal"], SMALL
    words.paragraph_format.space_after, words.paragraph_format.line_spacing = Pt(0), 1.0


def add_table(made: Word, table: Table) -> None:
    """Add a table with its header, and what is said of it; a short one stays on one page."""
    lengths, last = _lengths(widths(table)), len(table.printed)
    columns = [_Column(*each) for each in zip(lengths, table.numeric, strict=True)]
    rows = [
        _row(line, columns, is_kept=table.is_short or place == last)
        for place, line in enumerate(table.printed, start=1)
    ]
    _add(made, columns, [_row(table.headers, columns, is_kept=True, is_header=True), *rows])
    note = made.add_paragraph()
    note.paragraph_format.space_before = Pt(3)
    note.add_run(table.note).font.size = SMALL


def add_pairs(made: Word, pairs: Sequence[tuple[str, str]]) -> None:
    """Add a table of names and what each is."""
    name, said = _lengths(_ABOUT)
    columns = [_Column(name, is_name=True), _Column(said)]
    _add(made, columns, [_row(pair, columns) for pair in pairs])


def _lengths(shares: Sequence[int]) -> list[int]:
    """How long each column is, in twentieths of a point, by its share."""
    return [round(Cm(WIDTH) / _TWIPS * share / sum(shares)) for share in shares]


def _row(
    texts: Sequence[str],
    columns: Sequence[_Column],
    *,
    is_kept: bool = False,
    is_header: bool = False,
) -> str:
    cells = [
        _CELL.format(
            length=column.length,
            place=_KEPT * is_kept + _RIGHT * column.is_number,
            look=_BOLD * (is_header or column.is_name),
            text=escape(_UNSEEN.sub("", text)),
        )
        for text, column in zip(texts, columns, strict=True)
    ]
    return _ROW.format(header=_HEADER * is_header, cells="".join(cells))


def _add(made: Word, columns: Sequence[_Column], rows: Sequence[str]) -> None:
    """Put a table at the end of a document; what comes next needs a paragraph between."""
    grid = "".join(_COLUMN.format(length=column.length) for column in columns)
    body = made.element.body
    body.insert_element_before(
        parse_xml(_TABLE.format(columns=grid, rows="".join(rows))), "w:sectPr"
    )
