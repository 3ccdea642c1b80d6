"""What a frame's cells are when doubtful facts are otherwise: many readings at once.

A reading says of each doubtful fact how it is: 0, as the record has it; else, for an answer that is
missing, the term it names (from 1), and for any other fact 1. Only organisations that a reading
touches are counted anew, so that two hundred readings, or one for every fact, take moments.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis import questions
from analysis.database import Database
from analysis.decide.doubts import OLD, PAIR, UNANSWERED, WHOLE_HUB, WORDING, Asked, Doubts, doubts
from analysis.decide.joins import COUNTS, Joined, Joiner, Numbers, joiner
from analysis.questions import STATES

Bools = NDArray[np.bool_]
Look = Callable[[Numbers, Numbers], Numbers]

NONE = -1  # a fact that there is not: always as the record has it
PARTNER, ENQUIRY, UNSURE = 4, 2, 1
COVER = COUNTS.index("cover")
AT_ONCE = 60_000  # offers counted at once, over all readings


@dataclass(frozen=True)
class Atoms:
    """What offers claim if some facts are so: one place each.

    Of `claims`: offer, term, and the facts about its words and about the whole hub; of `reads`:
    offer, dimension, and the fact about its words; of `opens`: offer, dimension, first term, fact.
    """

    claims: Numbers
    reads: Numbers
    opens: Numbers


@dataclass(frozen=True)
class Frame:
    """The cells of a frame as they are today, and what an offer needs for each.

    `terms` are the dimensions' terms by place, one dimension after the other; `starts` where each
    begins. `axes` are the places of the axes' dimensions; `cell_terms` has a row per axis and a
    column per cell. `needs` are the terms, one of which an offer must claim, by the place of their
    dimension.
    """

    cells: pd.DataFrame
    dimensions: tuple[str, ...]
    terms: dict[str, int]
    starts: tuple[int, ...]
    axes: tuple[int, ...]
    cell_terms: Numbers
    needs: tuple[tuple[int, Bools], ...]


@dataclass(frozen=True)
class Counts:
    """How many organisations stand behind each cell: a row per reading, a column per cell."""

    partners: Numbers
    enquiries: Numbers
    unsure: Numbers


@dataclass(frozen=True)
class Hub:
    """All that a reading of a hub is made of."""

    frame: Frame
    known: Doubts
    joiner: Joiner
    claimed: Bools
    readable: Bools
    atoms: Atoms
    old: Numbers

    @cached_property
    def organisation(self) -> Numbers:
        """The number of each offer's organisation."""
        return self.known.offers["organisation"].to_numpy(dtype=np.int64)

    @cached_property
    def today(self) -> Counts:
        """How many organisations stand behind each cell today."""
        names = ("partners", "enquiries", "unsure")
        return Counts(*(self.frame.cells[name].to_numpy(dtype=np.int64)[None] for name in names))

    @cached_property
    def touched(self) -> list[Numbers]:
        """The offers that each fact may make count otherwise: all of their organisations'."""
        return [self._touched(*fact) for fact in _facts(self.known)]

    def states(self, counts: Counts) -> Numbers:
        """The state of each cell in each reading, by its place in `STATES`."""
        target = self.frame.cells["target"].to_numpy()
        told = np.full(counts.partners.shape, STATES.index("gap"))
        told[counts.unsure > 0] = STATES.index("unknown")
        told[counts.enquiries > 0] = STATES.index("waiting")
        told[counts.partners > 0] = STATES.index("fragile")
        told[counts.partners >= target] = STATES.index("covered")
        told[:, self.frame.cells["reason"].notna()] = STATES.index("not-applicable")
        return told

    def _touched(self, fact: int, kind: str, number: int, key: str) -> Numbers:
        if kind == PAIR:
            whose = list(self.known.joins[fact])
        elif kind == OLD:
            whose = [number]
        elif kind == WORDING:
            words = self.known.words
            same = words["dimension"] + "|" + words["wording"] == key
            whose = np.unique(self.organisation[words.loc[same, "place"]]).tolist()
        else:
            whose = [int(self.organisation[number])]
        return self._offers_of(whose)

    def _offers_of(self, whose: Sequence[int]) -> Numbers:
        """All offers of some organisations; offers are numbered by organisation."""
        first = np.searchsorted(self.organisation, whose, side="left")
        last = np.searchsorted(self.organisation, whose, side="right")
        spans = [np.arange(one, other) for one, other in zip(first, last, strict=True)]
        return np.concatenate([*spans, np.empty(0, dtype=np.int64)]).astype(np.int64)


