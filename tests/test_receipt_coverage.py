"""The grid before and after that a receipt shows is what building from scratch counts."""

import tempfile
from pathlib import Path

from hypothesis import given, settings

from analysis import questions, receipt
from analysis.intake.read import read
from analysis.ledger import entries
from tests.hub import WORDS, now
from tests.stores import files, joins
from tests.test_coverage import SLOW, expected, join

AXES = ["function", "area"]
FIGURES = ["state", "partners", "enquiries", "unsure", "whole_hub"]
VIEW = (AXES, {}, set(), True)


def counted(cells, suffix=""):
    named = cells[["row", "column", *(f"{figure}{suffix}" for figure in FIGURES)]]
    return named.set_axis(["row", "column", *FIGURES], axis="columns").to_dict("records")


@settings(SLOW, max_examples=30)
@given(made=files(), joined=joins())
def test_a_receipt_s_grids_are_what_recording_and_a_plain_count_say(made, joined):
    check(made, joined)


def check(made, joined):
    """Each file of a hub, taken in on top of those before it, is one pair of store and file."""
    with tempfile.TemporaryDirectory() as folder:
        store = entries.open_store(Path(folder))
        join(store, joined)
        before = now(store)
        for number, (file, text) in enumerate(made):
            reading = read(f"{number}.csv", text.encode(), WORDS, file.kind)
            (prepared,) = receipt.prepare(before, [reading], WORDS)
            receipt.take_in(store, [prepared], "a test")

            cells = questions.compared(before, prepared.after, AXES)
            before = now(store)

            assert counted(cells, "_before") == list(expected(made[:number], VIEW, joined))
            assert counted(cells) == list(expected(made[: number + 1], VIEW, joined))
            assert counted(cells) == counted(questions.coverage(before, AXES))
            moved = cells[cells["state"] != cells["state_before"]]
            told = prepared.cells[prepared.cells["state"] != prepared.cells["state_before"]]
            assert counted(told, "_before") == counted(moved, "_before")
            assert counted(told) == counted(moved)
        store.engine.dispose()
