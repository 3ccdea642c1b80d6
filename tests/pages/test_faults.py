"""A fault of the machine on a page: one sentence, a way out, and no words of anybody in the log."""

import logging

import pytest

from analysis.ledger import entries, record
from tests.pages.conftest import texts

PERSONAL = ("ash@example.org", "birch@example.org")


@pytest.fixture
def damaged(loaded):
    """A store with a file in its archive that is not what was recorded."""
    for file in loaded.archive.glob("*.parquet"):
        file.write_bytes(file.read_bytes()[:-1])
    return loaded


def test_a_damaged_archive_is_told_in_one_sentence_and_logged_without_anybody_s_words(
    damaged, visit, caplog
):
    with caplog.at_level(logging.WARNING):
        app = visit("coverage/explore")

    assert [each.value for each in app.exception] == []
    assert "is not what was recorded" in texts(app)
    assert "is not what was recorded" in caplog.text
    assert [word for word in PERSONAL if word in caplog.text] == []


def test_the_import_that_a_damaged_file_belongs_to_can_still_be_undone(damaged, visit):
    app = visit("data/imports")
    app.selectbox(key="undo").select_index(0).run()
    next(each for each in app.button if each.label == "Undo this entry").click().run()

    assert "Entry 1 is undone." in texts(app)
    assert entries.entries(damaged)[-1].kind == "undo"


def test_what_a_user_only_has_to_choose_otherwise_is_not_logged(loaded, visit, caplog):
    record.record_undo(loaded, 1, "a test")
    with caplog.at_level(logging.WARNING):
        visit("coverage/explore", area="Nowhere at all")

    assert "Nowhere" not in caplog.text
