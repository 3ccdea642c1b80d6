"""The ledger keeps entries whole, in order and without gaps, whoever writes at once."""

import os
import resource
import sqlite3
import subprocess
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from analysis.errors import DashboardError
from analysis.ledger import entries
from analysis.ledger.entries import Draft
from tests import hub

ROOT = Path(__file__).resolve().parent.parent.parent
NOBODY = 65534


@contextmanager
def someone_without_rights():
    """Act as a user who owns nothing, where the tests run as one who may do everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder(tmp_path):
    """A folder that anyone can reach, so that only its own rights tell who may write there."""
    folder = Path("/tmp") / f"ledger {os.getpid()} {tmp_path.name}"
    folder.mkdir()
    yield folder
    subprocess.run(["rm", "-rf", folder], check=True)


@hub.both
def test_a_new_store_holds_nothing(store):
    assert (entries.entries(store), entries.last_number(store)) == ((), 0)


@hub.both
def test_an_entry_comes_back_as_it_was_told(store):
    entries.append(store, "note", {"text": "Café", "rows": [1, 2]}, "Ann", "because")

    (entry,) = entries.entries(store)

    assert (entry.number, entry.kind, entry.by, entry.why) == (1, "note", "Ann", "because")
    assert entry.payload == {"text": "Café", "rows": [1, 2]}


@hub.both
def test_times_are_utc(store):
    entries.append(store, "note", {}, "Ann")

    at = entries.entries(store)[0].at

    assert at.utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - at) < timedelta(minutes=1)


@hub.both
def test_what_was_told_is_there_when_the_store_is_opened_again(store):
    entries.append(store, "note", {}, "Ann")

    with hub.again(store) as again:
        assert entries.last_number(again) == 1


@hub.both
def test_several_entries_take_numbers_in_their_order(store):
    entries.append(store, "note", {}, "Ann")

    numbers = entries.append_all(store, [Draft("note", {"n": n}, "Ann") for n in range(3)])

    assert numbers == (2, 3, 4)
    assert [entry.payload.get("n") for entry in entries.entries(store)] == [None, 0, 1, 2]


@hub.both
def test_several_entries_are_recorded_all_or_none(store):
    drafts = [Draft("note", {}, "Ann"), Draft("note", {"no JSON": object()}, "Ann")]

    with pytest.raises(Exception, match="not JSON serializable"):
        entries.append_all(store, drafts)

    assert entries.last_number(store) == 0


@hub.both
def test_entries_that_follow_the_newest_are_recorded(store):
    entries.append(store, "note", {}, "Ann")

    assert entries.append_all(store, [Draft("note", {}, "Ben")] * 2, after=1) == (2, 3)


@hub.both
def test_entries_that_follow_an_older_one_are_refused(store):
    entries.append(store, "note", {}, "Ann")

    with pytest.raises(DashboardError, match="Something else was recorded while you were looking"):
        entries.append_all(store, [Draft("note", {}, "Ben")], after=0)

    assert [entry.by for entry in entries.entries(store)] == ["Ann"]


def test_a_ledger_may_lie_elsewhere(tmp_path):
    store = entries.open_store(tmp_path / "store", f"sqlite:///{tmp_path}/elsewhere.db")
    entries.append(store, "note", {}, "Ann")
    store.engine.dispose()

    with closing(sqlite3.connect(tmp_path / "elsewhere.db")) as ledger:
        assert ledger.execute("select number, by from entry").fetchall() == [(1, "Ann")]
    assert not (tmp_path / "store" / "ledger.sqlite").exists()


def test_a_folder_s_name_may_hold_any_character(tmp_path):
    folder = tmp_path / "50% of? #1 & Söns"

    entries.open_store(folder).engine.dispose()

    assert (folder / "ledger.sqlite").exists()


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("nonsense", "Could not parse"),
        ("oracular://host/hub", "oracular"),
        ("firebird://host/hub", "firebird"),
        ("sqlite:////nowhere/at/all.db", "unable to open"),
    ],
    ids=["no address", "unknown database", "no driver", "no such folder"],
)
def test_a_ledger_that_cannot_be_reached_is_refused(tmp_path, url, why):
    with pytest.raises(DashboardError, match=f"LEDGER_URL names cannot be opened: .*{why}"):
        entries.open_store(tmp_path, url)


def test_the_password_in_an_address_is_not_repeated(tmp_path):
    with pytest.raises(DashboardError) as refused:
        entries.open_store(tmp_path, "oracular://user:hunter2@host/hub")

    assert "hunter2" not in str(refused.value)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path):
    (tmp_path / "ledger.sqlite").write_text("Dear diary, " * 100)

    with pytest.raises(DashboardError, match="cannot be opened: file is not a database"):
        entries.open_store(tmp_path)

    assert (tmp_path / "ledger.sqlite").read_text() == "Dear diary, " * 100


def test_a_damaged_ledger_says_so_when_it_is_read(store):
    for _ in range(200):
        entries.append(store, "note", {"text": "x" * 200}, "Ann")
    store.engine.dispose()
    ledger = store.folder / "ledger.sqlite"
    content = ledger.read_bytes()
    ledger.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))

    with pytest.raises(DashboardError, match=r"ledger in .* cannot be read: database disk image"):
        entries.entries(store)


def test_a_store_where_a_file_lies_is_refused(tmp_path):
    (tmp_path / "store").write_text("a file")

    with pytest.raises(DashboardError, match=r"store in .* cannot be opened: File exists"):
        entries.open_store(tmp_path / "store")


def test_a_folder_that_cannot_be_written_to_is_refused(open_folder):
    open_folder.chmod(0o555)

    with (
        someone_without_rights(),
        pytest.raises(DashboardError, match="Check the folder and its permissions"),
    ):
        entries.open_store(open_folder)


def test_a_ledger_that_may_only_be_read_takes_no_entry(open_folder):
    entries.open_store(open_folder).engine.dispose()
    for file in open_folder.iterdir():
        file.chmod(0o444)
    open_folder.chmod(0o777)

    with someone_without_rights():
        store = entries.open_store(open_folder)
        with pytest.raises(DashboardError, match="cannot be written to: attempt to write"):
            entries.append(store, "note", {}, "Ann")
        store.engine.dispose()


def test_a_ledger_locked_for_too_long_is_refused_and_can_be_tried_again(tmp_path):
    store = entries.open_store(tmp_path, f"sqlite:///{tmp_path}/ledger.sqlite?timeout=0.1")
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as other:
        other.execute("begin immediate")
        with pytest.raises(DashboardError, match="cannot be written to: database is locked"):
            entries.append(store, "note", {}, "Ann")

    assert entries.append(store, "note", {}, "Ann") == 1
    store.engine.dispose()


def test_readers_are_not_held_up_by_a_writer(store):
    entries.append(store, "note", {}, "Ann")

    with closing(sqlite3.connect(store.folder / "ledger.sqlite")) as other:
        other.execute("begin immediate")
        assert entries.last_number(store) == 1


def test_a_full_disk_refuses_the_entry_and_keeps_the_others(store):
    entries.append(store, "note", {}, "Ann")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 17, limits[1]))
    try:
        with pytest.raises(DashboardError, match=r"cannot be written to: .*Nothing was changed"):
            entries.append(store, "note", {"text": "x" * (1 << 18)}, "Ann")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert entries.append(store, "note", {}, "Ben") == 2
