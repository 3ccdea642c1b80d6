"""What a header says by itself."""

import math
import re
from functools import lru_cache

from analysis import likely
from analysis.intake import plain
from analysis.intake.forms import Questions, plain_key
from analysis.intake.reading import FIELDS
from analysis.likely import NONE, QUESTION

EXACT, CLEAR, LIKELY, HINT = 10.0, 9.0, 6.0, 3.0
STEEP = (LIKELY - HINT) / math.log(9)
CLEARER = 0.01
UNLIKELY = LIKELY - 4 * STEEP  # no header denies a field more surely than this
REMEMBERED = 4096  # headers; the widest file has half as many
LONGEST = 400  # characters; no question needs more to be known

# What tools put before a question (Q_<id>_), and behind a question they changed or met twice.
_CODED = re.compile(r"^Q_\d+_", re.IGNORECASE)
_MARKED = re.compile(
    r"\s*[(\[](?:modified|(?:new|old|updated|revised|previous|earlier)\b[a-z ]{0,20}|\d{1,2})"
    r"[)\]]\s*$"
    r"|(?<=[A-Za-z?])\.\d{1,2}$",
    re.IGNORECASE,
)
# A name inside a form (your-organisation, Details_Name_First, WhereDoYouWork), told by no space.
_NAME = re.compile(
    r"[^\W_]+(?:[_-]+[^\W_]+)+|[A-Z]*[a-z]+(?:[A-Z]+[a-z]+)+|[A-Z]+[a-z]+(?:[A-Z]+[a-z]*)+|_\w+"
)
_SEAM = re.compile(r"[_-]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NUMBERED = re.compile(
    r"^\s*(?:q(?:uestion)?\s*)?\d{1,2}(?:[a-h]?[.):](?:[a-z]{1,3}[.)])*\s+|\s*[.\u2013-]\s+)",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"\s*[(\[](?:[^()\[\]]*\b(?:tick|select|choose|required|optional)\b[^()\[\]]*)[)\]]",
    re.IGNORECASE,
)


def clean(header: str) -> str:
    """The question itself: no markup, no number before it, no "(tick all that apply)" after it.

    Examples
    --------
    >>> clean("Q6. <b>Where do you work?</b> (tick all that apply)")
    'Where do you work?'
    """
    bare = _CODED.sub("", plain.heading(header[:LONGEST]))
    return _MARKED.sub("", _HINT.sub("", _NUMBERED.sub("", bare))).strip()


def scores(header: str, questions: Questions) -> dict[str, float]:
    """How strongly a header alone speaks for each field; fields it does not hint at are absent."""
    told = _weights(header[:LONGEST], questions)
    return {field: weight for field, weight in told if weight >= HINT}


def weights(header: str, questions: Questions) -> dict[str, float]:
    """How strongly a header alone speaks for each field, and below zero where it denies it."""
    return dict(_weights(header[:LONGEST], questions))


@lru_cache(REMEMBERED)
def _weights(header: str, questions: Questions) -> tuple[tuple[str, float], ...]:
    worded = keys(header)
    told = _chances(header)
    return tuple(
        (field, EXACT if not questions[field].exact.isdisjoint(worded) else _weight(told[field]))
        for field in FIELDS
    )


def is_ignored(header: str, questions: Questions) -> bool:
    """Whether a header asks for none of our fields, and says so more clearly than no words do."""
    told = _weights(header[:LONGEST], questions)
    is_ours = any(weight >= EXACT for _, weight in told)
    return not is_ours and _chances(header[:LONGEST])[NONE] > _chances("")[NONE] + CLEARER


def denies(header: str, field: str, questions: Questions) -> bool:
    """Whether a header asks for none of our fields, and surely not for this one."""
    is_unlikely = weights(header, questions)[field] < UNLIKELY
    return is_unlikely and is_ignored(header, questions)


@lru_cache(REMEMBERED)
def _chances(header: str) -> dict[str, float]:
    """The logarithm of how likely a header is to ask for each field, or for none of ours."""
    asked = likely.load()[QUESTION]
    return asked.weighed(asked.phrasing.words(spoken(header)))


def _weight(chance: float) -> float:
    """`LIKELY` where a field is as likely as not, `HINT` where it is so once in ten times."""
    if chance >= 0:
        return CLEAR
    return min(CLEAR, LIKELY + STEEP * (chance - math.log(-math.expm1(chance))))


def name_part(header: str, questions: Questions) -> int | None:
    """Where a part of a name stands in it; None for a header that asks for no part."""
    told = keys(header)
    parts = enumerate(questions["name_part"].likely)
    return next((place for place, part in parts if any(map(part.search, told))), None)


def keys(header: str) -> tuple[str, ...]:
    """What a header may be known by: its question, whole and without the lines below the first."""
    return _keys(header[:LONGEST])


@lru_cache(REMEMBERED)
def _keys(header: str) -> tuple[str, ...]:
    whole = clean(header)
    told = (spoken(header), whole, whole.split("\n", 1)[0], whole.rsplit("/", 1)[-1])
    return tuple({plain_key(each) for each in told})


def spoken(header: str) -> str:
    """The question in words, also where it is a name inside a form: WhereDoYouWork."""
    whole = clean(header)
    last = whole.rsplit("/", 1)[-1]
    if _NAME.fullmatch(last) or (last != whole and " " not in whole):
        return " ".join(_SEAM.sub(" ", last).split())
    return whole
