"""Pictures to take away: the chart's own marks, and above them what the page says around it."""

import plotly.graph_objects as go

from analysis import charts
from tests.charts import tables

ABOUT = (("Filters", "Area: Derby or <b>Erewash</b>"), ("Data as of", "3 May 2026"))


def test_a_picture_has_the_marks_of_its_chart_and_leaves_the_chart_as_it_was() -> None:
    figure = charts.coverage_grid(tables.cells())
    before = figure.to_dict()
    picture = charts.picture(figure, "Grid", ABOUT)

    assert vars(tables.shown(picture)) == vars(tables.shown(figure))
    assert figure.to_dict() == before


def test_a_picture_says_its_title_every_filter_and_its_date() -> None:
    told = charts.picture(charts.state_bars(tables.tally()), "Bars", ABOUT).layout.title.text

    assert "Bars" in told
    assert "Filters: Area: Derby or bErewash/b<br>Data as of: 3 May 2026" in told


def test_a_long_filter_is_told_in_full_over_several_lines() -> None:
    areas = " or ".join(f"District number {n}" for n in range(40))
    told = charts.picture(charts.state_bars(tables.tally()), "Bars", (("Filters", areas),))
    lines = told.layout.title.text.split("<br>")

    assert max(map(len, lines)) < 140
    assert " ".join(lines).endswith(areas)
    assert told.layout.margin.t > 16 * len(lines)


def test_a_picture_is_what_plotly_knows_and_saves_it_in_the_form_asked_for() -> None:
    drawn = charts.picture(charts.tile_map(tables.tiles_by_state()), "Map", ABOUT).to_dict()

    assert go.Figure(drawn).layout.title.text == drawn["layout"]["title"]["text"]
    assert charts.picture_config("map", "svg")["toImageButtonOptions"]["format"] == "svg"
