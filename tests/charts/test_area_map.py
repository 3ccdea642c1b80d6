"""The map of real outlines."""

from urllib.parse import unquote

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis import charts, palette
from tests.charts import tables

COLOURS = palette.load()
SQUARE = [(0.0, 50.0), (0.0, 51.0), (1.0, 51.0), (1.0, 50.0), (0.0, 50.0)]
MIDDLES = {"derby": 50.5, "peak": 50.8, "dales": 50.2}
HOLE = [(0.2, 50.2), (0.4, 50.2), (0.4, 50.4), (0.2, 50.2)]


def outlines() -> pd.DataFrame:
    rings = [("derby", 0, 0, SQUARE), ("derby", 0, 1, HOLE), ("derby", 1, 0, SQUARE)]
    rings += [("peak", 0, 0, SQUARE), ("dales", 0, 0, SQUARE)]
    return pd.DataFrame(
        [
            (area, polygon, ring, [x for x, _ in at], [y for _, y in at], 0.5, MIDDLES[area])
            for area, polygon, ring, at in rings
        ],
        columns=["area", "polygon", "ring", "xs", "ys", "middle_x", "middle_y"],
    )


def drawn(lifted: pd.DataFrame | None = None, shaded: pd.DataFrame | None = None) -> go.Figure:
    now = tables.tiles_by_state() if shaded is None else shaded
    return charts.area_map(now, outlines(), lifted)


def test_each_area_has_its_polygons_with_their_holes() -> None:
    features = drawn().data[0].geojson["features"]
    coordinates = {one["id"]: one["geometry"]["coordinates"] for one in features}

    assert [len(polygon) for polygon in coordinates["derby"]] == [2, 1]
    assert coordinates["derby"][0][1][0] == [0.2, 50.2]
    assert list(coordinates) == ["derby", "peak", "dales"]


def test_each_area_has_the_colour_of_its_state_and_a_click_gives_its_code() -> None:
    areas = drawn().data[0]
    codes = [role.code for role in COLOURS.states]

    assert [codes[place] for place in areas.z] == ["covered", "gap", "unknown"]
    assert [list(code) for code in areas.customdata] == [["derby"], ["peak"], ["dales"]]
    assert areas.colorscale[0][1] == COLOURS.states[0].fill


def test_a_share_that_is_not_known_has_a_colour_of_its_own() -> None:
    areas = drawn(shaded=tables.tiles_by_share()).data[0]

    assert list(areas.z) == [4, 0, 5]
    assert areas.colorscale[-1][1] == COLOURS.no_share.fill


def test_each_name_stands_with_its_symbol_and_number_not_by_colour_alone() -> None:
    names = drawn().data[-2]

    assert list(names.text)[1:] == [
        "High Peak<br><b>✕ 0 of 5</b>",
        "Derbyshire<br>Dales<br><b>? none</b>",
    ]
    assert names.hoverinfo == "skip"


def test_a_name_that_would_lie_on_another_is_left_off_and_its_figure_stays() -> None:
    middles = {"derby": 50.5, "peak": 50.55, "dales": 50.45}
    close = outlines().assign(middle_y=lambda at: at["area"].map(middles))
    names = list(charts.area_map(tables.tiles_by_state(), close).data[-2].text)

    assert names[0].startswith("Derby<br>")
    assert names[1:] == ["<b>✕ 0 of 5</b>", "<b>? none</b>"]


def test_the_map_shows_all_points_with_a_little_room() -> None:
    geo = drawn().layout.geo

    assert geo.lonaxis.range == pytest.approx((-0.03, 1.03))
    assert geo.lataxis.range == pytest.approx((49.97, 51.03))
    assert geo.bgcolor == "rgba(0,0,0,0)"


def test_no_base_map_is_fetched() -> None:
    address = str(charts.CONFIG["topojsonURL"])

    assert address.startswith("data:application/json,")
    assert address.endswith("#")
    assert '"countries"' in unquote(address)


def test_what_the_filters_leave_out_or_change_is_drawn_faintly() -> None:
    every = tables.tiles_by_state()
    figure = drawn(every, every.head(2).assign(value_text=["4 of 5", "1 of 5"]))
    faint = [trace for trace in figure.data if trace.name == "without the filters"]

    assert [trace.type for trace in faint] == ["choropleth", "scattergeo"]
    assert [list(code) for code in faint[0].customdata] == [["dales"]]
    assert faint[1].hovertext[0].startswith("Without the filters: <b>High Peak</b>")
    assert charts.is_faint(figure)
    assert not charts.is_faint(drawn(every))


def test_the_map_uses_only_what_plotly_knows_and_draws_no_markup() -> None:
    hostile = tables.tiles_by_state().assign(label='<a href="x">y</a>', detail="<b>z</b>")
    figure = drawn(shaded=hostile)
    drawn_again = go.Figure(figure.to_dict())

    assert len(drawn_again.data) == 3
    assert "<a" not in "".join([*figure.data[0].hovertext, *figure.data[1].text])
