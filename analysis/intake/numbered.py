"""Terms named by their number ("Aims 1, 2 and 3", "1 + 3") or by their count ("All three")."""

import re
from collections.abc import Iterable

from analysis.vocabulary import Vocabulary

LONGEST = 3  # figures; no dimension has as many terms
_COUNTS = {3: "three", 5: "five"}
_WORDS = ("one", "two", "three", "four", "five")
_ORDER = ("first", "second", "third", "fourth", "fifth")
_ORDINALS = ("1st", "2nd", "3rd", "4th", "5th")
_NUMBER = rf"(?:\d|{'|'.join((*_WORDS, *_ORDER, *_ORDINALS))})"
_FEW = re.compile(rf"\b{_NUMBER}\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[,;/&+\n]|,?\s?\band\b|\s)\s*", re.IGNORECASE)
_RANGE = re.compile(r"(\d)\s?(?:-|\u2013|to)\s?(\d)", re.IGNORECASE)


def named(cell: str, dimension: str, words: Vocabulary) -> tuple[str, ...]:
    """The wordings of the terms that a cell names by numbers alone, or by all of them.

    None for a dimension whose terms nobody numbers, or whose every term has a name of its own.
    """
    labels = [term.label for term in words.frame(dimension)]
    spoken = " ".join(cell.replace("\n", " , ").split()).casefold().rstrip(".")
    if len(words.of(dimension)) == len(labels) and _says_all(spoken, dimension, len(labels)):
        return tuple(labels)
    if words.match(dimension, f"{dimension} 1") is None:
        return ()
    numbers = _numbers(spoken, dimension)
    is_said = numbers and max(numbers) <= len(labels) and min(numbers) > 0
    return tuple(f"{dimension} {n}" for n in dict.fromkeys(numbers)) if is_said else ()


def counts(cells: Iterable[str], dimension: str, words: Vocabulary) -> bool:
    """Whether bare numbers in a column can be those of terms: a scale goes further."""
    last = len(words.frame(dimension))
    figures = (cell for cell in cells if cell.isdecimal() and cell.isascii())
    return all(len(cell) <= LONGEST and int(cell) <= last for cell in figures)


def _says_all(spoken: str, dimension: str, count: int) -> bool:
    many = rf"(?:{count}|{_COUNTS.get(count, count)})"
    about = rf"(?: (?:plan )?{dimension}s)"
    return bool(
        re.fullmatch(rf"all (?:of )?(?:the )?{many}{about}?|all(?: of)?(?: the)?{about}", spoken)
        or spoken in ("all", "all of them", "all of these", "all of the above", "all the above")
    )


def _numbers(spoken: str, dimension: str) -> list[int]:
    """The numbers that are all that is said; none where one stands in words and alone."""
    prefix = re.compile(rf"^(?:the )?(?:plan )?{dimension}s?:? ?|(?<=\W){dimension}s? (?=\d)")
    suffix = re.compile(rf" {dimension}s?$")
    bare = suffix.sub("", prefix.sub("", spoken))
    if run := _RANGE.fullmatch(bare):
        return list(range(int(run[1]), int(run[2]) + 1))
    pieces = [piece for piece in _BETWEEN.split(bare) if piece]
    if not pieces or not all(map(_FEW.fullmatch, pieces)):
        return []
    is_named = bare != spoken or len(pieces) > 1 or pieces[0].isdecimal()
    return [_value(piece) for piece in pieces] if is_named else []


def _value(piece: str) -> int:
    if piece.isdecimal():
        return int(piece)
    return next(names.index(piece) + 1 for names in (_WORDS, _ORDER, _ORDINALS) if piece in names)
