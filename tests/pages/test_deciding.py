"""The pages of next steps obey the filters, two or three dimensions, and links that freeze."""

import itertools

import pytest

from analysis.decide.scenario import Scenario, kept
from analysis.ledger import entries, position, record
from tests import hub, oracle
from tests.hub import DERBY
from tests.pages.conftest import texts
from tests.pages.test_cross_filter import STANDING
from tests.pages.test_upload import click

PIPELINE, TARGETS, SCENARIOS = "decide/pipeline", "decide/targets", "decide/scenarios"
RECORDS = {"Record the move", "Record the note", "Record these changes", "Save the scenario"}


@pytest.fixture
def moved_on(loaded):
    """A store in which Cedar was moved on after its import; where it stood before that."""
    entries.append_all(loaded, [kept(Scenario("Spring", ("cedar",)), "Ann", "for the board")])
    before = position.written(2, entries.entries(loaded)[1].at)
    record.record_stage(loaded, "cedar", "declined", "Ann")
    record.record_target(loaded, ["function:schools"], 1, "Ann", "agreed")
    return before


def labels(app):
    return {button.label for button in app.button}


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"function": "Inclusion", "stage": "Received"}, "1 organisation waits"),
        ({"area": "Erewash"}, "No enquiry is open."),
    ],
)
@pytest.mark.usefixtures("loaded")
def test_the_pipeline_lists_whose_enquiries_claim_what_the_filters_ask_for(visit, chosen, told):
    assert told in texts(visit(PIPELINE, **chosen))


@pytest.mark.usefixtures("loaded")
def test_what_a_scenario_comes_to_is_counted_under_the_filters(visit):
    here, elsewhere = (visit(SCENARIOS, take=["Cedar"], area=area) for area in ("Derby", "Erewash"))

    assert "Against today: 1 function × area cell changes state" in texts(here)
    assert "Against today: 0 function × area cells change state" in texts(elsewhere)
    assert "Takes in Cedar." in texts(elsewhere)


@pytest.mark.usefixtures("loaded")
def test_the_targets_of_the_chosen_terms_are_shown_and_edited(visit, store):
    app = visit(TARGETS, function="Schools", area=["Derby", "Erewash"])
    grid = app.data_editor[0].value

    assert list(grid["label"]) == ["Schools"]
    assert list(grid.columns) == ["label", "whole row", DERBY, "E07000036"]


@pytest.mark.usefixtures("loaded")
def test_a_target_can_be_set_within_a_third_dimension(visit, store):
    app = visit(TARGETS, within="Inclusion focus: SEND")
    app.session_state["target function area 0 focus:send"] = {
        "edited_rows": {1: {DERBY: 1}},
        "added_rows": [],
        "deleted_rows": [],
    }
    app = app.run()
    shown = texts(app)
    app.text_input(key="why these targets").set_value("agreed")
    click(app, "Record these changes")

    assert "1 function × area × focus cell changes state, 1 gained and 0 lost" in shown
    told = set(entries.entries(store)[-1].payload["terms"])
    assert told == {"function:schools", f"area:{DERBY}", "focus:send"}


@pytest.mark.parametrize("page", [PIPELINE, TARGETS, SCENARIOS])
def test_in_frozen_data_nothing_can_be_recorded_or_taken_back(visit, moved_on, page):
    app = visit(page, as_of=moved_on, enquiry="Cedar", scenario="Spring")

    assert not app.exception
    assert "the data is frozen as of" in texts(app)
    assert "nothing can be recorded here" in texts(app)
    assert not labels(app) & {*RECORDS, "Adopt the scenario"}
    assert "undo" not in [box.key for box in app.selectbox]


def test_a_frozen_link_shows_each_page_as_it_was(visit, moved_on):
    waiting, plan, tried = (visit(p, as_of=moved_on) for p in (PIPELINE, TARGETS, SCENARIOS))
    tried.selectbox(key="scenario").select("Spring").run()

    assert "1 organisation waits" in texts(waiting)
    assert set(plan.data_editor[0].value[DERBY]) == {2}
    assert "Nothing is set yet" in texts(plan)
    assert "Against today: 1 function × area cell changes state" in texts(tried)
    assert "No enquiry is open." in texts(visit(PIPELINE))


@pytest.mark.usefixtures("loaded")
def test_gaps_of_three_dimensions_are_those_of_a_plain_count(visit):
    axes = ("function", "area", "focus")
    app = visit("decide/gaps", layers="Inclusion focus", area=["Derby", "Erewash"])
    shown = app.dataframe[0].value.set_index("Cell")["Partners"]

    terms = [hub.WORDS.frame(axis) for axis in axes]
    short = {}
    for cell in itertools.product(*terms):
        if cell[1].short_label in ("Derby", "Erewash"):
            codes = {axis: term.code for axis, term in zip(axes, cell, strict=True)}
            name = " × ".join(term.short_label for term in cell)
            short[name] = oracle.cell(STANDING, codes, {}, set())["partners"]

    assert dict(shown) == {name: count for name, count in short.items() if count < 2}


@pytest.mark.usefixtures("loaded")
def test_a_gap_of_three_dimensions_opens_and_is_told_on_one_page(visit):
    name = "Schools × Derby × SEND"
    app = visit("decide/gaps", layers="Inclusion focus", gap=name, brief=[name])

    assert not app.exception
    assert f"{name}. One partner only." in texts(app)
    assert "Ash" in set(app.dataframe[-1].value["Organisation"])


@pytest.mark.usefixtures("loaded")
def test_every_cell_of_three_dimensions_is_a_number_of_its_own(visit):
    app = visit("decide/departures", layers="Inclusion focus", function="Schools", area="Derby")
    number = next(n for n in app.selectbox(key="number").options if n.endswith("in all"))
    app.selectbox(key="number").select(number).run()

    focuses = len(hub.WORDS.frame("focus"))
    assert number == f"{focuses} cells in all"
    assert len(app.selectbox(key="number_cell").options) == focuses
