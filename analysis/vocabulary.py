"""The hub's words: the terms of each dimension, and the wordings that mean them."""

import csv
import re
import tomllib
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from analysis import likely, phrasing
from analysis.errors import DashboardError
from analysis.likely import ALONE, STAGED, TOGETHER
from analysis.matching import Matcher
from analysis.named_places import Places
from analysis.telling import ready

DATA = Path(__file__).resolve().parent.parent / "data"
AREA = "area"
DIMENSIONS = ("aim", "function", AREA, "focus")
STAGE = "stage"
HEADINGS = {
    "aim": "Aim",
    "function": "Function",
    "area": "Area",
    "focus": "Inclusion focus",
    "stage": "Stage",
}
WHOLE_HUB = "hub"
# A set of terms is one whole number of 128 bits, one of them its sign; terms count from 1.
MOST_TERMS = 126
REMEMBERED = 8192  # wordings: choices repeat from row to row

# The legal forms a UK arts organisation may write behind its name (Companies House, Charity
# Commission and the CIC Regulator name these).
_LEGAL_FORM = re.compile(
    r"(\s+(ltd|limited|plc|llp|cic|cio|scio|community interest company|company limited by guarantee"
    r"|charitable incorporated organisation))+$"
)


@dataclass(frozen=True)
class Term:
    """One term of one dimension, as `data/vocabulary.csv` states it.

    `in_frame` is false for answers that are no cell of their own, such as the whole hub.
    `counts_as` is "cover", "enquiry" or "nothing" for stages, and empty for all other terms.
    """

    dimension: str
    code: str
    position: int
    label: str
    short_label: str
    in_frame: bool
    counts_as: str
    description: str

    @property
    def name(self) -> str:
        """The term as the database and its filters name it: dimension and code."""
        return f"{self.dimension}:{self.code}"

    @property
    def is_whole_hub(self) -> bool:
        """Whether the answer means every area at once."""
        return (self.dimension, self.code) == (AREA, WHOLE_HUB)


@dataclass(frozen=True)
class Vocabulary:
    """All terms, in the order they are shown, and the wordings that stand for them."""

    terms: tuple[Term, ...]
    aliases: tuple[tuple[str, str, str], ...]

    def of(self, dimension: str) -> tuple[Term, ...]:
        """Every term of a dimension, those outside the frame included."""
        return self._by_dimension.get(dimension, ())

    @cached_property
    def _by_dimension(self) -> dict[str, tuple[Term, ...]]:
        every = dict.fromkeys(term.dimension for term in self.terms)
        return {each: tuple(t for t in self.terms if t.dimension == each) for each in every}

    def frame(self, dimension: str) -> tuple[Term, ...]:
        """The terms of a dimension that are rows or columns of the grid."""
        return tuple(term for term in self.of(dimension) if term.in_frame)

    def term(self, dimension: str, code: str) -> Term:
        """Look a term up by its code.

        Raises
        ------
        DashboardError
            If the dimension has no such term; the message lists those it has.
        """
        for term in self.of(dimension):
            if term.code == code:
                return term
        known = ", ".join(term.code for term in self.of(dimension))
        raise DashboardError(f'There is no {dimension} called "{code}". Choose from: {known}.')

    @cached_property
    def wordings(self) -> dict[str, dict[str, str]]:
        """For each dimension, the code that each known wording's key stands for."""
        found: dict[str, dict[str, str]] = {dimension: {} for dimension in (*DIMENSIONS, STAGE)}
        for dimension, wording, code in self.aliases:
            found[dimension][wording_key(wording)] = code
        for term in self.terms:
            for wording in (term.short_label, term.label, term.code):
                found[term.dimension][wording_key(wording)] = term.code
        return found

    def match(self, dimension: str, wording: str) -> str | None:
        """The code a wording means, or None where no label, code or alias says the same."""
        known = self.wordings[dimension].get(wording_key(wording))
        return known or self.matchers[dimension].code(wording)

    def offered(self, dimension: str, wording: str) -> str | None:
        """The same for a choice that a question of the dimension offers, in its author's words.

        What somebody types beside it may speak of anything: there the same words prove nothing.
        """
        named = self._named(dimension, wording)
        if named or dimension in self.places:
            return named
        if dimension == STAGE:  # "no thanks" says how far it is, where elsewhere it denies a term
            return self.offers(dimension, (wording,), STAGED).get(wording)
        code = self.offers(dimension, (wording,), ALONE).get(wording)
        return code if code and self.matchers[dimension].may_mean(wording, code) else None

    def offers(
        self, dimension: str, wordings: Collection[str], least: float = TOGETHER
    ) -> dict[str, str]:
        """The same for all choices of one question together: no term is given to two of them.

        Only wordings that name a term may name it twice. `least` is how likely at least, as a
        logarithm, a term must be.
        """
        named = {each: code for each in wordings if (code := self._named(dimension, each))}
        if dimension in self.places:
            strange = [each for each in wordings if each not in named]
            places = {term.code for term in self.frame(dimension)}.difference(named.values())
            named |= self.places[dimension].told(strange, places)
        weighed = likely.load().get(dimension)
        left = [each for each in wordings if each not in named]
        free = [term.code for term in self.of(dimension) if term.code not in named.values()]
        return named | (weighed.told(left, free, least) if weighed and left else {})

    @cached_property
    def places(self) -> dict[str, Places]:
        """For each dimension of places, the names by which its choices are told."""
        framed = {term.code for dimension in DIMENSIONS for term in self.frame(dimension)}
        return {
            dimension: Places({key: c for key, c in codes.items() if c in framed}, spoken)
            for dimension, codes in self.wordings.items()
            if (spoken := phrasing.load(dimension)).is_place
        }

    @cached_property
    def _named(self) -> Callable[[str, str], str | None]:
        return lru_cache(REMEMBERED)(self._name)

    def _name(self, dimension: str, wording: str) -> str | None:
        numbered = f"{dimension} {wording}" if wording.strip().isdecimal() else wording
        matcher = self.matchers[dimension]
        is_weighed = dimension in likely.load()
        more = matcher.heads if is_weighed and dimension not in self.places else matcher.offered
        return self.match(dimension, numbered) or more(wording)

    @cached_property
    def matchers(self) -> dict[str, Matcher]:
        """For each dimension, what tells the wordings that are written in other ways."""
        return {
            dimension: Matcher(codes, spoken := phrasing.load(dimension), ready(dimension, spoken))
            for dimension, codes in self.wordings.items()
        }


