"""The best sets are those that trying every set finds, on 10,000 random small cases."""

import itertools
import random

import pytest

from analysis.decide import best
from analysis.decide.best import Best, Choices

CASES, PARTS = 10_000, 10


def drawn(dice: random.Random) -> Choices:
    count, cells = dice.randint(0, 7), dice.randint(1, 9)
    most = dice.randint(0, 5)
    return Choices(
        covers=tuple(
            frozenset(dice.sample(range(cells), dice.randint(0, min(cells, 4))))
            for _ in range(count)
        ),
        worth=tuple(dice.choice([1, 1, 1, 2, 5]) for _ in range(cells)),
        most=most,
        must=frozenset(dice.sample(range(count), min(count, most, dice.choice([0, 0, 0, 1, 2])))),
        cap=dice.choice([None, None, 1, 2, 3]),
    )


def plainly(choices: Choices) -> Best:
    """Every set there is, its worth, and of the best ones the smallest."""
    sets = [
        one
        for size in range(choices.most + 1)
        for one in itertools.combinations(range(len(choices.covers)), size)
        if choices.must <= set(one)
    ]
    worth = {one: worth_of(choices, one) for one in sets}
    highest = max(worth.values())
    fewest = min(len(one) for one in sets if worth[one] == highest)
    return Best(
        highest,
        tuple(sorted(one for one in sets if worth[one] == highest and len(one) == fewest)),
        are_all=True,
    )


def worth_of(choices: Choices, chosen: tuple[int, ...]) -> int:
    """What the chosen close at best, each counted for no more cells than it may be."""
    if choices.cap is None:
        closed = set().union(*(choices.covers[one] for one in chosen))
        return sum(choices.worth[cell] for cell in closed)
    places = [one for one in chosen for _ in range(choices.cap)]
    filled: dict[int, int] = {}

    def finds_place(cell: int, tried: set[int]) -> bool:
        for place, one in enumerate(places):
            if cell in choices.covers[one] and place not in tried:
                tried.add(place)
                if place not in filled or finds_place(filled[place], tried):
                    filled[place] = cell
                    return True
        return False

    # Taking the cells that count most first is best where places are exchanged as needed.
    cells = sorted(range(len(choices.worth)), key=lambda cell: -choices.worth[cell])
    return sum(choices.worth[cell] for cell in cells if finds_place(cell, set()))


@pytest.mark.parametrize("part", range(PARTS))
def test_the_best_sets_are_those_that_trying_all_finds(part):
    dice = random.Random(part)
    for _ in range(CASES // PARTS):
        choices = drawn(dice)

        assert best.best(choices) == plainly(choices), choices


def test_ties_are_counted_up_to_a_thousand():
    pairs = [tuple(frozenset({cell}) for cell in cells) for cells in ((range(1_000)), range(1_001))]

    exact, more = (best.best(Choices(covers, (1,) * 1_001, most=1)) for covers in pairs)

    assert (exact.worth, len(exact.sets), exact.are_all) == (1, 1_000, True)
    assert (more.worth, len(more.sets), more.are_all) == (1, 1_000, False)


def test_a_search_that_is_broken_off_says_so_and_keeps_what_it_found(monkeypatch):
    monkeypatch.setattr(best, "MOST_TRIES", 1)
    choices = Choices((frozenset({0}), frozenset({0}), frozenset({1})), (1, 1), most=1)

    found = best.best(choices)

    assert (found.worth, found.are_all, len(found.sets) >= 1) == (1, False, True)
