"""The report as a PDF that screen readers can read: PDF/UA-1, as Typst enforces it."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from analysis.report import typeset
from analysis.report.board.parts import Report, Section, Table

LAYOUT = Path(__file__).with_name("board.typ")
_NARROWEST, _SHORT, _WIDEST, _PAGE = 4, 17, 60, 125  # in characters; a date is short


def as_pdf(told: Report) -> bytes:
    """Write the report, with its outline, its alt texts and its tables' headers."""
    return typeset.as_pdf(LAYOUT, content(told))


def content(told: Report) -> dict[str, object]:
    """All that it says, as data for its layout."""
    return {
        "title": told.title,
        "answer": told.answer,
        "about": told.about,
        "foot": told.foot,
        "sections": [_section(section) for section in told.sections],
    }


def widths(table: Table) -> list[int]:
    """How wide each column of a printed table is beside the others.

    Each has room for its longest word; what is left goes to those with more to say.
    """
    columns = list(zip(*[table.headers, *table.printed], strict=True))
    longest = [min(max(map(len, column)), _WIDEST) for column in columns]
    least = [_least(column, most) for column, most in zip(columns, longest, strict=True)]
    wanted = [max(most - width, 0) for most, width in zip(longest, least, strict=True)]
    left = max(_PAGE - sum(least), 0)
    share = min(left / max(sum(wanted), 1), 1)
    return [round(width + share * more) for width, more in zip(least, wanted, strict=True)]


def _least(column: Sequence[str], longest: int) -> int:
    """Room for the longest word, or for all of a text that is short."""
    words = (len(word) for text in column for word in text.split())
    return max(longest if longest <= _SHORT else 0, max(words, default=0), _NARROWEST) + 2


def _section(section: Section) -> dict[str, object]:
    return {
        "heading": section.heading,
        "lines": list(section.lines),
        "points": list(section.points),
        "pictures": [asdict(picture) for picture in section.pictures],
        "tables": [_table(table) for table in section.tables if table.is_printed],
    }


def _table(table: Table) -> dict[str, object]:
    return {
        "title": table.title,
        "headers": list(table.headers),
        "rows": table.printed,
        "note": table.note,
        "widths": widths(table),
        "numeric": list(table.numeric),
        "short": table.is_short,
    }
