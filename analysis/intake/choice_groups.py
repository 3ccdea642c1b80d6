"""Questions spread over columns, one for each choice: which columns belong together."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from analysis.intake import headers
from analysis.intake.forms import plain_key
from analysis.intake.sheet import Known, Sheet
from analysis.likely import ALONE
from analysis.vocabulary import DIMENSIONS

ENOUGH = 0.5  # of the choices of a question that does not say itself what it asks
CHOICES_WEIGHT = 8
# A question and its choice in one header: the choice in brackets, after a colon, slash or dash,
# or before a colon.
_WHOLE = (
    re.compile(r"(?P<question>.+?)\s*\[(?P<choice>[^\[\]]+)\]\s*", re.DOTALL),
    re.compile(r"(?P<question>.+?)\s*\((?P<choice>[^()]+)\)\s*", re.DOTALL),
    re.compile(r"(?P<choice>[^:]+?)\s*:\s*(?P<question>.+)", re.DOTALL),
    re.compile(r"(?P<choice>.+?)\s*:\s*(?P<question>[^:]+)", re.DOTALL),
)
_BETWEEN = re.compile(r"(?<=[?:])\s+(?![-\u2013\u2014>|])|:|\s+[-\u2013\u2014>|]+\s+|/")
MARKS = " \u00a0\n-\u2013\u2014>|"  # what may be left of a mark with several spaces around it
MANY = 4  # choices
SOME = 0.3  # of them
NO_TICKS = ("offer", "reach")  # fields that nobody asks for with choices to tick
MOST_SPLITS = 12
OFTEN = 3  # columns that share a question: more would not make it likelier


@dataclass(frozen=True)
class Group:
    """The columns of one question, each with its choice."""

    question: str
    choices: dict[int, str]


def asked(sheet: Sheet, known: Known) -> tuple[Group, ...]:
    """Every question that stands over, or in the header of, each of its choices."""
    split = {column: parts for column, _ in sheet.columns if (parts := _parts(sheet, column))}
    shared = Counter(key for parts in split.values() for key in {plain_key(q) for q, _ in parts})
    # A question that has a column of its own stands over the columns of its choices whole.
    own = {plain_key(headers.clean(header)) for header in sheet.headers}.intersection(shared)
    split = {column: _under(parts, own, shared) for column, parts in split.items()}
    groups: dict[str, dict[int, str]] = defaultdict(dict)
    worded: dict[str, str] = {}
    for column, parts in split.items():
        question, choice = max(parts, key=lambda both: _likeliness(both, shared, known))
        key = plain_key(question)
        whole = not sheet.choice(column)[1] and is_choice(sheet.headers[column - 1], known)
        asks = _asks(question, known)
        stands_alone = shared[key] == 1 and not (asks or is_choice(choice, known))
        if (not whole or (shared[key] > 1 and asks)) and (
            sheet.choice(column)[1] or not stands_alone
        ):
            groups[key][column] = choice
            worded[key] = question
    return tuple(Group(worded[key], choices) for key, choices in groups.items())


def dimension(group: Group, known: Known) -> str | None:
    """What a question asks about: told by its words and by its choices together.

    Its words count for nothing where many choices say nothing of what they seem to ask for.
    """
    fields = headers.scores(group.question, known.questions)
    words = [choice for choice in group.choices.values() if not is_other(choice, known)]
    best = max(DIMENSIONS, key=lambda each: _weight(each, fields, words, known))
    share = _share(best, words, known)
    others = [fields[field] for field in fields if field not in (*DIMENSIONS, *NO_TICKS)]
    is_plain = len(words) >= MANY and share >= ENOUGH
    if not is_plain and max(others, default=0) > max(fields.get(best, 0), headers.HINT):
        return None
    if fields.get(best, 0) >= headers.LIKELY:
        is_bare = len(words) < MANY and fields[best] >= headers.CLEAR
        return best if is_bare or _offered(best, words, known) >= SOME else None
    told_otherwise = headers.denies(group.question, best, known.questions)
    return best if words and share >= ENOUGH and not told_otherwise else None


def dimensions(groups: Sequence[Group], known: Known) -> dict[int, str]:
    """What each of a form's questions asks about, by its place; those that ask of nothing left out.

    Of two that seem to ask the same, one gives way where its choices say more of something that
    nobody else asks.
    """
    told = {place: its for place, each in enumerate(groups) if (its := dimension(each, known))}
    for place, its in told.items():
        free = [each for each in DIMENSIONS if each not in told.values()]
        if sum(its == other for other in told.values()) > 1:
            words = [c for c in groups[place].choices.values() if not is_other(c, known)]
            shares = {each: _offered(each, words, known) for each in (its, *free)}
            best = max(shares, key=lambda each: shares[each])
            told[place] = best if shares[best] >= ENOUGH else its
    return told


def _offered(each: str, words: list[str], known: Known) -> float:
    """The share of some choices that mean a term of a dimension."""
    bare = [headers.clean(word) for word in words]
    told = known.vocabulary.offers(each, bare, ALONE)
    return sum(word in told for word in bare) / max(len(bare), 1)


def is_choice(header: str, known: Known) -> bool:
    """Whether a whole header is a choice of any dimension."""
    whole = headers.clean(header)
    return any(known.vocabulary.match(each, whole) for each in DIMENSIONS)


def is_other(choice: str, known: Known) -> bool:
    """Whether a choice says nothing by itself, such as "Other (please specify)"."""
    return known.questions["other"].says(headers.clean(choice))


def wording(choice: str, dimension: str, known: Known) -> str:
    """A choice as its header has it; a number before it is left out where it is known without."""
    bare = headers.clean(choice)
    match = known.vocabulary.match
    return bare if match(dimension, bare) and not match(dimension, choice) else choice


def _parts(sheet: Sheet, column: int) -> tuple[tuple[str, str], ...]:
    question, choice = sheet.choice(column)
    if choice:
        return ((headers.clean(question), choice),) if question else ()
    return tuple(_splits(headers.clean(sheet.headers[column - 1])))


def _under(
    parts: tuple[tuple[str, str], ...], own: set[str], shared: Counter[str]
) -> tuple[tuple[str, str], ...]:
    """Only the way that parts a header at a question with a column of its own, if one does."""
    told = tuple(
        both for both in parts if plain_key(both[0]) in own and shared[plain_key(both[0])] >= OFTEN
    )
    return told or parts


def _splits(header: str) -> Iterator[tuple[str, str]]:
    for pattern in _WHOLE:
        if match := pattern.fullmatch(header):
            yield match["question"].strip(), match["choice"].strip()
    for mark in islice(_BETWEEN.finditer(header), MOST_SPLITS):
        question, choice = header[: mark.start()].strip(), header[mark.end() :].strip(MARKS)
        if question and choice:
            yield question, choice


def _likeliness(
    both: tuple[str, str], shared: Counter[str], known: Known
) -> tuple[bool, bool, int, float, int]:
    question, choice = both
    fits = is_choice(choice, known) or is_other(choice, known)
    often = min(shared[plain_key(question)], OFTEN)
    asks = _asks(question, known)
    is_clear = often == OFTEN and asks >= headers.LIKELY
    return is_clear, fits, often, asks, len(question)


def _asks(question: str, known: Known) -> float:
    """How surely a question asks about any dimension."""
    fields = headers.scores(question, known.questions)
    return max((fields.get(each, 0) for each in DIMENSIONS), default=0)


def _weight(each: str, fields: dict[str, float], words: list[str], known: Known) -> float:
    return fields.get(each, 0) + CHOICES_WEIGHT * _share(each, words, known)


def _share(each: str, words: list[str], known: Known) -> float:
    meant = sum(known.vocabulary.match(each, headers.clean(word)) is not None for word in words)
    return meant / max(len(words), 1)
