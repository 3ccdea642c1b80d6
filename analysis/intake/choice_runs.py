"""Choices that stand side by side, each headed with its own words and no question over them.

A run ends at its "Other", or where the choices of another question begin. A form may ask more
than we do: where a choice of ours stands alone among choices we do not know ("Primary", "Early
years", "Sixth form"), it belongs to somebody else's question.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from analysis.intake import headers
from analysis.intake.choice_groups import is_other
from analysis.intake.forms import plain_key
from analysis.intake.sheet import Known, Sheet
from analysis.vocabulary import AREA, DIMENSIONS

AGES = re.compile(
    r"(?:ages? )?(?:under )?\d{1,2}s?(?:\s*(?:[-\u2013\u2014]|to)\s*\d{1,2}|\+)?", re.IGNORECASE
)
FEW = 2  # choices of ours that may stand among others and yet not be meant


@dataclass
class _Run:
    """Neighbouring columns of one question, while it is put together."""

    dimension: str
    columns: list[int] = field(default_factory=list)
    strangers: int = 0


def recognise(sheet: Sheet, known: Known, taken: frozenset[int]) -> dict[int, str]:
    """The dimension of every column that is headed with a choice alone."""
    meant = {
        column: codes
        for column, header in sheet.columns
        if column not in taken and not _is_of_ages(sheet, column)
        if (codes := _codes(sheet, column, header, known))
    }
    settled = _settled(_among_their_own(sheet, known, meant))
    runs = [
        run
        for piece in _pieces(sheet, known, settled, taken)
        for run in _runs(piece, settled, known, sheet)
    ]
    return {
        column: run.dimension
        for run in runs
        if not _is_a_strangers(run, runs)
        for column in _named_once(run, meant)
    }


def _is_of_ages(sheet: Sheet, column: int) -> bool:
    """Whether a choice is one of several ranges of ages, beside which "0-4" is no focus."""
    near = [c for c in (column - 1, column, column + 1) if 0 < c <= len(sheet.headers)]
    said = [c for c in near if AGES.fullmatch(headers.clean(sheet.headers[c - 1]))]
    return column in said and len(said) > 1


def _named_once(run: _Run, meant: dict[int, dict[str, str]]) -> list[int]:
    """The columns of a run without those before it that name a term again: another question's."""
    columns = list(run.columns)
    codes = [meant.get(column, {}).get(run.dimension) for column in columns]
    while len(codes) > FEW and codes[0] and codes[0] in codes[1:]:
        columns, codes = columns[1:], codes[1:]
    return columns


def _codes(sheet: Sheet, column: int, header: str, known: Known) -> dict[str, str]:
    """The terms that a header means, by dimension; by its words alone where its cells repeat it."""
    whole = headers.clean(header)
    vocabulary = known.vocabulary
    found = {each: code for each in DIMENSIONS if (code := vocabulary.match(each, whole))}
    if found or not _repeats(sheet, column, header):
        return found
    return {each: code for each in DIMENSIONS if (code := vocabulary.offered(each, whole))}


def _among_their_own(
    sheet: Sheet, known: Known, meant: dict[int, dict[str, str]]
) -> dict[int, dict[str, str]]:
    """Without the headers that no known wording says, where no neighbour is of their question."""
    match = known.vocabulary.match
    return {
        column: found
        for column, found in meant.items()
        if any(not found.keys().isdisjoint(meant.get(c, {})) for c in (column - 1, column + 1))
        or any(match(each, headers.clean(sheet.headers[column - 1])) for each in found)
    }


def _settled(meant: dict[int, dict[str, str]]) -> dict[int, str]:
    """A header may be a term of two dimensions; then its neighbours decide.

    No question has a term twice: "Work with schools" among functions, "Help schools" among aims.
    """
    settled = {column: min(found) for column, found in meant.items() if len(found) == 1}
    left = {column: found for column, found in meant.items() if len(found) > 1}
    while left:  # the one with the fewest ways first, then the one whose question is nearest
        free = {column: _free(found, meant, settled) for column, found in left.items()}
        ways = {
            column: min((_distance(column, each, settled), each) for each in dimensions)
            for column, dimensions in free.items()
        }
        column = min(left, key=lambda c: (len(free[c]), ways[c][0], c))
        settled[column] = ways[column][1]
        del left[column]
    return settled


