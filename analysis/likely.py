"""Which term a choice of a form means, by words that were weighed on many forms' own wordings.

`data/weighed.csv` holds what each word, each beginning of a word and each pair of words says for
every term. Nobody wrote the weights: `make learn` draws them from wordings whose meaning is known.
"""

import csv
import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from typing import TypeAlias

from analysis import phrasing
from analysis.assignment import NOBODY, best
from analysis.phrasing import Phrasing

FILE = Path(__file__).resolve().parent.parent / "data" / "weighed.csv"
BEGINNINGS = (3, 4, 5, 6)  # letters
HALF = 0.5  # what a beginning counts beside a whole word
REMEMBERED = 8192  # texts: forms repeat their choices in every row
SMALL = 2  # letters of a word that says nothing by itself: of, it, 25
LONGEST = 200  # characters; beyond it somebody tells a story
ALONE = math.log(0.6)  # how likely at least a term is that a choice means by itself
STAGED = math.log(0.5)  # the same of a stage, which staff write in as many ways as there are days
TOGETHER = -2.0  # and one that no other choice of the form means more
WHOLE = -3.0  # and that where a form offers as many choices as there are terms
CERTAIN = math.log(0.9)
NONE = ""  # the choice means no term
QUESTION = "question"  # in place of a dimension: which field a header asks for
ANYTHING = ""  # the row of what counts for a term before a word is said

Weights: TypeAlias = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Weighed:
    """By word, beginning or pair of words, what it says for each term; `NONE` is one of them."""

    weights: Weights
    phrasing: Phrasing

    @cached_property
    def chances(self) -> Callable[[str], dict[str, float]]:
        """The logarithm of how likely a text is to mean each term. Remembers the latest texts."""
        return lru_cache(REMEMBERED)(self._chances)

    def _chances(self, text: str) -> dict[str, float]:
        words = self.phrasing.words(text)
        says_nothing = all(len(word) <= SMALL for word in words)
        if says_nothing or len(text) > LONGEST or self.phrasing.doubt.search(text):
            return {}
        return self.weighed(words)

    def weighed(self, words: tuple[str, ...]) -> dict[str, float]:
        """The same of any words, however little they say."""
        scores = dict(self.weights[ANYTHING])
        for part, share in parts(words).items():
            for term, weight in self.weights.get(part, {}).items():
                scores[term] += share * weight
        total = math.log(sum(map(math.exp, scores.values())))
        return {term: score - total for term, score in scores.items()}

    def told(self, texts: Sequence[str], terms: Sequence[str], least: float) -> dict[str, str]:
        """What the choices of one question mean, each term given to the one that fits it best.

        A choice goes without a term that is less likely than `least`, and, unless the form offers
        the `WHOLE`, than that it means none. Only a term that is `CERTAIN` may be given again:
        people offer one and the same in two parts.
        """
        certain = {text: term for text in texts if (term := self._certain(text))}
        fits = [self._fitting(text, least) for text in texts]
        wanted = [term for term in terms if any(term in fit for fit in fits)]
        worth = [[fit.get(term, 0.0) for fit in fits] for term in wanted]
        given = zip(wanted, best(worth), strict=True)
        return certain | {texts[place]: term for term, place in given if place != NOBODY}

    @cached_property
    def _certain(self) -> Callable[[str], str]:
        return lru_cache(REMEMBERED)(self._certainly)

    def _certainly(self, text: str) -> str:
        """The term that a text means for `CERTAIN`; "" where it means none so."""
        term, chance = max(self.chances(text).items(), key=itemgetter(1), default=(NONE, -math.inf))
        return term if chance >= CERTAIN else NONE

    @cached_property
    def _fitting(self) -> Callable[[str, float], dict[str, float]]:
        return lru_cache(REMEMBERED)(self._fits)

    def _fits(self, text: str, least: float) -> dict[str, float]:
        """What a text is worth to each term that it may be given to."""
        chances = self.chances(text)
        bar = max(least, chances.get(NONE, 0.0)) if least > WHOLE else least
        return {term: chance - least for term, chance in chances.items() if chance > bar}


def parts(words: tuple[str, ...]) -> dict[str, float]:
    """What a text is weighed by, and how much of it each part is."""
    found: dict[str, float] = {}
    for word in words:
        found[word] = 1.0
        found |= {f"{word[:n]}*": HALF for n in BEGINNINGS if len(word) > n}
    found |= {f"{one} {other}": 1.0 for one, other in pairwise(words)}
    size = math.sqrt(sum(share * share for share in found.values())) or 1.0
    return {part: 2 * share / size for part, share in found.items()}


# The file cannot change under a running program, and every upload needs it.
@cache
def load(file: Path = FILE) -> dict[str, Weighed]:
    """What was weighed, for each dimension that choices are told of by it."""
    weights: defaultdict[str, Weights] = defaultdict(dict)
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            pairs = (each.rsplit(":", 1) for each in row["weights"].split())
            weights[row["dimension"]][row["words"]] = {term: float(w) for term, w in pairs}
    return {each: Weighed(found, phrasing.load(each)) for each, found in weights.items()}
