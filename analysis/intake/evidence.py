"""What the cells of a column say about the field it answers."""

import re
from collections import Counter
from collections.abc import Callable
from itertools import islice

from analysis.intake import answers, dates
from analysis.intake.forms import plain_key
from analysis.intake.names import clues
from analysis.intake.sheet import Known
from analysis.likely import ALONE
from analysis.vocabulary import DIMENSIONS, STAGE

ENOUGH_CELLS = 120  # more would tell a column's field no better
LONGEST_LIST = 1500  # characters; a longer cell tells a story
LONGEST_NAME = 80
FEWEST_WORDS, MOST_WORDS = 2, 3  # of a person's name
STEPS = 4  # shares are taken in quarters, so that one odd cell does not turn a choice of columns
HANDFUL = 5  # cells; fewer say less against a field
SAME = 2.5  # rows that one answer stands in, on average; more and they may be choices
# What such answers still count: kinds of organisation are no names, and neither are staff.
OWN = {"organisation": 0.0, "contact_name": 0.0, "reach": 0.5}
OFTEN, FEWEST = 2, 3  # rows that have a choice, and choices that a question offers

EMAIL = re.compile(r"(?:mailto:)?[^@\s]+@[^@\s]+\.[^@\s]+", re.IGNORECASE)
POSTCODE = re.compile(r"[a-z]{1,2}[0-9][0-9a-z]?\s*[0-9][a-z]{2}", re.IGNORECASE)
LINK = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)
DIGIT = re.compile(r"[0-9]")
CODE = re.compile(r"#?[\w-]*\d[\w-]*")
SENTENCE = re.compile(r"\S+(?:\s+\S+){4,}")
WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")

# How much likelier a column is to answer a field, as a logarithm, where none of its cells are what
# the field holds, and where all of them are.
SPEAK = {
    "entry_id": (-4.0, 1.0),
    "submitted_at": (-5.0, 2.0),
    "organisation": (-4.0, 2.5),
    "contact_name": (-3.0, 2.5),
    "email": (-6.0, 7.0),
    "postcode": (-6.0, 7.0),
    "website": (-2.0, 3.0),
    STAGE: (-2.5, 5.0),
    "offer": (-1.5, 1.5),
    "reach": (-2.5, 1.5),
    "consent": (-2.0, 1.0),
} | dict.fromkeys(DIMENSIONS, (-2.5, 4.0))


def speak(field: str, cells: tuple[str, ...], known: Known) -> float:
    """How much likelier the cells make a field, as a logarithm; nothing where there are none.

    A handful of cells that are not what a field holds say little against it.
    """
    none, every = SPEAK[field]
    said = none + (every - none) * share(field, cells, known) if cells else 0.0
    return said if said > 0 else said * min(1.0, len(cells) / HANDFUL)


def share(field: str, cells: tuple[str, ...], known: Known) -> float:
    """Of the first cells, how many are what the field holds."""
    times = Counter(islice(cells, ENOUGH_CELLS))
    if field in DIMENSIONS:
        found = max(_meant(field, times, known), _offered(field, times, known))
    else:
        likes = _likes(field, known)
        silent = known.questions["nothing"].exact
        times = Counter({c: n for c, n in times.items() if plain_key(c) not in silent})
        found = sum(often * likes(cell) for cell, often in times.items()) / max(1, times.total())
        found *= OWN.get(field, 1.0) if len(times) * SAME < times.total() else 1.0
    return round(STEPS * found) / STEPS


def name(cell: str) -> list[str]:
    """The words of a cell that is nothing but a person's name, in small letters; else none."""
    if len(cell) > LONGEST_NAME // 2:
        return []
    lists = clues().words
    words = [word.rstrip(".") for word in WORDS.findall(cell)]
    bare = [
        word
        for word in words
        if word.casefold() not in lists["titles"] and word not in lists["particles"]
    ]
    only = not WORDS.sub("", cell).strip()
    fits = FEWEST_WORDS <= len(bare) <= MOST_WORDS and all(word[0].isupper() for word in bare)
    lower = [word.casefold() for word in bare]
    return lower if only and fits and clues().stop.isdisjoint(lower) else []


