"""What a frame's cells are when doubtful facts are otherwise: many readings at once.

A reading says of each doubtful fact how it is: 0, as the record has it; else, for an answer that is
missing, the term it names (from 1), and for any other fact 1. Only organisations that a reading
touches are counted anew, so that two hundred readings, or one for every fact, take moments.
"""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from analysis.decide.doubted import Bools, Counts, Hub
from analysis.decide.joins import COUNTS, Joined, Numbers

Look = Callable[[Numbers, Numbers], Numbers]

PARTNER, ENQUIRY, UNSURE = 4, 2, 1
COVER = COUNTS.index("cover")
AT_ONCE = 60_000  # offers counted at once, over all readings


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
