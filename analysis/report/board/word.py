"""The report as a Word document: real headings, tables with headers, pictures with alt texts."""

import io
from datetime import UTC

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from analysis.report import typeset
from analysis.report.board.parts import Picture, Report, Section
from analysis.report.board.word_tables import SMALL, WIDTH, add_pairs, add_table, style

LANGUAGE = "en-GB"
_MARGIN = 1.8  # centimetres


def as_docx(told: Report) -> bytes:
    """Write the report with Word's own heading, list and table styles."""
    made = Document()
    _describe(made, told)
    _style(made)
    _set_page(made, told)
    made.add_heading(told.title, level=1)
    made.add_paragraph().add_run(told.answer).bold = True
    add_pairs(made, told.about)
    for section in told.sections:
        _add_section(made, section)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _describe(made: Word, told: Report) -> None:
    """Say what the document is called, its language, who made it and when."""
    properties = made.core_properties
    properties.title, properties.subject = told.title, told.answer
    properties.author, properties.language = "Local Plan coverage", LANGUAGE
    properties.comments, properties.last_modified_by = told.foot, properties.author
    properties.created = properties.modified = told.made_at.astimezone(UTC).replace(tzinfo=None)


def _style(made: Word) -> None:
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.1
    made.styles["List Bullet"].paragraph_format.space_after = Pt(2)
    made.styles["Footer"].font.size = SMALL
    style(made)
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _set_page(made: Word, told: Report) -> None:
    page = made.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = Cm(_MARGIN)
    foot = page.footer.paragraphs[0]
    foot.add_run(f"{told.foot} Page ")
    _add_page_number(foot)


def _add_section(made: Word, section: Section) -> None:
    made.add_heading(section.heading, level=2)
    said = [made.add_paragraph(line) for line in section.lines]
    said += [made.add_paragraph(point, style="List Bullet") for point in section.points]
    printed = [table for table in section.tables if table.is_printed]
    for paragraph in said if section.pictures or printed else ():
        paragraph.paragraph_format.keep_with_next = True
    for picture in section.pictures:
        _add_picture(made, picture)
    for table in printed:
        made.add_heading(table.title, level=3)
        add_table(made, table)


def _add_picture(made: Word, picture: Picture) -> None:
    made.add_heading(picture.title, level=3)
    shape = made.add_picture(io.BytesIO(typeset.as_png(picture.svg)), width=Cm(WIDTH))
    named = shape._inline.docPr
    named.set("descr", picture.alt)
    named.set("title", picture.title)


def _add_page_number(foot: Paragraph) -> None:
    foot.alignment = WD_ALIGN_PARAGRAPH.LEFT
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = text or None
        foot.add_run()._r.append(part)
