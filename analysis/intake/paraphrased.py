"""Questions known by nothing but their choices, each of which speaks of a term in its own words.

Weaker than any header and any known wording, so it is asked last, and only about dimensions that
nothing else in the file asks for.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeAlias

from analysis.intake import headers
from analysis.intake.choice_groups import NO_TICKS, Group, is_other
from analysis.intake.sheet import Known
from analysis.likely import ALONE
from analysis.vocabulary import AREA, DIMENSIONS

ENOUGH = 0.6  # of the choices
FEWEST = 3  # terms that they name; fewer may come by chance
OVERWHELMING = 0.8  # of the choices, where they name half of the terms: whatever the header says

Clarity: TypeAlias = tuple[float, float, float]
NOT_AT_ALL: Clarity = (0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Question:
    """What stands over some choices, and the choices."""

    words: str
    choices: tuple[str, ...]


def groups(found: Sequence[Group], known: Known, asked: Collection[str]) -> list[tuple[Group, str]]:
    """The groups of tick columns that ask for a dimension not in `asked`, with that dimension."""
    free = frozenset(DIMENSIONS).difference(asked)
    asks = [(Question(g.question, tuple(g.choices.values())), free) for g in found]
    return [(found[place], each) for place, each in clearest(asks, known).items()]


def clearest(asks: Sequence[tuple[Question, Collection[str]]], known: Known) -> dict[int, str]:
    """The place of the question that asks most clearly for each dimension.

    Each question comes with the dimensions that it may ask for.
    """
    scores = {
        (place, each): clarity
        for place, (question, free) in enumerate(asks)
        for each in free
        if (clarity := _clarity(question, each, known)) > NOT_AT_ALL
    }
    found: dict[int, str] = {}
    for (place, each), _ in sorted(scores.items(), key=itemgetter(1), reverse=True):
        if place not in found and each not in found.values():
            found[place] = each
    return found


def _clarity(question: Question, each: str, known: Known) -> Clarity:
    """The share of the choices that speak of a dimension, then what the question's words add."""
    words = [choice for choice in question.choices if not is_other(choice, known)]
    told = known.vocabulary.offers(each, [headers.clean(word) for word in words], ALONE)
    codes = [told.get(headers.clean(word)) for word in words]
    meant = {code for code in codes if code}
    share = sum(code is not None for code in codes) / max(len(codes), 1)
    terms = len(known.vocabulary.frame(each))
    few = len(meant) < min(FEWEST, terms - 1)
    is_plain = share >= OVERWHELMING and 2 * len(meant) >= terms and each != AREA
    if few or share < ENOUGH or (not is_plain and _asks_otherwise(question.words, each, known)):
        return NOT_AT_ALL
    header = headers.scores(question.words, known.questions).get(each, 0)
    if not header and any(word.isdecimal() for word in words):
        return NOT_AT_ALL  # numbers count all sorts of things
    return share, header, len(meant) / terms


def share(question: Question, each: str, known: Known) -> float:
    """The share of a question's choices that speak of a dimension; 0 where they are too few."""
    return _clarity(question, each, known)[0]


def _asks_otherwise(question: str, each: str, known: Known) -> bool:
    """Whether a question says itself that it asks for something that no choices answer."""
    fields = headers.scores(question, known.questions)
    others = [weight for field, weight in fields.items() if field not in (*DIMENSIONS, *NO_TICKS)]
    denied = headers.denies(question, each, known.questions)
    return denied or max(others, default=0) > headers.HINT
