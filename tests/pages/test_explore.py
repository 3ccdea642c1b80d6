"""Explore: any two dimensions, what stands behind a cell, and who covers what where."""

import pytest

from analysis.vocabulary import HEADINGS
from tests import hub
from tests.pages.conftest import texts

pytestmark = pytest.mark.usefixtures("loaded")
NAMES = {HEADINGS[d]: d for d in ("aim", "function", "area", "focus")}


@pytest.mark.parametrize("columns", [n for n in NAMES if n != "Aim"])
def test_any_two_dimensions_make_a_grid(visit, columns):
    app = visit("coverage/explore", rows="Aim", columns=columns)
    cells = app.dataframe[0].value

    assert not app.exception
    assert len(cells) == 3 * len(hub.WORDS.frame(NAMES[columns]))


def test_rows_and_columns_are_never_the_same(visit):
    app = visit("coverage/explore", rows="Area")

    assert "Area" not in app.selectbox(key="columns").options


def test_a_chosen_cell_lists_its_offers_and_says_its_state(visit):
    app = visit("coverage/explore", cell="Schools × Derby")
    behind = app.dataframe[1].value

    assert list(behind["Organisation"]) == ["Ash", "Birch"]
    assert list(behind["Counts as"]) == ["partner", "unsure: the answer does not say"]
    assert "is fragile, one departure away: 1 partner (target 2)" in texts(app)


def test_a_chosen_offer_shows_its_words_and_where_they_stood(visit):
    app = visit("coverage/explore", cell="Schools × Derby")
    app.selectbox(key="offer").select_index(0).run()
    words = app.dataframe[2].value.set_index("Words in the file")

    assert list(words.loc["Whole-class brass", ["File", "Row", "Column"]]) == ["offers.csv", 2, "H"]


def test_a_cell_that_does_not_fit_the_axes_any_more_is_let_go(visit):
    app = visit("coverage/explore", cell="Schools × Derby")
    app.selectbox(key="rows").select("Aim").run()

    assert not app.exception
    assert app.selectbox(key="cell").value is None


def test_an_offer_of_another_cell_is_let_go(visit):
    app = visit("coverage/explore", cell="Schools × Derby")
    app.selectbox(key="offer").select_index(0).run()
    app.selectbox(key="cell").select("Inclusion × Derby").run()

    assert app.selectbox(key="offer").value is None


def test_a_cell_that_nobody_speaks_of_says_so(visit):
    app = visit("coverage/explore", cell="Sustainability × Derby")

    assert "Nobody claims this cell" in texts(app)


def test_who_covers_a_function_is_not_widened_by_a_filter_on_functions(visit):
    app = visit("coverage/explore", function=["Schools", "Inclusion"], **{"for": "Inclusion"})
    shown = app.dataframe[1].value

    assert list(shown["Organisation"]) == ["Birch", "Cedar"]


def test_who_covers_names_only_the_areas_that_the_filters_leave(visit):
    app = visit("coverage/explore", area=["Erewash", "Derby"], **{"for": "Schools"})

    assert list(app.dataframe[1].value.columns) == ["Organisation", "Derby", "Erewash"]


def test_an_area_without_a_mark_keeps_its_column(visit):
    app = visit("coverage/explore", **{"for": "Schools"})

    assert len(app.dataframe[1].value.columns) == 1 + 9
