"""What joining organisations does to their offers, for any number of joins at once.

The same rules as when staff join two: later sendings replace earlier ones under one form and e-mail
address, and a stage recorded for one is for all. A join that would make one of two organisations
that staff keep apart is left out, as the ledger would refuse it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.database import Database
from analysis.decide.doubts import Doubts
from analysis.questions import ask

Numbers = NDArray[np.int64]
Group = frozenset[int]
COUNTS = ("nothing", "enquiry", "cover")


@dataclass(frozen=True)
class Sent:
    """The offers of the organisations that may be one, and the stages recorded for them."""

    offers: pd.DataFrame
    stages: pd.DataFrame


@dataclass(frozen=True)
class Joined:
    """Organisations after some joins, in several readings: one row a reading.

    `leads` has a column per organisation of `members`: the smallest of those it is one with.
    `counts` has one per offer of `offers`: what it counts as, as its place in `COUNTS`.
    """

    members: Numbers
    leads: Numbers
    offers: Numbers
    counts: Numbers

    def group(self, reading: Numbers, organisation: Numbers) -> Numbers:
        """The organisation that each is counted as."""
        return _found(self.members, self.leads, reading, organisation)

    def counts_as(self, reading: Numbers, offer: Numbers, usual: Numbers) -> Numbers:
        """What each offer counts as, by its place in `COUNTS`."""
        return _found(self.offers, self.counts, reading, offer, usual)


@dataclass(frozen=True)
class Joiner:
    """Joins organisations of one hub. `usual` is what each offer counts as today."""

    known: Doubts
    sent: Sent
    stages: tuple[str, ...]
    usual: Numbers

    @cached_property
    def members(self) -> list[int]:
        """The organisations that may be one with another, by number."""
        return sorted({number for pair in self.known.joins for number in pair})

    @cached_property
    def _made(self) -> dict[Group, dict[int, int]]:
        return {}

    def joined(self, readings: Sequence[Sequence[int]]) -> Joined:
        """Organisations and offers in readings that each join some pairs, by their places."""
        offers = np.flatnonzero(self.known.offers["organisation"].isin(self.members))
        members = np.array(self.members, dtype=np.int64)
        leads = np.tile(members, (len(readings), 1))
        counts = np.tile(self.usual[offers], (len(readings), 1))
        for reading, pairs in enumerate(readings):
            for group in self._groups(pairs):
                whose = np.searchsorted(members, sorted(group))
                leads[reading, whose] = min(group)
                changed = self._changed(group)
                places = np.searchsorted(offers, sorted(changed))
                counts[reading, places] = [changed[offer] for offer in sorted(changed)]
        return Joined(members, leads, offers.astype(np.int64), counts)

    def _groups(self, pairs: Sequence[int]) -> Iterator[Group]:
        """What some joins make, one after the other, each unless it joins what is kept apart."""
        groups: dict[int, Group] = {}
        for place in pairs:
            one, other = self.known.joins[place]
            left, right = groups.get(one, Group({one})), groups.get(other, Group({other}))
            both = left | right
            if not any(two <= both for two in self.known.apart):
                groups.update(dict.fromkeys(both, both))
        yield from dict.fromkeys(groups.values())

    def _changed(self, group: Group) -> dict[int, int]:
        """What the offers of organisations that are one count as, where that is new."""
        if group not in self._made:
            offers = self.sent.offers[self.sent.offers["organisation"].isin(group)]
            stages = self.sent.stages[self.sent.stages["organisation"].isin(group)]
            self._made[group] = {**self._restaged(offers, stages), **_replaced(offers)}
        return self._made[group]

    def _restaged(self, offers: pd.DataFrame, stages: pd.DataFrame) -> dict[int, int]:
        changed = {}
        standing = offers.dropna(subset=["offer"])
        told = standing[["first_entry", "stage_entry"]].max(axis=1)
        for offer, entry in zip(standing["offer"].astype(int) - 1, told, strict=True):
            after = stages[stages["entry"] > entry]
            if not after.empty:
                newest = after.iloc[-1]
                is_shown = not self.stages or newest["stage"] in self.stages
                counts = newest["counts_as"] if is_shown else "nothing"
                changed[offer] = COUNTS.index(counts)
        return changed


def joiner(database: Database, known: Doubts, stages: tuple[str, ...]) -> Joiner:
    """What joining the pairs of a hub that may be one would do."""
    of = {"of": sorted({number for pair in known.joins for number in pair})}
    sent = Sent(
        ask(database, "from questions.sent_by($of::integer[])", of),
        ask(database, "from questions.stage_changes_of($of::integer[])", of),
    )
    usual = known.offers["counts_as"].map(COUNTS.index).to_numpy(dtype=np.int64)
    return Joiner(known, sent, stages, usual)


def _replaced(offers: pd.DataFrame) -> dict[int, int]:
    """Offers that a later one of the same sender replaces; they count as nothing."""
    sent = offers.dropna(subset=["sender"]).sort_values("position")
    last = sent.groupby("sender")["position"].transform("max")
    gone = sent[(sent["position"] < last) & ~sent["is_kept"].astype(bool)].dropna(subset=["offer"])
    return dict.fromkeys((gone["offer"].astype(int) - 1).tolist(), 0)


def _found(
    known: Numbers,
    values: Numbers,
    reading: Numbers,
    asked: Numbers,
    usual: Numbers | None = None,
) -> Numbers:
    """The value of each one that is known, in its reading; the usual one of each other."""
    otherwise = asked if usual is None else usual
    if not len(known):
        return otherwise
    place = np.searchsorted(known, asked).clip(max=len(known) - 1)
    return np.where(known[place] == asked, values[reading, place], otherwise)
