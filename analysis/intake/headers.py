"""What a header says by itself."""

import re
from functools import lru_cache

from analysis.intake import plain
from analysis.intake.forms import Question, Questions, plain_key
from analysis.intake.reading import FIELDS

EXACT, LIKELY, HINT = 10, 6, 3
IGNORED = "ignored"
REMEMBERED = 4096  # headers; the widest file has half as many
LONGEST = 400  # characters; no question needs more to be known
IGNORED_WEIGHT = 9

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


def scores(header: str, questions: Questions) -> dict[str, int]:
    """How strongly a header alone speaks for each field; fields it does not hint at are absent.

    A header that many forms have and that answers none of our fields speaks for none, unless its
    wording is exactly one of ours.
    """
    return dict(_scores(header[:LONGEST], questions))


@lru_cache(REMEMBERED)
def _scores(header: str, questions: Questions) -> tuple[tuple[str, int], ...]:
    worded = keys(header)
    found = {field: _score(questions[field], worded) for field in FIELDS}
    least = IGNORED_WEIGHT if is_ignored(header, questions) else 0
    return tuple((field, score) for field, score in found.items() if score > least)


def is_ignored(header: str, questions: Questions) -> bool:
    """Whether a header is one that many forms have and that answers none of our fields."""
    worded = keys(header)
    return any(p.search(key) for p in questions[IGNORED].likely for key in worded)


def keys(header: str) -> tuple[str, ...]:
    """What a header may be known by: its question, whole and without the lines below the first."""
    return _keys(header[:LONGEST])


@lru_cache(REMEMBERED)
def _keys(header: str) -> tuple[str, ...]:
    whole = clean(header)
    spoken = [whole, whole.split("\n", 1)[0]]
    last = whole.rsplit("/", 1)[-1]
    if _NAME.fullmatch(last) or (last != whole and " " not in whole):
        spoken = [" ".join(_SEAM.sub(" ", last).split()), last, whole]
    return tuple({plain_key(each) for each in spoken})


def _score(question: Question, worded: tuple[str, ...]) -> int:
    if any(key in question.exact for key in worded):
        return EXACT
    for patterns, weight in (
        (question.sure, EXACT),
        (question.likely, LIKELY),
        (question.hint, HINT),
    ):
        if any(pattern.search(key) for pattern in patterns for key in worded):
            return weight
    return 0
