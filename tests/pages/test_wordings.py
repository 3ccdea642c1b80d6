"""Wordings on the Upload page: said before anything is recorded, recorded with the file."""

import pytest

from analysis.ledger import entries
from tests import hub
from tests.pages.conftest import texts
from tests.pages.test_mapping import choose
from tests.pages.test_upload import click, drop

SHEET = """
    Organisation|Stage|Functions|Areas
    Ash|Commissioned|Schools|Atlantis
"""


@pytest.fixture
def said(begun, visit):
    """An upload of which one wording was given a meaning, not recorded yet."""
    assert entries.last_number(begun) == 1
    app = drop(visit("data/upload"), ("partners.csv", hub.as_csv(SHEET)))
    choose(app, "Wording to change", "Atlantis (Area)")
    return choose(app, "It means", "Derby")


def test_a_meaning_shows_its_effect_before_it_is_recorded(begun, said):
    assert "1 function × area cell changes state, 1 gained and 0 lost" in texts(said)
    assert entries.last_number(begun) == 1


def test_a_meaning_is_recorded_with_the_file_in_one_go(begun, said):
    app = click(said, "Record this file")

    assert "Recorded as entry 2 and entry 3" in texts(app)
    assert entries.entries(begun)[-1].payload["means"] == "E06000015"


def test_a_meaning_once_recorded_is_not_asked_again(said):
    click(said, "Record this file")
    again = drop(said, ("partners more.csv", hub.as_csv(SHEET.replace("Ash", "Elm"))))

    assert "0 wordings not understood" in texts(again)
