"""Stores of every version that was released open in this one; those of a newer one are refused."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from analysis.errors import DashboardError
from analysis.ledger import chain, entries, schema
from tests import hub

STORES = Path(__file__).parent / "stores"
VERSIONS = sorted(STORES.iterdir())


@pytest.fixture
def opened(request, tmp_path):
    """A copy of the store that a version kept here."""
    shutil.copytree(request.param, tmp_path / "store")
    store = entries.open_store(tmp_path / "store")
    yield store
    store.engine.dispose()


@pytest.mark.parametrize("opened", VERSIONS, indirect=True, ids=lambda folder: folder.name)
def test_the_store_of_a_released_version_opens_with_all_that_it_said(opened):
    told = entries.entries(opened)

    assert [entry.kind for entry in told][:5] == [
        *("import", "import", "stage change", "undo", "target")
    ]
    assert (told[2].by, told[2].why) == ("Ann", "Seen in March — très bien")
    assert hub.offers(hub.now(opened)) == {"Ash": 1, "Birch": 1}


@pytest.mark.parametrize("opened", VERSIONS, indirect=True, ids=lambda folder: folder.name)
def test_its_chain_holds(opened):
    assert chain.faults(entries.entries(opened)) == []


@pytest.mark.parametrize("opened", [STORES / "1"], indirect=True)
def test_a_ledger_without_hashes_says_that_they_were_made_later(opened):
    last = entries.entries(opened)[-1]

    assert (last.number, last.kind) == (6, schema.MIGRATION)
    assert last.payload == {"from": 1, "to": 2, "entries": 5}


@pytest.mark.parametrize("opened", [STORES / "1"], indirect=True)
def test_opening_it_again_changes_nothing(opened):
    entries.open_store(opened.folder).engine.dispose()

    assert entries.last_number(opened) == 6


def test_an_old_store_with_nothing_in_it_stays_empty(tmp_path):
    shutil.copytree(STORES / "1", tmp_path / "store")
    with closing(sqlite3.connect(tmp_path / "store" / "ledger.sqlite")) as ledger:
        ledger.execute("delete from entry")
        ledger.commit()
    store = entries.open_store(tmp_path / "store")

    assert entries.last_number(store) == 0
    store.engine.dispose()


@hub.both
def test_a_store_of_a_newer_version_is_refused_in_one_sentence_and_left_alone(store):
    with store.engine.begin() as connection:
        connection.exec_driver_sql("update store_version set version = 99")

    with (
        pytest.raises(DashboardError, match=r"made by a newer version .* 99,"),
        hub.again(store),
    ):
        pass