def _free(
    found: dict[str, str], meant: dict[int, dict[str, str]], settled: dict[int, str]
) -> list[str]:
    """The dimensions of which no other column is the same term; all where none is left."""
    taken = {(its, meant[other][its]) for other, its in settled.items()}
    return [each for each, code in found.items() if (each, code) not in taken] or list(found)


def _distance(column: int, dimension: str, settled: dict[int, str]) -> int:
    near = (abs(other - column) for other, its in settled.items() if its == dimension)
    return min(near, default=len(settled) + column)


def _pieces(
    sheet: Sheet, known: Known, settled: dict[int, str], taken: frozenset[int]
) -> Iterator[list[int]]:
    """Neighbouring columns that could be choices, each piece up to its "Other"."""
    piece: list[int] = []
    for column, header in sheet.columns:
        if column in taken or not _may_be_choice(sheet, column, header, known, settled):
            yield piece
            piece = []
            continue
        piece.append(column)
        if column not in settled and is_other(header, known):
            yield piece
            piece = []
    yield piece


def _may_be_choice(
    sheet: Sheet, column: int, header: str, known: Known, settled: dict[int, str]
) -> bool:
    if column in settled or is_other(header, known):
        return True
    return _repeats(sheet, column, header)


def _repeats(sheet: Sheet, column: int, header: str) -> bool:
    """Whether the cells of a column say its header again, as some tools tick a choice."""
    cells = sheet.sample(column)
    label = plain_key(headers.clean(header))
    return bool(cells) and all(plain_key(cell) == label for cell in set(cells))


def _runs(piece: list[int], settled: dict[int, str], known: Known, sheet: Sheet) -> Iterator[_Run]:
    """The runs of a piece; a stranger between two choices of one question is one of them."""
    blocks = [(its, list(columns)) for its, columns in groupby(piece, key=settled.get)]
    runs: list[_Run] = []
    for place, (its, columns) in enumerate(blocks):
        before = runs[-1] if runs else None
        between = blocks[place - 1][1] if place else []
        if its is not None and before and _goes_on(before, its, between):
            before.columns += [*between, *columns]
            before.strangers -= len(between)
        elif its is not None:
            strangers = len(between) if place and blocks[place - 1][0] is None else 0
            runs.append(_Run(its, columns, strangers))
        elif before:
            out = _outside(before, columns, known, sheet)
            before.columns += out
            if rest := columns[len(out) :]:
                _end(before, rest, known, sheet, last=place == len(blocks) - 1)
    yield from runs


def _goes_on(run: _Run, dimension: str, between: list[int]) -> bool:
    return run.dimension == dimension and len(between) <= len(run.columns)


def _outside(run: _Run, columns: list[int], known: Known, sheet: Sheet) -> list[int]:
    """The choice right behind places that says it lies outside all of them."""
    header = sheet.headers[columns[0] - 1]
    is_out = run.dimension == AREA and known.questions["outside"].says(headers.clean(header))
    return columns[:1] if is_out and not is_other(header, known) else []


def _end(run: _Run, columns: list[int], known: Known, sheet: Sheet, *, last: bool) -> None:
    """The "Other" behind a run, and one stranger at most before that, still belong to it."""
    others = [c for c in columns if is_other(sheet.headers[c - 1], known)]
    strangers = len(columns) - len(others)
    belong = strangers <= 1 and (not strangers or run.strangers + 1 < len(run.columns))
    if last and others and belong:
        run.columns += columns
    else:
        run.strangers += strangers


def _is_a_strangers(run: _Run, runs: list[_Run]) -> bool:
    size = len(run.columns)
    larger = any(each.dimension == run.dimension and len(each.columns) > size for each in runs)
    if larger and run.strangers:
        return run.strangers >= size
    return size <= FEW and run.strangers > size
