"""One set of filters: chips that take them away, charts that obey, marks of what is left out."""

import json
from itertools import product

import pytest

from analysis.vocabulary import HEADINGS
from tests import hub, oracle
from tests.pages.conftest import texts

pytestmark = pytest.mark.usefixtures("loaded")
FILE = oracle.File(
    "partner",
    ("aim", "function", "area", "focus"),
    (
        oracle.Row(
            "Ash",
            stage="strategic-partner",
            said={"function": ["schools"], "area": [hub.DERBY, hub.EREWASH], "focus": ["send"]},
        ),
        oracle.Row("Birch", stage="commissioned", said={"function": ["schools", "inclusion"]}),
        oracle.Row(
            "Cedar", stage="received", said={"function": ["inclusion"], "area": [hub.DERBY]}
        ),
    ),
)
STANDING = oracle.offers([FILE])
CHOICES = (
    {"area": {hub.DERBY}},
    {"area": {hub.DERBY, hub.EREWASH}, "focus": {"send"}},
    {"function": {"inclusion"}, "focus": {"rural"}},
)
GRIDS = (
    ("coverage/overview", "Function × area", ("function", "area")),
    ("coverage/explore", "Function × Area", ("function", "area")),
    ("coverage/inclusion", "Inclusion focus × area", ("focus", "area")),
    ("coverage/inclusion", "Inclusion focus × function", ("focus", "function")),
)
BARS = tuple(
    (axis, "function" if axis == "area" else "area") for axis in HEADINGS if axis != "stage"
)


def address(chosen: dict[str, set[str]]) -> dict[str, list[str]]:
    return {
        dimension: [term.short_label for term in hub.WORDS.frame(dimension) if term.code in codes]
        for dimension, codes in chosen.items()
    }


def table(app, title):
    return next(shown.value for shown in app.dataframe if shown.proto.alt == title)


def shown(dimension: str, chosen: dict[str, set[str]]) -> list[str]:
    codes = oracle.FRAME[dimension]
    return [code for code in codes if code in chosen.get(dimension, codes)]


def counted(axes, codes, chosen) -> dict[str, object]:
    others = {d: picked for d, picked in chosen.items() if d not in axes}
    return oracle.cell(STANDING, dict(zip(axes, codes, strict=True)), others, set())


@pytest.mark.parametrize("chosen", CHOICES, ids=("area", "areas and focus", "function and focus"))
@pytest.mark.parametrize(("page", "title", "axes"), GRIDS)
def test_every_grid_obeys_the_filters(visit, page, title, axes, chosen):
    cells = table(visit(page, **address(chosen)), title)
    expected = [
        counted(axes, codes, chosen) for codes in product(*(shown(a, chosen) for a in axes))
    ]

    for name in ("partners", "enquiries", "unsure"):
        assert list(cells[name.capitalize()]) == [cell[name] for cell in expected]
    assert [state[2:] for state in cells["State"]] == [cell["state"] for cell in expected]


@pytest.mark.parametrize("chosen", CHOICES, ids=("area", "areas and focus", "function and focus"))
@pytest.mark.parametrize("axes", BARS)
def test_every_bar_obeys_the_filters(visit, axes, chosen):
    title = f"Cells by state, {HEADINGS[axes[0]]} × {HEADINGS[axes[1]]}"
    bars = table(visit("coverage/overview", **address(chosen)), title)

    for row, code in zip(bars.to_dict("records"), shown(axes[0], chosen), strict=True):
        states = [counted(axes, (code, o), chosen)["state"] for o in shown(axes[1], chosen)]
        told = {name[2:]: count for name, count in row.items() if name[1:2] == " "}
        assert {state: n for state, n in told.items() if n} == {s: states.count(s) for s in states}


@pytest.mark.parametrize("chosen", CHOICES, ids=("area", "areas and focus", "function and focus"))
def test_the_map_and_its_table_obey_the_filters(visit, chosen):
    app = visit("coverage/places", **address(chosen))
    axes, areas = ("area", "function"), shown("area", chosen)
    functions = shown("function", chosen)
    states = [[counted(axes, (a, f), chosen)["state"] for f in functions] for a in areas]

    for title in ("Places", "Map: Share of functions that are safe"):
        assert list(table(app, title)["Gaps"]) == [row.count("gap") for row in states]
        assert list(table(app, title)["Of"]) == [len(functions)] * len(areas)