def hub(database: Database, asked: Asked, pairs: pd.DataFrame) -> Hub:
    """What readings of a hub are made of; `pairs` may be one organisation."""
    known = doubts(database, asked, pairs)
    frame = _frame(database, asked, known)
    claimed = np.zeros((len(known.offers), len(frame.terms)), dtype=bool)
    readable = np.zeros((len(known.offers), len(frame.dimensions)), dtype=bool)
    claims, reads = _said(known, frame, whole_hub=asked.filters.whole_hub)
    sure = (claims[:, 2:] == NONE).all(axis=1)
    claimed[claims[sure, 0], claims[sure, 1]] = True
    readable[reads[reads[:, 2] == NONE, 0], reads[reads[:, 2] == NONE, 1]] = True
    atoms = Atoms(claims[~sure], reads[reads[:, 2] != NONE], _opens(known, frame))
    old = _fact_of(known, OLD).reindex(known.offers["organisation"], fill_value=NONE)
    return Hub(
        frame,
        known,
        joiner(database, known, asked.filters.stages),
        claimed,
        readable,
        atoms,
        old.to_numpy(dtype=np.int64),
    )


def counted(hub: Hub, look: Look, readings: list[Numbers], joins: list[list[int]]) -> Counts:
    """Count the cells in some readings, each of which makes only some offers count otherwise.

    `look` says how a fact is in a reading; `readings` has the offers that each may change, all of
    their organisations; `joins` the pairs that each joins, by their places.
    """
    parts: list[Numbers] = []
    many = np.cumsum([len(offers) for offers in readings])
    for first, last in _chunks(many):
        here = readings[first:last]
        reading = np.repeat(np.arange(first, last), [len(offers) for offers in here])
        offer = np.concatenate([*here, np.empty(0, dtype=np.int64)]).astype(np.int64)
        new = _tallied(hub, look, reading, offer, hub.joiner.joined(joins[first:last]))
        was = _tallied(hub, _as_recorded, reading, offer, None)
        parts.append(_summed(new, first, last) - _summed(was, first, last))
    change = np.concatenate([*parts, np.zeros((0, 3, len(hub.frame.cells)), dtype=np.int64)])
    today = hub.today
    return Counts(
        today.partners + change[:, 0], today.enquiries + change[:, 1], today.unsure + change[:, 2]
    )


def _as_recorded(_reading: Numbers, fact: Numbers) -> Numbers:
    return np.zeros_like(fact)


def _tallied(
    hub: Hub, look: Look, reading: Numbers, offer: Numbers, joined: Joined | None
) -> tuple[Numbers, NDArray[np.uint8]]:
    """How each organisation counts in each cell, and the reading that each row is of."""
    counts, group = hub.joiner.usual[offer], hub.organisation[offer]
    if joined is not None and len(reading):
        row = reading - reading[0]
        counts = joined.counts_as(row, offer, counts)
        group = joined.group(row, group)
    counts = np.where(look(reading, hub.old[offer]) > 0, 0, counts)
    fits, may = _standing(hub, *_read(hub, look, reading, offer))
    bits = np.where(fits, np.array([0, ENQUIRY, PARTNER], dtype=np.uint8)[counts][:, None], 0)
    bits |= np.where(may & (counts == COVER)[:, None], np.uint8(UNSURE), np.uint8(0))
    order = np.lexsort((group, reading))
    starts = _starts(reading[order], group[order])
    if not len(starts):
        return reading[:0], np.empty((0, len(hub.frame.cells)), dtype=np.uint8)
    told = np.bitwise_or.reduceat(bits[order].astype(np.uint8), starts, axis=0)
    return reading[order][starts], told


