"""The shortlist through the whole product, against trying every set of organisations."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.decide.cover import cover
from analysis.decide.shortlist import Shortlist, Wishes, different, shortlist
from analysis.errors import DashboardError
from analysis.ledger import record
from analysis.questions import Filters
from analysis.vocabulary import organisation_key
from tests import oracle
from tests.hub import DERBY, load, now
from tests.oracle import FRAME
from tests.stores import files
from tests.test_coverage import SLOW, taken_in

AXES = ("function", "area")
PARTNERS = """
Organisation | Stage        | Functions | Areas
Ash Music    | Commissioned | Schools   | Derby
"""
ENQUIRIES = """
Organisation | Email           | Functions         | Areas
Ash Music    | a@example.org   | Inclusion         | Derby
Birch        | b@example.org   | Schools           | Derby; Erewash
Cedar        | c@example.org   | Inclusion         | Derby; Erewash
Dogwood      | d@example.org   | Inclusion         | Erewash
Elm          | e@example.org   | Sustainability    | All of Derby and Derbyshire
"""


@pytest.fixture
def hub(store):
    load(store, PARTNERS, kind="partner")
    load(store, ENQUIRIES)
    return cover(now(store), AXES)


def names(found: Shortlist) -> list[list[str]]:
    return [[pick.organisation for pick in one] for one in found.sets]


def test_the_few_that_close_most_come_with_what_only_they_bring(hub):
    found = shortlist(hub, Wishes(most=2))

    assert (found.worth, found.ties, names(found)) == (11, 1, [["Cedar", "Elm"]])
    assert [len(pick.alone) for pick in found.sets[0]] == [2, 9]


def test_nobody_is_on_a_shortlist_whom_its_worth_does_not_need(hub):
    found = shortlist(hub, Wishes(most=5))

    assert (found.worth, names(found)) == (12, [["Birch", "Cedar", "Elm"]])


def test_all_enquiries_of_an_organisation_are_taken_in_together(store):
    load(store, ENQUIRIES + "Cedar | other@example.org | Schools | Bolsover")

    found = shortlist(cover(now(store), AXES), Wishes(most=1, never=("Elm",)))

    assert (found.worth, names(found)) == (3, [["Cedar"]])


def test_must_and_never_are_kept_and_a_must_takes_a_place(hub):
    found = shortlist(hub, Wishes(most=2, must=("Dogwood",), never=("Elm",)))

    assert (found.worth, names(found)) == (2, [["Ash Music", "Dogwood"], ["Birch", "Dogwood"],
                                               ["Cedar", "Dogwood"]])  # fmt: skip


def test_whoever_ticks_everything_counts_for_no_more_than_the_cap(hub):
    found = shortlist(hub, Wishes(most=1, cap=2))

    assert (found.worth, names(found)) == (2, [["Cedar"], ["Elm"]])
    assert [one[0].is_capped for one in found.sets] == [False, True]


def test_a_filter_narrows_what_counts(store):
    load(store, ENQUIRIES)
    only_derby = Filters((f"area:{DERBY}",))

    found = shortlist(cover(now(store), AXES, only_derby), Wishes(most=1))

    assert (found.worth, names(found)) == (1, [["Ash Music"], ["Birch"], ["Cedar"], ["Elm"]])


def test_a_cell_that_is_not_applicable_is_not_counted(store):
    load(store, ENQUIRIES)
    record.record_not_applicable(store, ["function:sustainability"], "a test", "agreed")

    assert shortlist(cover(now(store), AXES), Wishes(most=1)).worth == 2


def test_cells_may_count_for_what_they_are_worth(hub):
    schools = (hub.cells["row"] == "schools").astype(int)

    found = shortlist(hub, Wishes(most=1), tuple(1 + 20 * schools))

    assert (found.worth, names(found)) == (21, [["Birch"]])


@pytest.mark.parametrize(
    ("wishes", "complaint"),
    [
        (Wishes(2, must=("Yew",)), '"Yew" has no open enquiry'),
        (Wishes(2, must=("Elm",), never=("Elm",)), "both a must and a never"),
        (Wishes(1, must=("Elm", "Cedar")), "2 organisations must be on a shortlist of 1"),
    ],
)
def test_wishes_that_cannot_be_kept_are_refused(hub, wishes, complaint):
    with pytest.raises(DashboardError, match=complaint):
        shortlist(hub, wishes)


def test_without_enquiries_the_shortlist_is_empty(store):
    found = shortlist(cover(now(store), AXES), Wishes(most=3))

    assert (found.worth, found.ties, found.sets) == (0, 1, ((),))


def test_the_sets_shown_are_those_most_unlike_each_other(store):
    load(store, "Organisation | Email | Functions | Areas\n" + "\n".join(
        f"{name} | {name}@example.org | {function} | Derby"
        for name, function in zip("ABCDEF", ["Schools", "Inclusion"] * 3, strict=True)
    ))  # fmt: skip

    found = shortlist(cover(now(store), AXES), Wishes(most=2))

    assert found.ties == 9
    shown = [[pick.organisation for pick in one] for one in different(found, 3)]
    assert shown == [["A", "B"], ["C", "D"], ["E", "F"]]


@settings(SLOW, max_examples=5)
@given(made=files(), axes=st.permutations(["aim", "function", "area", "focus"]))
def test_the_shortlist_is_what_trying_every_set_finds(made, axes):
    dimensions, standing = axes[:2], oracle.offers([file for file, _ in made])
    closes = {
        name: {cell for cell in open_cells(standing, dimensions) if offers(standing, name, cell)}
        for name in {o.organisation for o in standing if o.counts_as == "enquiry"}
    }
    served = cover(taken_in(made), dimensions)
    for most in range(4):
        found = shortlist(served, Wishes(most))

        sets = {frozenset(map(organisation_key, one)) for one in names(found)}
        assert (found.worth, found.ties, sets) == tried(closes, most)


def open_cells(standing, dimensions):
    for codes in itertools.product(*(FRAME[dimension] for dimension in dimensions)):
        terms = dict(zip(dimensions, codes, strict=True))
        if not oracle.cell(standing, terms, {}, set())["partners"]:
            yield tuple(terms.items())


def offers(standing, name, cell) -> bool:
    own = [o for o in standing if o.organisation == name and o.counts_as == "enquiry"]
    return oracle.cell(own, dict(cell), {}, set())["enquiries"] == 1


def tried(closes, most):
    sets = [frozenset(s) for n in range(most + 1) for s in itertools.combinations(closes, n)]
    worth = {one: len(set().union(*(closes[name] for name in one))) for one in sets}
    highest = max(worth.values())
    fewest = min(len(one) for one in sets if worth[one] == highest)
    best = {one for one in sets if worth[one] == highest and len(one) == fewest}
    return highest, len(best), best
