"""The bars of states."""

import pandas as pd
import pytest

from analysis import charts
from analysis.errors import DashboardError
from tests.charts import tables


def test_the_bars_stack_the_states_in_the_palettes_order_without_the_zeros() -> None:
    shown = tables.shown(charts.state_bars(tables.tally()))

    assert shown.customdata == [
        ["derby", "covered"],
        ["derby", "gap"],
        ["peak", "covered"],
        ["peak", "gap"],
    ]
    assert shown.x == [2, 1, 1, 2]
    assert shown.base == [0, 2, 0, 1]
    assert shown.y == [0, 0, 1, 1]


def test_a_segment_shows_its_symbol_and_number() -> None:
    shown = tables.shown(charts.state_bars(tables.tally()))

    assert shown.text == ["● 2", "✕ 1", "● 1", "✕ 2"]
    assert shown.hovertext[1] == "<b>Derby</b><br>✕ gap: 1 cell"


def test_a_term_without_any_cell_keeps_its_row() -> None:
    figure = charts.state_bars(tables.tally().assign(cells=[1, 2, 0, 0, 0, 0]))

    assert list(figure.layout.yaxis.ticktext) == ["Derby", "Hi Peak"]
    assert list(figure.data[0].y) == [0, 0]


def test_a_tally_with_a_state_without_a_colour_is_refused() -> None:
    with pytest.raises(DashboardError, match='no colour for "mauve"'):
        charts.state_bars(tables.tally().assign(state="mauve"))


def test_the_bars_in_words_tell_every_term() -> None:
    assert charts.describe_bars(tables.tally()) == (
        "Derby: 2 covered, 1 gap. Hi Peak: 1 covered, 2 gaps."
    )


def test_over_time_each_day_is_a_column_with_its_states_stacked_from_covered_up() -> None:
    (*marks, _) = charts.over_time(tables.tally()).data
    drawn = [
        (x, base, height, text)
        for trace in marks
        for x, base, height, text in zip(trace.x, trace.base, trace.y, trace.text, strict=True)
    ]

    assert sorted(drawn) == [(0, 0, 2, "● 2"), (0, 2, 1, "✕ 1"), (1, 0, 1, "● 1"), (1, 1, 2, "✕ 2")]


def test_over_many_days_a_column_has_room_for_its_numbers_only() -> None:
    days = pd.concat(tables.tally().assign(term=f"day {n}", label=f"{n}") for n in range(20))

    drawn = charts.over_time(days.groupby(["term", "label", "state"], as_index=False).first())

    assert {text for trace in drawn.data[:-1] for text in trace.text} == {"1", "2"}
