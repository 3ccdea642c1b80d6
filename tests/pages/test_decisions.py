"""Decisions: what was decided about wordings and forms is listed, and can be taken back."""

from analysis.ledger import entries, record
from tests import hub
from tests.pages.conftest import texts
from tests.pages.test_upload import click

BIRCH = """
    Organisation|Stage|Functions|Areas
    Birch|Commissioned|Schools|Atlantis
"""


def decided(store):
    hub.load(store, BIRCH, "partner")
    said = record.wording_payload("area", "Atlantis", "E07000035")
    record.record_wording(store, said, "Ann", "She knows the place")


def test_a_decision_is_told_in_words(store, visit):
    decided(store)

    table = visit("data/decisions").dataframe[0].value

    assert list(table["About"]) == ["“atlantis” (area) means Derbyshire Dales"]
    assert list(table["Why"]) == ["She knows the place"]


def test_taking_a_decision_back_shows_first_what_it_changes(store, visit):
    decided(store)
    app = visit("data/decisions")
    app.selectbox(key="undo").select_index(0).run()
    shown = texts(app)
    app = click(app, "Undo this entry")

    assert "function × area cells change" in shown
    assert [entry.kind for entry in entries.entries(store)][-1] == "undo"
    assert "Nothing is decided yet" in texts(app)


def test_without_decisions_the_page_says_so(loaded, visit):
    app = visit("data/decisions")

    assert entries.last_number(loaded) == 1
    assert "Nothing is decided yet" in texts(app)
