"""The files of the board report can be read by all: headings, tables and pictures that are told."""

from collections import Counter

import pypdf
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm

from analysis.report.board.word_tables import WIDTH
from tests.report.board import alts, within, word

SECTIONS = [
    "Where the plan stands",
    "The grid",
    "One coverage index, beside the plain count",
    "Area by area",
    "Over time, by school year",
    "What changed since 3 May 2026",
    "The worst gaps, and who could close them",
    "What was decided since 3 May 2026",
    "The partners",
    "What is unknown, and how sure we are",
    "Definitions",
    "Sources",
]


def test_word_has_real_headings_headers_language_and_alt_texts(made):
    folder, _ = made
    document = word(folder)
    styles = [(p.style.name, p.text) for p in document.paragraphs if "Heading" in p.style.name]
    pictures = [shape._inline.docPr for shape in document.inline_shapes]

    assert styles[0] == ("Heading 1", "Test Hub: report to the board")
    assert [text for style, text in styles if style == "Heading 2"] == SECTIONS
    assert [picture.get("descr")[:8] for picture in pictures] == [
        "45 cells",
        "Partners",
        "Derby: 3",
        "Map of 9",
        "2026/27 ",
        "From 3 M",
    ]
    assert all(
        table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in document.tables[1:]
    )
    assert document.core_properties.language == "en-GB"
    assert {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))} == {
        "en-GB"
    }


def test_the_pdf_is_pdf_ua_with_title_language_outline_and_alt_texts(made):
    folder, _ = made
    told = pypdf.PdfReader(folder / "report.pdf")
    root = told.trailer["/Root"]

    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    assert (told.metadata.title, root["/Lang"]) == ("Test Hub: report to the board", "en-GB")
    assert [each.title for each in told.outline[1] if not isinstance(each, list)] == SECTIONS
    assert root["/MarkInfo"]["/Marked"]
    assert sum(alt.startswith("45 cells") for alt in alts(root["/StructTreeRoot"])) == 1
    assert len(alts(root["/StructTreeRoot"])) == 6


def test_every_printed_table_is_a_table_with_headers_in_the_pdf_too(made):
    folder, _ = made
    root = pypdf.PdfReader(folder / "report.pdf").trailer["/Root"]["/StructTreeRoot"]
    kinds = Counter(str(each.get("/S")) for each in within(root))
    grids = word(folder).tables

    assert kinds["/Table"] == len(grids)
    assert kinds["/TR"] == sum(len(grid.rows) for grid in grids)
    assert kinds["/TH"] == sum(len(grid.columns) for grid in grids[1:])


def test_in_word_columns_are_as_wide_as_they_need_wherever_it_is_opened(made):
    folder, _ = made

    for grid in word(folder).tables:
        lengths = [column.width for column in grid.columns]
        assert sum(lengths) == pytest.approx(Cm(WIDTH), rel=0.01)
        assert all([cell.width for cell in row.cells] == lengths for row in grid.rows)
