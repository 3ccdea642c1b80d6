"""What breaks if partners leave: one by name, or the fewest that would take half of it along."""

from dataclasses import dataclass

from analysis.decide.best import silent
from analysis.decide.cover import Cells, Cover


@dataclass(frozen=True)
class Loss:
    """What becomes of a frame's cells when one organisation leaves, by their place in it.

    `lost` have no partner any more; `fragile` fall below their target and keep one.
    """

    lost: tuple[int, ...]
    fragile: tuple[int, ...]


@dataclass(frozen=True)
class Resilience:
    """How much of the cover rests on how few.

    Counted in cells: those that apply, those with a partner, with one only, with two or more.
    `leavers` is one of the smallest sets of organisations without which `lost`, at least half of
    the cells that have a partner, have none; empty where no cell has one.
    """

    cells: int
    served: int
    on_one: int
    twice: int
    leavers: tuple[str, ...]
    lost: int


def without(cover: Cover, organisation: str) -> Loss:
    """What becomes of the cells if an organisation leaves."""
    cells = cover.cells.loc[sorted(cover.partners.get(organisation, ()))]
    left = cells["partners"] - 1
    is_fragile = (cells["partners"] >= cells["target"]) & (left < cells["target"]) & (left > 0)
    return Loss(tuple(cells.index[left == 0]), tuple(cells.index[is_fragile]))


def resilience(cover: Cover) -> Resilience:
    """How much of the cover rests on how few."""
    partners = cover.cells.loc[sorted(cover.applicable), "partners"]
    leavers = fewest_leavers(cover.partners)
    left = {name: cells for name, cells in cover.partners.items() if name not in leavers}
    served = frozenset().union(*cover.partners.values())
    return Resilience(
        cells=len(partners),
        served=len(served),
        on_one=int((partners == 1).sum()),
        twice=int((partners > 1).sum()),
        leavers=leavers,
        lost=len(served) - len(frozenset().union(*left.values())),
    )


def fewest_leavers(partners: Cells) -> tuple[str, ...]:
    """One of the smallest sets of partners without whom at least half of the cells have none."""
    served = frozenset().union(*partners.values())
    if not served:
        return ()
    highs, names = silent(), sorted(partners)
    leaves = {name: highs.addBinary() for name in names}
    is_lost = []
    for cell in sorted(served):
        lost = highs.addVariable(ub=1)
        for name in names:
            if cell in partners[name]:
                highs.addConstr(lost <= leaves[name])
        is_lost.append(lost)
    highs.addConstr(2 * highs.qsum(is_lost) >= len(served))
    highs.minimize(highs.qsum(leaves.values()))
    return tuple(name for name in names if round(highs.val(leaves[name])))