def _likes(field: str, known: Known) -> Callable[[str], float]:
    """How much a cell is what a field holds, from 0 to 1."""
    shapes: dict[str, Callable[[str], float]] = {
        "email": lambda cell: bool(EMAIL.fullmatch(cell)),
        "postcode": lambda cell: bool(POSTCODE.fullmatch(cell)),
        "website": lambda cell: bool(LINK.fullmatch(cell)),
        "submitted_at": dates.looks_like_date,
        "reach": lambda cell: bool(DIGIT.search(cell)),
        "consent": lambda cell: _is_yes_or_no(cell, known),
        "offer": lambda cell: bool(SENTENCE.match(cell)),
        "entry_id": lambda cell: bool(CODE.fullmatch(cell)),
        "organisation": lambda cell: _names_organisation(cell, known),
        "contact_name": lambda cell: _names_person(cell, known),
        STAGE: lambda cell: _is_stage(cell, known),
    }
    return shapes[field]


def _is_yes_or_no(cell: str, known: Known) -> bool:
    key, questions = plain_key(cell), known.questions
    is_mark = key in questions["ticked"].exact or key in questions["unticked"].exact
    return is_mark or questions["agreed"].says(cell) or questions["refused"].says(cell)


def _is_stage(cell: str, known: Known) -> bool:
    return known.vocabulary.offered(STAGE, cell) is not None and not _is_yes_or_no(cell, known)


def _names_organisation(cell: str, known: Known) -> float:
    """Half where a short text might be a name but has no word of one."""
    if len(cell) > LONGEST_NAME or not cell[0].isalnum() or _is_none_of_names(cell, known):
        return 0.0
    if known.questions["organisation_cell"].says(cell):
        return 1.0
    return 0.5 if cell[0].isupper() and not name(cell) else 0.25


def _names_person(cell: str, known: Known) -> float:
    words = name(cell)
    if words:
        return 1.0 if words[0] in clues().words["first_names"] else 0.75
    is_word = WORDS.fullmatch(cell) and cell[0].isupper() and not _is_none_of_names(cell, known)
    return 0.5 if is_word and clues().stop.isdisjoint([cell.casefold()]) else 0.0


def _is_none_of_names(cell: str, known: Known) -> bool:
    """Whether a cell is a number, a date, an address or a yes or no."""
    marks = (EMAIL, POSTCODE, LINK)
    return (
        not any(map(str.isalpha, cell))
        or any(mark.fullmatch(cell) for mark in marks)
        or _is_yes_or_no(cell, known)
        or dates.looks_like_date(cell)
    )


def _meant(dimension: str, times: Counter[str], known: Known) -> float:
    """The share of cells of which at least half of what they list is known of a dimension."""
    found = sum(often for cell, often in times.items() if _is_known(known, dimension, cell))
    return found / max(1, times.total())


def _is_known(known: Known, dimension: str, cell: str) -> bool:
    if len(cell) > LONGEST_LIST:
        return False
    items = answers.by_hand(cell, known.wordings[dimension])
    matched = sum(known.vocabulary.match(dimension, item) is not None for item in items)
    return matched * 2 >= len(items) > 0


def _offered(dimension: str, times: Counter[str], known: Known) -> float:
    """The share of what stands there again and again that means a term, each another."""
    lists = [answers.by_hand(cell, answers.NOTHING) for cell in times if len(cell) <= LONGEST_LIST]
    again = Counter(item for items in lists for item in items)
    choices = [item for item, often in again.items() if often >= OFTEN]
    if len(choices) < FEWEST:
        return 0.0
    return len(known.vocabulary.offers(dimension, choices, ALONE)) / len(choices)
