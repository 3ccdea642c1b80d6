"""Where names of people stand in a text, told by the words around them."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import takewhile
from typing import TypeAlias

from analysis.vocabulary import DATA, load

Span: TypeAlias = tuple[int, int]
Phrase: TypeAlias = tuple[str, ...]
Phrases: TypeAlias = Mapping[str, tuple[Phrase, ...]]

MOST_WORDS = 4  # of a name, particles among them
LONGEST_RUN = 8
FULL_NAME = 2
_WORD = re.compile(r"[^\W\d_][\w-]*(?:['’](?!s\b)[\w-]+)*")
_AFTER_NAME = re.compile(r"\s{0,2}[,(\u2013-]\s{0,2}")
_LINKS = frozenset(("on", "at", "tel", "telephone", "email", "e-mail", "mob", "mobile", "phone"))
_FAR = 12  # characters between a name and the address it belongs to


@dataclass(frozen=True)
class Clues:
    """What `data/personal.toml` says, ready to be used."""

    introduced: re.Pattern[str]
    perhaps: re.Pattern[str]
    titles: re.Pattern[str]
    asks_for_somebody: re.Pattern[str]
    asks_for_phone: re.Pattern[str]
    words: Mapping[str, frozenset[str]]

    @cached_property
    def stop(self) -> frozenset[str]:
        """Words that are no part of a name."""
        return self.words["no_name"] | self.words["organisation"] | self.words["role"]


@cache
def clues() -> Clues:
    """Read the clues once: every cell of every file is held against them."""
    table = tomllib.loads((DATA / "personal.toml").read_text("utf-8"))
    lists = {name: tuple(map(str, entries)) for name, entries in table.items()}
    places = (word for key in load().wordings["area"] for word in _WORD.findall(key))
    words = {name: frozenset(entries) for name, entries in lists.items()}
    words["titles"] = frozenset(title.casefold() for title in lists["titles"])
    words["no_name"] |= (frozenset(places) - words["first_names"]) | words["titles"]
    return Clues(
        introduced=_before(lists["introduced"]),
        perhaps=_before(lists["perhaps_introduced"]),
        titles=re.compile(rf"\b(?:{'|'.join(lists['titles'])})\b\.?\s+"),
        asks_for_somebody=re.compile("|".join(lists["asks_for_somebody"]), re.IGNORECASE),
        asks_for_phone=re.compile("|".join(lists["asks_for_phone"]), re.IGNORECASE),
        words=words,
    )


def phrase_of(name: str) -> Phrase:
    """The words of a name, in small letters."""
    return tuple(_WORD.findall(name[:200].casefold()))


@dataclass(frozen=True)
class Words:
    """A text and its words. Names are given as where they begin and end."""

    text: str

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where each word stands."""
        return tuple(match.span() for match in _WORD.finditer(self.text))

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """Each word in small letters."""
        return tuple(self.text[start:end].casefold() for start, end in self.spans)

    def phrases(self, known: Phrases) -> Iterator[Span]:
        """Every place where one of some phrases stands, written as a name is."""
        for first, word in enumerate(self.lower if known else ()):
            for phrase in known.get(word, ()):
                last = first + len(phrase)
                if self.lower[first:last] == phrase and self._may_be(first, phrase):
                    yield self.spans[first][0], self.spans[last - 1][1]
                    break

    def is_named_after(self, end: int) -> bool:
        """Whether the words behind a name, with capitals too, make it an organisation's."""
        following = self._index(end)
        if following is None or self.text[end : self.spans[following][0]].strip():
            return False
        return self._is_organisation([self.lower[index] for index in self._run(following)])

    def name_at(self, place: int, *, needs_first: bool) -> Iterator[Span]:
        """The name that begins exactly there, if one does."""
        index = self._index(place)
        if index is not None and self.spans[index][0] == place:
            name = self._name(index)
            if name and (self._is_first(name[0]) or (len(name) >= FULL_NAME and not needs_first)):
                yield self._span(name)

    def titled(self, start: int, place: int) -> Iterator[Span]:
        """The name behind a title that stands from start to place."""
        for begin, end in self._titled(place):
            said = " ".join(phrase_of(self.text[start:end]))
            if not said.startswith(tuple(clues().words["nobody"])):
                yield min(start, begin), end

    def whole(self, item: Span) -> Iterator[Span]:
        """The name that an item of a list is as a whole."""
        first, last = (bisect_left(self.spans, (place, place)) for place in item)
        inside = range(first, last)
        known = clues().words
        while inside and self.lower[inside[0]] in known["titles"]:
            inside = inside[1:]
        words = [self.lower[index] for index in inside]
        full = len(words) >= FULL_NAME and all(map(self._is_capital, inside))
        named = bool(words) and words[0] in known["first_names"] and len(words) <= FULL_NAME
        if (full or named) and len(words) < MOST_WORDS and not clues().stop & set(words):
            yield self._span(inside)

    def before_role(self) -> Iterator[Span]:
        """Names with what somebody does behind them: "Jane Smith, Head of Music"."""
        firsts = clues().words["first_names"]
        for index, word in enumerate(self.lower):
            likely = word in firsts or "-" in word
            if likely and self._is_first(index) and len(name := self._name(index)) >= FULL_NAME:
                end = self.spans[name[-1]][1]
                behind = self.lower[name[-1] + 1 : name[-1] + 4]
                if _AFTER_NAME.match(self.text, end) and clues().words["role"] & set(behind):
                    yield self._span(name)

    def ending_before(self, place: int) -> Iterator[Span]:
        """A name just before an address: "Jane Smith, jane@example.org"."""
        last = (self._index(place) or len(self.spans)) - 1
        nearest = range(last, last - MOST_WORDS, -1)
        last = next((i for i in nearest if i > 0 and self.lower[i] not in _LINKS), 0)
        if not last or place - self.spans[last][1] > _FAR:
            return
        for first in range(max(0, last - MOST_WORDS + 2), last):
            name = self._name(first)
            if self._is_first(first) and name[-1:] == [last]:
                yield self._span(name)
                return

    def _titled(self, place: int) -> Iterator[Span]:
        index = self._index(place)
        if index is None or self.spans[index][0] != place:
            return
        first = index + 1 if self._is_particle(index) and index + 1 < len(self.spans) else index
        if name := self._name(first):
            yield place, self.spans[name[-1]][1]

    def _name(self, first: int) -> list[int]:
        """The words of the name that begins with this one; none where it is no name."""
        run = self._run(first)
        name = list(takewhile(lambda index: self.lower[index] not in clues().stop, run))
        behind = [self.lower[index] for index in run[len(name) :]]
        if not name or self._is_organisation(behind) or len(name) > MOST_WORDS:
            return []
        while name and self.lower[name[-1]] in clues().words["particles"]:
            name.pop()
        return name

    def _is_organisation(self, behind: Sequence[str]) -> bool:
        known = clues().words
        return bool(known["organisation"] & set(behind)) and not known["role"] & set(behind)

    def _run(self, first: int) -> list[int]:
        """Words with a capital that stand side by side, small words of names among them."""
        run: list[int] = []
        for index in range(first, min(first + LONGEST_RUN, len(self.spans))):
            if not self._is_capital(index) and not (run and self._is_particle(index)):
                break
            if run and not self._is_beside(index):
                break
            run.append(index)
        return run

    def _is_beside(self, index: int) -> bool:
        before, here = self.spans[index - 1], self.spans[index]
        between = self.text[before[1] : here[0]]
        is_initial = before[1] - before[0] == 1
        return between in (" ", "\u00a0") or (is_initial and between in (". ", "."))

    def _is_capital(self, index: int) -> bool:
        return self.text[self.spans[index][0]].isupper()

    def _is_particle(self, index: int) -> bool:
        return self.lower[index] in clues().words["particles"]

    def _is_first(self, index: int) -> bool:
        first = self.lower[index].split("-", 1)[0]
        return self._is_capital(index) and first in clues().words["first_names"]

    def _may_be(self, first: int, phrase: Phrase) -> bool:
        """Written with capitals, or of words that say nothing else."""
        capital = all(self._is_capital(first + more) for more in range(len(phrase)))
        return capital or not clues().words["no_name"] & set(phrase)

    def _index(self, place: int) -> int | None:
        """The first word that begins there or behind; None at the end."""
        index = bisect_left(self.spans, (place, place))
        return index if index < len(self.spans) else None

    def _span(self, name: Sequence[int]) -> Span:
        return self.spans[name[0]][0], self.spans[name[-1]][1]


def _before(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b\s{{0,3}}[:\u2013-]?\s{{0,3}}", re.IGNORECASE)
