"""Which facts about a hub are doubtful: each may be one way or another, and nobody has said which.

Five kinds, no more: two names that may be one organisation; what a partner left unanswered; words
of a form's own choices, where only those words tell the term; what was last confirmed over a year
ago; and claims to serve the whole hub.
"""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.database import Database
from analysis.ledger import same
from analysis.questions import Filters, ask

PAIR, UNANSWERED, WORDING, OLD, WHOLE_HUB = KINDS = (
    "pair",
    "unanswered",
    "wording",
    "old",
    "whole-hub",
)
COLUMNS = ["kind", "key", "number", "dimension", "subject", "other", "outcomes"]


@dataclass(frozen=True)
class Asked:
    """What is asked of a hub: the dimensions of a frame, the filters, and the day it is."""

    axes: tuple[str, ...]
    filters: Filters
    day: date

    @property
    def dimensions(self) -> list[str]:
        """The dimensions that bear on a cell: the axes, and those that filters ask for."""
        asked = [name.partition(":")[0] for name in self.filters.chosen]
        return list(dict.fromkeys((*self.axes, *asked)))


@dataclass(frozen=True)
class Doubts:
    """What is known of the offers of a hub, and what is doubtful of it.

    `terms` are those of the dimensions asked for. `offers` has one row per offer, from 0; `words`
    one per wording of its answers, with `place` (the offer's row). `facts` has one row per doubtful
    fact: `kind`; `key`, which names it for good; `number` (an organisation's, or a row of
    `offers`); `dimension`; `subject` and `other` in words; `outcomes`, in how many other ways it
    may be. `joins` are the two organisations' numbers of each fact about a pair, in the order of
    the facts; `apart` those that are surely two.
    """

    terms: pd.DataFrame
    offers: pd.DataFrame
    words: pd.DataFrame
    facts: pd.DataFrame
    joins: tuple[tuple[int, int], ...]
    apart: frozenset[frozenset[int]]


def doubts(database: Database, asked: Asked, pairs: pd.DataFrame) -> Doubts:
    """What is doubtful of the offers that count in a frame under some filters.

    `pairs` are those that may be one organisation, as `analysis.decide.pairs` finds them.
    """
    terms = ask(database, "from questions.terms_of($of)", {"of": asked.dimensions})
    offers = ask(database, "from questions.offers_read()", {})
    words = ask(database, "from questions.words_read($of)", {"of": asked.dimensions})
    words = words.assign(place=words["offer"] - 1)
    if asked.filters.stages:
        shown = offers["stage"].isin(asked.filters.stages)
        offers = offers.assign(counts_as=offers["counts_as"].where(shown, "nothing"))
    numbers = _numbers(database)
    facts = [
        _pairs(pairs, numbers),
        _unanswered(offers, words, terms),
        _wordings(offers, words),
        _old(offers, asked.day),
        _whole_hub(offers, words) if asked.filters.whole_hub else [],
    ]
    told = pd.DataFrame([fact for kind in facts for fact in kind], columns=COLUMNS)
    joins = [(numbers[left], numbers[right]) for left, right in _keys(pairs)]
    return Doubts(terms, offers, words, told, tuple(joins), _apart(database, numbers))


Row = tuple[str, str, int, str, str, str, int]


def _keys(pairs: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(pairs["left_key"], pairs["right_key"], strict=True))


def _pairs(pairs: pd.DataFrame, numbers: dict[str, int]) -> list[Row]:
    names = zip(_keys(pairs), pairs["left"], pairs["right"], strict=True)
    return [(PAIR, "|".join(keys), numbers[keys[0]], "", one, two, 1) for keys, one, two in names]


def _unanswered(offers: pd.DataFrame, words: pd.DataFrame, terms: pd.DataFrame) -> list[Row]:
    """What offers that count as cover say nothing of, or nothing that we can read."""
    said = set(zip(words["place"], words["dimension"], strict=True))
    many = terms["dimension"].value_counts(sort=False)
    cover = offers[offers["counts_as"] == "cover"]
    return [
        (UNANSWERED, f"{key}|{name}", place, name, who, f"{file}, row {row}", int(many[name]))
        for place, key, who, file, row in zip(
            cover.index, cover["offer_key"], cover["name"], cover["file"], cover["row"], strict=True
        )
        for name in many.index
        if (place, name) not in said
    ]


def _wordings(offers: pd.DataFrame, words: pd.DataFrame) -> list[Row]:
    counted = offers["counts_as"].ne("nothing").loc[words["place"]].to_numpy()
    used = words[words["is_by_words"] & counted]
    each = used.drop_duplicates(["dimension", "wording"])
    return [
        (WORDING, f"{dimension}|{wording}", -1, dimension, text, means, 1)
        for dimension, wording, text, means in zip(
            each["dimension"], each["wording"], each["text"], each["means"], strict=True
        )
    ]


def _old(offers: pd.DataFrame, day: date) -> list[Row]:
    """Organisations that were last confirmed more than a year before a day."""
    limit = pd.Timestamp(day) - pd.DateOffset(years=1)
    told = offers["confirmed_at"].dt.tz_localize(None)
    late = offers[(told < limit) & (offers["counts_as"] != "nothing")]
    each = late.drop_duplicates("organisation")
    return [
        (OLD, key, int(number), "", name, f"{at:%Y-%m-%d}", 1)
        for key, number, name, at in zip(
            each["organisation_key"],
            each["organisation"],
            each["name"],
            each["confirmed_at"],
            strict=True,
        )
    ]


def _whole_hub(offers: pd.DataFrame, words: pd.DataFrame) -> list[Row]:
    """Offers that claim the whole hub."""
    places = words.loc[words["is_everywhere"], "place"].drop_duplicates()
    claimed = offers.loc[places]
    claimed = claimed[claimed["counts_as"] != "nothing"]
    return [
        (WHOLE_HUB, key, int(place), "area", name, f"{file}, row {row}", 1)
        for place, key, name, file, row in zip(
            claimed.index,
            claimed["offer_key"],
            claimed["name"],
            claimed["file"],
            claimed["row"],
            strict=True,
        )
    ]


def _numbers(database: Database) -> dict[str, int]:
    """The number of the organisation that goes by a name, by the name's key."""
    told = ask(database, "from questions.spelling_numbers()", {})
    return dict(zip(told["name_key"], told["organisation"].tolist(), strict=True))


def _apart(database: Database, numbers: dict[str, int]) -> frozenset[frozenset[int]]:
    """The organisations, by number, that staff said are two."""
    return frozenset(
        frozenset((numbers[one], numbers[other]))
        for (one, other), said in same.verdicts(database.state).items()
        if said.verdict == same.APART and one in numbers and other in numbers
    )
