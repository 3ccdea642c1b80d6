"""How long the best shortlist takes, with its ties, beside taking the best next one greedily."""

import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from analysis.decide.best import Choices, best
from tests.bench.measured import Measured, by_turns, say

ENQUIRIES, PLACES = 150, 10
FRAMES = {"function × area": (5, 9), "focus × area": (15, 9)}
MOST_MILLISECONDS = 2_000


def measure(folder: Path) -> Iterator[Measured]:
    say("shortlist: its limit is the best next organisation ten times, which may close fewer")
    for name, (rows, columns) in FRAMES.items():
        choices = invented(rows, columns, random.Random(rows))
        own, greedy = by_turns(partial(best, choices), partial(greedily, choices), times=3)
        what, aim = f"shortlist of {PLACES} from {ENQUIRIES}, {name}", f"{MOST_MILLISECONDS:,} ms"
        say(f"{what}: {best(choices).worth} cells, greedily {greedily(choices)}")
        yield Measured(what, own, greedy, aim=aim, is_met=own <= MOST_MILLISECONDS)


def invented(rows: int, columns: int, dice: random.Random) -> Choices:
    """Enquiries for one to three rows in one to three columns each."""
    covers = []
    for _ in range(ENQUIRIES):
        places = dice.sample(range(columns), dice.randint(1, 3))
        terms = dice.sample(range(rows), dice.randint(1, 3))
        covers.append(frozenset(row * columns + place for row in terms for place in places))
    return Choices(tuple(covers), (1,) * (rows * columns), most=PLACES)


def greedily(choices: Choices) -> int:
    """How many cells are closed by taking the organisation that adds most, time after time."""
    closed: frozenset[int] = frozenset()
    for _ in range(choices.most):
        closed |= max(choices.covers, key=lambda cells: len(cells - closed))
    return len(closed)
