"""The tripwire: details about people are pointed out before recording, and removed unless kept."""

import pytest

from analysis.ledger import archive, entries
from analysis.ledger.state import replay
from tests import hub
from tests.pages.conftest import texts
from tests.pages.test_upload import click, drop

SHEET = """
    Organisation|Contact name|Stage|Functions|Offer
    Ash|Maren Tolley|Commissioned|Schools|Brass. Ring Maren Tolley, 01629 812345
"""


def kept(store):
    (import_,) = replay(entries.entries(store)).imports
    return str(archive.answers(store.archive, import_.archive).to_pylist())


@pytest.mark.usefixtures("begun")
def test_what_was_noticed_is_shown_masked(visit):
    app = drop(visit("data/upload"), ("partners.csv", hub.as_csv(SHEET)))
    shown = texts(app)

    assert "M… T…" in shown.replace("\\", "")
    assert "812345" not in "".join(box.label for box in app.checkbox)
    assert [box.value for box in app.checkbox] == [True]


def test_details_that_everyone_would_see_are_removed_unless_somebody_keeps_them(begun, visit):
    app = drop(visit("data/upload"), ("partners.csv", hub.as_csv(SHEET)))
    click(app, "Record this file")

    assert "Brass. Ring [removed], [removed]" in kept(begun)


def test_what_staff_keep_is_kept_and_remembered(begun, visit):
    app = drop(visit("data/upload"), ("partners.csv", hub.as_csv(SHEET)))
    app.checkbox[0].uncheck().run()
    click(app, "Record this file")
    again = drop(app, ("partners 2.csv", hub.as_csv(SHEET.replace("Brass", "Wind"))))

    assert "Ring Maren Tolley, 01629 812345" in kept(begun)
    assert [box.value for box in again.checkbox] == [False]


@pytest.mark.usefixtures("begun")
def test_a_file_without_details_shows_no_panel(visit):
    plain = SHEET.replace("Ring Maren Tolley, 01629 812345", "")
    app = drop(visit("data/upload"), ("partners.csv", hub.as_csv(plain)))

    assert not app.checkbox
