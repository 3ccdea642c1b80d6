"""The grid before and after: what changes stands out, and by more than its colour."""

from analysis import charts
from tests.charts import tables


def shown():
    return tables.shown(charts.before_and_after(tables.before_and_after()))


def test_both_grids_are_drawn_row_by_row():
    figure = charts.before_and_after(tables.before_and_after())

    rows = list(figure.layout.yaxis.ticktext)
    assert rows[:4] == ["<b>Before</b>", "Schools", "Lasting", "Access"]
    assert rows[4:] == ["<b>After</b>", "Schools", "Lasting", "Access"]
    assert len(shown().text) == 12


def test_a_cell_that_changes_state_says_which_way():
    marked = [text for text in shown().text if "<br>" in text]

    assert sorted(marked) == ["?\u20095<br>▼", "●\u20093<br>▲"]


def test_a_cell_that_changes_state_has_a_heavy_edge_in_both_grids():
    figure = charts.before_and_after(tables.before_and_after())

    widths = [width for trace in figure.data[:-1] for width in trace.marker.line.width]
    assert sorted(widths) == [1] * 8 + [3] * 4


def test_where_no_state_changes_one_grid_says_it_all():
    cells = tables.before_and_after()
    cells["state_before"] = cells["state"]

    figure = charts.before_and_after(cells)

    assert list(figure.layout.yaxis.ticktext) == ["Schools", "Lasting", "Access"]
    assert charts.describe_before_and_after(cells).startswith("No cell changes state. 6 cells: ")


def test_the_description_names_what_changes():
    told = charts.describe_before_and_after(tables.before_and_after())

    assert told.startswith(
        "2 cells of 6 would change state: Schools, Derby, from fragile to covered; "
        "Lasting, High Peak, from fragile to unknown. After: 6 cells: "
    )


def test_the_description_of_many_changes_stays_short():
    cells = tables.before_and_after()
    cells["state_before"] = "not-applicable"
    many = tables.pd.concat([cells, cells], ignore_index=True)

    assert "; and 2 more." in charts.describe_before_and_after(many)
