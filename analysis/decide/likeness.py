"""How alike two organisations' names are: words weighed by how rare they are in the hub."""

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations

from rapidfuzz.distance import OSA

from analysis.vocabulary import DATA

# A name is proposed for its likeness alone from here on.
STRONG = 0.84
# What a word weighs that is common in names of this kind, however few of the hub's have it.
COMMON = 0.35
RAREST, LIGHTEST = 1.0, 0.2
# A word that a few names have is as telling as one that only one has.
NEARLY_RAREST = 1.25
# What a word more in one of two names takes from their likeness, and what it costs where each has
# words that the other lacks: "Ashbourne Brass" is no "Ashbourne Choir", common as both words are.
ONE_MORE, OTHER_WORD = 0.35, 0.5
# As alike as a name and its initials, or its words run together, can be taken to be.
INITIALS, RUN_TOGETHER, ONE_SLIP = 0.87, 0.96, 0.05
SHORT_INITIALS, LONG_INITIALS = 0.6, 3
# Where all that two names share is common words, no more than this.
NOTHING_OWN = 0.55
OWN = 0.6

_LONG, _LONGER, _LONGEST = 5, 6, 9
_FIRST_LETTER = 0.9

Weights = Mapping[str, float]


@dataclass(frozen=True)
class Lexicon:
    """What is known of words in names: `data/likeness.toml`."""

    little: frozenset[str]
    common: frozenset[str]
    written: Mapping[str, str]
    free_mail: frozenset[str]
    public: tuple[str, ...]
    hosts: frozenset[str]


@dataclass(frozen=True)
class Name:
    """One name in words that can be compared: each word once, and all of them run together.

    `initials` are with and without its little words.
    """

    words: frozenset[str]
    joined: str
    initials: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Read the lexicon: it cannot change under a running program."""
    told = tomllib.loads((DATA / "likeness.toml").read_text(encoding="utf-8"))
    return Lexicon(
        little=frozenset(told["little"]),
        common=frozenset(told["common"]),
        written=told["written"],
        free_mail=frozenset(told["free_mail"]),
        public=tuple(told["public"]),
        hosts=frozenset(told["hosts"]),
    )


def name(key: str) -> Name:
    """The name behind an organisation key, without little words and its own initials."""
    known, spoken = lexicon(), key.split()
    told = [word for word in spoken if word not in known.little] or spoken
    initials = {"".join(word[0] for word in words) for words in (spoken, told)}
    own = [word for place, word in enumerate(told) if word != _initials_without(told, place)]
    words = tuple(known.written.get(word, word) for word in own or told)
    initials.add("".join(word[0] for word in words))
    return Name(frozenset(words), "".join(words), frozenset(initials))


def weights(names: Iterable[Name]) -> Weights:
    """How much a word says about who somebody is, by how few of these names have it."""
    names = list(names)
    uses = Counter(word for one in names for word in one.words)
    scale, common = math.log(len(names) + 2), lexicon().common
    return {
        word: max(
            LIGHTEST,
            min(
                COMMON if word in common else RAREST,
                NEARLY_RAREST * math.log((len(names) + 2) / (number + 1)) / scale,
            ),
        )
        for word, number in uses.items()
    }


def likeness(one: Name, other: Name, weight: Weights) -> float:
    """How alike two names are: 0 shares no word, 1 is the same words in any order."""
    if one.words == other.words:
        return 1.0
    if one.joined == other.joined:
        return RUN_TOGETHER
    return max(_by_words(one, other, weight), _by_initials(one, other), _run_together(one, other))


def _by_words(one: Name, other: Name, weight: Weights) -> float:
    agreed = sum(weight[word] for word in one.words & other.words)
    left, right = one.words - other.words, other.words - one.words
    for whole, parts in _run_on(left, right):
        agreed += weight[whole]
        left, right = left - {whole} - parts, right - {whole} - parts
    slips = 0.0
    for mine, theirs, alike in _misspelt(left, right):
        both = weight[mine] + weight[theirs]
        agreed, slips = agreed + alike * both / 2, slips + (1 - alike) * both
        left, right = left - {mine}, right - {theirs}
    found = agreed / (agreed + slips + _lost(left, right, weight)) if agreed else 0.0
    return min(found, NOTHING_OWN) if agreed < OWN and (left or right) else found


def _run_on(left: frozenset[str], right: frozenset[str]) -> list[tuple[str, frozenset[str]]]:
    """Words of one name that are two words of the other, written as one: Steelpan, Steel Pan."""
    if len(left) == len(right):
        return []
    fewer, more = sorted((left, right), key=len)
    return [
        (whole, frozenset((first, second)))
        for first, second in permutations(more, 2)
        for whole in fewer & {first + second}
    ]


def _lost(left: frozenset[str], right: frozenset[str], weight: Weights) -> float:
    lost = sum(_difference(word, weight) for word in left | right)
    return lost if left and right else ONE_MORE * lost


def _difference(word: str, weight: Weights) -> float:
    """What a word takes away that only one name has; numbers tell groups apart, words less so."""
    if not word.isalpha():
        return 2 * RAREST
    return OTHER_WORD + (1 - OTHER_WORD) * weight[word]


def _misspelt(left: Iterable[str], right: Iterable[str]) -> list[tuple[str, str, float]]:
    """Pairs of words that are one but for a slip of the hand, the likest first, each word once."""
    found = [
        (_slip(mine, theirs), mine, theirs)
        for mine in left
        for theirs in right
        if mine[0] == theirs[0]
    ]
    pairs: list[tuple[str, str, float]] = []
    for alike, mine, theirs in sorted(found, reverse=True):
        taken = any(mine == one or theirs == other for one, other, _ in pairs)
        if alike and not taken:
            pairs.append((mine, theirs, alike))
    return pairs


def _slip(mine: str, theirs: str) -> float:
    """How alike two words of one first letter are; 0 where they are two words, and no slip."""
    if not (mine.isalpha() and theirs.isalpha()):
        return 0.0
    if min(len(mine), len(theirs)) == 1:
        return _FIRST_LETTER
    longest = max(len(mine), len(theirs))
    slips = OSA.distance(mine, theirs, score_cutoff=2)
    return 1 - slips / longest / 2 if slips <= _slips_allowed(mine, theirs) else 0.0


def _slips_allowed(mine: str, theirs: str) -> int:
    """A letter left out, doubled or swapped; in longer words one mistaken, in the longest two."""
    longest = max(len(mine), len(theirs))
    if longest >= _LONGEST:
        return 2
    is_one_letter_mistaken = len(mine) == len(theirs) and sorted(mine) != sorted(theirs)
    return int(longest >= (_LONGER if is_one_letter_mistaken else _LONG))


def _by_initials(one: Name, other: Name) -> float:
    for short, long in ((one, other), (other, one)):
        if len(short.words) == 1 < len(long.words) and short.joined in long.initials:
            return INITIALS if len(short.joined) >= LONG_INITIALS else SHORT_INITIALS
    return 0.0


def _run_together(one: Name, other: Name) -> float:
    """Names that differ in where their words end, and perhaps in a letter: Steelpan, Steel Pan."""
    if len(one.words) == len(other.words) or one.joined[0] != other.joined[0]:
        return 0.0
    slips = OSA.distance(one.joined, other.joined, score_cutoff=1)
    return RUN_TOGETHER - ONE_SLIP * slips if slips <= 1 else 0.0


def _initials_without(words: Sequence[str], place: int) -> str:
    return "".join(word[0] for number, word in enumerate(words) if number != place)
