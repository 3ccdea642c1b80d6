"""What the cells of a column say about the field it answers."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import islice

from analysis.intake import answers, dates
from analysis.intake.sheet import Known
from analysis.vocabulary import DIMENSIONS, STAGE

VALUE_WEIGHT = 8
ENOUGH_CELLS = 120  # more would tell a column's field no better
LONGEST_LIST = 1500  # characters; a longer cell tells a story
STEPS = 4  # shares are taken in quarters, so that one odd cell does not turn a choice of columns

FORMAL = ("email", "postcode")  # fields that have a form of their own

EMAIL = re.compile(r"(?:mailto:)?[^@\s]+@[^@\s]+\.[^@\s]+", re.IGNORECASE)
POSTCODE = re.compile(r"[a-z]{1,2}[0-9][0-9a-z]?\s*[0-9][a-z]{2}", re.IGNORECASE)
LINK = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)
DIGIT = re.compile(r"[0-9]")


def weight(field: str, cells: tuple[str, ...], known: Known) -> float:
    """From 0 to 8: the share of the written cells that are what the field holds."""
    return VALUE_WEIGHT * round(STEPS * _share(_likes(field, known), cells)) / STEPS


def has_shape(field: str) -> bool:
    """Whether the cells of a field can be told by their form alone."""
    return field in ("email", "postcode", "consent", STAGE, *DIMENSIONS)


def _likes(field: str, known: Known) -> Callable[[str], bool]:
    if field in DIMENSIONS:
        return lambda cell: _is_known(known, field, cell)
    shapes: dict[str, Callable[[str], bool]] = {
        "email": lambda cell: bool(EMAIL.fullmatch(cell)),
        "postcode": lambda cell: bool(POSTCODE.fullmatch(cell)),
        "website": lambda cell: bool(LINK.fullmatch(cell)),
        "submitted_at": dates.looks_like_date,
        "reach": lambda cell: bool(DIGIT.search(cell)),
        "consent": known.questions["agreed"].says,
        STAGE: lambda cell: known.vocabulary.offered(STAGE, cell) is not None,
    }
    return shapes.get(field, lambda _: False)


def _is_known(known: Known, dimension: str, cell: str) -> bool:
    """Whether at least half of what a cell lists are wordings of the dimension."""
    if len(cell) > LONGEST_LIST:
        return False
    items = answers.by_hand(cell, known.wordings[dimension])
    matched = sum(known.vocabulary.match(dimension, item) is not None for item in items)
    return matched * 2 >= len(items) > 0


def _share(likes: Callable[[str], bool], cells: Iterable[str]) -> float:
    """Of the first cells; one text is looked at once, however often it is written."""
    times = Counter(islice(cells, ENOUGH_CELLS))
    return sum(times[cell] for cell in times if likes(cell)) / max(1, times.total())
