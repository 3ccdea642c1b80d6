"""Backup: the whole store as a file, and back again, on the page."""

import io

import pytest

from analysis.keeping import backup
from analysis.ledger import entries
from tests import hub
from tests.pages.conftest import texts
from tests.pages.test_upload import click

PAGE = "data/backup"


@pytest.fixture
def packed(loaded, tmp_path):
    """A backup of a store that has gone on since."""
    file, _ = backup.pack(loaded, tmp_path / "backup.zip")
    hub.load(loaded, "Organisation|Areas\nDogwood|Derby", "partner")
    return file.read_bytes()


@pytest.mark.usefixtures("loaded")
def test_a_backup_is_made_when_it_is_asked_for(visit):
    app = visit(PAGE)
    app.toggle(key="make a backup").set_value(True).run()

    assert not app.exception
    assert app.download_button[0].label.startswith("Download local-plan-")


def test_an_uploaded_backup_is_proved_before_it_is_offered(visit, loaded, packed):
    app = visit(PAGE)
    app.file_uploader[0].upload("backup.zip", packed, "application/zip").run()

    assert "All of it holds." in texts(app)
    assert "It would take the place of 2 entries." in texts(app)
    assert entries.last_number(loaded) == 2


def test_a_restore_says_where_that_is_which_was_there(visit, loaded, packed):
    app = visit(PAGE)
    app.file_uploader[0].upload("backup.zip", packed, "application/zip").run()
    app.text_input(key="why restore").input("A slip")
    click(app, "Restore")

    assert "now stands" in app.success[0].value
    assert "aside" in app.success[0].value
    assert entries.entries(loaded)[-1].why == "A slip"
    assert "All of it holds." not in texts(app)


def test_after_a_restore_other_pages_show_what_was_put_back(visit, loaded, packed):
    before = visit("organisations/directory")
    app = visit(PAGE)
    app.file_uploader[0].upload("backup.zip", packed, "application/zip").run()
    click(app, "Restore")
    after = visit("organisations/directory")

    assert "Dogwood" in str([frame.value for frame in before.dataframe])
    assert "Dogwood" not in str([frame.value for frame in after.dataframe])


@pytest.mark.usefixtures("loaded")
def test_what_is_no_backup_is_refused_in_one_sentence(visit):
    app = visit(PAGE)
    app.file_uploader[0].upload("holiday.zip", io.BytesIO(b"PK nothing").read(), "x").run()

    assert not app.exception
    assert "This file is no backup" in app.error[0].value


@pytest.mark.usefixtures("begun")
def test_a_hub_that_has_just_begun_can_be_backed_up(visit):
    assert "The ledger holds 1 entry." in texts(visit(PAGE))


def test_beside_the_sample_there_is_nothing_to_back_up_yet(visit):
    assert "nothing to back up yet" in texts(visit(PAGE))
