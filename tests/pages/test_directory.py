"""The directory: found as you type, filtered, counted by stage, and led on from."""

import pytest

from tests.pages.conftest import texts

PAGE = "organisations/directory"
pytestmark = pytest.mark.usefixtures("loaded")


def names(app):
    return list(app.dataframe[0].value["Organisation"])


def test_every_organisation_is_listed_with_its_furthest_stage(visit):
    app = visit(PAGE)

    assert names(app) == ["Ash", "Birch", "Cedar"]
    assert "Received 1, In dialogue 0, Observed 0, Pilot 0, Commissioned 1" in texts(app)


@pytest.mark.parametrize(("typed", "found"), [("as", ["Ash"]), ("BRASS class", ["Ash"]), ("x", [])])
def test_what_is_typed_is_looked_for_in_names_and_offers(visit, typed, found):
    app = visit(PAGE)
    app.text_input(key="search").set_value(typed).run()

    assert names(app) == found
    assert not app.exception


def test_what_was_searched_for_stands_beneath_the_list_and_in_its_downloads(visit):
    app = visit(PAGE, search="brass", at="Strategic Hub Partner")

    assert "1 organisation found for “brass”, furthest stage Strategic Hub Partner." in texts(app)


def test_the_one_set_of_filters_narrows_it(visit):
    assert names(visit(PAGE, function="Inclusion")) == ["Birch", "Cedar"]
    assert names(visit(PAGE, stage="Received")) == ["Cedar"]


def test_each_stage_lists_as_many_organisations_as_the_pipeline_says(visit):
    app = visit(PAGE)
    for stage in app.selectbox(key="at").options[1:]:
        app.selectbox(key="at").select(stage).run()

        assert f"{stage} {len(names(app))}" in texts(app)


def test_the_age_of_enquiries_is_told_in_days(visit):
    app = visit(PAGE)
    ages = app.dataframe[0].value.set_index("Organisation")["Enquiry age (days)"]

    assert ages["Cedar"] == 0
    assert ages.isna().tolist() == [True, True, False]
    assert "1 organisation has an enquiry waiting" in texts(app)


def test_a_chosen_organisation_is_one_click_away(visit):
    app = visit(PAGE)
    app.selectbox(key="found").select("Birch").run()

    assert "All we know of Birch" in [link.value for link in app.page_link]
