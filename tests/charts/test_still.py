"""A chart on paper has every mark of its figure, with its number, inside the picture."""

import re
from xml.etree import ElementTree

import pytest

from analysis import charts, questions
from analysis.charts import still
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
            assert left + wide <= still.WIDTH + 0.1
            assert top + high <= height + 0.1


def test_it_says_the_numbers_and_the_labels_of_the_figure(cells):
    figure = charts.coverage_grid(cells)
    picture = ElementTree.fromstring(still.as_svg(figure))
    texts = ["".join(each.itertext()) for each in picture.findall(f"{SVG}text")]
    numbers = sorted(mark for trace in figure.data[:-1] for mark in trace["text"])

    assert sorted(text for text in texts if re.search(r"\d$", text)) == numbers
    assert {"Schools", "Inclusion", "Derby", "Bolsover", "● covered", "✕ gap"} <= set(texts)
