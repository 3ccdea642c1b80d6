"""Pipeline: who waits, what is next, and moving on; everything recorded can be taken back."""

import pytest

from analysis.ledger import entries
from tests import hub
from tests.pages.conftest import texts
from tests.pages.test_upload import click

PAGE = "decide/pipeline"


@pytest.fixture
def cedar(visit, loaded):
    """The page with the one enquiry chosen."""
    return visit(PAGE, enquiry="Cedar")


def test_it_says_who_waits_how_long_and_what_each_would_fill(visit, loaded):
    app = visit(PAGE)
    told = app.dataframe[0].value

    assert "1 organisation waits; 0 are overdue." in texts(app)
    assert "Received: 1, 0 overdue (at most 28 days)." in texts(app)
    assert (told["Organisation"].item(), told["Cells it would fill"].item()) == ("Cedar", 1)


def test_other_dimensions_count_other_cells(visit, loaded):
    app = visit(PAGE, rows="Area", columns="Inclusion focus", enquiry="Cedar")

    assert "It would fill no cell that has no partner today." in texts(app)


def test_moving_on_shows_its_effect_and_is_recorded_with_who_and_why(cedar, store):
    app = next(box for box in cedar.selectbox if box.label == "To stage").select("Pilot").run()
    shown = texts(app)
    app.text_input(key="why moved on").set_value("met on Friday")
    app = click(app, "Record the move")

    assert "1 function × area cell changes state, 1 gained and 0 lost" in shown
    assert "No enquiry is open." in texts(app)
    newest = entries.entries(store)[-1]
    assert (newest.kind, newest.why) == ("stage change", "met on Friday")
    assert hub.cell(hub.now(store), "inclusion", hub.DERBY)["partners"] == 1


def test_a_note_is_kept_and_shown_with_its_history(cedar, store):
    app = write(cedar, "Ask for a visit", "")

    assert "Noted (entry 2)." in texts(app)
    assert app.dataframe[0].value["Next action"].item() == "Ask for a visit"
    assert app.dataframe[-1].value["About"].item() == "“Cedar”: Ask for a visit"


def test_a_note_with_an_address_in_it_is_refused_and_stays_to_be_mended(cedar, store):
    app = write(cedar, "", "write to cedar@example.org")

    assert "This seems to name a person or how to reach one (c…@example.org)" in texts(app)
    assert app.text_area[0].value == "write to cedar@example.org"
    assert entries.last_number(store) == 1


def write(app, next_action, note):
    app.text_input[0].set_value(next_action)
    app.text_area[0].set_value(note)
    return click(app, "Record the note")
