"""Definitions: the text and its examples are one, and the examples are what a plain count says."""

import pytest

from analysis import questions
from analysis.errors import DashboardError
from analysis.report import definitions
from tests import hub, oracle

TEXT = definitions.text()
HEADINGS = [
    getattr(definitions, name)
    for name in (
        "GRID",
        "STATES",
        "CORNERS",
        "WHO",
        "OFFERS",
        "PLACES",
        "BESIDE",
        "CHILDREN",
        "CHANGE",
        "TIME",
    )
]


def test_the_file_holds_its_examples_as_they_are_worked_out_today():
    assert definitions.filled(hub.WORDS, TEXT) == TEXT


def test_an_example_follows_the_hub_that_the_text_describes():
    other = TEXT.replace("| Birch | Commissioned |", "| Birch | Declined |")

    told = definitions.filled(hub.WORDS, other)

    assert "| Inclusion | Erewash | ? unknown |" in TEXT
    assert "| Inclusion | Erewash | ✕ gap |" in told


def test_the_hub_of_the_examples_counts_as_the_oracle_says():
    rows = (
        said("Ash", "strategic-partner", function=["schools"], area=[hub.DERBY, hub.EREWASH]),
        said("Birch", "commissioned", function=["schools", "inclusion"]),
        said("Cedar", "received", function=["inclusion"], area=[hub.DERBY]),
        said("Elm", "pilot", function=["partnerships"], area=["hub"]),
    )
    standing = oracle.offers([oracle.File("partner", ("function", "area"), rows)])
    cells = questions.coverage(definitions.example_hub(hub.WORDS, TEXT), ("function", "area"))

    for cell in cells.to_dict("records"):
        terms = {"function": cell["row"], "area": cell["column"]}
        expected = oracle.cell(standing, terms, {}, set())
        assert {name: cell[name] for name in expected} == expected


def said(organisation, stage, **terms):
    return oracle.Row(organisation, stage=stage, said=terms)


@pytest.mark.parametrize("heading", HEADINGS)
def test_every_kind_of_figure_has_a_heading_a_short_text_and_an_example(heading):
    section = definitions.about(heading, TEXT)[0]

    assert section.is_worked_out
    assert definitions.short(heading).endswith(".")
    assert "\n" not in definitions.short(heading)


def test_an_example_is_shown_with_its_hub_and_other_text_alone():
    assert len(definitions.about(definitions.GRID, TEXT)) == 2
    assert len(definitions.about("One organisation, one offer", TEXT)) == 1


def test_a_heading_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(DashboardError, match="The grid"):
        definitions.short("The weather")


def test_no_mark_of_ours_reaches_the_reader():
    assert "<!--" not in "".join(section.text for section in definitions.sections(TEXT))
