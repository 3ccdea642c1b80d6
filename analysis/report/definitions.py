"""How each figure is made, in words: `docs/definitions.md`, its examples worked out afresh."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

import pandas as pd

from analysis import database, receipt
from analysis.database import Database
from analysis.errors import DashboardError
from analysis.intake.read import read
from analysis.ledger.state import replay
from analysis.report import examples
from analysis.vocabulary import DATA, Vocabulary

FILE = DATA.parent / "docs" / "definitions.md"

GRID = "The grid"
COUNTED = "Partners, enquiries and offers"
STATES = "Cells by state"
CORNERS = "The emptiest corners"
WHO = "Who covers what, where"
OFFERS = "The offers behind a cell"
PLACES = "Places"
UPLOADED = "Figures that were uploaded"
BESIDE = "Need beside cover"
CHILDREN = "Children who live where it is safe"
GAPS = "Gaps, ranked"
SHORTLIST = "The shortlist"
PIPELINE = "The pipeline"
SCENARIOS = "Scenarios"
TARGETS = "Targets"
DEPARTURES = "If a partner leaves"
BRIEF = "The gap brief"
INDEX = "One coverage index"
SURE = "How sure a headline is"
ORGANISATION = "One organisation over time"
CHANGE = "What a change does to the cells"
TIME = "Over time"
REPORT = "The report to the board"
ALERTS = "Lines that were crossed"

_NARROW = 4  # bars of a table with three columns
_HUB = "The hub of the examples"
_END = "<!-- end -->\n"
_SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)
_MARK = re.compile(r"<!-- (hub|example): (.+?) -->\n(.*?)<!-- end -->\n", re.DOTALL)


# The file cannot change under a running program, and every download quotes it.
@cache
def text(file: Path = FILE) -> str:
    """The text as it is kept, with the examples as they were last worked out."""
    return file.read_text(encoding="utf-8")


@dataclass(frozen=True)
class Section:
    """What stands under one heading; `is_worked_out` where it has an example of its own."""

    title: str
    text: str
    is_worked_out: bool


def introduction(written: str) -> str:
    """What stands before the first heading, the title left out."""
    return _SECTION.split(written)[0].partition("\n")[2].strip()


def sections(written: str) -> tuple[Section, ...]:
    """The text by its headings, in its order, without the marks that are only for us."""
    parts = _SECTION.split(written)
    return tuple(
        Section(title, _MARK.sub(r"\3", said).strip(), "<!-- example" in said)
        for title, said in zip(parts[1::2], parts[2::2], strict=True)
    )


def pieces(said: str) -> Iterator[str | pd.DataFrame]:
    """A section's text, and in their turn its tables that are too wide for a phone."""
    for is_wide, lines in groupby(said.splitlines(), lambda line: line.count("|") > _NARROW):
        if is_wide:
            header, _, *rows = map(examples.cells_of, lines)
            yield pd.DataFrame(rows, columns=header)
        elif paragraphs := "\n".join(lines).strip():
            yield paragraphs


def about(title: str | None, written: str) -> tuple[Section, ...]:
    """One section, and the hub of its example where it has one; all where none is named."""
    found = {section.title: section for section in sections(written)}
    if title is None:
        return tuple(found.values())
    return (found[title], found[_HUB]) if found[title].is_worked_out else (found[title],)


def short(title: str) -> str:
    """The first paragraph under a heading, on one line: what a download says of its figures.

    Raises
    ------
    DashboardError
        If the text has no such heading.
    """
    found = {section.title: section.text for section in sections(text())}
    if title not in found:
        raise DashboardError(
            f'docs/definitions.md has no heading "{title}". Choose from: {", ".join(found)}.'
        )
    return " ".join(found[title].partition("\n\n")[0].split()).replace("**", "")


def filled(words: Vocabulary, written: str) -> str:
    """The text with every example worked out from its hub, the way every figure is made."""
    hub = example_hub(words, written)

    def worked_out(mark: re.Match[str]) -> str:
        name, _, given = mark[2].partition("; ")
        made = mark[3] if mark[1] == "hub" else examples.worked_out(hub, name, given.split("; "))
        return f"<!-- {mark[1]}: {mark[2]} -->\n{made}{_END}"

    return _MARK.sub(worked_out, written)


def example_hub(words: Vocabulary, written: str) -> Database:
    """The database of the hub that the text describes: read, split and built, never recorded."""
    (kind, table), *_ = [(mark[2], mark[3]) for mark in _MARK.finditer(written) if mark[1] == "hub"]
    nothing = database.build(replay(()), Path(), words)
    reading = read("the hub of the examples.csv", _as_file(table), words, kind)
    return receipt.prepare(nothing, [reading], words)[0].after


def _as_file(table: str) -> bytes:
    header, _, *rows = [examples.cells_of(line) for line in table.strip().splitlines()]
    lines = io.StringIO(newline="")
    csv.writer(lines).writerows([header, *rows])
    return lines.getvalue().encode()
