"""What holds for every chart."""

import plotly.graph_objects as go
import pytest

from analysis import charts, palette
from tests.charts import tables

COLOURS = palette.load()


def every_figure() -> list[go.Figure]:
    return [
        charts.coverage_grid(tables.cells()),
        charts.coverage_grid(tables.one_dimension()),
        charts.before_and_after(tables.before_and_after()),
        charts.state_bars(tables.tally()),
        charts.who_covers(
            tables.marks(), ["Ash", "Birch"], {"derby": "Derby", "peak": "High Peak"}
        ),
        charts.tile_map(tables.tiles_by_state()),
        charts.tile_map(tables.tiles_by_share()),
        charts.need_beside_cover(tables.beside()),
        charts.over_time(tables.tally()),
    ]


NAMES = [
    "grid",
    "grid of one dimension",
    "before and after",
    "bars",
    "who covers",
    "map by state",
    "map by share",
    "need beside cover",
    "over time",
]


of_every_chart = pytest.mark.parametrize("place", range(len(NAMES)), ids=NAMES)


@of_every_chart
def test_every_chart_has_at_most_three_traces(place: int) -> None:
    assert len(every_figure()[place].data) <= 3


@of_every_chart
def test_every_chart_cannot_be_zoomed_by_a_finger(place: int) -> None:
    layout = every_figure()[place].layout

    assert layout.dragmode is False
    assert layout.xaxis.fixedrange is True
    assert layout.yaxis.fixedrange is True


@of_every_chart
def test_every_chart_takes_the_background_of_the_page(place: int) -> None:
    layout = every_figure()[place].layout

    assert {layout.paper_bgcolor, layout.plot_bgcolor} == {"rgba(0,0,0,0)"}


@of_every_chart
def test_every_chart_sets_each_text_in_the_ink_of_its_fill(place: int) -> None:
    shown = tables.shown(every_figure()[place])
    roles = (*COLOURS.states, *COLOURS.marks, *COLOURS.quadrants)
    inks = {role.fill: role.ink for role in roles}
    inks |= {role.fill: role.ink for role in (*COLOURS.shares, COLOURS.no_share)}

    assert [inks[fill] for fill in shown.fill] == shown.ink


HOSTILE = '<a href="https://example.org">Click</a>'


def test_no_chart_draws_markup_that_somebody_typed() -> None:
    grid = tables.cells().assign(row_label=HOSTILE, column_label=HOSTILE, reason=HOSTILE)
    tiles = tables.tiles_by_state().assign(label=HOSTILE, value_text=HOSTILE, detail=HOSTILE)
    marks = tables.marks().assign(organisation=HOSTILE, area_label=HOSTILE)
    figures = [
        charts.coverage_grid(grid),
        charts.before_and_after(tables.before_and_after(grid)),
        charts.state_bars(tables.tally().assign(label=HOSTILE)),
        charts.over_time(tables.tally().assign(label=HOSTILE)),
        charts.who_covers(marks, [HOSTILE], {"derby": HOSTILE, "peak": HOSTILE}),
        charts.tile_map(tiles),
        charts.need_beside_cover(tables.beside().assign(label=HOSTILE)),
    ]
    drawn = [text for figure in figures for text in drawn_texts(figure)]

    assert not [text for text in drawn if "<a" in text or "</a" in text]


def drawn_texts(figure: go.Figure) -> list[str]:
    axes = (figure.layout.xaxis.ticktext, figure.layout.yaxis.ticktext)
    notes = [note.text for note in figure.layout.annotations]
    return [
        text
        for texts in (tables.shown(figure).text, tables.shown(figure).hovertext, notes, *axes)
        for text in texts or ()
    ]


@of_every_chart
def test_every_chart_uses_only_what_plotly_knows(place: int) -> None:
    drawn = every_figure()[place].to_dict()

    assert go.Figure(drawn).to_dict()["data"] == drawn["data"]


@of_every_chart
def test_a_click_leaves_the_ink_of_all_other_marks(place: int) -> None:
    traces = every_figure()[place].data[:-1]

    assert [trace.unselected.textfont.color for trace in traces] == [
        trace.textfont.color for trace in traces
    ]
    assert {trace.unselected.marker.opacity for trace in traces} == {1}


def with_ghosts() -> list[go.Figure]:
    """Every chart narrowed to its first marks, with all of them as what lifting brings back."""
    cells, tally, tiles = tables.cells(), tables.tally(), tables.tiles_by_state()
    areas = {"derby": "Derby", "peak": "High Peak"}
    some = tables.marks().query("area == 'derby'").replace({"mark": {"partner": "enquiry"}})
    fewer = cells.query("column == 'derby'").replace({"state": {"covered": "fragile"}})
    return [
        charts.coverage_grid(fewer, cells),
        charts.state_bars(tally.query("term == 'derby'").assign(cells=1), tally),
        charts.who_covers(some, ["Ash", "Birch"], areas, tables.marks()),
        charts.tile_map(tiles.head(1).assign(value_text="0 of 5"), tiles),
        charts.need_beside_cover(tables.beside().head(1).assign(covered=3), tables.beside()),
    ]


of_every_ghost = pytest.mark.parametrize(
    "place", range(5), ids=["grid", "bars", "who", "map", "need"]
)


@of_every_ghost
def test_what_is_faint_is_one_trace_before_the_key(place: int) -> None:
    figure = with_ghosts()[place]
    (faint,) = [trace for trace in figure.data if trace.name == "without the filters"]

    assert figure.data[-2] is faint
    assert len(figure.data) <= 4
    assert max(faint.marker.opacity) < 1


@of_every_ghost
def test_what_is_faint_beside_a_mark_has_no_text_and_says_what_it_is(place: int) -> None:
    faint = with_ghosts()[place].data[-2]
    beside = [opacity > 0.5 for opacity in faint.marker.opacity]

    assert any(beside)
    assert not all(beside)
    assert [text == "" for text in faint.text] == beside
    assert all(text.startswith("Without the filters: ") for text in faint.hovertext)


@of_every_ghost
def test_every_ghost_uses_only_what_plotly_knows(place: int) -> None:
    drawn = with_ghosts()[place].to_dict()

    assert go.Figure(drawn).to_dict()["data"] == drawn["data"]


@pytest.mark.parametrize("place", [0, 2], ids=["grid", "who"])
def test_no_mark_overlaps_the_strip_beneath_it(place: int) -> None:
    *marks, faint, _ = with_ghosts()[place].data
    boxes = [box for mark in marks for box in zip(mark.x, mark.base, mark.y, strict=True)]
    feet = {(x, round(base + height, 2)) for x, base, height in boxes}
    strips = zip(faint.x, faint.base, faint.marker.opacity, strict=True)

    assert all((x, round(base - 0.04, 2)) in feet for x, base, opacity in strips if opacity > 0.5)
