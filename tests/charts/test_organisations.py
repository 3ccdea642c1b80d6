"""Who covers where."""

from analysis import charts, palette
from tests.charts import tables

COLOURS = palette.load()
FILL = {role.code: role.fill for role in (*COLOURS.states, *COLOURS.marks, *COLOURS.shares)}


def test_organisations_and_areas_keep_the_order_they_are_asked_for() -> None:
    figure = charts.who_covers(
        tables.marks(), ["Cedar", "Ash", "Elm"], {"peak": "Peak", "derby": "Derby"}
    )

    assert list(figure.layout.yaxis.ticktext) == ["Cedar", "Ash", "Elm"]
    assert list(figure.layout.xaxis.ticktext) == ["Peak", "Derby"]
    shown = tables.shown(figure)
    assert shown.customdata == [["Cedar", "derby"], ["Ash", "peak"]]
    assert shown.x == [1, 0]
    assert [round(base + 0.47) for base in shown.base] == [0, 1]


def test_a_mark_has_its_symbol_and_its_colour() -> None:
    areas = {"derby": "D", "peak": "P"}

    shown = tables.shown(charts.who_covers(tables.marks(), ["Birch", "Ash", "Cedar"], areas))

    assert shown.text == ["●", "■", "○", "?"]
    assert shown.fill == [FILL[code] for code in ("partner", "whole_hub", "enquiry", "unsure")]
    assert shown.hovertext[2].startswith("<b>Ash</b><br>High Peak<br>○ enquiry")


def test_a_matrix_without_marks_keeps_its_rows() -> None:
    figure = charts.who_covers(tables.marks(), ["Elm", "Fern"], {"derby": "D"})

    assert list(figure.layout.yaxis.ticktext) == ["Elm", "Fern"]
    assert len(figure.data) == 1


def test_a_long_name_is_cut_on_the_axis_and_whole_on_hover() -> None:
    name = "The Derwent Valley Community Brass Band Association"
    figure = charts.who_covers(tables.marks().assign(organisation=name), [name], {"peak": "P"})

    assert list(figure.layout.yaxis.ticktext) == ["The Derwent Valley…"]
    assert name in figure.data[0].hovertext[0]


def test_the_matrix_in_words_counts_the_marks() -> None:
    words = charts.describe_who(tables.marks(), ["Ash", "Birch"], {"derby": "D", "peak": "P"})

    assert words == "2 organisations by 2 areas: 1 partner, 1 whole hub, 1 enquiry."


def test_the_matrix_in_words_says_so_when_there_are_no_marks() -> None:
    words = charts.describe_who(tables.marks(), ["Elm"], {"derby": "D"})

    assert words == "1 organisation by 1 area: no marks."
