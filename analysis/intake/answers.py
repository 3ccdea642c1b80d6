"""One cell of multiple choice into its choices: known wordings first, separators second.

Splitting by a separator first is wrong: labels hold commas, and so do the words people type.
"""

import re
from dataclasses import dataclass

from analysis.vocabulary import Vocabulary, wording_key

# What people put between choices. Without a better clue a comma parts only where no other does.
COMMA = ","
USUAL = (";", "|", "\n", COMMA)
LINE = r"[\n\r]+(?:\s*[-\u2013*\u2022]\s)?"  # lists on lines often have a dash or dot before each
SOFT = re.compile(r"\s*(?:,|/|&|\+|\band\b)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Wordings:
    """The keys of one dimension's labels, short labels, codes and aliases.

    `longest` is how many characters the longest of them has.
    """

    keys: frozenset[str]
    longest: int

    def know(self, text: str) -> bool:
        """Whether a text is written like one of them."""
        return len(text) <= self.longest * 2 and wording_key(text) in self.keys


def wordings(vocabulary: Vocabulary, dimension: str) -> Wordings:
    """All that is known of a dimension, ready to be looked up."""
    keys = frozenset(vocabulary.wordings[dimension])
    return Wordings(keys, max(map(len, keys), default=0))


def joined(cell: str, known: Wordings, separator: str) -> tuple[str, ...]:
    """Split what a form tool joined with one separator, exactly as it writes it.

    A ";" followed by a space is no separator of a tool that writes ";": it belongs to the words
    somebody typed.

    Examples
    --------
    >>> joined("Derby;Ashfield; Mansfield;", Wordings(frozenset({"derby"}), 5), ";")
    ('Derby', 'Ashfield; Mansfield')
    """
    exact = re.compile(re.escape(separator) + ("" if separator[-1].isspace() else r"(?!\s+\S)"))
    return tuple(_regrouped(cell, known, exact))


def by_hand(cell: str, known: Wordings, separators: tuple[str, ...] = USUAL) -> tuple[str, ...]:
    """Split what a person typed: by lines, ";" and "|" where the cell has any, else by commas.

    A slash, "&" or "and" parts two wordings only where all that it parts is known.

    Examples
    --------
    >>> by_hand("Derby & Erewash, Leeds", Wordings(frozenset({"derby", "erewash"}), 7))
    ('Derby', 'Erewash', 'Leeds')
    """
    plain = cell.strip(" ;|,\n\r\t")
    listed = tuple(mark for mark in separators if mark != COMMA and mark in plain)
    items = _regrouped(plain, known, _any_of(listed or separators))
    return tuple(part for item in items for part in _all_known(item, known))


def by_mark(cell: str, known: Wordings, mark: str) -> tuple[str, ...]:
    """Split at one mark alone, however it is spaced."""
    return tuple(_regrouped(cell, known, _any_of((mark,))))


def _any_of(separators: tuple[str, ...]) -> re.Pattern[str]:
    marks = (LINE if mark == "\n" else re.escape(mark) for mark in separators)
    return re.compile(rf"\s*(?:{'|'.join(marks)})\s*")


def _all_known(item: str, known: Wordings) -> tuple[str, ...]:
    if known.know(item):
        return (item,)
    parts = tuple(_regrouped(item, known, SOFT))
    return parts if len(parts) > 1 and all(map(known.know, parts)) else (item,)


def _regrouped(cell: str, known: Wordings, between: re.Pattern[str]) -> list[str]:
    """Split, but put back together what is one known wording, the longest first."""
    ends = [0, *(match.end() for match in between.finditer(cell)), len(cell)]
    starts = [*(match.start() for match in between.finditer(cell)), len(cell)]
    items: list[str] = []
    first = 0
    while first < len(starts):
        last = _last_of_longest(cell, known, ends[first], starts[first:])
        items.append(cell[ends[first] : starts[first + last]].strip())
        first += last + 1
    return [item for item in items if item]


def _last_of_longest(cell: str, known: Wordings, start: int, stops: list[int]) -> int:
    """How many separators lie inside the longest known wording that begins here; 0 if none."""
    within = [n for n, stop in enumerate(stops) if stop - start <= known.longest * 2]
    for count in reversed(within):
        if known.know(cell[start : stops[count]]):
            return count
    return 0
