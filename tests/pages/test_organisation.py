"""One organisation: what we believe, why, how sure; and the ways to its page."""

import pytest

from analysis.ledger import record
from tests import hub
from tests.pages.conftest import texts

PAGE = "organisations/organisation"
pytestmark = pytest.mark.usefixtures("loaded")


def table(app, header):
    """The table that has a column of that name."""
    return next(frame.value for frame in app.dataframe if header in frame.value.columns)


def test_it_says_what_is_offered_where_and_for_whom(visit):
    told = table(visit(PAGE, organisation="Ash"), "As a partner").set_index("Question")

    assert list(told["As a partner"]) == ["", "Schools", "Derby; Erewash", "SEND"]
    assert list(told["Left open"]) == ["1 offer does not say", "", "", ""]


def test_it_names_the_cells_that_rest_on_it_alone(visit):
    app = visit(PAGE, organisation="Ash")
    cells = table(app, "Rests on it alone")

    assert list(cells["Area"]) == ["Derby", "Erewash"]
    assert list(cells["Rests on it alone"]) == ["yes", "yes"]
    assert "a partner in 2 function × area cells; 2 rest on it alone" in texts(app)


def test_each_of_its_cells_leads_to_whoever_else_is_in_it(visit):
    app = visit(PAGE, organisation="Ash")
    app.selectbox(key="number").select("Schools × Derby").run()

    assert list(table(app, "This offer")["Organisation"]) == ["Ash", "Birch"]


def test_its_words_stand_with_file_row_and_column(visit):
    words = table(visit(PAGE, organisation="Ash"), "Words in the file")
    brass = words.set_index("Words in the file").loc["Whole-class brass"]

    assert list(brass[["File", "Row", "Column"]]) == ["offers.csv", 2, "H"]


def test_the_history_of_its_stage_names_imports_and_decisions(visit, store):
    record.record_stage(store, "ash", "lapsed", "a test")
    told = table(visit(PAGE, organisation="Ash"), "Said by")

    assert list(told["Stage"]) == ["Lapsed", "Strategic Hub Partner"]
    assert list(told["Said by"]) == ["decision (entry 2)", "offers.csv, row 2"]


def test_contacts_are_masked_until_they_are_asked_for(visit):
    app = visit(PAGE, organisation="Ash")
    masked = table(app, "E-mail address")["E-mail address"].item()
    app.toggle[0].set_value(True).run()

    assert masked == "a•••@e•••"
    assert table(app, "E-mail address")["E-mail address"].item() == "ash@example.org"
    assert list(app.query_params) == ["organisation"]


def test_a_word_of_the_organisation_confirms_it(visit, store):
    app = visit(PAGE, organisation="Cedar")
    assert "by its newest form or sheet row" in texts(app)
    next(button for button in app.button if "says this is right" in button.label).click().run()

    assert "by word to the hub" in texts(app)
    assert not app.exception


def test_an_older_name_leads_to_the_organisation(visit, store):
    hub.load(store, "Organisation|Functions\nAshes Music|Schools", "partner")
    record.record_same(store, ("ash", "ashes music"), "same", "a test")

    assert visit(PAGE, organisation="ash").title[0].value == "Ashes Music"


@pytest.mark.parametrize("address", [{}, {"organisation": "Nobody"}])
def test_an_address_that_names_nobody_leads_to_the_directory(visit, address):
    app = visit(PAGE, **address)

    assert not app.exception
    assert app.page_link[0].value == "Find an organisation in the Directory"


def test_every_offer_behind_a_cell_leads_to_its_organisation(visit):
    app = visit("coverage/explore", cell="Schools × Derby")
    app.selectbox(key="offer").select_index(1).run()

    assert "All we know of Birch" in [link.value for link in app.page_link]
