"""The past counts as every grid does, and says of each change which entry and who made it."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import past, questions
from analysis.decide import why
from analysis.ledger import entries, record
from analysis.ledger.state import replay
from tests import oracle
from tests.hub import DERBY, WORDS, now
from tests.oracle import FRAME, organisation
from tests.stores import STAGES, files, joins
from tests.test_coverage import SLOW, expected, filters_of, join, take_in, views

AXES = ["function", "area"]
FIGURES = ["state", "partners", "enquiries", "unsure", "whole_hub", "target", "reason"]
PLACE = ["row", "column", "layer"]


def of_past(store, *numbers):
    told = entries.entries(store)
    moments = [past.moment(replay(told, number), store.archive, WORDS) for number in numbers]
    return past.past(moments, WORDS)


def rows(cells):
    return cells[[*PLACE, *FIGURES]].fillna({"reason": ""}).to_dict("records")


def tell(store, first=0, last=None, axes=AXES):
    told = entries.entries(store)
    numbers = past.spanning(told, first, len(told) if last is None else last)
    return why.story(of_past(store, *numbers), told, axes)


def decide(store, stage, joined):
    """One decision of each kind that may move a cell, one taken back, and two that cannot."""
    record.record_stage(store, "ash", stage, "a test")
    record.record_wording(store, record.wording_payload("area", "Atlantis", DERBY), "a test")
    join(store, joined)
    record.record_target(store, ["function:schools"], 1, "a test", "agreed")
    terms = ["function:inclusion", f"area:{DERBY}"]
    record.record_not_applicable(store, terms, "a test", "no need")
    entries.append(store, "note", {}, "a test")
    record.record_undo(store, 1, "a test")


@settings(SLOW, max_examples=3)
@given(made=files(), look=views, joined=joins(), stage=st.sampled_from(STAGES), back=st.booleans())
def test_every_moment_of_a_past_is_what_a_build_of_its_own_counts(made, look, joined, stage, back):
    dimensions, picked, only, whole_hub = look
    filters = filters_of(picked, only, whole_hub=whole_hub)
    with tempfile.TemporaryDirectory() as folder:
        store = entries.open_store(Path(folder))
        for number, file in enumerate(made):
            take_in(store, number, file)
        decide(store, stage, joined)
        if back:
            record.record_target(store, [f"area:{DERBY}"], 3, "a test", "more")
        numbers = range(len(entries.entries(store)) + 1)
        over = past.coverage_over(of_past(store, *numbers), dimensions, filters)

        for number in numbers:
            then = over[over["after_entry"] == number]
            assert rows(then) == rows(questions.coverage(now(store, number), dimensions, filters))
        store.engine.dispose()


@settings(SLOW, max_examples=3)
@given(made=files(), joined=joins())
def test_each_step_is_what_a_plain_count_of_a_ledger_cut_by_hand_says(made, joined):
    with tempfile.TemporaryDirectory() as folder:
        store = entries.open_store(Path(folder))
        join(store, joined)
        numbers = [len(entries.entries(store))]
        for number, file in enumerate(made):
            take_in(store, number, file)
            numbers.append(len(entries.entries(store)))
        story = tell(store, numbers[0])
        store.engine.dispose()
    names = {int(c): tuple(rest) for c, *rest in story.cells[["cell", "row", "column"]].to_numpy()}
    told = {(step.entry, names[step.cell]): step for step in story.steps}

    for place in range(len(made)):
        grids = [grid(made[: place + end], joined) for end in (0, 1)]
        for cell, after in grids[1].items():
            before = grids[0][cell]
            step = told.pop((numbers[place + 1], cell), None)
            assert (step is None) == (before[:2] == after[:2])
            if step is not None and before[1] != after[1]:
                assert (step.before.state, step.after.state) == (before[0], after[0])
                assert (step.before.partners, step.after.partners) == (before[1], after[1])
                moved = {organisation(mover.organisation, joined) for mover in step.movers}
                assert moved == before[2] ^ after[2]
    assert not told


def grid(made, joined):
    """Each cell's state, its number of partners, and who they are, counted the plain way."""
    standing = oracle.offers([file for file, _ in made], joined)
    counted = expected(made, (AXES, {}, set(), True), joined)
    return {
        (cell["row"], cell["column"]): (
            cell["state"],
            cell["partners"],
            {
                offer.organisation
                for offer in standing
                if offer.counts_as == "cover"
                and cell["row"] in offer.claims("function", whole_hub=True)
                and cell["column"] in offer.claims("area", whole_hub=True)
            },
        )
        for cell in counted
    }


@settings(SLOW, max_examples=3)
@given(made=files(), joined=joins(), stage=st.sampled_from(STAGES), cut=st.integers(0, 9))
def test_two_comparisons_in_a_row_give_the_steps_of_the_whole(made, joined, stage, cut):
    with tempfile.TemporaryDirectory() as folder:
        store = entries.open_store(Path(folder))
        for number, file in enumerate(made):
            take_in(store, number, file)
        decide(store, stage, joined)
        last = len(entries.entries(store))
        middle = min(cut, last)

        whole, first, second = tell(store), tell(store, 0, middle), tell(store, middle)

        assert whole.steps == first.steps + second.steps
        differing = questions.changes(now(store, 0), now(store), AXES)
        figures = ["row", "column", "state_before", "state", "partners_before", "partners"]
        assert whole.changed[figures].equals(differing[figures])
        moved = {step.cell for step in whole.steps}
        assert moved == set(whole.changed["cell"]) | set(whole.returned["cell"])
        store.engine.dispose()


def test_every_cell_of_the_frame_is_there_before_anything_was_recorded(store):
    over = past.coverage_over(of_past(store, 0), AXES)

    assert len(over) == len(FRAME["function"]) * len(FRAME["area"])
    assert set(over["state"]) == {"gap"}