def _summed(tallied: tuple[Numbers, NDArray[np.uint8]], first: int, last: int) -> Numbers:
    """Partners, enquiries and unsure per reading and cell."""
    reading, told = tallied
    summed = np.zeros((last - first, 3, told.shape[1]), dtype=np.int64)
    starts = np.flatnonzero(np.diff(reading, prepend=-1))
    if len(starts):
        kinds = (told >= PARTNER, (told & (PARTNER | ENQUIRY)) == ENQUIRY, told == UNSURE)
        for place, kind in enumerate(kinds):
            summed[reading[starts] - first, place] = np.add.reduceat(
                kind.astype(np.int64), starts, axis=0
            )
    return summed


def _read(hub: Hub, look: Look, reading: Numbers, offer: Numbers) -> tuple[Bools, Bools]:
    """What each offer claims in its reading, and the dimensions on which it says something."""
    claimed, readable = hub.claimed[offer], hub.readable[offer]
    row, claim = _expanded(hub.atoms.claims, offer)
    on = (look(reading[row], claim[:, 2]) == 0) & (look(reading[row], claim[:, 3]) == 0)
    claimed[row[on], claim[on, 1]] = True
    row, read = _expanded(hub.atoms.reads, offer)
    on = look(reading[row], read[:, 2]) == 0
    readable[row[on], read[on, 1]] = True
    row, left = _expanded(hub.atoms.opens, offer)
    answer = look(reading[row], left[:, 3])
    on = answer > 0
    claimed[row[on], left[on, 2] + answer[on] - 1] = True
    readable[row[on], left[on, 1]] = True
    return claimed, readable


def _standing(hub: Hub, claimed: Bools, readable: Bools) -> tuple[Bools, Bools]:
    """Whether each offer fits each cell, and whether it may or does."""
    frame, open_ = hub.frame, ~readable
    passes = np.ones(len(claimed), dtype=bool)
    may_pass = passes.copy()
    for dimension, wanted in frame.needs:
        meets = (claimed & wanted).any(axis=1)
        passes &= meets
        may_pass &= meets | open_[:, dimension]
    fits, may, some = passes[:, None], may_pass[:, None], np.zeros((1, 1), dtype=bool)
    for dimension, terms in zip(frame.axes, frame.cell_terms, strict=True):
        here = claimed[:, terms]
        fits, some, may = fits & here, some | here, may & (here | open_[:, [dimension]])
    return fits, may & some


def _expanded(atoms: Numbers, offer: Numbers) -> tuple[Numbers, Numbers]:
    """For each offer its atoms, and the row of the offer; `atoms` are in the order of offers."""
    first = np.searchsorted(atoms[:, 0], offer, side="left")
    many = np.searchsorted(atoms[:, 0], offer, side="right") - first
    row = np.repeat(np.arange(len(offer)), many)
    within = np.arange(len(row)) - np.repeat(np.cumsum(many) - many, many)
    return row, atoms[np.repeat(first, many) + within]


def _starts(*sorted_keys: Numbers) -> Numbers:
    if not len(sorted_keys[0]):
        return np.empty(0, dtype=np.int64)
    new = np.logical_or.reduce([np.diff(key, prepend=key[0] - 1) != 0 for key in sorted_keys])
    return np.flatnonzero(new)


def _chunks(many: Numbers) -> list[tuple[int, int]]:
    """Readings that are counted at once: from one to before another."""
    ends, last = [0], 0
    for place, total in enumerate(many, start=1):
        if total - last >= AT_ONCE or place == len(many):
            ends.append(place)
            last = int(total)
    return list(pairwise(ends))


