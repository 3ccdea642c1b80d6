"""Columns that stand for one choice each, ticked or left blank."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from analysis.intake import headers
from analysis.intake.forms import plain_key
from analysis.intake.sheet import Known, Sheet
from analysis.vocabulary import DIMENSIONS

# Of the cells of a tick column, as many as this are marks. The rest are a person's own words
# ("from 2027", "?"), which stay with their row as wordings to be decided.
MOSTLY = 0.5
# A question, then its choice: in brackets, or after a colon, a slash or a dash.
_PREFIXED = (
    re.compile(r"(?P<question>.+?)\s*\[(?P<choice>[^\[\]]+)\]\s*", re.DOTALL),
    re.compile(r"(?P<question>.+?[?:])\s+(?P<choice>.+)", re.DOTALL),
    re.compile(r"(?P<question>.+?)\s*\((?P<choice>[^()]+)\)\s*", re.DOTALL),
    re.compile(r"(?P<question>[^/]+)/(?P<choice>.+)", re.DOTALL),
    re.compile(r"(?P<question>.+?)\s+[-\u2013\u2014>|]+\s+(?P<choice>.+)", re.DOTALL),
)


@dataclass(frozen=True)
class Tick:
    """A column that stands for one choice.

    `choice` is its wording as the header has it, without the question before it. `other` marks
    the column where something else is typed.
    """

    dimension: str
    choice: str
    other: bool = False


def recognise(sheet: Sheet, known: Known) -> dict[int, Tick]:
    """Every tick column of a sheet, by its number.

    A header may be a term of two dimensions; then its neighbours decide. A column headed "Other"
    belongs to the run of choices that it ends.
    """
    candidates = {
        column: choices
        for column, _ in sheet.columns
        if (choices := tuple(_readings(sheet, column, known)))
        and _is_ticked(sheet, column, choices, known)
    }
    settled = {column: ticks[0] for column, ticks in candidates.items() if len(ticks) == 1}
    for column, ticks in candidates.items():
        settled[column] = _nearest(column, ticks, settled)
    return _with_others(sheet, known, _without_lone_blanks(sheet, settled))


def chosen(sheet: Sheet, known: Known, fields: Mapping[int, str]) -> dict[int, Tick]:
    """Of the columns that staff gave a dimension, those whose cells tick their header's choice."""
    found = {}
    for column, dimension in fields.items():
        choice = sheet.choice(column)[1] or _own_choice(sheet.headers[column - 1], known)
        tick = Tick(dimension, choice, other=_is_other(choice, known))
        written = dimension in DIMENSIONS and sheet.sample(column)
        if written and _is_ticked(sheet, column, (tick,), known):
            found[column] = tick
    return found


def is_mark(cell: str, known: Known) -> bool:
    """Whether a cell is a tick or its absence, whatever the choice."""
    key = plain_key(cell)
    return key in known.questions["ticked"].exact or key in known.questions["unticked"].exact


def _readings(sheet: Sheet, column: int, known: Known) -> Iterator[Tick]:
    """The terms a column may stand for, by a second header row, its header, or part of that."""
    question, choice = sheet.choice(column)
    if question and (dimension := _asked(question, choice, known)):
        yield Tick(dimension, choice, other=_is_other(choice, known))
        return
    whole = headers.clean(sheet.headers[column - 1])
    found = [Tick(dimension, whole) for dimension in DIMENSIONS if _match(known, dimension, whole)]
    yield from found or _prefixed(whole, known)


def _own_choice(header: str, known: Known) -> str:
    """A header without the question before its choice."""
    whole = headers.clean(header)
    return next((tick.choice for tick in _prefixed(whole, known)), whole)


def _match(known: Known, dimension: str, choice: str) -> bool:
    return known.vocabulary.match(dimension, choice) is not None


def _prefixed(header: str, known: Known) -> Iterator[Tick]:
    for pattern in _PREFIXED:
        if match := pattern.fullmatch(header):
            question, choice = match["question"], match["choice"].strip()
            dimension = _asked(question, choice, known)
            if dimension:
                yield Tick(dimension, choice, other=_is_other(choice, known))
                return


def _asked(question: str, choice: str, known: Known) -> str | None:
    """The dimension a question asks about; its choice tells where the question does not."""
    fields = headers.scores(question, known.questions)
    asked = {field: score for field, score in fields.items() if field in DIMENSIONS}
    fitting = [dimension for dimension in DIMENSIONS if _match(known, dimension, choice)]
    likely = max(asked, key=lambda field: (field in fitting, asked[field]), default=None)
    if likely and (likely in fitting or asked[likely] >= headers.LIKELY):
        return likely
    return fitting[0] if fitting else None


def _is_other(choice: str, known: Known) -> bool:
    return plain_key(choice) in known.questions["other"].exact


def _asks_other(header: str, known: Known) -> bool:
    text = headers.clean(header)
    return _is_other(text, known) or known.questions["other_asked"].says(text)


def _is_ticked(sheet: Sheet, column: int, ticks: tuple[Tick, ...], known: Known) -> bool:
    """Whether its cells are marks, or repeat the choice as many form tools do."""
    if any(tick.other for tick in ticks):
        return True
    labels = {plain_key(tick.choice) for tick in ticks} | {plain_key(sheet.headers[column - 1])}
    verdicts = [is_mark(cell, known) or plain_key(cell) in labels for cell in sheet.sample(column)]
    return sum(verdicts) >= MOSTLY * len(verdicts)


def _nearest(column: int, ticks: tuple[Tick, ...], settled: dict[int, Tick]) -> Tick:
    def distance(tick: Tick) -> int:
        taken = [other for other, its in settled.items() if its.dimension == tick.dimension]
        return min((abs(other - column) for other in taken), default=len(settled) + column)

    return min(ticks, key=distance)


def _without_lone_blanks(sheet: Sheet, settled: dict[int, Tick]) -> dict[int, Tick]:
    """A column that nobody wrote in is a choice only beside one that somebody ticked."""
    used = {column for column in settled if sheet.sample(column)}
    asked = {settled[column].dimension for column in used}
    return {
        column: tick
        for column, tick in settled.items()
        if column in used or tick.dimension in asked
    }


def _with_others(sheet: Sheet, known: Known, settled: dict[int, Tick]) -> dict[int, Tick]:
    found = dict(settled)
    for column, header in sheet.columns:
        before = found.get(column - 1)
        if column not in found and before and _asks_other(header, known):
            found[column] = Tick(before.dimension, headers.clean(header), other=True)
    return found
