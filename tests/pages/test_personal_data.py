"""Personal data: what is due, what is kept of somebody, and their erasure, on the page."""

import pytest

from analysis.ledger import entries
from tests import hub
from tests.pages.conftest import texts
from tests.pages.test_upload import click

PAGE = "data/personal_data"
OLD = """
    Organisation|Contact name|Email|Submitted at|Functions|Areas
    Elm|Zora Quimby|zora@example.org|2019-03-01 09:00|Schools|Derby
"""


@pytest.fixture
def old(store):
    """A store with one import."""
    hub.load(store, OLD)
    return store


def named(visit, name, what="A person"):
    app = visit(PAGE)
    app.selectbox(key="erase what").select(what)
    app.text_input(key="erase name").input(name).run()
    return app


@pytest.mark.usefixtures("old")
def test_what_would_go_is_said_before_anything_does(visit):
    app = named(visit, "zora quimby")

    assert "“zora quimby”, “zora@example.org”" in texts(app)
    assert "1 row of submissions" in texts(app)
    assert list(app.query_params) == []


def test_an_erasure_is_done_on_a_word_and_says_what_it_cannot_reach(visit, old):
    app = named(visit, "Zora Quimby")
    app.text_input(key="why erase").input("asked on 3 May")
    app.checkbox(key="sure").check().run()
    click(app, "Erase")

    assert "Erased, as entry 2 says" in app.success[0].value
    assert "Backups" in app.success[0].value
    assert "quimby" not in texts(app).lower()
    assert entries.entries(old)[-1].why == "asked on 3 May"


@pytest.mark.usefixtures("old")
def test_who_is_not_there_is_said_in_one_sentence(visit):
    app = named(visit, "Nobody", "An organisation")

    assert not app.exception
    assert "No offer is of an organisation" in app.error[0].value


@pytest.mark.usefixtures("begun")
def test_a_hub_with_nothing_in_it_has_nothing_due(visit):
    app = visit(PAGE)

    assert not app.exception
    assert "Nothing is due." in texts(app)


@pytest.mark.usefixtures("old")
def test_who_has_not_been_confirmed_for_years_is_listed_with_the_reason(visit):
    table = visit(PAGE).dataframe[0].value

    assert list(table["Organisation"]) == ["Elm"]
    assert "two years old" in table["Why"].item()
