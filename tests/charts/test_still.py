"""A chart on paper has every mark of its figure, with its number, inside the picture."""

import re
from xml.etree import ElementTree

import pytest

from analysis import charts, palette, questions
from analysis.charts import paper, still, still_map
from tests.charts import tables
from tests.charts.test_area_map import outlines
from tests.hub import load, now

PARTNERS = """
Organisation | Stage        | Functions | Areas
Ash <b> & Co | Commissioned | Schools   | Derby
Birch        | Received     | Inclusion | Derby
"""
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def cells(store):
    load(store, PARTNERS, "partner")
    return questions.coverage(now(store), ("function", "area"))


def tile_map(shaded):
    return charts.map_of_areas(shaded, outlines().head(0))


def outline_map(shaded):
    return charts.map_of_areas(shaded, outlines())


def drawn(cells):
    then = {name: cells[name] for name in ("state", "partners", "enquiries", "unsure", "whole_hub")}
    before = cells.assign(**{f"{name}_before": old for name, old in then.items()})
    changed = before.assign(state_before="gap", partners_before=0)
    tally = questions.tally(cells)
    return (
        charts.coverage_grid(cells),
        charts.before_and_after(changed),
        charts.state_bars(tally),
        charts.over_time(tally),
    )


def test_every_mark_is_drawn_once_and_within_the_picture(cells):
    for figure in drawn(cells):
        picture = ElementTree.fromstring(still.as_svg(figure))
        marks = [mark for trace in figure.data[:-1] for mark in trace["text"]]
        boxes = picture.findall(f"{SVG}rect")
        keys = len(figure.data[-1].marker.colorbar.ticktext)
        height = float(picture.get("height"))

        assert len(boxes) == len(marks) + keys + 1  # and the white behind them
        for box in boxes:
            left, top, wide, high = (
                float(box.get(name, 0)) for name in ("x", "y", "width", "height")
            )
            assert left >= 0 <= top
            assert left + wide <= paper.WIDTH + 0.1
            assert top + high <= height + 0.1


@pytest.mark.parametrize("draw", [tile_map, outline_map])
def test_a_map_has_every_area_with_its_fill_and_words_within_the_picture(draw):
    shaded = tables.tiles_by_state()
    picture = ElementTree.fromstring(still_map.as_svg(draw(shaded)))
    areas = [*picture.iter(f"{SVG}polygon"), *picture.iter(f"{SVG}path")]
    texts = ["".join(each.itertext()) for each in picture.iter(f"{SVG}text")]
    states = palette.load().states

    assert sorted(area.get("fill") for area in areas) == sorted(
        palette.find(states, code).fill for code in shaded["shade_state"]
    )
    assert {"High Peak", "✕ 0 of 5", "? none", "✕ gap"} <= set(texts)
    for area in areas:
        points = re.findall(r"(-?[\d.]+),(-?[\d.]+)", area.get("points") or area.get("d"))
        assert all(0 <= float(x) <= paper.WIDTH for x, _ in points)
        assert all(0 <= float(y) <= float(picture.get("height")) for _, y in points)


def test_a_map_on_which_no_area_has_a_place_is_empty_and_still_says_them_all():
    nowhere = tables.tiles_by_state().assign(x=float("nan"), y=float("nan"))
    picture = ElementTree.fromstring(still_map.as_svg(tile_map(nowhere)))

    assert not list(picture.iter(f"{SVG}polygon"))
    assert "High Peak" in charts.describe_tiles(nowhere)


def test_a_hole_in_an_area_is_not_filled():
    picture = ElementTree.fromstring(still_map.as_svg(outline_map(tables.tiles_by_state())))
    first = next(picture.iter(f"{SVG}path"))

    assert first.get("d").count("M") == 3
    assert first.get("fill-rule") == "evenodd"


def test_it_says_the_numbers_and_the_labels_of_the_figure(cells):
    figure = charts.coverage_grid(cells)
    picture = ElementTree.fromstring(still.as_svg(figure))
    texts = ["".join(each.itertext()) for each in picture.findall(f"{SVG}text")]
    numbers = sorted(mark for trace in figure.data[:-1] for mark in trace["text"])

    assert sorted(text for text in texts if re.search(r"\d$", text)) == numbers
    assert {"Schools", "Inclusion", "Derby", "Bolsover", "● covered", "✕ gap"} <= set(texts)
