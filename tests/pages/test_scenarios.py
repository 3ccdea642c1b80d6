"""Scenarios on their page: tried, saved, opened again, compared, adopted."""

import pytest

from analysis.decide.plan import Edit
from analysis.decide.scenario import Scenario, kept
from analysis.ledger import entries, record
from tests import hub
from tests.pages.conftest import texts
from tests.pages.test_upload import click

PAGE = "decide/scenarios"
SPRING = Scenario("Spring", ("cedar",), (), (Edit(("function:schools",), 1),))


@pytest.fixture
def spring(loaded):
    """A store with a saved scenario."""
    entries.append_all(loaded, [kept(SPRING, "Ann", "for the board")])
    return loaded


def test_nothing_done_is_today(visit, loaded):
    app = visit(PAGE)

    assert "Against today: 0 function × area cells change state" in texts(app)
    assert "Nothing is done yet." in texts(app)


def test_whom_it_takes_in_shows_at_once_and_is_saved_under_a_name(visit, loaded):
    app = visit(PAGE)
    app.multiselect(key="take").select("Cedar").run()
    shown = texts(app)
    app.text_input[0].set_value("Autumn")
    app = click(app, "Save the scenario")

    assert "Against today: 1 function × area cell changes state, 1 gained and 0 lost" in shown
    assert "Takes in Cedar." in shown
    assert "“Autumn” is saved." in texts(app)
    assert app.selectbox(key="scenario").value == "Autumn"
    assert entries.entries(loaded)[-1].payload["takes"] == ["cedar"]


def test_an_address_can_say_whom_to_take_in_and_let_go(visit, loaded):
    app = visit(PAGE, take=["Cedar"], go=["Ash"])

    assert "Takes in Cedar." in texts(app)
    assert "Lets go Ash." in texts(app)


def test_a_saved_one_is_opened_by_its_link_and_adopted(visit, spring):
    app = visit(PAGE, scenario="Spring")
    shown = texts(app)
    app = click(app, "Adopt the scenario")

    assert "Schools: a target of 1 partner." in shown
    assert "“Spring” is adopted: 2 entries (3 to 4)." in texts(app)
    assert hub.cell(hub.now(spring), "inclusion", hub.DERBY)["partners"] == 1
    assert hub.cell(hub.now(spring), "schools", hub.DERBY)["target"] == 1


def test_two_are_compared_and_differ_by_what_only_one_does(visit, spring):
    other = Scenario("Summer", ("cedar",))
    entries.append_all(spring, [kept(other, "Ann", "")])

    app = visit(PAGE, scenario="Spring", **{"with": "Summer"})

    assert "Against Summer: 2 function × area cells change state, 2 gained and 0 lost" in texts(app)
    assert set(app.dataframe[1].value["Function"]) == {"Schools"}


def test_who_has_no_enquiry_any_more_is_named(visit, spring):
    record.record_stage(spring, "cedar", "lapsed", "Ann")

    app = visit(PAGE, scenario="Spring")

    assert "No offer is left that this could move, of Cedar." in texts(app)
