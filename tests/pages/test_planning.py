"""Next steps: gaps in order, the few enquiries that close most, and what a departure breaks."""

import pytest

from tests import hub
from tests.pages.conftest import texts

pytestmark = pytest.mark.usefixtures("loaded")
MORE = """
    Organisation|Email|Functions|Areas
    Dogwood|dog@example.org|Inclusion|Derby; Erewash
    Elm|elm@example.org|Sustainability|Countywide
    Fir|fir@example.org|Sustainability|Countywide
"""


def test_gaps_stand_in_the_order_of_their_points(visit):
    app = visit("decide/gaps")

    told = app.dataframe[0].value
    assert list(told["Points"]) == sorted(told["Points"], reverse=True)
    assert "45 function × area cells are short of their target. First: " in texts(app)


def test_weights_in_the_address_change_the_order_and_its_arithmetic(visit):
    app = visit("decide/gaps", count_missing="0", count_children="5", count_need="0")

    first = app.dataframe[0].value.iloc[0]
    assert (first["Points"], first["Arithmetic"]) == (500, "5 × 100 children")
    assert "Points: 0 × missing + 5 × children + 0 × need" in texts(app)


def test_a_chosen_gap_says_what_it_is_and_who_could_close_it(visit):
    app = visit("decide/gaps", gap="Inclusion × Derby")

    assert "Nobody yet; somebody has offered." in texts(app)
    assert "Need: Children under 16 in relative low income after housing costs: 32.5" in texts(app)
    assert "All we know of Cedar" in [link.label for link in app.get("page_link")]
    assert list(app.dataframe[1].value["Organisation"]) == ["Cedar", "Birch"]


def test_gaps_without_areas_have_no_children_behind_them(visit):
    app = visit("decide/gaps", rows="Aim", columns="Function")

    assert not app.exception
    assert "Children" not in app.dataframe[0].value.columns


def test_the_shortlist_names_the_best_sets_and_what_only_each_brings(visit, store):
    hub.load(store, MORE)
    app = visit("decide/shortlist", most="2")

    assert "2 organisations would fill 11 of 43 cells without a partner." in texts(app)
    assert "2 sets do equally well." in texts(app)
    told = app.dataframe[0].value
    assert list(told["Organisation"]) == ["Dogwood", "Elm", "Dogwood", "Fir"]
    assert told["Only it would fill"].iloc[0] == "Inclusion × Derby; Inclusion × Erewash"


def test_the_shortlist_keeps_to_must_and_never(visit, store):
    hub.load(store, MORE)
    app = visit("decide/shortlist", most="2", must=["Cedar"], never=["Elm"])

    assert list(app.dataframe[0].value["Organisation"]) == ["Cedar", "Fir"]
    assert "Cedar" not in app.multiselect(key="never").options


def test_more_must_haves_than_places_are_refused_in_a_sentence(visit, store):
    hub.load(store, MORE)
    app = visit("decide/shortlist", most="1", must=["Cedar", "Elm"])

    assert not app.exception
    assert "2 organisations must be on a shortlist of 1" in texts(app)


def test_the_shortlist_may_count_points_and_limit_whoever_ticks_much(visit, store):
    hub.load(store, MORE)
    app = visit("decide/shortlist", most="1", cap="2", worth="By the points of its gap")

    assert "would fill cells worth" in texts(app)
    assert "Elm would fill 9 cells, more than are counted for one." in texts(app)


def test_departures_list_who_most_rests_on_and_what_would_break(visit):
    app = visit("decide/departures", leaver="Ash")

    assert "2 of 45 cells rest on one partner." in texts(app)
    assert "Without Ash, 2 cells would have no partner, and 0 cells would turn fragile." in texts(
        app
    )
    assert list(app.dataframe[1].value["Cell"]) == ["Schools × Derby", "Schools × Erewash"]


def test_a_filter_narrows_the_next_steps(visit):
    gaps, departures = (
        visit(f"decide/{page}", area=["Derby"], function=["Schools", "Inclusion"])
        for page in ("gaps", "departures")
    )

    assert len(gaps.dataframe[0].value) == 2
    assert "1 of 2 cells rest on one partner." in texts(departures)
