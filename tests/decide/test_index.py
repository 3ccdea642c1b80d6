"""The index is the product of its factors, and one cell without a partner makes it nothing."""

import csv
import math

import pytest
from hypothesis import Phase, given, settings

from analysis.decide.index import index, parts
from analysis.ledger import record
from analysis.report import index as told
from analysis.vocabulary import DATA
from tests import oracle
from tests.hub import load, now
from tests.oracle import FRAME
from tests.stores import files
from tests.test_coverage import SLOW, taken_in

AXES = ("function", "area")
EVERYWHERE = """
Organisation | Functions | Areas
Ash          | Partnerships; Schools; Progression; Inclusion; Sustainability | Countywide
Birch        | Partnerships; Schools; Progression; Inclusion; Sustainability | Derby
"""
CHILDREN = {
    row["area"]: float(row["value"])
    for row in csv.DictReader((DATA / "need.csv").read_text(encoding="utf-8").splitlines())
    if row["measure"] == "children_0_18"
}


@settings(SLOW, max_examples=8, phases=[Phase.generate])
@given(made=files())
def test_the_index_is_what_a_plain_product_says(made):
    built, standing = taken_in(made), oracle.offers([file for file, _ in made])
    product, weight = 1.0, 5 * sum(CHILDREN.values())
    for function in FRAME["function"]:
        for area in FRAME["area"]:
            terms = {"function": function, "area": area}
            partners = int(oracle.cell(standing, terms, {}, set())["partners"])
            product *= min(partners / oracle.TARGET, 1) ** (CHILDREN[area] / weight)

    assert math.isclose(index(parts(built, AXES)).value, product, abs_tol=1e-12)


def test_where_every_cell_has_a_partner_children_weigh(store):
    load(store, EVERYWHERE, kind="partner")

    whole = index(parts(now(store), AXES))

    share = CHILDREN["E06000015"] / sum(CHILDREN.values())
    assert whole.value == pytest.approx(0.5 ** (1 - share))
    assert (whole.cells, whole.covered, whole.empty) == (45, 5, 0)


def test_one_cell_without_a_partner_makes_it_nothing_and_is_named(store):
    load(store, EVERYWHERE.replace("Schools; ", ""), kind="partner")
    found = parts(now(store), AXES)

    assert index(found).value == 0
    assert "9 cells have no partner" in told.headline(found)
    assert "Schools × Derby" in told.empty(found)


def test_what_does_not_apply_is_not_counted(store):
    load(store, EVERYWHERE.replace("Schools; ", ""), kind="partner")
    record.record_not_applicable(store, ["function:schools"], "a test", "elsewhere")

    assert index(parts(now(store), AXES)).cells == 36
    assert index(parts(now(store), AXES)).value > 0


def test_the_factors_shown_multiply_to_the_index(store):
    load(store, EVERYWHERE, kind="partner")
    found = parts(now(store), AXES)

    table = told.arithmetic(found)

    assert table["Factor"].prod() == pytest.approx(index(found).value, abs=1e-4)
    assert table["Share of weight"].sum() == pytest.approx(1, abs=1e-4)


def test_without_areas_each_cell_weighs_the_same(store):
    load(store, EVERYWHERE, kind="partner")

    assert set(parts(now(store), ("function", "focus"))["weight"]) == {1}
