"""Columns in which somebody typed what they meant by "Other"."""

import re
from collections.abc import Mapping

from analysis.intake import headers
from analysis.intake.choice_groups import is_other
from analysis.intake.forms import plain_key
from analysis.intake.sheet import Known, Sheet
from analysis.intake.ticks import Tick
from analysis.vocabulary import DIMENSIONS

# A question's own words, and behind them that this is its "other".
_ENDS = re.compile(
    r"^(?P<question>.+?)\s*[_ :/(\[-]+\s*(?:if\s+)?others?\b[^/]{0,40}$", re.DOTALL | re.IGNORECASE
)

_PLURAL = re.compile(r"\(s\)|(?<=[a-z]{3})s\b")

APART = 3.0  # weights of headers

_BEGINS = re.compile(r"(?:any |an)?other (?:group|place|area)s?\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:other|else)\b", re.IGNORECASE)


def recognise(
    sheet: Sheet, known: Known, ticks: Mapping[int, Tick], fields: Mapping[int, str]
) -> dict[int, Tick]:
    """The columns that go with a question of ours: named after it, or asked beside it.

    `fields` are the columns that answer a dimension, with that dimension.
    """
    asked = {column: tick.dimension for column, tick in ticks.items()} | dict(fields)
    questions = {_singular(headers.clean(sheet.headers[c - 1])): d for c, d in fields.items()}
    questions |= {_singular(tick.question): tick.dimension for tick in ticks.values()}
    found: dict[int, Tick] = {}
    for column, header in sheet.columns:
        if column in asked:
            continue
        dimension = _named(header, questions)
        if not dimension and _asks(header, known) and not _asks_otherwise(header, known):
            dimension = _meant(sheet, known, column, asked)
        if dimension:
            found[column] = Tick(dimension, headers.clean(header), other=True)
    return found


def _meant(sheet: Sheet, known: Known, column: int, asked: Mapping[int, str]) -> str | None:
    """The question that an "other" goes with: named in its words, right before it, or ticked so.

    None where its words name a question that the file does not ask.
    """
    scores = headers.scores(sheet.headers[column - 1], known.questions)
    hinted = {each: scores[each] for each in DIMENSIONS if each in scores}
    if hinted:
        best = max(hinted, key=hinted.__getitem__)
        return best if best in asked.values() else None
    return (
        _nearly_named(sheet.headers[column - 1], known, asked)
        or asked.get(column - 1)
        or _ticked_beside(sheet, column, asked)
    )


def _nearly_named(header: str, known: Known, asked: Mapping[int, str]) -> str | None:
    """The question that a header speaks of faintly, where it speaks of no other."""
    told = headers.weights(header, known.questions)
    best, *others = sorted(set(asked.values()), key=told.__getitem__, reverse=True) or [""]
    is_apart = all(told[best] - told[other] >= APART for other in others)
    return best if others and told[best] > 0 and is_apart else None


def _ticked_beside(sheet: Sheet, column: int, asked: Mapping[int, str]) -> str | None:
    """The one question that was answered with "other" in every row in which a column is filled."""
    rows = sheet.filled(column)
    found = {
        dimension
        for each, dimension in asked.items()
        if rows and rows <= {row for row in sheet.filled(each) if _says_other(sheet, row, each)}
    }
    return found.pop() if len(found) == 1 else None


def _says_other(sheet: Sheet, row: int, column: int) -> bool:
    return bool(_OTHER.search(sheet.grid.cell(row, column)))


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
    return questions.get(_singular(match["question"])) if match else None


def _singular(question: str) -> str:
    """A question by what it asks for, whether of one or of several: "Area(s) of delivery"."""
    return _PLURAL.sub("", plain_key(question))


def _asks(header: str, known: Known) -> bool:
    asks = known.questions["other_asked"].says
    return is_other(headers.clean(header), known) or any(map(asks, headers.keys(header)))


def _asks_otherwise(header: str, known: Known) -> bool:
    """Whether a header is more likely a question of its own than the "other" of one."""
    own = header.rsplit("/", 1)[-1]  # without the name of the section that it stands in
    told = headers.scores(own, known.questions)
    best = max(told, key=told.__getitem__, default="")
    enough = headers.CLEAR if _BEGINS.match(own) else headers.LIKELY
    return best not in DIMENSIONS and told.get(best, 0) >= enough
