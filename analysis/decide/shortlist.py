"""The enquiries to take up next: the few that together close most, exactly."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.decide import best as search
from analysis.decide.best import Choices
from analysis.decide.cover import Cover
from analysis.errors import DashboardError


@dataclass(frozen=True)
class Wishes:
    """What a shortlist must keep to.

    `most` is how many organisations it may have; `must` are on it whatever they bring, `never` are
    not; `cap` is for how many cells one organisation may be counted.
    """

    most: int
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    cap: int | None = None


@dataclass(frozen=True)
class Pick:
    """One organisation of a shortlist.

    `closes` are the cells without a partner that its enquiries would fill, `alone` those of them
    that no other pick of its set fills; both by their place in the frame. `is_capped` says that it
    closes more than it may be counted for.
    """

    organisation: str
    closes: tuple[int, ...]
    alone: tuple[int, ...]
    is_capped: bool


@dataclass(frozen=True)
class Shortlist:
    """The best sets of organisations, in alphabetical order, and how many there are.

    `worth` is the number of cells that would be closed, or what they are worth where cells were
    weighed. `ties` is a number, or text such as ">1000" where there are more than were counted.
    """

    worth: int
    ties: int | str
    sets: tuple[tuple[Pick, ...], ...]


def open_gaps(cover: Cover) -> frozenset[int]:
    """The cells that have no partner."""
    return cover.applicable - frozenset().union(*cover.partners.values())


def tick_everything(cover: Cover) -> list[str]:
    """The organisations whose open enquiries fit every cell that applies, in alphabetical order."""
    every = cover.applicable
    return sorted(name for name, cells in cover.enquiries.items() if cells and cells == every)


def shortlist(cover: Cover, wishes: Wishes, worth: Sequence[int] = ()) -> Shortlist:
    """Find the organisations with open enquiries that together close most.

    Parameters
    ----------
    worth
        What each cell of the frame counts; 1 each where nothing is given.

    Raises
    ------
    DashboardError
        If the wishes cannot be kept: a must-have is unknown, ruled out, or one too many.
    """
    _check(cover, wishes)
    names = sorted(set(cover.enquiries) - set(wishes.never), key=_alphabetically)
    gaps = open_gaps(cover)
    closes = {name: cover.enquiries[name] & gaps for name in names}
    found = search.best(
        Choices(
            covers=tuple(closes[name] for name in names),
            worth=tuple(worth) or (1,) * len(cover.cells),
            most=wishes.most,
            must=frozenset(map(names.index, wishes.must)),
            cap=wishes.cap,
        )
    )
    sets = tuple(_picks([names[place] for place in one], closes, wishes) for one in found.sets)
    return Shortlist(found.worth, _ties(len(sets), are_all=found.are_all), sets)


def different(found: Shortlist, most: int) -> tuple[tuple[Pick, ...], ...]:
    """A few best sets that have as little in common as can be: the first, and each the most unlike.

    Among equals the first in alphabetical order is taken.
    """
    shown: list[tuple[Pick, ...]] = []
    left = list(found.sets)
    while left and len(shown) < most:
        seen = {pick.organisation for one in shown for pick in one}
        shown.append(min(left, key=lambda one: len(seen & {pick.organisation for pick in one})))
        left.remove(shown[-1])
    return tuple(shown)


def _alphabetically(name: str) -> tuple[str, str]:
    return name.casefold(), name


def _picks(names: list[str], closes: dict[str, frozenset[int]], wishes: Wishes) -> tuple[Pick, ...]:
    return tuple(
        Pick(
            organisation=name,
            closes=tuple(sorted(closes[name])),
            alone=tuple(
                sorted(
                    closes[name].difference(*(closes[other] for other in names if other != name))
                )
            ),
            is_capped=wishes.cap is not None and len(closes[name]) > wishes.cap,
        )
        for name in names
    )


def _ties(counted: int, *, are_all: bool) -> int | str:
    if are_all:
        return counted
    # Where the search was broken off, there may be no more than were found.
    return f">{counted if counted == search.MOST_TIES else counted - 1}"


def _check(cover: Cover, wishes: Wishes) -> None:
    for name in wishes.must:
        if name not in cover.enquiries:
            raise DashboardError(f'"{name}" has no open enquiry, so it cannot be on a shortlist.')
        if name in wishes.never:
            raise DashboardError(f'"{name}" cannot be both a must and a never. Choose one.')
    if len(wishes.must) > wishes.most:
        raise DashboardError(
            f"{len(wishes.must)} organisations must be on a shortlist of {wishes.most}. "
            "Make it longer, or take one off."
        )