@lru_cache(REMEMBERED)
def wording_key(wording: str) -> str:
    """What two wordings share when they differ only in case, spacing or punctuation marks.

    Examples
    --------
    >>> wording_key("  Free  School – Meals. ")
    'free school - meals'
    """
    return phrasing.plain(wording).strip(" .,;:*").strip()


def organisation_key(name: str) -> str:
    """What two names of one organisation share: all but case, punctuation, "&" and legal form.

    A name made only of such marks keeps them, so that no two organisations meet in an empty key.

    Examples
    --------
    >>> organisation_key("Peak & Dale Brass C.I.C.") == organisation_key("peak and dale brass")
    True
    """
    folded = unicodedata.normalize("NFKC", name).casefold().strip()
    joined = re.sub(r"[.'’‘`]", "", folded.replace("&", " and "))
    spoken = " ".join(re.sub(r"[^\w\s]|_", " ", joined).split())
    return _LEGAL_FORM.sub("", spoken) or folded


# The files cannot change under a running program, and every page needs them.
@cache
def load(folder: Path = DATA) -> Vocabulary:
    """Read the hub's vocabulary.

    Raises
    ------
    DashboardError
        If an alias stands for a term that the vocabulary does not have, or there are more terms
        than the database can hold.
    """
    terms = tuple(sorted(map(_term, _rows(folder / "vocabulary.csv")), key=_order))
    if len(terms) > MOST_TERMS:
        raise DashboardError(
            f"vocabulary.csv has {len(terms)} terms, and {MOST_TERMS} is the most there can be. "
            "Leave out the terms that are not this hub's own."
        )
    known = {(term.dimension, term.code) for term in terms}
    aliases = tuple(
        (r["dimension"], r["wording"], r["term"]) for r in _rows(folder / "aliases.csv")
    )
    for dimension, wording, code in aliases:
        if (dimension, code) not in known:
            raise DashboardError(
                f'aliases.csv says that "{wording}" means the {dimension} "{code}", which '
                "vocabulary.csv does not have. Add the term or correct the alias."
            )
    return Vocabulary(terms, aliases)


def default_stage(kind: str, folder: Path = DATA) -> str:
    """The stage of an offer whose file names none, by kind of file (`data/defaults.toml`)."""
    stages = tomllib.loads((folder / "defaults.toml").read_text(encoding="utf-8"))["default_stage"]
    return str(stages[kind])


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _order(term: Term) -> tuple[int, int]:
    return (*DIMENSIONS, STAGE).index(term.dimension), term.position


def _term(row: dict[str, str]) -> Term:
    return Term(
        dimension=row["dimension"],
        code=row["term"],
        position=int(row["position"]),
        label=row["label"],
        short_label=row["short_label"],
        in_frame=row["frame"] == "yes",
        counts_as=row["counts_as"],
        description=row["description"],
    )
