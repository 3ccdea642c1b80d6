"""Definitions: the text, one heading of it, and the way to it from every chart."""

import pytest

from analysis.report import definitions

CHARTED = ("coverage/overview", "coverage/explore", "coverage/places", "coverage/inclusion")


def test_the_page_shows_every_heading_with_its_worked_example(visit):
    app = visit("help/definitions")

    assert not app.exception
    assert [header.value for header in app.header] == [
        section.title for section in definitions.sections(definitions.text())
    ]
    cells = next(table.value for table in app.dataframe if "Unsure" in table.value)
    assert list(cells.iloc[0]) == ["Schools", "Derby", "◐ fragile", "1", "0", "1", "0"]


def test_one_heading_is_shown_with_the_hub_of_its_example(visit):
    app = visit("help/definitions", about="Cells by state")
    app.run()

    assert [header.value for header in app.header] == ["Cells by state", "The hub of the examples"]


def test_an_unknown_heading_shows_everything(visit):
    app = visit("help/definitions", about="The weather")

    assert not app.exception
    assert len(app.header) > 10


@pytest.mark.parametrize("page", CHARTED)
@pytest.mark.usefixtures("loaded")
def test_every_chart_leads_to_a_heading_that_says_how_it_is_counted(visit, page):
    app = visit(page, **{"for": "Schools"})
    links = [link for link in app.get("page_link") if link.label == "How this is counted"]
    known = {section.title for section in definitions.sections(definitions.text())}

    assert len(links) >= len(app.get("plotly_chart"))
    assert {about(link) for link in links} <= known


def about(link) -> str:
    (pair,) = link.proto.query_string.split("&") if link.proto.query_string else ("",)
    return pair.partition("=")[2].replace("+", " ").replace("%2C", ",")
