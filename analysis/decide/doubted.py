"""What a hub's readings are made of: its frame, what each offer says, and what is doubtful there.

A reading says of each doubtful fact how it is; `analysis.decide.readings` counts the cells then.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis import questions
from analysis.database import Database
from analysis.decide.doubts import OLD, PAIR, UNANSWERED, WHOLE_HUB, WORDING, Asked, Doubts, doubts
from analysis.decide.joins import Joiner, Numbers, joiner
from analysis.questions import STATES

Bools = NDArray[np.bool_]

NONE = -1  # a fact that there is not: always as the record has it


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
