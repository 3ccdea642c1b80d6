"""The report as a Word document: real headings, tables with headers, pictures with alt texts."""

import io
from datetime import UTC

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Row
from docx.text.paragraph import Paragraph

from analysis.report import typeset
from analysis.report.board.parts import Picture, Report, Section, Table
from analysis.report.board.pdf import widths

LANGUAGE = "en-GB"
_WIDTH, _MARGIN = 17.4, 1.8  # centimetres
_SMALL = Pt(8)


def as_docx(told: Report) -> bytes:
    """Write the report with Word's own heading, list and table styles."""
    made = Document()
    _prepare(made, told)
    made.add_heading(told.title, level=1)
    made.add_paragraph().add_run(told.answer).bold = True
    _add_rows(made, [], [list(pair) for pair in told.about], [12, 60])
    for section in told.sections:
        _add_section(made, section)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _prepare(made: Word, told: Report) -> None:
    """Say what the document is called, its language, its paper and its foot."""
    properties = made.core_properties
    properties.title, properties.subject = told.title, told.answer
    properties.author, properties.language = "Local Plan coverage", LANGUAGE
    properties.comments, properties.last_modified_by = told.foot, properties.author
    properties.created = properties.modified = told.made_at.astimezone(UTC).replace(tzinfo=None)
    style = made.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(10.5)
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    page = made.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = Cm(_MARGIN)
    foot = page.footer.paragraphs[0]
    foot.add_run(f"{told.foot} Page ").font.size = _SMALL
    _add_page_number(foot)


def _add_section(made: Word, section: Section) -> None:
    made.add_heading(section.heading, level=2)
    for line in section.lines:
        made.add_paragraph(line)
    for point in section.points:
        made.add_paragraph(point, style="List Bullet")
    for picture in section.pictures:
        _add_picture(made, picture)
    for table in section.tables:
        if table.is_printed:
            _add_table(made, table)


def _add_picture(made: Word, picture: Picture) -> None:
    made.add_heading(picture.title, level=3)
    shape = made.add_picture(io.BytesIO(typeset.as_png(picture.svg)), width=Cm(_WIDTH))
    named = shape._inline.docPr
    named.set("descr", picture.alt)
    named.set("title", picture.title)


def _add_table(made: Word, table: Table) -> None:
    made.add_heading(table.title, level=3)
    _add_rows(made, list(table.headers), table.printed(), widths(table))
    note = made.add_paragraph()
    note.add_run(table.note).font.size = _SMALL


def _add_rows(made: Word, headers: list[str], rows: list[list[str]], shares: list[int]) -> None:
    """Add a table; its first row is marked as its header where it has one."""
    lines = [*([headers] if headers else []), *rows]
    grid = made.add_table(len(lines), len(shares), style="Table Grid")
    grid.autofit = False
    lengths = [Cm(_WIDTH * share / sum(shares)) for share in shares]
    for number, (row, line) in enumerate(zip(grid.rows, lines, strict=True)):
        is_header = bool(headers) and number == 0
        _mark(row, is_header=is_header)
        for place, (cell, text) in enumerate(zip(row.cells, line, strict=True)):
            cell.width = lengths[place]
            run = cell.paragraphs[0].add_run(text)
            run.font.size = _SMALL
            run.bold = is_header or (not headers and place == 0)


def _mark(row: _Row, *, is_header: bool) -> None:
    """Keep a row on one page, and repeat a header on each."""
    properties = row._tr.get_or_add_trPr()
    for name in ("w:cantSplit", *(["w:tblHeader"] if is_header else [])):
        properties.append(OxmlElement(name))


def _add_page_number(foot: Paragraph) -> None:
    foot.alignment = WD_ALIGN_PARAGRAPH.LEFT
    run = foot.add_run()
    run.font.size = _SMALL
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = text or None
        run._r.append(part)
