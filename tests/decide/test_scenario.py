"""A scenario shows what doing it would; its differences add up; it is kept, reopened, adopted."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import questions
from analysis.decide import scenario as scenarios
from analysis.decide.cover import cover
from analysis.decide.departures import without
from analysis.decide.plan import Edit
from analysis.decide.scenario import NOTHING, Scenario, difference, drafts, kept, missing
from analysis.decide.supposed import supposing
from analysis.errors import DashboardError
from analysis.ledger import entries, record
from tests.hub import DERBY, EREWASH, WORDS, as_csv, cell, load, now
from tests.oracle import FRAME

AXES = ("function", "area")
PARTNERS = """
Organisation | Stage        | Functions          | Areas
Ash          | Commissioned | Schools; Inclusion | Derby; Erewash
Birch        | Pilot        | Schools            | Derby
"""
SENT = """
Organisation | Email           | Functions          | Areas
Cedar        | c@example.org   | Progression        | All of Derby and Derbyshire
Birch        | b@example.org   | Inclusion          | Bolsover
Dogwood      | dog@example.org | Schools; Inclusion | Erewash
"""
SCHOOLS, HERE = "function:schools", f"area:{DERBY}"
CHANGE = Scenario(
    "Spring", ("cedar", "dogwood"), ("ash",), (Edit((SCHOOLS,), 1), Edit((SCHOOLS, HERE), 0))
)


def loaded(store):
    load(store, PARTNERS, "partner")
    load(store, SENT)
    return store


def tried(store, one: Scenario):
    return supposing(store, drafts(now(store), one, "Ann"), WORDS)


def grid(asked):
    return questions.coverage(asked, AXES)


def test_a_scenario_records_nothing_and_shows_what_adopting_it_does(store):
    built = tried(loaded(store), CHANGE)
    assert entries.last_number(store) == 2

    entries.append_all(store, drafts(now(store), CHANGE, "Ann"))

    assert grid(now(store)).equals(grid(built))
    assert {entry.why for entry in entries.entries(store)[2:]} == {"Scenario “Spring”"}
    assert cell(now(store), "progression", DERBY)["partners"] == 1
    assert cell(now(store), "schools", DERBY)["state"] == "not-applicable"


def test_whom_a_scenario_takes_in_counts_as_if_its_rows_had_said_so(store, tmp_path):
    built = tried(loaded(store), Scenario("Spring", ("birch", "cedar", "dogwood")))
    other = entries.open_store(tmp_path / "other")
    load(other, PARTNERS, "partner")

    load(other, with_stage(SENT, "Commissioned"))

    assert grid(now(other)).equals(grid(built))
    other.engine.dispose()


def with_stage(table: str, stage: str) -> str:
    header, *rows = csv.reader(io.StringIO(as_csv(table).decode()))
    lines = [[*header, "Stage"], *([*row, stage] for row in rows)]
    return "\n".join(" | ".join(line) for line in lines)


def test_whom_a_scenario_lets_go_leaves_what_departures_say(store):
    served = cover(now(loaded(store)), AXES)

    after = grid(tried(store, Scenario("Without", lets_go=("ash",))))

    lost = without(served, "Ash").lost
    assert list(after.index[(served.cells["partners"] > 0) & (after["partners"] == 0)]) == [*lost]


PICKS = st.sets(st.sampled_from(["birch", "cedar", "dogwood"]))
TARGETS = st.dictionaries(
    st.sampled_from([(SCHOOLS,), (SCHOOLS, HERE), (f"area:{EREWASH}",)]), st.integers(0, 3)
)
MADE = st.builds(
    lambda takes, lets_go, targets: Scenario(
        "x", tuple(takes), tuple(lets_go - takes), tuple(Edit(t, n) for t, n in targets.items())
    ),
    PICKS,
    st.sets(st.sampled_from(["ash", "birch"])),
    TARGETS,
)


@settings(max_examples=4, deadline=None)
@given(a=MADE, b=MADE, c=MADE)
def test_differences_add_up_and_each_is_undone_by_its_opposite(tmp_path_factory, a, b, c):
    store = loaded(entries.open_store(tmp_path_factory.mktemp("scenario")))
    one, two, three = (tried(store, each) for each in (a, b, c))

    through = difference(two, one, AXES) + difference(one, three, AXES)

    assert through.equals(difference(two, three, AXES))
    assert difference(one, two, AXES).equals(-difference(two, one, AXES))
    assert len(through) == len(FRAME["function"]) * len(FRAME["area"])
    assert not difference(tried(store, NOTHING), now(store), AXES).any(axis=None)
    store.engine.dispose()


def keep(store, one: Scenario) -> int:
    return entries.append_all(store, [kept(one, "Ann", "for the board")])[0]


def test_the_newest_scenario_of_a_name_stands_and_can_be_taken_back(store):
    keep(store, CHANGE)
    second = keep(store, Scenario("Spring", ("cedar",)))

    assert scenarios.saved(now(store).state) == {"Spring": Scenario("Spring", ("cedar",))}
    record.record_undo(store, second, "Ann")
    assert scenarios.saved(now(store).state) == {"Spring": CHANGE}


def test_a_saved_scenario_is_counted_on_newer_data(store):
    keep(loaded(store), CHANGE)
    record.record_stage(store, "cedar", "declined", "Ann")
    load(store, SENT.replace("Schools; Inclusion | Erewash", "Schools | Bolsover"))

    again = scenarios.named(now(store).state, "Spring")

    assert missing(now(store), again) == ("cedar",)
    assert cell(tried(store, again), "schools", "E07000033")["partners"] == 1
    assert cell(tried(store, again), "progression", DERBY)["partners"] == 0


def test_one_joined_to_another_since_is_taken_in_with_it(store):
    keep(loaded(store), Scenario("Spring", ("dogwood",)))
    record.record_same(store, ("ash", "dogwood"), "same", "Ann")

    assert missing(now(store), scenarios.named(now(store).state, "Spring")) == ()


@pytest.mark.parametrize(
    ("one", "says"),
    [
        (Scenario(" ", ("cedar",)), "a name of its own"),
        (Scenario("today", ("cedar",)), "a name of its own"),
        (Scenario("Spring"), "Nothing is done"),
        (Scenario("Spring", ("birch",), ("birch",)), "takes in and lets go the same: birch"),
    ],
)
def test_a_scenario_that_cannot_be_kept_says_why(one, says):
    with pytest.raises(DashboardError, match=says):
        kept(one, "Ann", "")


def test_an_unknown_scenario_is_refused_with_those_there_are(store):
    keep(store, CHANGE)

    with pytest.raises(DashboardError, match="Today, Spring"):
        scenarios.named(now(store).state, "Autumn")
