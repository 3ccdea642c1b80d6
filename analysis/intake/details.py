"""Details about people in words that were meant to say something else.

Precise rather than eager: a name counts only where something beside it says that it is one, and
never where an organisation, a place or a role bears it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from analysis.intake.names import Phrase, Phrases, Span, Words, clues, phrase_of

EMAIL, PHONE, NAME = "email", "phone", "name"
REMOVED = "[removed]"

# Both bounds and the look behind keep long runs of letters from being tried at every place.
_LOCAL = r"[\w.!#$%&*+=?^`{|}~'’-]"
_EMAILS = re.compile(
    rf"(?<!{_LOCAL}){_LOCAL}{{1,64}}(?:@|\uff20|\s?[(\[]\s?at\s?[)\]]\s?)"
    r"(?:[\w-]{1,63}(?:\.|\s?[(\[]\s?dot\s?[)\]]\s?)){1,6}[a-z]{2,24}\b",
    re.IGNORECASE,
)
_AT = re.compile(r"@|\uff20|[(\[]\s?at\s?[)\]]", re.IGNORECASE)
_AT_SIGNS = ("@", "\uff20", "(", "[")
_BETWEEN = r"[\s().\u2010-\u2015-]{0,3}"
_NO_FIGURE = r"(?<!\w)(?<!\d[.,:-])(?<![£$€+])"
_ENDS = r"(?!\w|[.,:]\d)"
_PHONES = re.compile(rf"{_NO_FIGURE}\(?0(?:{_BETWEEN}\d){{9,10}}{_ENDS}")
_FROM_ABROAD = re.compile(rf"{_NO_FIGURE}\(?(?:\+|00)(?:{_BETWEEN}\d){{9,14}}{_ENDS}")
_LABELLED = re.compile(
    r"\b(?:tel|telephone|phone|mob|mobile)\b(?:\s(?:no|number))?[.:\s]{0,3}"
    r"(?P<number>\d[\d -]{4,12}\d)",
    re.IGNORECASE,
)
_LOST_NOUGHT = re.compile(r"\s*[1-9]\d{8,9}(?:\.0)?\s*")
_HOURS = re.compile(r"[0-2]\d[0-5]\d\s?[\u2010-\u2015-]\s?[0-2]\d[0-5]\d(?!\d)")
_UK = re.compile(r"0(?:7[1-9]\d{8}|1\d{8,9}|2[03489]\d{8}|3[03457]\d{8}|8\d{9}|800\d{6}|9\d{9})")
LONGEST_STORY = 10_000  # characters in which names are looked for; addresses are in all
MOST_GROUPS, SHORTEST_CODE = 5, 3  # 020 is the shortest code
_ABROAD = range(10, 16)  # digits with the country's own
_ITEMS = re.compile(r"[;,/&\n|(]|\band\b|\s[-\u2013]\s")


@dataclass(frozen=True)
class Detail:
    """One detail in a text: what it is, and where it begins and ends."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class People:
    """The contacts of a file, and the organisations whose names may be like theirs."""

    contacts: Phrases
    organisations: Phrases


NOBODY = People({}, {})


def people(contacts: Iterable[str], organisations: Iterable[str]) -> People:
    """The names to look for, and those to leave alone. A name of one word says too little."""
    named = {phrase for each in contacts if 1 < len(phrase := phrase_of(each)) <= 5}  # noqa: PLR2004 - no name has more
    stop = clues().words["organisation"]
    persons = {phrase for phrase in named if not stop & set(phrase)}
    groups = {phrase for each in organisations if (phrase := phrase_of(each)) not in persons}
    return People(_by_first(persons), _by_first(groups))


def found(text: str, among: People = NOBODY, header: str = "") -> tuple[Detail, ...]:
    """Every detail in a text, in order, none within another.

    Parameters
    ----------
    text
        One cell, one answer or one header.
    among
        The contacts and organisations of the same file.
    header
        The header of its column, where that may say that it asks for somebody.
    """
    sure = [*_emails(text), *_phones(text, header)]
    return _apart([*sure, *_names(text, among, header, sure)])


def removed(text: str, details: Sequence[Detail]) -> str:
    """The text with "[removed]" in each detail's place; the words around it stay."""
    for detail in reversed(details):
        text = text[: detail.start] + REMOVED + text[detail.end :]
    return text


