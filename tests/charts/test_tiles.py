"""The map of hexagons."""

import pytest

from analysis import charts, palette
from tests.charts import tables

COLOURS = palette.load()
FILL = {role.code: role.fill for role in (*COLOURS.states, *COLOURS.marks, *COLOURS.shares)}


def test_a_tile_has_the_colour_of_its_state_and_its_symbol() -> None:
    shown = tables.shown(charts.tile_map(tables.tiles_by_state()))

    assert shown.fill == [FILL["covered"], FILL["gap"], FILL["unknown"]]
    assert shown.text[2] == "Derbyshire<br>Dales<br><b>? none</b>"


def test_a_share_that_is_not_known_is_never_drawn_as_zero() -> None:
    shown = tables.shown(charts.tile_map(tables.tiles_by_share()))

    assert shown.fill == [FILL["step-5"], FILL["step-1"], COLOURS.no_share.fill]


def test_hexagons_stand_in_rows_that_touch() -> None:
    figure = charts.tile_map(tables.tiles_by_state())

    assert tables.shown(figure).y == pytest.approx([0, 0.866, 0.866], abs=0.001)
    assert figure.data[0].marker.size == pytest.approx(92 * 1.1547, abs=0.01)


def test_both_axes_of_the_map_have_one_scale() -> None:
    layout = charts.tile_map(tables.tiles_by_state()).layout
    pixels = layout.height - layout.margin.t - layout.margin.b

    assert layout.yaxis.scaleanchor == "x"
    assert pixels / (layout.yaxis.range[0] - layout.yaxis.range[1]) == pytest.approx(92, abs=0.5)


def test_a_click_on_a_tile_gives_its_area() -> None:
    shown = tables.shown(charts.tile_map(tables.tiles_by_state()))

    assert shown.customdata == [["derby"], ["peak"], ["dales"]]


def test_the_map_in_words_tells_every_area() -> None:
    assert charts.describe_tiles(tables.tiles_by_state()) == (
        "Map of 3 areas: Derby 4 of 5, covered; High Peak 0 of 5, gap; "
        "Derbyshire Dales none, unknown."
    )
