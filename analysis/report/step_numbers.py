"""The numbers of the pages of next steps, each with the cells it counts."""

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from analysis.database import Database
from analysis.decide.cover import Cover
from analysis.decide.departures import Resilience, without
from analysis.decide.shortlist import Pick, open_gaps
from analysis.report.numbers import Number, of, of_names
from analysis.report.sentences import counted


def of_short(gaps: pd.DataFrame) -> Iterator[Number]:
    """How many cells are short of their target."""
    yield of(f"{counted(len(gaps), 'cell')} short of target", gaps)


def of_resilience(cover: Cover) -> Iterator[Number]:
    """How many cells have a partner, one only, two or more; and what hangs on each partner."""
    cells = cover.cells.loc[sorted(cover.applicable)]
    partners = cells["partners"]
    yield of(f"{counted(len(cells), 'cell')} in all", cells)
    yield _some(cells[partners > 0], "with a partner")
    yield _some(cells[partners == 1], "on one partner")
    yield _some(cells[partners > 1], "served twice or more")
    for name in sorted(cover.partners):
        loss = without(cover, name)
        yield _some(cover.cells.loc[sorted(cover.partners[name])], "it serves", name)
        yield _some(cover.cells.loc[list(loss.lost)], "lost without it", name)
        yield _some(cover.cells.loc[list(loss.fragile)], "fragile without it", name)


def of_leavers(database: Database, cover: Cover, found: Resilience) -> Iterator[Number]:
    """The fewest partners without whom half is lost, and the cells that would go with them."""
    left = [cells for name, cells in cover.partners.items() if name not in found.leavers]
    served = frozenset[int]().union(*cover.partners.values())
    lost = served.difference(*left)
    yield of_names(database, found.leavers, "whose departure loses half")
    yield _some(cover.cells.loc[sorted(lost)], "lost with them")


def of_shortlist(
    database: Database, cover: Cover, sets: Sequence[Sequence[Pick]]
) -> Iterator[Number]:
    """How many cells have no partner, and who in each of a shortlist's sets would fill which."""
    yield _some(cover.cells.loc[sorted(open_gaps(cover))], "without a partner")
    for number, picks in enumerate(sets, start=1):
        named = [pick.organisation for pick in picks]
        yield of_names(database, named, f"of set {number}")
        filled = sorted({cell for pick in picks for cell in pick.closes})
        yield _some(cover.cells.loc[filled], "filled", _names(picks))
        for pick in picks:
            closed = cover.cells.loc[list(pick.closes)]
            yield _some(closed, "it would fill", pick.organisation)


def _some(cells: pd.DataFrame, ending: str, whose: str = "") -> Number:
    told = f"{counted(len(cells), 'cell')} {ending}"
    return of(f"{whose}, {told}" if whose else told, cells)


def _names(picks: Iterable[Pick]) -> str:
    return " and ".join(pick.organisation for pick in picks)