def _frame(database: Database, asked: Asked, known: Doubts) -> Frame:
    cells = questions.coverage(database, asked.axes, asked.filters)
    names = list(known.terms["name"])
    terms = {name: place for place, name in enumerate(names)}
    whose = known.terms["dimension"]
    dimensions = tuple(dict.fromkeys(whose))
    cell_terms = [
        [terms[f"{axis}:{code}"] for code in cells[place]]
        for axis, place in zip(asked.axes, ("row", "column", "layer"), strict=False)
    ]
    wanted = known.terms["name"].isin(asked.filters.chosen)
    return Frame(
        cells,
        dimensions,
        terms,
        tuple(int((whose == other).idxmax()) for other in dimensions),
        tuple(dimensions.index(axis) for axis in asked.axes),
        np.array(cell_terms, dtype=np.int64),
        tuple(
            (place, (wanted & (whose == other)).to_numpy())
            for place, other in enumerate(dimensions)
            if other not in asked.axes
        ),
    )


def _facts(known: Doubts) -> list[tuple[int, str, int, str]]:
    told = known.facts
    return list(zip(told.index, told["kind"], told["number"], told["key"], strict=True))


def _fact_of(known: Doubts, kind: str) -> pd.Series:
    """The fact of one kind about each number that has one."""
    here = known.facts[known.facts["kind"] == kind]
    return pd.Series(here.index, index=here["number"], dtype="int64")


def _said(known: Doubts, frame: Frame, *, whole_hub: bool) -> tuple[Numbers, Numbers]:
    """What the words of offers claim, and where they say anything: as `Atoms` has them."""
    words = known.words
    told = known.facts[known.facts["kind"] == WORDING]
    fact_of = pd.Series(told.index, index=told["key"], dtype="int64")
    keys = words["dimension"] + "|" + words["wording"]
    fact = fact_of.reindex(keys.where(words["is_by_words"], ""), fill_value=NONE).to_numpy()
    dimension = words["dimension"].map(frame.dimensions.index).to_numpy(dtype=np.int64)
    place = words["place"].to_numpy(dtype=np.int64)
    reads = np.column_stack([place, dimension, fact])
    named = words["code"].notna().to_numpy()
    names = words["dimension"].str.cat(words["code"], sep=":")[named]
    term = names.map(frame.terms).to_numpy(dtype=np.int64)
    claims = [np.column_stack([place[named], term, fact[named], np.full(named.sum(), NONE)])]
    if whole_hub:
        hubs = _fact_of(known, WHOLE_HUB).reindex(words["place"], fill_value=NONE).to_numpy()
        for everywhere in np.flatnonzero(words["is_everywhere"]):
            start, many = _span(frame, int(dimension[everywhere]))
            row = [place[everywhere], 0, fact[everywhere], hubs[everywhere]]
            claims.append(np.tile(np.array(row, dtype=np.int64), (many, 1)))
            claims[-1][:, 1] = np.arange(start, start + many)
    return _by_offer(np.concatenate(claims)), _by_offer(reads)


def _opens(known: Doubts, frame: Frame) -> Numbers:
    here = known.facts[known.facts["kind"] == UNANSWERED]
    dimension = here["dimension"].map(frame.dimensions.index).to_numpy(dtype=np.int64)
    starts = np.array(frame.starts, dtype=np.int64)[dimension]
    place = here["number"].to_numpy(dtype=np.int64)
    return _by_offer(np.column_stack([place, dimension, starts, here.index.to_numpy()]))


def _span(frame: Frame, dimension: int) -> tuple[int, int]:
    ends = (*frame.starts[1:], len(frame.terms))
    return frame.starts[dimension], ends[dimension] - frame.starts[dimension]


def _by_offer(atoms: Numbers) -> Numbers:
    return atoms[np.argsort(atoms[:, 0], kind="stable")].astype(np.int64)
