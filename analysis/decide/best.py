"""The sets of choices that together close most: exactly, and with all their ties.

HiGHS finds the most that can be closed and the fewest choices that close it. Every other set that
does the same is found by trying choices in and out, as long as HiGHS says that enough is in reach.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from highspy import Highs, HighsModelStatus
from highspy.highs import highs_linear_expression, highs_var

MOST_TIES = 1_000
MOST_TRIES = 10_000
# Worths are whole numbers and the solver's are so but for rounding: well below one, and above that.
NEARLY, ALMOST_ONE = 0.1, 1 - 1e-6

Shares = np.ndarray[tuple[int], np.dtype[np.float64]]
Part = tuple[frozenset[int], frozenset[int]]  # choices that are in, and choices that are out


@dataclass(frozen=True)
class Choices:
    """What there is to choose from.

    `covers` says which cells each choice would close, `worth` what each cell counts (in whole
    numbers), `most` how many may be chosen, `must` which are in any case, and `cap` for how many
    cells one choice may be counted, if there is a bound: each then counts where it adds most.
    """

    covers: tuple[frozenset[int], ...]
    worth: tuple[int, ...]
    most: int
    must: frozenset[int] = frozenset()
    cap: int | None = None


@dataclass(frozen=True)
class Best:
    """The best sets, each in ascending order: what they are worth, and whether these are all."""

    worth: int
    sets: tuple[tuple[int, ...], ...]
    are_all: bool


def best(choices: Choices) -> Best:
    """Every set of the highest worth that has no more choices than that worth needs.

    At most `MOST_TIES` sets are given; `are_all` is false where there are more, or where so many
    tries did not settle it.
    """
    if not any(choices.covers):
        return Best(0, (tuple(sorted(choices.must)),), are_all=True)
    model = _Model(choices)
    worth, one = model.highest()
    sets = {one}
    for found in model.ties(worth, len(one)):
        if found is None or len(sets | {found}) > MOST_TIES:
            return Best(worth, tuple(sorted(sets)), are_all=False)
        sets.add(found)
    return Best(worth, tuple(sorted(sets)), are_all=True)


class _Model:
    """The choices as a model of HiGHS, which keeps what it learnt from one question to the next."""

    def __init__(self, choices: Choices) -> None:
        self._must = choices.must
        self._highs = silent()
        self._taken = [self._highs.addBinary() for _ in choices.covers]
        self._worth = self._closed(choices)
        self._count = self._highs.qsum(self._taken)
        self._highs.addConstr(self._count <= choices.most)
        for place in choices.must:
            self._highs.addConstr(self._taken[place] >= 1)

    def _closed(self, choices: Choices) -> highs_linear_expression:
        highs, closed = self._highs, []
        counted = [self._counted(choices, place) for place in range(len(choices.covers))]
        for cell, worth in enumerate(choices.worth):
            by = [cells[cell] for cells in counted if cell in cells]
            if by:
                is_closed = highs.addVariable(ub=1)
                highs.addConstr(highs.qsum(by) >= is_closed)
                closed.append(worth * is_closed)
        return highs.qsum(closed)

    def _counted(self, choices: Choices, place: int) -> dict[int, highs_var]:
        """What says whether a choice counts in each of its cells."""
        taken, cells = self._taken[place], sorted(choices.covers[place])
        if choices.cap is None or len(cells) <= choices.cap:
            return dict.fromkeys(cells, taken)
        counts = {cell: self._highs.addVariable(ub=1) for cell in cells}
        for count in counts.values():
            self._highs.addConstr(count <= taken)
        self._highs.addConstr(self._highs.qsum(counts.values()) <= choices.cap * taken)
        return counts

    def highest(self) -> tuple[int, tuple[int, ...]]:
        """The highest worth, and a set of the fewest choices of that worth."""
        # One choice fewer never makes up for one of worth less.
        weight = len(self._taken) + 1
        self._highs.maximize(weight * self._worth - self._count)
        shares = self._highs.getSolution().col_value[: len(self._taken)]
        found = tuple(place for place, share in enumerate(shares) if round(share))
        return round((self._highs.getObjectiveValue() + len(found)) / weight), found

    def ties(self, worth: int, size: int) -> Iterator[tuple[int, ...] | None]:
        """Every set of that worth and size; None instead of the rest after too many tries."""
        for taken in self._taken:
            self._highs.setContinuous(taken)
        self._highs.setOptionValue("presolve", "off")
        self._highs.addConstr(self._count <= size)
        self._highs.maximize(self._worth)
        waiting: list[Part] = [(self._must, frozenset())]
        for _ in range(MOST_TRIES):
            if not waiting:
                return
            chosen, left_out = waiting.pop()
            shares = self._shares(chosen, left_out, worth)
            if shares is None:
                continue
            whole, untried = _parted(chosen, left_out, shares, size)
            waiting += untried
            if whole:
                yield whole
        yield None

    def _shares(
        self, chosen: frozenset[int], left_out: frozenset[int], worth: int
    ) -> Shares | None:
        """How much of each choice the solver would take; None where the worth is out of reach."""
        size = len(self._taken)
        least, most = np.zeros(size), np.ones(size)
        least[list(chosen)] = 1
        most[list(left_out)] = 0
        self._highs.changeColsBounds(size, np.arange(size, dtype=np.int32), least, most)
        self._highs.run()
        is_solved = self._highs.getModelStatus() == HighsModelStatus.kOptimal
        if not is_solved or self._highs.getObjectiveValue() < worth - NEARLY:
            return None
        return np.array(self._highs.getSolution().col_value[:size])


def _parted(
    chosen: frozenset[int], left_out: frozenset[int], shares: Shares, size: int
) -> tuple[tuple[int, ...] | None, list[Part]]:
    """The set that the solver found, if it took whole choices, and the parts yet to be tried.

    Each set with these choices and without those is either the one found or in one of the parts.
    """
    untried = []
    while len(chosen) < size:
        shares[list(chosen | left_out)] = -1
        next_ = int(shares.argmax())
        untried.append((chosen, left_out | {next_}))
        chosen |= {next_}
        if shares[next_] < ALMOST_ONE:
            return None, [*untried, (chosen, left_out)]
    return tuple(sorted(chosen)), untried


def silent() -> Highs:
    """A model of HiGHS that prints nothing, rounds nothing away and gives the same answer twice."""
    highs = Highs()  # type: ignore[no-untyped-call]  # the one of its functions without hints
    highs.silent()
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 0.99)  # every objective here is a whole number
    return highs
