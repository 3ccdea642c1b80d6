"""Hundreds of random pairs of a store and a file: the receipt says what counting anew says.

The same check as `tests/test_receipt_coverage.py`, on more hubs; one that fails is raised.
"""

from collections.abc import Iterator
from pathlib import Path

from hypothesis import given, settings

from tests.bench.measured import Measured, say
from tests.stores import files, joins
from tests.test_coverage import SLOW
from tests.test_receipt_coverage import check

HUBS, PAIRS = 150, 200


def measure(_folder: Path) -> Iterator[Measured]:
    say(f"receipts: {HUBS} random hubs of one to three files; their limit is every pair")
    pairs = 0

    @settings(SLOW, max_examples=HUBS, database=None)
    @given(made=files(), joined=joins())
    def draw(made, joined) -> None:  # type: ignore[no-untyped-def]
        nonlocal pairs
        check(made, joined)
        pairs += len(made)

    draw()
    what = "pairs of store and file, receipt as from scratch"
    yield Measured(what, pairs, pairs, "pairs", f"≥ {PAIRS} pairs", is_met=pairs >= PAIRS)
