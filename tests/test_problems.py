"""What is wrong today: against a plain count, and on small tables whose answer can be seen."""

from hypothesis import given, settings

from analysis import fixes
from analysis.ledger import record
from analysis.report import problems
from tests import oracle
from tests.hub import load, now
from tests.stores import files
from tests.test_coverage import SLOW, taken_in

PARTNERS = """
Organisation | Stage        | Functions         | Areas         | Reach
Ash          | Hub partner  | Schools           | Derby;Erewash | 100
Birch        | Commissioned | Schools;Inclusion |               | some
Cedar        | Received     | Inclusion         | Derby         |
Dogwood      | Pilot        | Schools           | Atlantis      |
Elm          | On the moon  | Sustainability    | Derby         |
"""


@settings(SLOW, max_examples=5)
@given(made=files())
def test_every_problem_and_its_cells_are_what_a_plain_count_says(made):
    built = taken_in(made)
    standing = oracle.offers([file for file, _ in made])
    named = {problem for offer in standing for problem in offer.problems}
    expected = {}
    for problem in named:
        behind = [offer for offer in standing if problem in offer.problems]
        held, more = oracle.consequence(standing, problem)
        expected[problem] = (len(behind), len({o.organisation for o in behind}), held, more)

    told = fixes.problems(built)

    of_offers = told[told["kind"].isin(["wording", "blank"])]
    found = {
        (p.kind, p.dimension, p.about): (p.offers, p.organisations, p.cells, p.more_cells)
        for p in of_offers.itertuples()
    }
    assert found == {
        problem: (offers, organisations, len(held), len(more))
        for problem, (offers, organisations, held, more) in expected.items()
        if problem[0] != "not asked"
    }
    for problem in found:
        cells = fixes.cells(built, *problem)
        held, more = expected[problem][2:]
        places = set(zip(cells["row"], cells["column"], cells["holds_back"], strict=True))
        assert places == {(*c, True) for c in held} | {(*c, False) for c in more}


@settings(SLOW, max_examples=3)
@given(made=files())
def test_a_dimension_that_forms_never_asked_about_holds_back_what_a_plain_count_says(made):
    built = taken_in(made)
    standing = oracle.offers([file for file, _ in made])

    told = fixes.problems(built)

    unasked = told[told["kind"] == "not asked"]
    for dimension in oracle.DIMENSIONS:
        problem = ("not asked", dimension, "")
        held, more = oracle.consequence(standing, problem)
        cells = {
            (row, column)
            for found in unasked[unasked["dimension"] == dimension].itertuples()
            for row, column in fixes.cells(built, "not asked", dimension, str(found.about))[
                ["row", "column"]
            ].itertuples(index=False)
        }
        assert cells == held | more


def test_a_stage_nobody_knows_is_told_by_the_cells_that_miss_its_offers(store):
    load(
        store,
        """
        Organisation | Stage       | Functions      | Areas
        Elm          | On the moon | Sustainability | Derby;Erewash
        """,
        "partner",
    )
    told = fixes.problems(now(store))

    stage = told[told["dimension"] == "stage"].iloc[0]
    assert problems.consequence(stage) == (
        "2 function × area cells short of their target miss these offers, which count as nothing."
    )


def test_problems_come_with_the_cells_they_hold_back_the_most_first(store):
    load(store, PARTNERS, kind="partner")

    told = fixes.problems(now(store))

    of_cells = told[["kind", "dimension", "about", "cells", "more_cells"]]
    assert list(of_cells.head(4).itertuples(index=False, name=None)) == [
        ("not asked", "focus", "1", 30, 0),
        ("blank", "area", "", 15, 3),
        ("wording", "area", "atlantis", 7, 2),
        ("not asked", "aim", "1", 6, 0),
    ]


def test_a_stage_nobody_understands_misses_the_cells_its_offers_claim(store):
    load(store, PARTNERS, kind="partner")

    told = fixes.problems(now(store)).set_index("about").loc["on the moon"]

    assert (told["kind"], told["dimension"], told["cells"]) == ("wording", "stage", 1)
    cells = fixes.cells(now(store), "wording", "stage", "on the moon")
    assert list(cells["row"]) == ["sustainability"]


def test_a_problem_that_is_decided_is_none(store):
    load(store, PARTNERS, kind="partner")
    outside = record.wording_payload("area", "Atlantis", "outside")
    record.record_wording(store, outside, "a test")

    assert "atlantis" not in set(fixes.problems(now(store))["about"])


def test_a_problem_says_where_it_stands(store):
    load(store, PARTNERS, kind="partner")

    (place,) = fixes.places(now(store), "reach", "", "1").itertuples()

    told = (place.organisation, place.text, place.file, place.row, place.column)
    assert told == ("Birch", "some", "offers.csv", 3, 5)
