"""Areas by need and by cover."""

import itertools

import plotly.graph_objects as go
import pytest

from analysis import charts, palette
from analysis.charts import labels
from tests.charts import tables

FILL = {role.code: role.fill for role in palette.load().quadrants}


def test_the_higher_the_need_the_higher_and_the_safer_the_righter() -> None:
    shown = points(charts.need_beside_cover(tables.beside()))

    assert shown["derby"][0] > shown["peak"][0]
    assert shown["peak"][1] > shown["derby"][1]


def test_the_first_in_a_ranking_stands_highest() -> None:
    ranked = tables.beside().assign(need_unit="rank")

    shown = points(charts.need_beside_cover(ranked))

    assert shown["peak"][1] < shown["derby"][1]


def test_an_area_without_a_figure_stands_beneath_all_others_in_a_band_that_says_so() -> None:
    figure = charts.need_beside_cover(tables.beside())
    shown = points(figure)

    assert shown["dales"][1] < min(shown["derby"][1], shown["peak"][1])
    assert figure.layout.yaxis.ticktext[0] == "not<br>known"
    assert fills(figure)["dales"] == FILL["not-known"]


def test_an_area_where_nothing_applies_is_not_drawn() -> None:
    some = tables.beside()
    some.loc[0, "cells"] = 0

    assert "derby" not in points(charts.need_beside_cover(some))


def test_every_point_has_its_name_and_its_symbol() -> None:
    figure = charts.need_beside_cover(tables.beside())

    names = [note.text for note in figure.layout.annotations[1:]]
    assert names == ["Derby", "High Peak", "Derbyshire<br>Dales"]
    assert sorted(tables.shown(figure).text) == sorted("–○◆")


def test_both_dividing_lines_are_drawn_at_half_and_at_the_middle() -> None:
    figure = charts.need_beside_cover(tables.beside())
    corner, upright, level, _ = figure.layout.shapes

    assert (upright.x0, upright.x1) == (0.5, 0.5)
    assert level.y0 == level.y1 == corner.y0
    assert "middle<br>25" in figure.layout.yaxis.ticktext


def test_without_any_figure_all_areas_stand_in_the_band() -> None:
    nothing = tables.beside().assign(need=float("nan"), need_middle=float("nan"), need_unit=None)

    figure = charts.need_beside_cover(nothing.assign(quadrant="not-known"))

    assert {y for _, y in points(figure).values()} == {0.08}
    assert list(figure.layout.yaxis.ticktext) == ["not<br>known"]


def test_equal_figures_stand_at_one_height() -> None:
    equal = tables.beside().assign(need=25.0)

    assert len({y for _, y in points(charts.need_beside_cover(equal)).values()}) == 1


def test_the_points_in_words_tell_every_area_by_its_quadrant() -> None:
    told = charts.describe_need_beside_cover(tables.beside())

    assert told == (
        "3 areas by need and by cover. Lower need, and at least half is safe: Derby (4 of 5 safe, "
        "need 10). High need, and less than half is safe: High Peak (0 of 5 safe, need 40). Nobody "
        "published the figure, or nothing applies there: Derbyshire Dales (1 of 5 safe, need not "
        "known)."
    )


@pytest.mark.parametrize("width", [230, 520, 1040])
def test_no_two_names_of_a_crowd_cover_each_other(width: int) -> None:
    crowd = [(0.1, 0.2), (0.1, 0.28), (0.5, 0.5), (0.55, 0.52), (0.9, 0.9), (0.9, 0.97)]
    names = ["Bolsover", "S<br>Derbyshire", "Erewash", "NE<br>Derbyshire", "Derby", "Amber Valley"]

    sides = labels.sides(crowd, names, 420, 24)

    boxes = [
        labels._box(point, name, side, (width, 420))
        for point, name, side in zip(crowd, names, sides, strict=True)
    ]
    assert not [pair for pair in itertools.combinations(boxes, 2) if labels._overlap(*pair)]


def points(figure: go.Figure) -> dict[str, tuple[float, float]]:
    shown = tables.shown(figure)
    return {area: (x, y) for (area,), x, y in zip(shown.customdata, shown.x, shown.y, strict=True)}


def fills(figure: go.Figure) -> dict[str, str]:
    shown = tables.shown(figure)
    return {area: fill for (area,), fill in zip(shown.customdata, shown.fill, strict=True)}
