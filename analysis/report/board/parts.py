"""What a report is made of, whatever it is written as: headings, sentences, pictures, tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

import pandas as pd
from pandas.api.types import is_numeric_dtype

from analysis.report.cells import plain
from analysis.report.sentences import day, moment

MISSING = "–"
SHORT = 16  # rows on paper


@dataclass(frozen=True)
class Picture:
    """A chart: an SVG, and what it says in words."""

    title: str
    svg: str
    alt: str


@dataclass(frozen=True)
class Table:
    """A table in full; on paper only its columns in `shown` (all without any), and `most` rows.

    `name` is short and the report's only one; `base` says what its rows are.
    """

    name: str
    title: str
    rows: pd.DataFrame
    base: str
    shown: tuple[str, ...] = ()
    most: int | None = None

    @property
    def headers(self) -> tuple[str, ...]:
        """The columns on paper."""
        return self.shown or tuple(map(str, self.rows.columns))

    @cached_property
    def printed(self) -> list[list[str]]:
        """The rows on paper, as text; what is missing is not 0."""
        kept = self.rows[list(self.headers)].head(
            len(self.rows) if self.most is None else self.most
        )
        return [[_text(cell) for cell in row] for row in kept.itertuples(index=False, name=None)]

    @property
    def is_printed(self) -> bool:
        """Whether it is on paper too, not only in the workbook."""
        return self.most != 0

    @property
    def is_short(self) -> bool:
        """Whether it stays on one page."""
        return len(self.printed) <= SHORT

    @property
    def numeric(self) -> tuple[bool, ...]:
        """Which of the columns on paper hold numbers."""
        return tuple(is_numeric_dtype(self.rows[name]) for name in self.headers)

    @property
    def note(self) -> str:
        """What the rows on paper are, and how many more there are."""
        left = len(self.rows) - len(self.printed)
        more = f" The first {self.most} of {len(self.rows)}; the workbook has all." if left else ""
        return f"{self.base}{more}"


@dataclass(frozen=True)
class Section:
    """What stands under one heading, in this order."""

    heading: str
    lines: Sequence[str] = ()
    points: Sequence[str] = ()
    pictures: Sequence[Picture] = ()
    tables: Sequence[Table] = ()


@dataclass(frozen=True)
class Report:
    """A report: its title, the answer first, what it rests on, and its sections."""

    title: str
    made_at: datetime
    answer: str
    about: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]

    def tables(self) -> Iterator[Table]:
        """All its tables, in order."""
        for section in self.sections:
            yield from section.tables

    @property
    def foot(self) -> str:
        """What stands at the foot of every page."""
        told = dict(self.about)
        return f"{self.title}. Data as of {told['Data as of']}. Filters: {told['Filters']}."


def _text(cell: object) -> str:
    """A cell as it is printed; what a spreadsheet might run is harmless on paper."""
    shown = plain(cell)
    if isinstance(shown, str):
        return shown or MISSING
    if isinstance(shown, datetime):
        return moment(shown)
    if isinstance(shown, date):
        return day(shown)
    return MISSING if shown is None else f"{shown:,.12g}"
