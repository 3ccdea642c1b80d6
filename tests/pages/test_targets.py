"""Targets: edited in a grid, their effect shown first, recorded with a reason, taken back."""

import pytest

from analysis import questions
from analysis.ledger import entries
from tests import hub
from tests.hub import DERBY, EREWASH
from tests.pages.conftest import texts
from tests.pages.test_upload import click

PARTNER = "Organisation | Stage | Functions | Areas\nAsh | Pilot | Schools | Derby"
AXES = ("function", "area")


@pytest.fixture
def edited(visit, loaded):
    """Open the page with two cells of Schools changed, and nothing recorded."""
    app = visit("decide/targets")
    rows = {1: {DERBY: 1, EREWASH: 0}}
    app.session_state["target function area 0"] = {
        "edited_rows": rows,
        "added_rows": [],
        "deleted_rows": [],
    }
    return app.run()


def test_the_grid_shows_the_usual_target_and_that_nothing_is_set(visit, loaded):
    app = visit("decide/targets")

    assert set(app.data_editor[0].value[DERBY]) == {2}
    assert "Nothing is set yet: every cell has the usual target" in texts(app)
    assert "Record these changes" not in [button.label for button in app.button]


def test_an_edit_shows_its_effect_before_anything_is_recorded(edited, store):
    told = texts(edited)

    assert "Schools × Derby: a target of 1 partner." in told
    assert "Schools × Erewash: not applicable." in told
    assert "2 function × area cells change state, 1 gained and 0 lost" in told
    assert entries.last_number(store) == 1


def test_edits_are_recorded_together_with_one_reason(edited, store):
    edited.text_input(key="why these targets").set_value("agreed in May")
    app = click(edited, "Record these changes")

    assert "2 changes recorded (entries 2 to 3)." in texts(app)
    assert [entry.why for entry in entries.entries(store)][1:] == ["agreed in May"] * 2
    assert list(app.dataframe[-1].value["About"]) == ["Schools × Erewash", "1 for Schools × Derby"]
    assert hub.cell(hub.now(store), "schools", EREWASH)["reason"] == "agreed in May"


def test_priorities_are_ticked_in_the_same_place_and_change_the_order_of_gaps(visit, store):
    hub.load(store, PARTNER, "partner")
    app = visit("decide/targets", set="Priorities")
    ticked = {"edited_rows": {4: {EREWASH: True}}, "added_rows": [], "deleted_rows": []}
    app.session_state["priority function area 0"] = ticked
    app = app.run()

    assert "Sustainability × Erewash: a priority of the plan." in texts(app)
    assert "First: Sustainability × Erewash. That is the order of Gaps then." in texts(app)
    app.text_input(key="why these targets").set_value("the board's wish")
    click(app, "Record these changes")
    gaps = visit("decide/gaps", gap="Sustainability × Erewash")
    assert "A priority of the plan: the board's wish" in texts(gaps)
    assert gaps.dataframe[0].value["Priority"].iloc[0] == "yes"


def test_what_was_never_said_of_a_cell_alone_cannot_be_taken_back(visit, loaded, store):
    app = visit("decide/targets")
    emptied = {"edited_rows": {1: {DERBY: None}}, "added_rows": [], "deleted_rows": []}
    app.session_state["target function area 0"] = emptied
    app = app.run()
    app.text_input(key="why these targets").set_value("a slip")
    app = click(app, "Record these changes")

    assert "so nothing is taken back" in texts(app)
    assert entries.last_number(store) == 1


def test_without_a_reason_nothing_is_recorded_and_the_edits_stay(edited, store):
    app = click(edited, "Record these changes")

    assert "Say why" in texts(app)
    assert "Schools × Derby: a target of 1 partner." in texts(app)
    assert entries.last_number(store) == 1


def test_edits_of_a_plan_that_moved_on_are_refused_and_stay(edited, store):
    edited.text_input(key="why these targets").set_value("agreed")
    hub.load(store, "Organisation | Functions | Areas\nElm | Schools | Derby")
    app = click(edited, "Record these changes")

    assert "Something else was recorded while you were looking" in texts(app)
    assert "Schools × Derby: a target of 1 partner." in texts(app)
    assert [entry.kind for entry in entries.entries(store)] == ["import", "import"]


def test_what_was_saved_at_once_is_taken_back_as_one_where_it_is_listed(edited, store):
    edited.text_input(key="why these targets").set_value("agreed in May")
    app = click(edited, "Record these changes")
    app.selectbox(key="undo").select_index(0).run()
    app = click(app, "Undo these 2 entries")

    assert "Entries 2 and 3 are undone. Undo entry 4 to bring them back." in texts(app)
    assert "reason" not in questions.coverage(hub.now(store), AXES).dropna(axis=1).columns
    assert list(app.dataframe[-1].value["Stands"]) == ["yes", "yes", "undone", "undone"]


def test_one_of_those_saved_at_once_can_be_taken_back_alone(edited, store):
    edited.text_input(key="why these targets").set_value("agreed in May")
    app = click(edited, "Record these changes")
    app.selectbox(key="undo").select_index(0).run()
    app.toggle(key="only 3").set_value(True).run()
    app = click(app, "Undo this entry")

    assert list(app.dataframe[-1].value["Stands"]) == ["yes", "undone", "yes"]


def test_a_reason_with_an_address_is_pointed_out_refused_and_mended_with_one_click(edited, store):
    app = edited.text_input(key="why these targets").set_value("ask jo@example.org").run()
    assert "This seems to name a person or how to reach one (j…@example.org)." in texts(app)

    app = click(app, "Record these changes")
    assert entries.last_number(store) == 1

    app = click(click(app, "Take it out"), "Record these changes")
    assert {entry.why for entry in entries.entries(store)[1:]} == {"ask [removed]"}
