"""Which district a choice of a form names, whatever else it says of it, and never by likeness.

A form lists its places side by side ("Erewash families", "High Peak families"), so a choice that
names one district and nothing outside the hub means it, unless another choice names it more simply.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from analysis.phrasing import Phrasing

SHORTEST = 4  # letters of a name beside other words; fewer may be anything
HARD = re.compile(r"[;|\n]")

Run: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Places:
    """The known names of each district, by key, and what speaks of somewhere else."""

    codes: Mapping[str, str]
    phrasing: Phrasing

    def told(self, texts: Iterable[str], free: Iterable[str]) -> dict[str, str]:
        """The district of each choice, of those that are free; the plainest choice has it."""
        found = {text: told for text in texts if (told := self.named(text)) and told[0] in free}
        plainest: dict[str, str] = {}
        for text, (code, _) in sorted(found.items(), key=lambda each: each[1][1]):
            plainest.setdefault(code, text)
        return {text: code for code, text in plainest.items()}

    def named(self, text: str) -> tuple[str, int] | None:
        """The one district that a text names, and how many words it says besides."""
        if HARD.search(text) or self.phrasing.denial.search(text.casefold()):
            return None
        codes, left = self._parted(list(self._words(text)))
        elsewhere = self.phrasing.elsewhere.search(" ".join(left))
        return (codes.pop(), len(left)) if len(codes) == 1 and not elsewhere else None

    def _parted(self, words: list[str]) -> tuple[set[str], list[str]]:
        """The districts that a text names, and the words between their names."""
        codes, left = set(), []
        place = 0
        while place < len(words):
            near = self._runs.get(words[place], ())
            run = next((r for r in near if r == tuple(words[place : place + len(r)])), None)
            if run:
                codes.add(self._names[run])
            else:
                left.append(words[place])
            place += len(run) if run else 1
        return codes, left

    @cached_property
    def _names(self) -> dict[Run, str]:
        """The districts by the words of their names, but for those too short to tell."""
        spoken = {tuple(self._words(key)): code for key, code in self.codes.items()}
        return {run: code for run, code in spoken.items() if len("".join(run)) >= SHORTEST}

    @cached_property
    def _runs(self) -> dict[str, list[Run]]:
        """The names by their first word, the longest first."""
        found: dict[str, list[Run]] = {}
        for run in sorted(self._names, key=len, reverse=True):
            found.setdefault(run[0], []).append(run)
        return found

    def _words(self, text: str) -> Iterator[str]:
        for word in self.phrasing.words(text):
            yield from word.split()
