"""Targets are edited as a grid; what they come to is what a plain reading of statements says."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import questions
from analysis.decide import plan
from analysis.decide.plan import WHOLE_ROW, Edit
from analysis.decide.supposed import supposing
from analysis.errors import DashboardError
from analysis.ledger import entries, record
from analysis.ledger.record import PRIORITY
from tests.hub import DERBY, EREWASH, WORDS, load, now
from tests.oracle import FRAME
from tests.test_coverage import SLOW

AXES = ("function", "area")
PARTNERS = """
Organisation | Stage        | Functions | Areas
Ash          | Commissioned | Schools   | Derby; Erewash
"""
SCHOOLS, HERE = "function:schools", f"area:{DERBY}"


def standing(store) -> dict[tuple[str, str], int]:
    """The target of each cell; 0 where it is not applicable."""
    cells = questions.coverage(now(store), AXES).itertuples()
    return {(c.row, c.column): 0 if isinstance(c.reason, str) else c.target for c in cells}


def record_edits(store, *edits: Edit) -> None:
    made = plan.drafts(now(store).state, edits, "Ann", "agreed")
    entries.append_all(store, made)


def test_a_grid_shows_what_counts_in_each_cell_and_what_was_said_of_a_row(store):
    record.record_target(store, [SCHOOLS], 3, "Ann", "")
    record.record_not_applicable(store, [HERE, SCHOOLS], "Ann", "the city does")

    grid = plan.grid(now(store), AXES)

    assert list(grid.index) == FRAME["function"]
    assert list(grid.columns) == ["label", WHOLE_ROW, *FRAME["area"]]
    assert list(grid.loc["schools", [WHOLE_ROW, DERBY, EREWASH]]) == [3, 0, 3]
    assert grid[WHOLE_ROW].isna().sum() == 4


def test_only_what_was_changed_in_a_grid_is_an_edit(store):
    grid = plan.grid(now(store), AXES)
    changed = grid.copy()
    changed.loc["schools", [WHOLE_ROW, DERBY]] = 4, 0
    changed.loc["inclusion", DERBY] = None

    assert plan.edits(grid, changed, AXES) == (
        Edit((SCHOOLS,), 4),
        Edit((SCHOOLS, HERE), 0),
        Edit(("function:inclusion", HERE), None),
    )


def test_edits_are_recorded_with_their_reason_and_an_emptied_cell_takes_its_own_back(store):
    record_edits(store, Edit((SCHOOLS,), 4), Edit((SCHOOLS, HERE), 0))
    assert (standing(store)["schools", DERBY], standing(store)["schools", EREWASH]) == (0, 4)

    record_edits(store, Edit((SCHOOLS, HERE), None))

    assert standing(store)["schools", DERBY] == 4
    assert {(e.by, e.why) for e in entries.entries(store)} == {("Ann", "agreed")}


def test_a_later_target_brings_a_cell_back_that_its_row_left_out(store):
    record.record_target(store, [SCHOOLS, HERE], 5, "Ann", "")
    record.record_not_applicable(store, [HERE], "Ann", "the city does")
    assert standing(store)["schools", DERBY] == 0

    record.record_target(store, [SCHOOLS, HERE], 1, "Ann", "")
    record.record_target(store, ["function:inclusion"], 1, "Ann", "")

    assert standing(store)["schools", DERBY] == 1
    assert standing(store)["inclusion", DERBY] == 0


def test_the_effect_of_edits_is_what_recording_them_does(store):
    load(store, PARTNERS, "partner")
    before, edited = now(store), (Edit((SCHOOLS,), 1), Edit((HERE,), 0))
    made = plan.drafts(before.state, edited, "Ann", "agreed")

    supposed = questions.changes(before, supposing(store, made, WORDS), AXES)

    assert entries.last_number(store) == 1
    entries.append_all(store, made, after=1)
    assert questions.changes(before, now(store), AXES).equals(supposed)
    assert len(supposed) == 5 + 1


@pytest.mark.parametrize(("why", "target", "says"), [(" ", 3, "Say why"), ("x", 1001, "at most")])
def test_edits_without_a_reason_or_out_of_bounds_are_refused(store, why, target, says):
    with pytest.raises(DashboardError, match=says):
        plan.drafts(now(store).state, [Edit((SCHOOLS,), target)], "Ann", why)


def test_priorities_are_marked_in_a_grid_by_cell_or_row(store):
    record_edits(store, Edit((SCHOOLS,), 1, PRIORITY), Edit((SCHOOLS, HERE), 0, PRIORITY))

    grid = plan.grid(now(store), AXES, PRIORITY)
    changed = grid.copy()
    changed.loc["inclusion", [WHOLE_ROW, EREWASH]] = True

    assert list(grid.loc["schools", [WHOLE_ROW, DERBY, EREWASH]]) == [True, False, True]
    assert plan.edits(grid, changed, AXES, PRIORITY) == (
        Edit(("function:inclusion",), 1, PRIORITY),
        Edit(("function:inclusion", f"area:{EREWASH}"), 1, PRIORITY),
    )
    record_edits(store, Edit((SCHOOLS, HERE), None, PRIORITY))
    assert plan.grid(now(store), AXES, PRIORITY).loc["schools", DERBY]


STATEMENTS = st.tuples(
    st.sampled_from([(SCHOOLS,), (HERE,), (SCHOOLS, HERE), (HERE, SCHOOLS), ("area:E07000036",)]),
    st.integers(0, 4),
)


@settings(SLOW, max_examples=15)
@given(st.lists(STATEMENTS, max_size=6))
def test_the_target_that_counts_is_what_a_plain_reading_says(tmp_path_factory, said):
    store = entries.open_store(tmp_path_factory.mktemp("plan"))
    for terms, target in said:
        if target:
            record.record_target(store, terms, target, "Ann", "")
        else:
            record.record_not_applicable(store, terms, "Ann", "agreed")

    assert standing(store) == {
        (row, column): read({f"function:{row}", f"area:{column}"}, said)
        for row, column in itertools.product(FRAME["function"], FRAME["area"])
    }
    store.engine.dispose()


def read(cell: set[str], said) -> int:
    """The most exact target counts, the later among equals; none of it where it is left out."""
    here = [(set(terms), number) for terms, number in said if set(terms) <= cell]
    for place, (left_out, number) in enumerate(here):
        again = any(target and terms >= left_out for terms, target in here[place + 1 :])
        if number == 0 and not again:
            return 0
    ranked = [(len(terms), place, n) for place, (terms, n) in enumerate(here) if n]
    return max(ranked)[2] if ranked else 2
