"""Need beside cover, and the children where it is safe, against a plain count."""

import csv
import statistics

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import areas
from analysis.ledger import record
from analysis.questions import Filters
from tests import oracle
from tests.hub import DERBY, EREWASH, load, now
from tests.oracle import DATA, FRAME
from tests.stores import files
from tests.test_coverage import SLOW, taken_in

SAFE = """
Organisation | Stage        | Functions         | Areas
Ash          | Hub partner  | Schools;Inclusion | Derby;Erewash
Birch        | Commissioned | Schools;Inclusion | Derby
Cedar        | Commissioned | Partnerships      | Derby
Dogwood      | Pilot        | Partnerships      | Derby
"""
BOLSOVER = "E07000033"
MEASURES = ("children_in_low_income_families", "imd_2025_rank", "distance_barrier")
FIGURES = list(csv.DictReader((DATA / "need.csv").read_text(encoding="utf-8").splitlines()))


def figures(measure):
    return {row["area"]: float(row["value"]) for row in FIGURES if row["measure"] == measure}


def quadrant(need, safe, cells, *, is_rank, middle):
    is_high = need < middle if is_rank else need > middle
    if safe / cells < 0.5:
        return "cold-spot" if is_high else "low-thin"
    return "high-covered" if is_high else "low-covered"


@settings(SLOW, max_examples=4)
@given(
    made=files(), axis=st.sampled_from(["function", "aim", "focus"]), of=st.sampled_from(MEASURES)
)
def test_each_area_stands_where_a_plain_count_puts_it(made, axis, of):
    standing = oracle.offers([file for file, _ in made])
    need = figures(of)
    middle = statistics.median(need.values())

    for told in areas.beside(taken_in(made), axis, of).to_dict("records"):
        states = [
            oracle.cell(standing, {axis: term, "area": told["area"]}, {}, set())["state"]
            for term in FRAME[axis]
        ]
        safe, here = states.count("covered"), need[told["area"]]
        side = quadrant(here, safe, len(states), is_rank=of.endswith("rank"), middle=middle)
        assert (told["need"], told["need_middle"]) == (here, middle)
        assert (told["covered"], told["cells"], told["quadrant"]) == (safe, len(states), side)


@settings(SLOW, max_examples=4)
@given(made=files(), axis=st.sampled_from(["function", "aim", "focus"]))
def test_the_children_where_it_is_safe_are_those_of_a_plain_sum(made, axis):
    standing = oracle.offers([file for file, _ in made])
    children = figures("children_0_18")

    for told in areas.safe_children(taken_in(made), axis).to_dict("records"):
        safe = [
            area
            for area in FRAME["area"]
            if oracle.cell(standing, {axis: told["term"], "area": area}, {}, set())["state"]
            == "covered"
        ]
        assert (told["safe_areas"], told["areas"]) == (len(safe), 9)
        assert told["safe_children"] == sum(children[area] for area in safe)
        assert told["children"] == sum(children.values())


def test_the_middle_figure_is_that_of_the_whole_hub_whatever_the_filters(store):
    load(store, SAFE, kind="partner")
    only = Filters((f"area:{DERBY}", f"area:{EREWASH}"))

    told = areas.beside(now(store), "function", "free_school_meals", only)

    assert list(told["area"]) == [DERBY, EREWASH]
    assert set(told["need_middle"]) == {25.6}


def test_half_of_the_cells_is_not_thin(store):
    load(store, SAFE, kind="partner")
    for function in ("sustainability",):
        record.record_not_applicable(store, [f"function:{function}"], "a test", "Elsewhere")

    derby = areas.beside(now(store), "function", "free_school_meals").iloc[0]
    assert (derby["covered"], derby["cells"], derby["quadrant"]) == (3, 4, "high-covered")

    record.record_target(store, ["function:schools"], 3, "a test", "")
    derby = areas.beside(now(store), "function", "free_school_meals").iloc[0]
    assert (derby["covered"], derby["cells"], derby["quadrant"]) == (2, 4, "high-covered")


def test_a_need_that_nobody_published_is_not_known_and_never_nought(store):
    load(store, SAFE, kind="partner")

    told = areas.beside(now(store), "function", "no such measure")

    assert set(told["quadrant"]) == {"not-known"}
    assert told["need"].isna().all()


def test_an_area_where_nothing_applies_is_not_known(store):
    record.record_not_applicable(store, [f"area:{DERBY}"], "a test", "Another hub's")

    derby = areas.beside(now(store), "function", "free_school_meals").iloc[0]

    assert (derby["cells"], derby["quadrant"]) == (0, "not-known")


def test_children_of_areas_where_it_does_not_apply_are_not_counted(store):
    load(store, SAFE, kind="partner")
    terms = ["function:schools", f"area:{BOLSOVER}"]
    record.record_not_applicable(store, terms, "a test", "No schools")

    schools = areas.safe_children(now(store), "function").set_index("term").loc["schools"]

    assert (schools["safe_areas"], schools["areas"]) == (1, 8)
    assert (schools["safe_children"], schools["children"]) == (63404, 226185 - 16893)


@pytest.mark.parametrize(
    ("measure", "against"),
    [("distance_barrier", "imd_2025_rank"), ("imd_2025_rank", "distance_barrier")],
)
def test_deprivation_and_distance_order_the_areas_the_other_way_round(store, measure, against):
    told = areas.opposite(now(store), measure)

    assert against in set(told["measure"])
    assert measure not in set(told["measure"])


def test_the_measures_leave_out_how_many_children_there_are(store):
    told = areas.labels(now(store))

    assert next(iter(told)) == "children_in_low_income_families"
    assert "children_0_18" not in told
