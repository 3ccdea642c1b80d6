"""Fixes: what is wrong, what hangs on it, and the way to put it right."""

import pytest

from tests import hub
from tests.pages.conftest import texts
from tests.pages.test_upload import click

MESSY = """
    Organisation|Email|Stage|Aims|Functions|Areas|Inclusion focuses|Reach
    Ash|ash@example.org|Hub partner|aim-1|Schools|Atlantis|SEND|many
    Birch|birch@example.org|Commissioned|aim-1|Inclusion||SEND|20
    |elm@example.org|Pilot|aim-1|Schools|Derby|SEND|20
"""


@pytest.fixture
def messy(store):
    hub.load(store, MESSY, "partner")
    return store


@pytest.mark.usefixtures("messy")
def test_the_list_names_what_hangs_on_each_problem_the_most_first(visit):
    app = visit("data/fixes")
    told = app.dataframe[0].value

    assert not app.exception
    assert list(told["Problem"])[:2] == [
        "1 partner did not say where",
        'Area: "Atlantis" is not understood',
    ]
    assert list(told["Held back"])[:2] == [9, 9]
    assert told["Where"].iloc[1] == "offers.csv, row 2, column F"
    assert "9 function × area cells show unknown because 1 partner did not say" in texts(app)


@pytest.mark.usefixtures("messy")
def test_a_chosen_problem_shows_its_cells_its_words_and_who_can_put_it_right(visit):
    app = visit("data/fixes", problem="1 partner did not say where")

    assert len(app.dataframe[1].value) == 9
    assert list(app.dataframe[2].value["Organisation"]) == ["Birch"]
    assert "Who can put it right: the organisation: ask them." in texts(app)


def test_a_wording_is_decided_on_the_spot_and_leaves_the_list(messy, visit):
    app = visit("data/fixes", problem='Area: "Atlantis" is not understood')
    app.selectbox(key="means area atlantis").select("Derby").run()
    app = click(app, "Record what it means")

    assert not app.exception
    assert "Atlantis" not in "".join(app.dataframe[0].value["Problem"])
    assert app.selectbox(key="problem").value is None


@pytest.mark.usefixtures("messy")
def test_the_list_can_be_narrowed_to_a_kind(visit):
    app = visit("data/fixes", kind="Reach")

    assert list(app.dataframe[0].value["Problem"]) == ["offers.csv: 1 reach that is no number"]


@pytest.mark.usefixtures("messy")
def test_the_list_can_be_narrowed_to_a_file(store, visit):
    hub.load(
        store, "Organisation|Email|Functions|Areas|Reach\nOak|o@example.org|Schools|Derby|lots"
    )
    app = visit("data/fixes", file="offers.csv (entry 2)")

    assert set(app.dataframe[0].value["Problem"]) == {"offers.csv: 1 reach that is no number"}


@pytest.mark.usefixtures("messy")
def test_the_file_back_says_that_it_holds_people_s_details(visit):
    app = visit("data/fixes")
    button = next(b for b in app.download_button if b.label.startswith("Download the file back"))

    assert not button.disabled
    assert "It holds people's names and addresses" in texts(app)


def test_a_hub_with_nothing_wrong_is_told_so_calmly(store, visit):
    row = "Ash|ash@example.org|Pilot|aim-1|Schools|Derby|SEND|20"
    hub.load(store, "\n".join([MESSY.strip().splitlines()[0], row]), "partner")
    app = visit("data/fixes")

    assert "Nothing needs putting right." in texts(app)
    assert "Everything was understood." in texts(app)


@pytest.mark.usefixtures("messy")
def test_the_overview_leads_to_what_would_settle_its_unknown_cells(visit):
    app = visit("coverage/overview")

    labels = [link.label for link in app.page_link]
    assert "See what would settle the unknown cells" in labels
