"""Which term a wording means that is not written as we know it but says the same.

Only by rules whose every step a person would grant (`data/phrasing.toml`), and only where nothing
is left over: what is taken back, added or shared by two terms stays unmatched for staff to decide.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from analysis import cutting, misspelt
from analysis.phrasing import SHORTEST, Phrasing, plain
from analysis.telling import Telling

LONGEST = 300  # characters; beyond it somebody tells a story
SHORT = 60  # characters; nobody shortens more
FEWEST = 2  # telling words in what somebody typed; fewer say too little
TELLING = 12  # letters
REMEMBERED = 8192  # wordings: forms repeat their labels in every row


@dataclass(frozen=True)
class Matcher:
    """The known wordings of one dimension, by key, and how else people phrase them."""

    codes: dict[str, str]
    phrasing: Phrasing
    told: Telling

    @cached_property
    def code(self) -> Callable[[str], str | None]:
        """The code a wording means, or None. Remembers the latest wordings."""
        return lru_cache(REMEMBERED)(self._code)

    @cached_property
    def code_alone(self) -> Callable[[str], str | None]:
        """The same for one wording that may hold separators, such as a label with commas.

        A list, or a term with an explanation behind it, is not one wording.
        """
        return lru_cache(REMEMBERED)(self._code_alone)

    @cached_property
    def begins(self) -> Callable[[str], bool]:
        """Whether a wording with separators inside may begin with a piece of text."""
        return lru_cache(REMEMBERED)(self._begins)

    def _begins(self, piece: str) -> bool:
        spoken = cutting.tidied(piece)
        if not self._is_near(spoken):
            return False
        forms = {self.phrasing.squeezed(form) for form in self._forms(spoken)}
        return not forms.isdisjoint(self._beginnings) or len(piece) >= self.phrasing.long

    @cached_property
    def offered(self) -> Callable[[str], str | None]:
        """The code of a choice that a question of the dimension offers, in its author's words."""
        return lru_cache(REMEMBERED)(self._offered)

    def _offered(self, text: str) -> str | None:
        told = self._told_by(text, 1, whole=self.phrasing.is_place)
        return told or self.heads(text)

    def heads(self, text: str) -> str | None:
        """The term that a choice names before it says more about it."""
        return self._simply(cutting.ABOUT.split(cutting.tidied(text[:LONGEST]), maxsplit=1)[0])

    def may_mean(self, text: str, code: str) -> bool:
        """Whether a choice names no other term beside one, and takes nothing back."""
        spoken = cutting.tidied(text)
        if cutting.HARD.search(text.strip()) or self._says_another(spoken, code):
            return False
        return not self.told.takes_back(self.phrasing.words(spoken))

    def _told_by(self, text: str, fewest: int, *, whole: bool) -> str | None:
        spoken = cutting.tidied(text[: LONGEST * 2])
        if (whole and cutting.HARD.search(text.strip())) or self.phrasing.doubt.search(spoken):
            return None
        return self.told.code(spoken, self.phrasing, fewest, whole=whole)

    def _code(self, text: str) -> str | None:
        if found := self._known(text):
            return found
        code = self._told_by(text, FEWEST, whole=True)
        return None if code and self._is_list(cutting.tidied(text), code) else code

    def _is_list(self, text: str, code: str) -> bool:
        """Whether a wording names another term; who names the whole hub may name its parts."""
        named = {
            self._simply(piece.strip())
            for piece in {*cutting.pieces(text), *cutting.BRACKET.split(text)}
        }
        words = self.phrasing.words(text)
        is_whole = self.phrasing.is_place and code not in named and len({*words}) == len(words)
        return not is_whole and (bool(named - {None, code}) or self._says_another(text, code))

    def _known(self, text: str) -> str | None:
        if found := self._code_alone(text):
            return found
        spoken = cutting.tidied(text[: LONGEST * 2])
        if (
            len(spoken) > LONGEST
            or cutting.HARD.search(text.strip())
            or self.phrasing.doubt.search(spoken)
        ):
            return None
        if not self._is_near(spoken):
            return None
        return self._abbreviated(spoken) or self._explained(spoken) or self._listed(spoken)

    def _code_alone(self, text: str) -> str | None:
        spoken = cutting.tidied(text[: LONGEST * 2])
        if len(spoken) > LONGEST or self.phrasing.doubt.search(spoken):
            return None
        if cutting.HARD.search(text.strip()) or not self._is_near(spoken):
            return self._loose.get(self.phrasing.squeezed(spoken))
        return self._simply(spoken) or self._bracketed(spoken) or self._nearly(spoken)

    def _is_near(self, text: str) -> bool:
        """Whether any word is one of a known wording, or all may be cut short. Saves most work."""
        words = self.phrasing.words(text)
        return not self._words.isdisjoint(words) or self._may_be_cut(words)

    def _may_be_cut(self, words: tuple[str, ...]) -> bool:
        return not self.phrasing.is_place and self._starts.issuperset(w[:SHORTEST] for w in words)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for key in self.codes for word in self.phrasing.words(key))

    @cached_property
    def _starts(self) -> frozenset[str]:
        return frozenset(word[:SHORTEST] for word in self._words)

    @cached_property
    def _loose(self) -> dict[str, str]:
        """The codes by what is left of a wording without small words, spaces and plurals."""
        found: dict[str, set[str]] = {}
        for key, code in self.codes.items():
            found.setdefault(self.phrasing.squeezed(key), set()).add(code)
        return {loose: codes.pop() for loose, codes in found.items() if loose and len(codes) == 1}

    @cached_property
    def _long(self) -> tuple[tuple[str, str], ...]:
        """Wordings so long that nothing else holds them by chance."""
        return tuple(each for each in self._loose.items() if len(each[0]) >= TELLING)

    @cached_property
    def _alone(self) -> frozenset[str]:
        return frozenset(map(self.phrasing.squeezed, self.phrasing.alone))

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(self.phrasing.squeezed(cutting.first(key)) for key in self.codes)

    @cached_property
    def _simply(self) -> Callable[[str], str | None]:
        return lru_cache(REMEMBERED)(self._named)

    def _named(self, text: str) -> str | None:
        """The term that a text names, whatever stands before or after it by habit."""
        found = self._loose.get(self.phrasing.squeezed(text))
        return found or self._framed(text) or self._shortened(text)

    def _framed(self, text: str) -> str | None:
        for form in self._forms(text):
            loose = self.phrasing.squeezed(form)
            code = self._loose.get(loose)
            if code and (loose not in self._alone or form in self._bare(text)):
                return None if self._numbered_otherwise(text, form, code) else code
        return None

    def _forms(self, text: str) -> Iterator[str]:
        """A text, without its number, and without what people write around a term."""
        for whole in (text, *self._unnumbered(text)):
            bare = whole.rstrip(" .,;:*")
            yield bare
            for cut in (bare, *cutting.without(self.phrasing.before, bare)):
                yield cut
                yield from cutting.without(self.phrasing.after, cut)

    def _bare(self, text: str) -> set[str]:
        return {whole.rstrip(" .,;:*") for whole in self._unnumbered(text)}

    def _unnumbered(self, text: str) -> Iterator[str]:
        for _ in range(2):
            shorter = next(cutting.without(self.phrasing.numbered, text), "")
            if not shorter:
                return
            yield shorter
            text = shorter

    def _numbered_otherwise(self, text: str, form: str, code: str) -> bool:
        """Whether what stood before a term names another, as in "Aim 2: (the words of aim 1)"."""
        before = self._loose.get(self.phrasing.squeezed(text[: max(0, text.find(form))]))
        return before is not None and before != code

    def _shortened(self, text: str) -> str | None:
        """Words cut short, such as "Sust." or "Progression & Musical Dev"."""
        if len(text) > SHORT or not self._may_be_cut(self.phrasing.words(text)):
            return None
        pattern = self.phrasing.as_shortened(text)
        codes = {code for key, code in self.codes.items() if pattern and pattern.fullmatch(key)}
        return codes.pop() if len(codes) == 1 else None

    def _bracketed(self, text: str) -> str | None:
        """A term with more about it in brackets."""
        insides = cutting.BRACKETS.findall(text)
        code = self._heads(cutting.BRACKETS.sub(" ", text).strip()) if insides else None
        if not code or any(self._takes_back(inside, code) for inside in insides):
            return None
        return code

    def _abbreviated(self, text: str) -> str | None:
        """Words that no term has, with a term in brackets: its abbreviation, or its district."""
        match = cutting.BRACKETS_LAST.fullmatch(text)
        if not match or not self.phrasing.abbreviation.search(match["inside"]):
            return None
        rest, code = match["rest"], self._simply(match["inside"])
        if not code or cutting.HARD.search(rest) or self._says_another(rest, code):
            return None
        several = "," in rest and self._listed(rest) != code
        doubtful = several or self.phrasing.denial.search(rest)
        return code if not doubtful or self._spells_out(match["inside"], rest) else None

    def _spells_out(self, short: str, words: str) -> bool:
        """Whether an abbreviation stands for words, and for what they deny where they do."""
        affirmed = self.phrasing.denial.sub(" ", words)
        denied = affirmed != words
        return _stands_for(short, words) and not (denied and _stands_for(short, affirmed))

    def _explained(self, text: str) -> str | None:
        """A term, then a dash or colon and words about it."""
        match = cutting.EXPLAINED.fullmatch(text)
        code = self._heads(match["head"]) or self._bracketed(match["head"]) if match else None
        if not match or not code or self._takes_back(match["tail"], code):
            return None
        within = {self._simply(match["tail"]), self._listed(match["tail"])}
        return code if not self.phrasing.is_place or code in within else None

    def _listed(self, text: str) -> str | None:
        """Several wordings of one and the same term."""
        parts = [part for part in cutting.LISTED.split(text) if part.strip()]
        codes = {self._simply(part) for part in parts}
        return codes.pop() if len(parts) > 1 and len(codes) == 1 else None

    def _heads(self, text: str) -> str | None:
        """The term that a text names, if it names it even where more is said about it."""
        code = self._simply(text)
        return None if self.phrasing.squeezed(text) in self._alone else code

    def _takes_back(self, text: str, code: str) -> bool:
        """Whether words about a term deny or bound it, or speak of another."""
        if self._simply(text) == code:
            return False
        return bool(self.phrasing.denial.search(text)) or self._says_another(text, code)

    def _says_another(self, text: str, code: str) -> bool:
        if any(self._simply(piece.strip()) not in (None, code) for piece in cutting.pieces(text)):
            return True
        run = self.phrasing.squeezed(text)
        return any(loose in run for loose, other in self._long if other != code)

    def _nearly(self, text: str) -> str | None:
        """A long label mistyped, cut off or said in part."""
        if self.phrasing.is_place:
            return None
        for form in (text, *self._unnumbered(text)):
            code = misspelt.code(form, self._labels, self.phrasing)
            if code := code or misspelt.part(form, self._labels, self.phrasing):
                return None if self._numbered_otherwise(text, form, code) else code
        return None

    @cached_property
    def _labels(self) -> misspelt.Labels:
        return misspelt.labels(self.codes, self.phrasing)


def _stands_for(short: str, words: str) -> bool:
    """Whether the letters of an abbreviation begin words of a text, in order."""
    firsts = iter(word[0] for word in re.findall(r"\w+", plain(words)))
    return all(letter in firsts for letter in plain(short) if letter.isalpha())
