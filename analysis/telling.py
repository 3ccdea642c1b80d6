"""Long paraphrases of a term, told by words that no other term of its dimension has."""

from dataclasses import dataclass

from analysis.phrasing import Phrasing

FEWEST = 2  # telling words; one says too little


@dataclass(frozen=True)
class Telling:
    """The words or runs of words that tell each term, the longest first, and small change.

    `beside` are words that may stand between them and tell nothing.
    """

    terms: tuple[tuple[tuple[str, ...], str], ...]
    beside: frozenset[str]

    def code(self, words: tuple[str, ...]) -> str | None:
        """The one term of which a text has two telling words, where nothing is left over."""
        found: dict[str, set[tuple[str, ...]]] = {}
        place = 0
        while place < len(words):
            run, code = self._at(words, place)
            if code:
                found.setdefault(code, set()).add(run)
            elif words[place] not in self.beside:
                return None
            place += max(1, len(run))
        if len(found) != 1:
            return None
        code, runs = found.popitem()
        return code if len(runs) >= FEWEST else None

    def _at(self, words: tuple[str, ...], place: int) -> tuple[tuple[str, ...], str]:
        for run, code in self.terms:
            if words[place : place + len(run)] == run:
                return run, code
        return (), ""


def ready(phrasing: Phrasing) -> Telling:
    """The telling words of one dimension's terms, as `data/phrasing.toml` lists them."""
    terms = [(phrasing.words(run), code) for code, runs in phrasing.told for run in runs]
    terms.sort(key=lambda term: -len(term[0]))
    beside = frozenset(word for each in phrasing.beside for word in phrasing.words(each))
    return Telling(tuple(terms), beside)
