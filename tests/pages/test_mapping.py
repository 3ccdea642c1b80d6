"""The mapping step: what was understood can be changed, is remembered, and is not asked again."""

import pytest

from analysis.ledger import entries
from tests import hub
from tests.pages.conftest import texts
from tests.pages.test_upload import click, drop

SHEET = """
    Organisation|Email|Stage|Functions|Rounds
    Ash|ash@example.org|Commissioned|Schools|Sherwood
    Birch|birch@example.org|Commissioned|Schools|Sherwood Pines
"""
NAMELESS = """
    Who is it|Stage|Where do you work?|Strategic functions|Email
    Ash Tree|Commissioned|Derby|Schools|ash@example.org
"""
DATES = """
    Organisation|Date received|Stage|Where do you work?
    Ash|3/9/2026|Commissioned|Derby
"""


def choose(app, label, value):
    box = next(box for box in app.selectbox if box.label.startswith(label))
    return box.select(value).run()


@pytest.mark.usefixtures("begun")
def test_a_changed_column_changes_what_would_be_recorded(visit):
    app = drop(visit("data/upload"), ("partners.csv", hub.as_csv(SHEET)))
    before = "2 wordings not understood" in texts(app)
    choose(app, "Column to change", 5)
    choose(app, "It answers", "area")

    assert not before
    assert "2 wordings not understood" in texts(app)


def test_what_was_changed_is_remembered_for_the_form(begun, visit):
    app = drop(visit("data/upload"), ("partners.csv", hub.as_csv(SHEET)))
    choose(app, "Column to change", 5)
    choose(app, "It answers", "area")
    click(app, "Record this file")
    again = drop(app, ("partners again.csv", hub.as_csv(SHEET.replace("Sherwood P", "P"))))

    assert [entry.kind for entry in entries.entries(begun)] == ["note", "import", "form choices"]
    assert "0 new, 1 changed and 1 the same" in texts(again)


@pytest.mark.usefixtures("begun")
def test_a_column_said_to_hold_entry_ids_leaves_the_file_s_kind_to_staff(visit):
    app = drop(visit("data/upload"), ("partners.csv", hub.as_csv(SHEET)))
    choose(app, "Column to change", 5)
    choose(app, "It answers", "entry_id")
    told = [radio.value for radio in app.radio]
    before = texts(app)
    app.radio[0].set_value("Expressions of interest").run()

    assert told == ["Partner sheet"]
    assert "Partner sheet (" in before
    assert "Expressions of interest (" in texts(app)


@pytest.mark.usefixtures("begun")
def test_a_file_that_names_nobody_asks_for_the_column(visit):
    app = drop(visit("data/upload"), ("partners.csv", hub.as_csv(NAMELESS)))
    before = texts(app)
    choose(app, "Column with the organisation's name", 1)

    assert "What would change" not in before
    assert "1 new, 0 changed" in texts(app)
    assert not app.exception


def test_dates_that_fit_both_orders_are_asked_about_once(begun, visit):
    app = drop(visit("data/upload"), ("partners.csv", hub.as_csv(DATES)))
    asked = app.radio[0].label
    app.radio[0].set_value("Month first: 3/9 is 9 March").run()
    click(app, "Record this file")
    again = drop(app, ("partners later.csv", hub.as_csv(DATES)))

    assert asked.startswith("Its dates fit both orders")
    assert not [r for r in again.radio if r.label.startswith("Its dates")]
    assert "nothing to do" in texts(again)
