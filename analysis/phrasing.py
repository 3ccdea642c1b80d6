"""How people phrase the terms of a dimension: what `data/phrasing.toml` says, ready for use."""

import re
import tomllib
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "data" / "phrasing.toml"
STEM = 4  # letters that a word keeps at least when it loses its plural
REMEMBERED = 8192  # texts: forms repeat their labels in every row
SHORTEST = 3  # letters of a word cut short with a full stop

_PUNCTUATION = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_WORD = re.compile(r"[^\W_]+")
_PLAIN_WORDS = re.compile(r"[\w '’.&+-]+")
_WORD_OR_CUT = re.compile(r"([^\W_]+)(\.?)")


@dataclass(frozen=True)
class Phrasing:
    """What may stand around a term of one dimension, and how far its words may differ.

    `numbered`, `before` and `after` are left out where that leaves a known wording. `alone` are
    wordings that mean a term only by themselves, `general` words that tell no
    term. `denial` finds what takes a term back, `doubt`
    what makes a wording mean nothing for sure, `elsewhere` what speaks of places outside the hub.
    """

    numbered: tuple[re.Pattern[str], ...]
    before: tuple[re.Pattern[str], ...]
    after: tuple[re.Pattern[str], ...]
    left_out: frozenset[str]
    spelt: tuple[tuple[str, str], ...]
    alone: tuple[str, ...]
    general: frozenset[str]
    denial: re.Pattern[str]
    doubt: re.Pattern[str]
    abbreviation: re.Pattern[str]
    elsewhere: re.Pattern[str]
    is_place: bool
    long: int
    likeness: int
    margin: int

    @cached_property
    def _spelt(self) -> dict[str, str]:
        return dict(self.spelt)

    def squeezed(self, text: str) -> str:
        """The words of a text in one, without spaces."""
        return "".join(self.words(text))

    @cached_property
    def words(self) -> Callable[[str], tuple[str, ...]]:
        """The words that carry a text's meaning, without plurals unless they are of places."""
        return lru_cache(REMEMBERED)(self._words)

    def _words(self, text: str) -> tuple[str, ...]:
        spoken = plain(text).replace("&", " and ").replace("+", " and ")
        kept = (word for word in _WORD.findall(spoken) if word not in self.left_out)
        return tuple(
            self._spelt.get(word, word) if self.is_place else _singular(word) for word in kept
        )

    def as_shortened(self, text: str) -> re.Pattern[str] | None:
        """What a wording looks like of which a text has some words cut short; None for no cut.

        A word alone needs a full stop to be one, as does any beside brackets or a slash; several
        words may go without.
        """
        found = [each for each in _WORD_OR_CUT.findall(plain(text)) if each[0] not in self.left_out]
        may_go_without = len(found) > 1 and _PLAIN_WORDS.fullmatch(text)
        if not may_go_without and not any(dot for _, dot in found):
            return None
        parts = (re.escape(word) + (r"\w*" if len(word) >= SHORTEST else "") for word, _ in found)
        return re.compile(r"(?:\W|\band\b|\bthe\b)*".join(parts))


def straight(text: str) -> str:
    """A text with plain quotes, dashes and single spaces."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_PUNCTUATION)
    return " ".join(text.split())


def plain(text: str) -> str:
    """The same in lower case."""
    return straight(text).casefold()


# The file cannot change under a running program, and every wording needs it.
@cache
def load(dimension: str) -> Phrasing:
    """How the terms of one dimension are phrased."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    own = table.get(dimension, {})
    is_place = own.get("place") is True
    return Phrasing(
        numbered=_patterns(table["numbered"]),
        before=_patterns(own.get("before", [])),
        after=_patterns(own.get("after", [])),
        left_out=frozenset([*table["small"], *([] if is_place else table["joining"])]),
        spelt=tuple(own.get("spelt", {}).items()),
        alone=tuple(table["alone"]),
        general=frozenset(table["general"]),
        denial=re.compile(table["denial"], re.IGNORECASE),
        doubt=re.compile(own.get("doubt", table["doubt"]), re.IGNORECASE),
        abbreviation=re.compile(own.get("abbreviation", r"^\b$")),
        elsewhere=re.compile(own.get("elsewhere", r"^\b$"), re.IGNORECASE),
        is_place=is_place,
        long=int(table["long"]),
        likeness=int(table["likeness"]),
        margin=int(table["margin"]),
    )


def _patterns(texts: list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text, re.IGNORECASE) for text in texts)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > STEM:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > STEM:
        return word[:-1]
    return word
