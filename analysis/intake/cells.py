"""How the cells of each column are read: every distinct text once, however often it stands."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from analysis.intake import answers, headers, learnt, numbered, plain
from analysis.intake.answers import COMMA, Wordings
from analysis.intake.forms import plain_key
from analysis.intake.reading import FIELDS
from analysis.intake.recognise import Form
from analysis.intake.ticks import Tick
from analysis.vocabulary import DIMENSIONS

OFTEN = 2  # cells in which a choice stands between marks of lists

Reader: TypeAlias = Callable[[str], tuple[str, ...]]

DASHES = ("-", "\u2013", "\u2014")
OTHER_SAYS = re.compile(
    r"^other\s*(?:\(please [a-z]+\)|- write in)?\s*[:\u2013-]\s+", re.IGNORECASE
)
MAILTO = re.compile(r"^mailto:\s*", re.IGNORECASE)
# An item in quotation marks, because it has a separator inside.
QUOTED = re.compile(r'(?:^|[,;]\s?)"[^"]*[,;][^"]*"(?:\s?[,;]|$)')
# No choice begins like this: it says more about the one before it.
GOES_ON = re.compile(
    r"(?:with|such as|which|who|including|incl|like|for example|e\.?g|i\.?e"
    r"|(?:or|and) (?:are|is|have|has))\b",
    re.IGNORECASE,
)
# Nor like this, which bounds what somebody typed before it.
BOUNDS = re.compile(r"(?:but|mostly|mainly|especially|particularly|though|except)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Asked:
    """One field, its columns in the order they count, and how the cells of each are read."""

    field: str
    columns: tuple[tuple[int, Reader], ...]


def asked(form: Form) -> tuple[Asked, ...]:
    """Every field of the form, in the order of `FIELDS`, the fields it does not ask left out."""
    found = (Asked(field, tuple(_readers(form, field))) for field in FIELDS)
    return tuple(each for each in found if each.columns)


def _readers(form: Form, field: str) -> Iterator[tuple[int, Reader]]:
    text = _text(form)
    if field not in DIMENSIONS:
        for column in form.columns.fields.get(field, ()):
            yield column, _single(field, text)
        return
    listed = _listed(form, field, text)
    ticked = {c: t for c, t in form.columns.ticks.items() if t.dimension == field}
    for column in sorted({*ticked, *form.columns.fields.get(field, ())}):
        tick = ticked.get(column)
        yield column, _ticked(form, tick, text) if tick else listed


def _text(form: Form) -> Callable[[str], str]:
    """What a tool wrapped around the words is left to the cell; a dash alone says nothing."""
    blank = form.tool.blank
    longest = 2 * max(map(len, blank), default=0)  # most cells are longer, and looked at no closer

    def text(cell: str) -> str:
        bare = plain.text(cell)
        is_blank = bare in DASHES or (len(bare) <= longest and plain_key(bare) in blank)
        return "" if is_blank else bare

    return text


def _single(field: str, text: Callable[[str], str]) -> Reader:
    @cache
    def read(cell: str) -> tuple[str, ...]:
        found = MAILTO.sub("", text(cell)) if field == "email" else text(cell)
        return (found,) if found else ()

    return read


def _ticked(form: Form, tick: Tick, text: Callable[[str], str]) -> Reader:
    """The choice where it is ticked; the words themselves where somebody wrote others."""
    questions = form.known.questions
    silent = questions["nothing"].exact | questions["unticked"].exact
    chosen = questions["ticked"].exact | questions["other"].exact | {tick.code}
    chosen |= {plain_key(tick.choice), plain_key(headers.clean(tick.choice))}

    named = answers.named(tick.choice, form.known.wordings[tick.dimension])

    @cache
    def read(cell: str) -> tuple[str, ...]:
        found = text(cell)
        key = plain_key(found)
        if not found or key in silent:
            return ()
        if key in chosen or plain_key(headers.clean(found)) in chosen:
            return () if tick.other else named
        return (OTHER_SAYS.sub("", found),)

    return read


def _listed(form: Form, dimension: str, text: Callable[[str], str]) -> Reader:
    questions = form.known.questions
    silent = questions["nothing"].exact | questions["other"].exact
    known = form.known.wordings[dimension]
    together = _together(form, dimension, text)
    whole = _standing(form, dimension)
    words = form.known.vocabulary
    may_count = numbered.counts(_sampled(form, dimension), dimension, words)

    def cut(cell: str) -> tuple[str, ...]:
        """A cell in its choices; one that stands between marks elsewhere is one choice."""
        pieces = split(form, cell, dimension)
        return (cell,) if cell in whole and not all(map(known.know, pieces)) else pieces

    def several(item: str) -> tuple[str, ...]:
        """The terms that one item of a list names, where it counts more than one."""
        counted = () if known.know(item) else numbered.named(item, dimension, words)
        return counted if len(counted) > 1 else (item,)

    @cache
    def read(cell: str) -> tuple[str, ...]:
        found = text(cell)
        if plain_key(found) in silent:
            return ()
        numbers = numbered.named(found, dimension, words) if may_count else ()
        parts = numbers or _rejoined(found, cut(found), together, known)
        items = (each for part in parts for each in several(part)) if may_count else parts
        said = (item if known.know(item) else OTHER_SAYS.sub("", item) for item in items)
        return tuple(item for item in said if plain_key(item) not in silent)

    return read


def _together(form: Form, dimension: str, text: Callable[[str], str]) -> dict[str, str]:
    """Pieces of one choice that a separator inside it cut apart."""
    cells = _sampled(form, dimension)
    return learnt.pairs(split(form, text(cell), dimension) for cell in cells)


def _standing(form: Form, dimension: str) -> frozenset[str]:
    """What stands with commas in it between marks of lists, in several cells: one choice each."""
    marks = re.compile("|".join(re.escape(m) for m in form.separators if m != COMMA) or "(?!)")
    lists = (set(marks.split(cell)) for cell in set(_sampled(form, dimension)))
    times = Counter(item.strip() for items in lists if len(items) > 1 for item in items)
    return frozenset(item for item, often in times.items() if "," in item and often >= OFTEN)


def _sampled(form: Form, dimension: str) -> list[str]:
    columns = form.columns.fields.get(dimension, ())
    return [cell for column in columns for cell in form.sheet.sample(column)]


def _rejoined(
    cell: str, items: tuple[str, ...], together: dict[str, str], known: Wordings
) -> Iterator[str]:
    """The items, the pieces of one choice put together; where the first says it all, it stays.

    Only what a comma parts in the cell: no other separator is anybody's punctuation.
    """
    rest = list(items)
    while rest:
        pieces = [rest.pop(0)]
        while rest and ", ".join([*pieces, rest[0]]) in cell:
            are_two = known.know(pieces[-1]) and known.know(rest[0])
            is_pair = together.get(pieces[-1]) == rest[0] and not are_two
            if not is_pair and not _goes_on(pieces[0], rest[0], known):
                break
            pieces.append(rest.pop(0))
        whole = ", ".join(pieces)
        yield whole if known.know(whole) or not known.know(pieces[0]) else pieces[0]


def _goes_on(first: str, more: str, known: Wordings) -> bool:
    """Whether a piece only says more about a choice, and names no other."""
    if more[:1].isupper():  # as a choice begins: "Including everyone", or "Incl" for Inclusion
        return False
    begun = GOES_ON.match(more) or (BOUNDS.match(more) if known.code(first) is None else None)
    tail = more[begun.end() :].strip() if begun else ""
    other = known.code(tail) if tail else None
    return begun is not None and other in (None, known.code(first))


def split(form: Form, cell: str, dimension: str) -> tuple[str, ...]:
    """A cell of multiple choice in its choices, as its tool or a person joined them."""
    known = form.known.wordings[dimension]
    if QUOTED.search(cell):
        return tuple(part for item in _unquoted(cell) for part in answers.named(item, known))
    if form.tool.typed_by_hand:
        return answers.by_hand(cell, known, form.separators)
    return answers.joined(cell, known, form.separators[0])


def _unquoted(cell: str) -> list[str]:
    """The items of a cell that is itself a line of CSV."""
    mark = ";" if '";' in cell or ';"' in cell else ","
    line = next(csv.reader([cell.replace("\n", " ")], delimiter=mark, skipinitialspace=True))
    return [item.strip() for item in line if item.strip()]
