"""The honest grid."""

import pytest

from analysis import charts, palette
from analysis.errors import DashboardError
from tests.charts import tables

COLOURS = palette.load()
FILL = {role.code: role.fill for role in (*COLOURS.states, *COLOURS.marks, *COLOURS.shares)}


def test_every_cell_is_drawn_at_its_row_and_column() -> None:
    shown = tables.shown(charts.coverage_grid(tables.cells()))

    assert shown.x == [0, 1, 0, 1, 0, 1]
    assert [round(base + 0.47) for base in shown.base] == [0, 0, 1, 1, 2, 2]


def test_rows_and_columns_keep_the_order_they_came_in() -> None:
    layout = charts.coverage_grid(tables.cells()).layout

    assert list(layout.yaxis.ticktext) == ["Schools", "Lasting", "Access"]
    assert list(layout.xaxis.ticktext) == ["Derby", "High Peak"]
    assert list(layout.yaxis.range) == [2.5, -0.5]


def test_a_cell_shows_its_symbol_and_the_number_that_matters() -> None:
    shown = tables.shown(charts.coverage_grid(tables.cells()))

    assert [text.split() for text in shown.text] == [
        ["●", "3"],
        ["◐", "1"],
        ["○", "4"],
        ["?", "5"],
        ["✕", "0"],
        ["–"],
    ]


def test_a_cell_has_the_colour_of_its_state() -> None:
    cells = tables.cells()

    shown = tables.shown(charts.coverage_grid(cells))

    assert shown.fill == [FILL[state] for state in cells["state"]]


def test_a_click_on_a_cell_gives_its_row_and_column() -> None:
    shown = tables.shown(charts.coverage_grid(tables.cells()))

    assert shown.customdata[:3] == [
        ["schools", "derby"],
        ["schools", "peak"],
        ["lasting", "derby"],
    ]


def test_hovering_over_a_cell_tells_all_its_counts() -> None:
    shown = tables.shown(charts.coverage_grid(tables.cells()))

    assert shown.hovertext[0] == (
        "<b>Schools, Derby</b><br>● covered: safe if one leaves<br>"
        "Partners: 3, 1 only through a whole-hub claim (target 2)<br>"
        "Enquiries: 1<br>Unsure: 0"
    )


def test_hovering_over_a_cell_that_does_not_apply_tells_why() -> None:
    shown = tables.shown(charts.coverage_grid(tables.cells()))

    assert shown.hovertext[5] == "<b>Access, High Peak</b><br>– not applicable: No schools here"


def test_a_cell_that_does_not_apply_without_a_reason_is_not_counted() -> None:
    shown = tables.shown(charts.coverage_grid(tables.cells().assign(reason=None)))

    assert shown.hovertext[5].endswith("not applicable: not counted")


def test_a_grid_of_one_dimension_has_room_for_the_word() -> None:
    shown = tables.shown(charts.coverage_grid(tables.one_dimension()))

    assert [text.split() for text in shown.text] == [
        ["●", "3", "covered"],
        ["○", "4", "waiting"],
        ["✕", "0", "gap"],
    ]


def test_a_grid_grows_with_its_rows() -> None:
    short = charts.coverage_grid(tables.cells().head(2)).layout.height
    tall = charts.coverage_grid(tables.cells()).layout.height

    assert tall - short == 2 * 36


def test_a_state_without_a_colour_is_refused() -> None:
    with pytest.raises(DashboardError, match='no colour for "mauve"'):
        charts.coverage_grid(tables.cells().assign(state="mauve"))


def test_the_grid_in_words_counts_the_states_and_names_the_gaps() -> None:
    assert charts.describe_grid(tables.cells()) == (
        "6 cells: 1 covered, 1 fragile, 1 waiting, 1 unknown, 1 gap, 1 not applicable. "
        "Gaps: Access, Derby."
    )


def test_the_grid_in_words_names_three_gaps_and_counts_the_rest() -> None:
    words = charts.describe_grid(tables.cells().assign(state="gap"))

    assert words == (
        "6 cells: 6 gaps. Gaps: Schools, Derby; Schools, High Peak; Lasting, Derby and 3 more."
    )


def test_the_grid_in_words_says_so_when_there_is_no_gap() -> None:
    assert charts.describe_grid(tables.cells().head(1)) == "1 cell: 1 covered. No gaps."
