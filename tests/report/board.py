"""The report to the board as its tests read it: made by the command, read as its readers would."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

import docx
import pypdf
from python_calamine import CalamineWorkbook

from analysis.__main__ import app
from analysis.report.board.written import WRITERS

REPORTED = datetime.fromisoformat("2026-05-03T12:00+01:00")
PARTNERS = """
Organisation | Contact name | Email           | Stage        | Functions          | Areas         | Inclusion focuses | Reach
Ash          | Jo Bloggs    | jo@example.org  | Commissioned | Schools            | Derby; Erewash | SEND             | about 60
Ash          | Jo Bloggs    | jo@example.org  | Pilot        | Inclusion          | Countywide    | Rural             | tbc
Birch        | Al Bloggs    | al@example.org  | Commissioned | Schools; Inclusion |               |                   | 1,450
Cedar        | Di Bloggs    | di@example.org  | Received     | Progression        | Derby         |                   |
"""  # noqa: E501 - a table is read by its columns


def write(folder: Path, *words: str, **options: str) -> None:
    """Run the command; words that end like a file's name lie in the folder."""
    given = [str(folder / each) if each.endswith(tuple(WRITERS)) else each for each in words]
    given += [part for name, value in options.items() for part in (f"--{name}", value)]
    app(["report", *given, "--store", str(folder / "store"), "--by", "Ann"], standalone_mode=False)


def sheets(folder: Path, name: str = "report.xlsx") -> dict[str, list[dict[str, object]]]:
    """Each sheet's table, below the lines about it, as rows by header."""
    found = {}
    book = CalamineWorkbook.from_path(str(folder / name))
    for sheet in book.sheet_names:
        lines = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        start = next(place for place, line in enumerate(lines) if not any(line)) + 1
        found[sheet] = [dict(zip(lines[start], line, strict=True)) for line in lines[start + 1 :]]
    return found


def word(folder: Path) -> docx.document.Document:
    return docx.Document(str(folder / "report.docx"))


# Reading a PDF takes longer than writing it.
@cache
def text_of_pdf(folder: Path, name: str = "report.pdf") -> str:
    pages = pypdf.PdfReader(folder / name).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def within(element) -> Iterator[dict]:
    """An element of a PDF's structure, and all that is within it."""
    if not isinstance(element, dict):
        return
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if kid is not None and not isinstance(kid, int):
            yield from within(kid.get_object())


def alts(element) -> list[str]:
    """The alt texts of a PDF's structure."""
    return [str(each["/Alt"]) for each in within(element) if "/Alt" in each]
