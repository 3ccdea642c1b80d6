"""Imports: the history, taking one entry back, and taking that back."""

import pytest

from analysis.ledger import entries
from tests.pages.conftest import texts
from tests.pages.test_upload import click


@pytest.fixture
def undone(loaded, visit):
    """The Imports page after its one import was taken back."""
    assert entries.last_number(loaded) == 1
    app = visit("data/imports")
    app.selectbox(key="undo").select_index(0).run()
    app.text_input(key="why undo").input("The wrong file")
    return click(app, "Undo this entry")


def test_the_history_is_newest_first(undone):
    history = undone.dataframe[0].value

    assert list(history["Entry"]) == [2, 1]
    assert list(history["Stands"]) == ["yes", "undone"]
    assert history["Why"].iloc[0] == "The wrong file"


def test_what_an_undo_would_change_is_shown_first(loaded, visit):
    app = visit("data/imports")
    app.selectbox(key="undo").select_index(0).run()

    assert "0 gained and" in texts(app)
    assert any(each.label.startswith("Cells that would change") for each in app.expander)
    assert entries.last_number(loaded) == 1


def test_an_undo_says_how_to_come_back(undone):
    assert not undone.exception
    assert undone.success[0].value.replace("\\", "") == (
        "Entry 1 is undone. Undo entry 2 to bring it back."
    )


def test_undoing_the_undo_brings_the_import_back(undone):
    undone.selectbox(key="undo").select_index(0).run()
    app = click(undone, "Undo this entry")

    assert list(app.dataframe[0].value["Stands"]) == ["yes", "undone", "yes"]
    assert "Nothing is recorded yet" not in texts(app)


def test_what_is_undone_can_no_longer_be_chosen(undone):
    choice = undone.selectbox(key="undo")

    assert choice.value is None
    assert [name.partition(":")[0] for name in choice.options] == ["2"]


def test_an_entry_somebody_else_took_back_is_said_in_one_sentence(loaded, visit):
    first, second = visit("data/imports"), visit("data/imports")
    for app in (first, second):
        app.selectbox(key="undo").select_index(0).run()
    click(first, "Undo this entry")
    click(second, "Undo this entry")

    assert not second.exception
    assert "already undone" in second.error[0].value
    assert entries.last_number(loaded) == 2


@pytest.mark.usefixtures("begun")
def test_an_empty_hub_has_nothing_to_take_back(visit):
    app = visit("data/imports")

    assert not app.exception
    assert "Nothing can be taken back yet." in texts(app)