def test_who_covers_what_obeys_the_filters(visit):
    app = visit("coverage/explore", area="Erewash", focus="SEND", **{"for": "Schools"})
    marks = table(app, "Who covers Schools, where")

    assert dict(marks.to_numpy().tolist()) == {"Ash": "partner", "Birch": "unsure"}


def test_what_the_last_import_changed_obeys_the_filters(visit):
    app = visit("coverage/overview", area="Derby", function="Schools")

    assert "1 function × area cell changes state" in texts(app)
    assert "From gap to fragile: Schools × Derby." in texts(app)


def ghosts(app, place=0) -> dict[str, list[object]]:
    traces = json.loads(app.get("plotly_chart")[place].proto.spec)["data"]
    return next(trace for trace in traces if trace.get("name") == "without the filters")


def test_cells_that_the_filters_leave_out_are_drawn_faintly_as_they_would_be(visit):
    faint = ghosts(visit("coverage/overview", area="Derby"))
    told = dict(zip(map(tuple, faint["customdata"]), faint["hovertext"], strict=True))

    assert len(told) == 5 * 8
    for (function, area), text in told.items():
        state = counted(("function", "area"), (function, area), {})["state"]
        assert text.startswith("Without the filters: ")
        assert f" {state}: " in text


def test_a_cell_that_the_filters_change_has_a_strip_of_what_it_would_be(visit):
    faint = ghosts(visit("coverage/overview", focus="Rural"))
    axes = ("function", "area")
    differ = [
        codes
        for codes in product(*(oracle.FRAME[axis] for axis in axes))
        if counted(axes, codes, {})["state"] != counted(axes, codes, {"focus": {"rural"}})["state"]
    ]

    assert [tuple(codes) for codes in faint["customdata"]] == differ
    assert set(faint["text"]) == {""}


@pytest.mark.parametrize("page", ["coverage/overview", "coverage/places"])
def test_nothing_is_faint_without_filters(visit, page):
    drawn = [json.loads(chart.proto.spec)["data"] for chart in visit(page).get("plotly_chart")]

    assert not [trace for data in drawn for trace in data if "name" in trace]


def press(app, label):
    return next(button for button in app.button if button.label == label).click().run()


def test_a_chip_takes_its_filter_away_and_leaves_the_others(visit):
    app = visit("coverage/overview", area=["Derby", "Erewash"], function="Schools")
    press(app, "✕ Area: Derby")

    assert "Filtered by Function: Schools; Area: Erewash." in texts(app)


def test_a_filter_turned_round_leaves_out_what_it_showed(visit):
    app = press(visit("coverage/overview", area="Derby"), "Area: leave out instead")

    assert "Filtered by Area: all but Derby, offers that name none left out too." in texts(app)
    assert len(table(app, "Function × area")) == 5 * 8
    assert "Filtered by" not in texts(press(app, "✕ Area: not Derby"))


def test_a_filter_turned_round_twice_is_as_it_was(visit):
    app = press(visit("coverage/overview", area="Derby"), "Area: leave out instead")

    assert "Filtered by Area: Derby." in texts(press(app, "Area: show only these"))


def test_one_click_resets_every_filter(visit):
    app = visit("coverage/places", area="Derby", stage="Pilot", whole_hub="false")
    press(app, "Reset")

    assert "Filtered by" not in texts(app)
    assert app.toggle(key="whole_hub").value is True


def test_a_cell_of_explore_narrows_the_page_or_is_left_out(visit):
    app = visit("coverage/explore", cell="Schools × Derby")
    press(app, "Narrow the page to this cell")
    assert "Filtered by Function: Schools; Area: Derby." in texts(app)

    other = visit("coverage/explore", cell="Schools × Derby")
    other.selectbox(key="click").select("Leaves that out").run()
    press(other, "Narrow the page to this cell")
    assert "Function: all but Schools, offers that name none left out too; Area: all but " in texts(
        other
    )


def test_what_a_link_asks_for_and_is_not_there_is_said_until_a_filter_changes(visit):
    app = visit("coverage/overview", function=["Knitting", "Schools"], whole_hub="perhaps")

    assert 'Function "Knitting"; Count whole-hub claims "perhaps"' in texts(app)
    assert "Filtered by Function: Schools." in texts(app)
    assert not press(app, "Reset").warning
