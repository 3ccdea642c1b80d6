"""Columns in which somebody typed what they meant by "Other"."""

import re
from collections.abc import Mapping

from analysis.intake import headers
from analysis.intake.choice_groups import is_other
from analysis.intake.forms import plain_key
from analysis.intake.sheet import Known, Sheet
from analysis.intake.ticks import Tick

# A question's own words, and behind them that this is its "other".
_ENDS = re.compile(
    r"^(?P<question>.+?)\s*[_ :/(\[-]+\s*others?\b[^/]{0,40}$", re.DOTALL | re.IGNORECASE
)


def recognise(
    sheet: Sheet, known: Known, ticks: Mapping[int, Tick], fields: Mapping[int, str]
) -> dict[int, Tick]:
    """The columns that go with a question of ours: named after it, or asked right behind it.

    `fields` are the columns that answer a dimension, with that dimension.
    """
    asked = {column: tick.dimension for column, tick in ticks.items()} | dict(fields)
    questions = {plain_key(headers.clean(sheet.headers[c - 1])): d for c, d in fields.items()}
    questions |= {plain_key(tick.question): tick.dimension for tick in ticks.values()}
    found: dict[int, Tick] = {}
    for column, header in sheet.columns:
        if column in asked:
            continue
        before = asked.get(column - 1)
        dimension = _named(header, questions) or (before if _asks(header, known) else None)
        if dimension:
            found[column] = Tick(dimension, headers.clean(header), other=True)
    return found


def behind(sheet: Sheet) -> frozenset[int]:
    """The columns that are headed like another column, with an "other" behind its words."""
    keys = {plain_key(headers.clean(header)) for _, header in sheet.columns}
    return frozenset(
        column
        for column, header in sheet.columns
        if (match := _ENDS.match(headers.clean(header))) and plain_key(match["question"]) in keys
    )


def _named(header: str, questions: Mapping[str, str]) -> str | None:
    match = _ENDS.match(headers.clean(header))
    return questions.get(plain_key(match["question"])) if match else None


def _asks(header: str, known: Known) -> bool:
    text = headers.clean(header)
    return is_other(text, known) or known.questions["other_asked"].says(text)
