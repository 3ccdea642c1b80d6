"""Need beside cover in words: the cold spots, the lines, the children, and what is not known."""

import pytest

from analysis import areas, questions
from analysis.report import areas as told
from tests import hub
from tests.test_areas import SAFE

AXES = ("area", "function")


@pytest.fixture
def asked(store):
    hub.load(store, SAFE, kind="partner")
    return hub.now(store)


def beside(asked, measure="free_school_meals"):
    return areas.beside(asked, "function", measure)


def test_cold_spots_are_named_with_their_cover_and_their_need(asked):
    said = told.cold_spots(beside(asked))

    assert said.startswith("High need and thin cover: Bolsover (0 of 5 safe, need 33.4), Chester")
    assert "Derby (3" not in said


def test_no_cold_spot_is_said_as_well(asked):
    assert told.cold_spots(beside(asked).assign(quadrant="low-covered")) == (
        "No area has both high need and thin cover."
    )


def test_an_area_whose_need_is_not_known_is_named(asked):
    assert told.cold_spots(beside(asked).head(1).assign(quadrant="not-known")).endswith(
        "Not known for Derby."
    )


def test_the_lines_say_where_they_lie_and_whose_figures_they_are(asked):
    assert told.of_lines(beside(asked), "function") == (
        "Need: Pupils eligible for free school meals (percent, January 2023). Source: DfE Schools, "
        "pupils and their characteristics, school-level data, summed by district. Need is high "
        "where the figure is above the middle one of all areas, 25.6. Cover is thin where fewer "
        "than half of an area's functions are safe."
    )


def test_in_a_ranking_need_is_high_before_the_middle(asked):
    assert "the figure stands before the middle" in told.of_lines(
        beside(asked, "imd_2025_rank"), "aim"
    )


def test_a_measure_without_figures_has_no_line(asked):
    assert told.of_lines(beside(asked, "none"), "focus").startswith(
        "No area has a figure of this need."
    )


def test_needs_that_disagree_are_named_and_never_added_up(asked):
    said = told.of_opposite(areas.opposite(asked, "distance_barrier"))

    assert "no two are ever added up" in said
    assert "Pupils eligible for free school meals (highest: Bolsover)" in said
    assert told.of_opposite(areas.opposite(asked, "none")) == ""


def test_children_are_told_as_n_of_n_with_year_and_source(asked):
    shares = areas.safe_children(asked, "function")

    assert list(told.of_children(shares, "function").iloc[1]) == [
        "Schools",
        "63,404 of 226,185",
        "1 of 9",
    ]
    assert told.of_children_from(shares) == (
        "Children and young people aged 0 to 18, 2023. Source: ONS mid-year population estimates, "
        "mid-2023."
    )


def test_children_whom_nobody_counted_are_not_known(asked):
    shares = areas.safe_children(asked, "function")
    nobody = shares.assign(children=None, safe_children=None, children_label=None)

    assert set(told.of_children(nobody, "function")["Children where it is safe"]) == {"not known"}
    assert "Nobody published" in told.of_children_from(nobody)
    assert told.of_children_from(shares.assign(areas_not_known=1)).endswith(
        "Without 1 area whose children are not known."
    )


def test_each_quadrant_s_number_opens_its_cells(asked):
    cells = questions.coverage(asked, AXES)
    found = {number.label: number for number in told.numbers(cells, beside(asked))}

    number = found["high, covered (Derby), 5 cells"]
    assert set(number.rows()["row"]) == {hub.DERBY}
    assert sum(number.count for number in found.values()) == 45


def test_each_term_s_number_opens_the_cells_where_it_is_safe(asked):
    numbers = list(told.safe_numbers(questions.coverage(asked, AXES), ["Schools", "Progression"]))

    assert [(number.label, number.count) for number in numbers] == [
        ("Schools, safe in 1 area", 1),
        ("Progression, safe in 0 areas", 0),
    ]
