"""Paraphrases of a term, told by the words that only it has (`data/telling.toml`)."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.phrasing import Phrasing

FILE = Path(__file__).resolve().parent.parent / "data" / "telling.toml"
ENOUGH = 3  # what a term's words weigh together
SHARE = 0.5  # of that, what another term's may weigh beside them
LONGEST = 200  # characters; beyond it somebody tells a story
BEGINNING = 2  # letters that a run is looked up by


@dataclass(frozen=True)
class Run:
    """Words that stand side by side, the last letters of some left open, and what they weigh."""

    words: tuple[str, ...]
    weights: dict[str, int]

    def stands(self, words: list[str], place: int) -> bool:
        """Whether a text has the run's words from one of its words on."""
        there = words[place : place + len(self.words)]
        return len(there) == len(self.words) and all(map(_is, there, self.words))


@dataclass(frozen=True)
class Telling:
    """The runs of words that tell the terms of one dimension, by how they begin, longest first.

    `beside` are words that may stand among the runs and tell nothing, `share` is how much another
    term may weigh beside the best one, and `taken_back` finds what denies a term.
    """

    runs: dict[str, tuple[Run, ...]]
    beside: frozenset[str]
    share: float
    taken_back: re.Pattern[str]

    def code(self, text: str, phrasing: Phrasing, fewest: int, *, whole: bool) -> str | None:
        """The term that a text speaks of, where it speaks clearly more of it than of any other.

        `fewest` are the telling words it must have. `whole` wants none of them to be another
        term's, and every other word to tell nothing. None too where what is left of the text takes
        something back.
        """
        words = list(phrasing.words(text)) if len(text) <= LONGEST else []
        said, left = self._parted(words)
        best, second = _weighed(said)
        share = 0.0 if whole else self.share
        length = sum(len(run) for run in said)
        if length < fewest or best[1] < ENOUGH or second[1] > best[1] * share:
            return None
        strange = whole and not self.beside.issuperset(left)
        return None if strange or self.taken_back.search(" ".join(left)) else best[0]

    def takes_back(self, words: Sequence[str]) -> bool:
        """Whether a text denies something in the words that tell no term."""
        return bool(self.taken_back.search(" ".join(self._parted(list(words))[1])))

    def _parted(self, words: list[str]) -> tuple[dict[tuple[str, ...], Run], list[str]]:
        """The runs that stand in a text, each once, and the words between them."""
        said: dict[tuple[str, ...], Run] = {}
        left: list[str] = []
        place = 0
        while place < len(words):
            near = self.runs.get(words[place][:BEGINNING], ())
            run = next((run for run in near if run.stands(words, place)), None)
            if run:
                said[run.words] = run
            else:
                left.append(words[place])
            place += len(run.words) if run else 1
        return said, left


def ready(dimension: str, phrasing: Phrasing) -> Telling:
    """The telling words of one dimension."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    weights: defaultdict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    for code, runs_by_weight in table.get(dimension, {}).items():
        for weight, runs in runs_by_weight.items():
            for run in runs:
                weights[_spoken(run, phrasing)][code] = int(weight)
    beside = frozenset(word for each in table["beside"] for word in phrasing.words(each))
    share = table["share"].get(dimension, SHARE)
    return Telling(_by_beginning(weights), beside, share, re.compile(table["taken_back"]))


def _by_beginning(weights: dict[tuple[str, ...], dict[str, int]]) -> dict[str, tuple[Run, ...]]:
    """Runs by the first letters of their first word; the longest and most exact first."""
    found: defaultdict[str, list[Run]] = defaultdict(list)
    for words in sorted(weights, key=lambda words: (-len(words), -len("".join(words)), words)):
        found[words[0].rstrip("*")[:BEGINNING]].append(Run(words, weights[words]))
    return {beginning: tuple(runs) for beginning, runs in found.items()}


def _weighed(said: dict[tuple[str, ...], Run]) -> tuple[tuple[str, int], tuple[str, int]]:
    """The two terms that some runs speak of most, with their weights."""
    scores: Counter[str] = Counter()
    for run in said.values():
        scores.update(run.weights)
    best, second = [*scores.most_common(2), ("", 0), ("", 0)][:2]
    return best, second


def _is(word: str, told: str) -> bool:
    return word.startswith(told[:-1]) if told.endswith("*") else word == told


def _spoken(run: str, phrasing: Phrasing) -> tuple[str, ...]:
    """A run in the words that texts are told by; a star stays with the word it ends."""
    words = ((word,) if word.endswith("*") else phrasing.words(word) for word in run.split())
    return tuple(word for each in words for word in each)