def without(text: str) -> str:
    """A header without details: messages and the ledger repeat it for good."""
    return removed(text, found(text))


def without_addresses(name: str) -> str:
    """A file's name without e-mail addresses; long numbers in it count exports."""
    return removed(name, tuple(_emails(name)))


def masked(text: str, kind: str) -> str:
    """Enough of a detail to know it again, and not enough to use it.

    Examples
    --------
    >>> masked("jane@example.org", EMAIL), masked("07700 900123", PHONE), masked("Jane Smith", NAME)
    ('j…@example.org', '07… …123', 'J… S…')
    """
    if kind == EMAIL:
        return f"{text[0]}…@{_AT.split(text)[-1].strip()}"
    if kind == PHONE:
        return f"{text[:2]}… …{text.rstrip()[-3:]}"
    return " ".join(f"{word[0]}…" for word in text.split())


def _by_first(phrases: Iterable[Phrase]) -> Phrases:
    """Phrases by their first word, the longest first."""
    by_first: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in sorted(filter(None, phrases), key=len, reverse=True):
        by_first[phrase[0]].append(phrase)
    return {first: tuple(those) for first, those in by_first.items()}


def _emails(text: str) -> Iterator[Detail]:
    if any(sign in text for sign in _AT_SIGNS):
        for match in _EMAILS.finditer(text):
            yield Detail(EMAIL, match.start(), match.end())


def _phones(text: str, header: str) -> Iterator[Detail]:
    for pattern, is_phone in ((_PHONES, _is_national), (_FROM_ABROAD, _is_international)):
        for match in pattern.finditer(text):
            if is_phone(match[0]):
                yield Detail(PHONE, match.start(), match.end())
    for match in _LABELLED.finditer(text):
        yield Detail(PHONE, *match.span("number"))
    if header and _LOST_NOUGHT.fullmatch(text) and clues().asks_for_phone.search(header):
        yield Detail(PHONE, 0, len(text))


def _is_national(written: str) -> bool:
    """Whether digits are grouped and counted as telephone numbers of this country are."""
    if _HOURS.match(written):
        return False
    groups = re.findall(r"\d+", written)
    is_grouped = len(groups) <= MOST_GROUPS and len(groups[0]) >= SHORTEST_CODE
    return is_grouped and bool(_UK.fullmatch("".join(groups)))


def _is_international(written: str) -> bool:
    digits = re.sub(r"\D", "", written).removeprefix("00")
    return len(digits) in _ABROAD


def _names(text: str, among: People, header: str, sure: Sequence[Detail]) -> Iterator[Detail]:
    words = Words(text[:LONGEST_STORY])
    groups = tuple(words.phrases(among.organisations)) if among.contacts else ()
    for start, end in words.phrases(among.contacts):
        if not words.is_named_after(end) and not _within((start, end), groups):
            yield Detail(NAME, start, end)
    for start, end in _introduced(words, header, sure):
        if not _within((start, end), groups):
            yield Detail(NAME, start, end)


def _introduced(words: Words, header: str, sure: Sequence[Detail]) -> Iterator[Span]:
    """Names that something beside them, or the question, says to be names."""
    known = clues()
    for match in known.introduced.finditer(words.text):
        yield from words.name_at(match.end(), needs_first=False)
    for match in known.perhaps.finditer(words.text):
        yield from words.name_at(match.end(), needs_first=True)
    for match in known.titles.finditer(words.text):
        yield from words.titled(match.start(), match.end())
    if header and known.asks_for_somebody.search(header):
        yield from chain.from_iterable(map(words.whole, _items(words.text)))
    yield from words.before_role()
    yield from chain.from_iterable(words.ending_before(detail.start) for detail in sure)


def _items(text: str) -> Iterator[Span]:
    start = 0
    for match in _ITEMS.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _within(span: Span, others: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _apart(details: Iterable[Detail]) -> tuple[Detail, ...]:
    """In order; where two meet they are one, of the kind that begins first or is longer."""
    kept: list[Detail] = []
    for detail in sorted(details, key=lambda each: (each.start, -each.end)):
        if kept and detail.start < kept[-1].end:
            kept[-1] = replace(kept[-1], end=max(kept[-1].end, detail.end))
        else:
            kept.append(detail)
    return tuple(kept)
