"""One cell of multiple choice into its choices: known wordings first, separators second.

Splitting by a separator first is wrong: labels hold commas, and so do the words people type.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from analysis.matching import Matcher
from analysis.vocabulary import Vocabulary, wording_key

# What people put between choices. Without a better clue a comma parts only where no other does.
COMMA = ","
SPACE = " "
USUAL = (";", "|", "\n", COMMA)
# What tools put between choices, some of them as each form is set up.
JOINS = (";", ", ", "\n", "; ", ",", "|", " | ")
BULLET = r"(?:\s*[-\u2013*\u2022]\s)?"  # lists on lines often have a dash or dot before each
LINE = r"[\n\r]+" + BULLET
ANY = re.compile(r"[,;|/&+\n]|\b(?:and|or)\b")
LONGEST_LIST = 4000  # characters: more is a story that somebody told, kept in one piece
BRACKETS = re.compile(r"\([^()\n]*\)|\[[^\[\]\n]*\]")
SPACED = re.compile(r"\s+[/+]\s+")  # parts whatever is known from whatever else
DOT = re.compile(r"\s*[\u2022\u25cf\u25aa\u00b7]\s*")  # before or between the items of a list
LEADING = re.compile(r"^(?:and|&|\+)\s+", re.IGNORECASE)
_BOTH = r",|/|&|\s\+\s|\s[-\u2013\u2014]\s|\b(?:and|or)\b"
SOFT = re.compile(rf"\s*(?:{_BOTH})\s*", re.IGNORECASE)
TYPED = re.compile(rf"\s*(?:;|\||{LINE}|{_BOTH})\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Wordings:
    """The keys of one dimension's labels, short labels, codes and aliases.

    `longest` is how many characters the longest of them has, and `most_parts` in how many pieces
    separators could cut one of them. `matcher` tells wordings that say the same in other words.
    """

    keys: frozenset[str]
    longest: int
    most_parts: int = 1
    matcher: Matcher | None = None

    def code(self, text: str) -> str | None:
        """The term that a text says, where a matcher is there to tell."""
        return self.matcher.code(text) if self.matcher else None

    def know(self, text: str) -> bool:
        """Whether a text says one of them, with no separator left at either end."""
        whole = text.strip()
        if whole != whole.strip(";,|"):
            return False
        known = wording_key(whole) in self.keys
        return known or (self.matcher is not None and self.matcher.code(whole) is not None)

    def know_alone(self, text: str) -> bool:
        """The same for one label with separators inside: no list, no term with words about it."""
        if len(text) > self.longest * 2:
            return False
        known = wording_key(text) in self.keys
        return known or (self.matcher is not None and self.matcher.code_alone(text) is not None)

    def are_one(self, text: str) -> bool:
        """Whether several places that a text names are one: "county-wide and Derby City"."""
        matcher = self.matcher
        return matcher is not None and matcher.phrasing.is_place and bool(matcher.offered(text))

    def may_begin(self, piece: str) -> bool:
        """Whether a label with separators inside may begin with a piece of a cell."""
        return self.matcher is None or self.matcher.begins(piece)


NOTHING = Wordings(frozenset(), 0)


def wordings(vocabulary: Vocabulary, dimension: str) -> Wordings:
    """All that is known of a dimension, ready to be looked up."""
    keys = frozenset(vocabulary.wordings[dimension])
    longest = max(map(len, keys), default=0)
    parts = max((1 + len(ANY.findall(key)) for key in keys), default=1)
    return Wordings(keys, longest, parts, vocabulary.matchers[dimension])


def joined(cell: str, known: Wordings, separator: str) -> tuple[str, ...]:
    """Split what a form tool joined with one separator, exactly as it writes it.

    A ";" followed by a space is no separator of a tool that writes ";": it belongs to the words
    somebody typed.

    Examples
    --------
    >>> joined("Derby;Ashfield; Mansfield;", Wordings(frozenset({"derby"}), 5), ";")
    ('Derby', 'Ashfield; Mansfield')
    """
    items = exactly(cell, known, separator)
    return tuple(part for item in items for part in named(item, known))


def exactly(cell: str, known: Wordings, separator: str) -> tuple[str, ...]:
    """Split at one separator and nowhere else."""
    if separator == SPACE:
        return _spaced(cell, known)
    exact = re.compile(re.escape(separator) + ("" if separator[-1].isspace() else r"(?!\s+\S)"))
    return tuple(_regrouped(cell, known, exact))


def _spaced(cell: str, known: Wordings) -> tuple[str, ...]:
    """Split what was joined with spaces: nothing but the known wordings can be told apart."""
    words = cell.split()
    items: list[str] = []
    rest: list[str] = []
    while words:
        ends = range(len(words), 0, -1)
        end = next((end for end in ends if known.know(" ".join(words[:end]))), 0)
        if end and rest:
            items.append(" ".join(rest))
            rest = []
        (items if end else rest).append(" ".join(words[: end or 1]))
        words = words[end or 1 :]
    return (*items, " ".join(rest)) if rest else tuple(items)


def by_hand(cell: str, known: Wordings, separators: tuple[str, ...] = USUAL) -> tuple[str, ...]:
    """Split what a person typed: by lines, ";" and "|" where the cell has any, else by commas.

    A slash, "&" or "and" parts two wordings only where all that it parts is known.

    Examples
    --------
    >>> by_hand("Derby & Erewash, Leeds", Wordings(frozenset({"derby", "erewash"}), 7))
    ('Derby', 'Erewash', 'Leeds')
    """
    plain = re.sub(f"^{BULLET}", "", DOT.sub("\n", cell).strip(" ;|,\n\r\t"))
    if not plain:
        return ()
    whole = _all_known(plain, known)
    if len(whole) > 1 or known.know_alone(plain):
        return whole
    listed = tuple(mark for mark in separators if mark != COMMA and mark in plain)
    items = _regrouped(plain, known, _any_of(listed or separators))
    bare = (LEADING.sub("", item) for item in items)
    return tuple(part for item in bare for part in _all_known(item, known))


def by_mark(cell: str, known: Wordings, mark: str) -> tuple[str, ...]:
    """Split at one mark alone, however it is spaced."""
    return tuple(_regrouped(cell, known, _any_of((mark,))))


def named(choice: str, known: Wordings) -> tuple[str, ...]:
    """The wordings that one choice of a form names, if all it says are known ones; else itself."""
    return (choice,) if known.are_one(choice) else _both(choice, known, SOFT)


def _any_of(separators: tuple[str, ...]) -> re.Pattern[str]:
    marks = (LINE if mark == "\n" else re.escape(mark) for mark in separators)
    return re.compile(rf"\s*(?:{'|'.join(marks)})\s*")


def _both(item: str, known: Wordings, between: re.Pattern[str]) -> tuple[str, ...]:
    """One choice that names several known wordings and nothing else, in its parts."""
    parts = () if known.know(item) else tuple(_regrouped(item, known, between))
    return parts if len(parts) > 1 and all(map(known.know, parts)) else (item,)


def _all_known(item: str, known: Wordings) -> tuple[str, ...]:
    """Wordings that a slash, "and" or the like parts, where all are known or one stands apart."""
    parts = _both(item, known, TYPED)
    if len(parts) > 1 or known.know(item):
        return parts
    spaced = _regrouped(item, known, SPACED)
    if len(spaced) < 2 or not any(map(known.know, spaced)):  # noqa: PLR2004 - nothing was parted
        return (item,)
    return tuple(part for each in spaced for part in _all_known(each, known))


def _regrouped(cell: str, known: Wordings, between: re.Pattern[str]) -> list[str]:
    """Split, but put back together what is one known wording, the longest first."""
    marks = _outside_brackets(cell, between) if len(cell) <= LONGEST_LIST else []
    if not marks:
        return [cell.strip()] if cell.strip() else []
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(cell)]
    items: list[str] = []
    first = 0
    while first < len(starts):
        last = _last_of_longest(cell, known, starts[first], (first, ends))
        items.append(cell[starts[first] : ends[last]].strip())
        first = last + 1
    return [item for item in items if item]


def _outside_brackets(cell: str, between: re.Pattern[str]) -> list[re.Match[str]]:
    """The separators of a cell. What stands in brackets is said about the words before them."""
    marks = list(between.finditer(cell))
    if not marks:
        return marks
    inside = [(match.start(), match.end()) for match in BRACKETS.finditer(cell)]
    return [mark for mark in marks if not any(start < mark.start() < end for start, end in inside)]


def _last_of_longest(cell: str, known: Wordings, start: int, pieces: tuple[int, list[int]]) -> int:
    """The last piece of the longest known wording that begins here; the first piece if none."""
    first, ends = pieces
    stop = min(bisect_right(ends, start + known.longest * 2), first + known.most_parts)
    if stop - 1 <= first or not known.may_begin(cell[start : ends[first]].strip()):
        return first
    for last in range(stop - 1, first, -1):
        piece = cell[start : ends[last]].strip()
        if piece == piece.strip(";,|") and known.know_alone(piece):
            return last
    return first
