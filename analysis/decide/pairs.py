"""Organisations that may be one under two names: likely pairs, with the reasons."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import pandas as pd

from analysis import questions
from analysis.database import Database
from analysis.decide import evidence, likeness, who
from analysis.decide.evidence import STRENGTH, Traces, traces
from analysis.decide.likeness import STRONG, Name, Weights
from analysis.ledger import same
from analysis.vocabulary import organisation_key

# From here on a name is like enough to be proposed where something else speaks for it too.
MODEST = 0.5
# One person may write for two groups, so an e-mail address alone proposes nobody.
SLIGHT = 0.2
# Postcodes are shared by all of a building, so that one speaks only for names that are more alike.
ALIKE = 0.65
# A word, or a few, that more names have than this finds nobody.
MOST_IN_BLOCK = 40
_TYPED = 5

COLUMNS = (
    "left_key",
    "right_key",
    "left",
    "right",
    "score",
    "reasons",
    "left_offers",
    "right_offers",
    "cells_of_both",
    "cells_changing",
)


@dataclass(frozen=True)
class Organisation:
    """One organisation as the search sees it: every name it goes by, by its key."""

    number: int
    name: str
    offers: int
    names: Mapping[str, Name]
    traces: Traces


@dataclass(frozen=True)
class Found:
    """Two organisations, by their places in a list, and the two keys that are most alike."""

    left: int
    right: int
    keys: same.Pair
    alike: float
    reasons: tuple[str, ...]

    @property
    def score(self) -> int:
        """From 0 to 100: the names' likeness, and what else closes the gap that it leaves."""
        left_open = 1 - self.alike
        for reason in self.reasons:
            left_open *= 1 - STRENGTH.get(reason, 0)
        return round(100 * (1 - left_open))


def pairs(database: Database) -> pd.DataFrame:
    """Find the likely pairs that nobody has decided on.

    Returns
    -------
    DataFrame
        One row per pair, the likeliest first: `left_key`, `right_key` (the organisation keys to
        record), `left`, `right` (the names shown today), `score` (0 to 100), `reasons` (in words
        that tell nothing personal), `left_offers`, `right_offers`; `cells_of_both` (function ×
        area cells that count both as partners, where a join counts one fewer) and
        `cells_changing` (those whose state a join would change).
    """
    known = organisations(database)
    apart = {
        keys for keys, told in same.verdicts(database.state).items() if told.verdict == same.APART
    }
    found = [pair for pair in likely(known) if not _kept_apart(known, pair, apart)]
    told = [_row(known, pair) for pair in found]
    effects = who.joining(
        database, [(known[pair.left].number, known[pair.right].number) for pair in found]
    )
    table = pd.DataFrame(told, columns=list(COLUMNS[:-2]))
    cells = effects[["cells_of_both", "cells_changing"]].reset_index(drop=True)
    return pd.concat([table, cells], axis=1)


def organisations(database: Database) -> list[Organisation]:
    """Every organisation of the hub, with all that tells who it is. Holds personal data."""
    told: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    identities = who.identities(database)
    for number, kind, text in zip(*(identities[name] for name in identities), strict=True):
        told[number][kind].append(text)
    listed = questions.organisations(database)
    return [
        Organisation(number, name, offers, _names(told[number]["name"]), traces(told[number]))
        for number, name, offers in zip(
            listed["organisation"], listed["name"], listed["offers"], strict=True
        )
    ]


def likely(known: Sequence[Organisation]) -> list[Found]:
    """The pairs worth a person's look, the likeliest first, each with its two likest names."""
    weight = likeness.weights(name for one in known for name in one.names.values())
    shared_by = Counter(trace for one in known for trace in one.traces.all)
    found = (_compared(known, left, right, weight, shared_by) for left, right in _candidates(known))
    worth = [pair for pair in found if _is_worth_a_look(pair)]
    return sorted(worth, key=lambda pair: (-pair.score, pair.keys))


def _compared(
    known: Sequence[Organisation],
    left: int,
    right: int,
    weight: Weights,
    shared_by: Counter[str],
) -> Found:
    one, other = known[left], known[right]
    alike, keys = max(
        (likeness.likeness(one.names[mine], other.names[theirs], weight), (mine, theirs))
        for mine, theirs in product(one.names, other.names)
    )
    reasons = evidence.reasons(one.traces, other.traces, shared_by) if alike >= SLIGHT else []
    return Found(left, right, keys, alike, tuple(_told(alike, reasons)))


def _names(written: Iterable[str]) -> dict[str, Name]:
    return {key: likeness.name(key) for key in map(organisation_key, written)}


def _told(alike: float, reasons: Sequence[str]) -> Iterator[str]:
    if alike >= STRONG:
        yield "names very alike"
    elif alike >= MODEST:
        yield "names alike"
    yield from reasons


def _is_worth_a_look(pair: Found) -> bool:
    others = set(pair.reasons) & set(STRENGTH)
    if evidence.ADDRESS in others:
        return pair.alike >= SLIGHT
    if others == {evidence.POSTCODE}:
        return pair.alike >= ALIKE
    return pair.alike >= (MODEST if others else STRONG)


def _candidates(known: Sequence[Organisation]) -> set[tuple[int, int]]:
    """Pairs that have something rare in common; comparing all with all would take minutes."""
    blocks: dict[str, set[int]] = defaultdict(set)
    for place, one in enumerate(known):
        for mark in _marks(one):
            blocks[mark].add(place)
    return {
        pair
        for block in blocks.values()
        if 1 < len(block) <= MOST_IN_BLOCK
        for pair in combinations(sorted(block), 2)
    }


def _marks(one: Organisation) -> Iterator[str]:
    yield from one.traces.all
    for name in one.names.values():
        yield f"joined {name.joined}"
        yield from (f"joined {shorter}" for shorter in _one_letter_less(name.joined))
        yield from (f"initials {initials}" for initials in name.initials if len(initials) > 1)
        yield from _word_marks(sorted(name.words))


def _word_marks(words: Sequence[str]) -> Iterator[str]:
    """Each word, with and without a slip; and every two or three, where each is common."""
    if len(words) == 1:
        yield f"initials {words[0]}"
    for word in words:
        yield f"word {word}"
        yield from (f"word {shorter}" for shorter in _one_letter_less(word))
    for several in (2, 3):
        yield from (" ".join(some) for some in combinations(words[:8], several))


def _one_letter_less(word: str) -> Iterable[str]:
    """What words that differ by one letter have in common."""
    if len(word) < _TYPED:
        return ()
    return {word[:place] + word[place + 1 :] for place in range(1, len(word))}


def _kept_apart(known: Sequence[Organisation], pair: Found, apart: set[same.Pair]) -> bool:
    return any(
        same.pair(mine, theirs) in apart
        for mine, theirs in product(known[pair.left].names, known[pair.right].names)
    )


def _row(known: Sequence[Organisation], pair: Found) -> tuple[object, ...]:
    left, right = known[pair.left], known[pair.right]
    return (
        *pair.keys,
        left.name,
        right.name,
        pair.score,
        ", ".join(pair.reasons),
        left.offers,
        right.offers,
    )
