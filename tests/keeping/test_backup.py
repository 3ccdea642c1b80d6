"""A backup holds the whole store at one moment, and comes back proved or not at all."""

import io
import json
import os
import shutil
import threading
import zipfile
from datetime import UTC, datetime

import pytest

from analysis.errors import DashboardError
from analysis.keeping import backup, restore
from analysis.keeping.proof import prove
from analysis.ledger import archive, entries, record
from analysis.ledger.entries import Draft
from analysis.ledger.schema import LOOK
from tests import hub

OFFERS = """
Organisation | Contact name  | Email           | Submitted at     | Functions | Areas
Ash          | Ann Applegate | ash@example.org | 2026-03-01 09:00 | Schools   | Derby
"""
MORE = "Organisation | Areas\nCedar | Derby"


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """A backup of a store that has gone on since, and that store."""
    folder = tmp_path_factory.mktemp("example")
    store = entries.open_store(folder / "store")
    hub.load(store, OFFERS)
    record.record_stage(store, "ash", "pilot", "Ann")
    file, _ = backup.pack(store, folder / "backup.zip")
    hub.load(store, MORE, "partner")
    yield store, file
    store.engine.dispose()


@pytest.fixture
def packed(store, example, tmp_path):
    """The same store for a test of its own, and a copy of that backup."""
    hub.copy(example[0], store)
    return shutil.copy(example[1], tmp_path / "backup.zip")


def put_back(store, content):
    return restore.restore(store, io.BytesIO(content), hub.WORDS, "Ann", "a slip")


def rewritten(file, change):
    """The bytes of a backup with its members changed by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w") as new:
        members = {name: old.read(name) for name in old.namelist()}
        for name, content in change(members).items():
            new.writestr(name, content)
    return out.getvalue()


def about(members, **other):
    return members | {backup.ABOUT: json.dumps(json.loads(members[backup.ABOUT]) | other).encode()}


@hub.both
def test_a_restore_brings_the_entries_and_words_back_and_records_itself(store, packed):
    done = put_back(store, packed.read_bytes())
    told = entries.entries(store)

    assert [entry.kind for entry in told] == ["import", "stage change", "restore"]
    assert (done.entry, told[-1].by, told[-1].why) == (3, "Ann", "a slip")
    assert hub.offers(hub.now(store)) == {"Ash": 1}
    assert prove(store, hub.WORDS).faults == ()


def test_a_restore_into_a_new_folder_is_the_same_store(store, packed, tmp_path):
    fresh = entries.open_store(tmp_path / "fresh")
    done = put_back(fresh, packed.read_bytes())

    assert done.aside is None
    assert entries.entries(fresh)[:2] == entries.entries(store)[:2]
    assert hub.offers(hub.now(fresh)) == {"Ash": 1}
    fresh.engine.dispose()


@hub.both
def test_what_was_there_is_kept_aside_and_can_be_put_back(store, packed):
    aside = put_back(store, packed.read_bytes()).aside
    put_back(store, aside.read_bytes())

    assert hub.offers(hub.now(store)) == {"Ash": 1, "Cedar": 1}


def test_nothing_is_left_beside_the_store_but_what_is_kept_aside(store, packed):
    put_back(store, packed.read_bytes())
    names = {path.name for path in store.folder.iterdir()}

    assert names - {"ledger.sqlite-wal", "ledger.sqlite-shm"} == {
        *("ledger.sqlite", "archive", "aside")
    }


@hub.both
def test_a_process_that_has_the_store_open_sees_what_was_put_back(store, packed):
    with hub.again(store) as other:
        before = entries.mark(other, 3)
        put_back(store, packed.read_bytes())

        assert [entry.kind for entry in entries.entries(other)][-1] == "restore"
        assert entries.mark(other, 3) != before


@hub.both
def test_looks_since_the_backup_are_kept(store, packed):
    entries.append_all(store, [Draft("look", {}, "Ann")], log=LOOK)
    put_back(store, packed.read_bytes())

    assert len(entries.entries(store, LOOK)) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda members: {name: c for name, c in members.items() if name != backup.LEDGER},
        lambda members: members | {backup.LEDGER: b"Dear diary"},
        lambda members: members | {next(n for n in members if n.endswith("parquet")): b"PAR1"},
        lambda members: about(members, files={"../evil.txt": "0" * 64}),
        lambda members: about(members, last_hash="0" * 64),
        lambda _: {"hello.txt": b"hello"},
    ],
    ids=["no ledger", "another ledger", "damaged file", "a way out", "another hash", "any zip"],
)
def test_a_damaged_backup_is_refused_and_changes_nothing(store, packed, change):
    before = entries.entries(store)

    with pytest.raises(DashboardError, match="no backup, or it is damaged; nothing was changed"):
        put_back(store, rewritten(packed, change))

    assert entries.entries(store) == before


@pytest.mark.parametrize("cut", [0, 10, -30])
def test_a_file_cut_short_is_refused(store, packed, cut):
    with pytest.raises(DashboardError, match="no backup, or it is damaged"):
        put_back(store, packed.read_bytes()[:cut])


def test_a_backup_of_a_newer_version_is_refused(store, packed):
    content = rewritten(packed, lambda members: about(members, format=99))

    with pytest.raises(DashboardError, match="made by a newer version"):
        put_back(store, content)


def test_a_backup_with_a_forged_ledger_is_refused(store, packed, tmp_path):
    fresh = entries.open_store(tmp_path / "forged")
    put_back(fresh, packed.read_bytes())
    with fresh.engine.begin() as connection:
        connection.exec_driver_sql("update entry set why = 'forged' where number = 1")
    fresh_zip = tmp_path / "forged.zip"
    backup.pack(fresh, fresh_zip)
    fresh.engine.dispose()

    with pytest.raises(
        DashboardError, match=r"does not hold; nothing was changed\. Entry 1 was edi"
    ):
        put_back(store, fresh_zip.read_bytes())


@hub.both
def test_a_store_without_one_of_its_files_gives_no_backup(store, packed, tmp_path):
    name = min(archive.mentioned(entries.entries(store)))
    archive.whole(store.archive, name).unlink()

    with pytest.raises(DashboardError, match=f"{name} is missing or damaged"):
        backup.pack(store, tmp_path / "second.zip")
    assert not (tmp_path / "second.zip").exists()


def test_no_file_is_written_over(store, packed):
    with pytest.raises(DashboardError, match="is there already"):
        backup.pack(store, packed)


def test_in_a_folder_it_is_named_by_time_and_entry(store, packed, tmp_path):
    (tmp_path / "nightly").mkdir()
    file, made = backup.pack(store, tmp_path / "nightly")

    assert file.parent.name == "nightly"
    assert file.name.endswith(f"Z-entry-{made.head.number}.zip")
    assert file.stat().st_mode & 0o077 == 0


def test_two_of_one_second_in_a_folder_are_both_kept(tmp_path):
    at, names = datetime(2026, 5, 3, 9, tzinfo=UTC), []
    for _ in range(3):
        names.append(backup.named(tmp_path, entries.NONE, at))
        names[-1].touch()

    assert [name.stem[-8:] for name in names] == ["-entry-0", "ntry-0-2", "ntry-0-3"]


@pytest.mark.usefixtures("packed")
@hub.both
def test_a_backup_taken_while_others_write_holds_what_stood_at_one_moment(store, tmp_path):
    done = threading.Event()

    def write():
        while not done.is_set():
            entries.append(store, "note", {}, "Ann")

    writer = threading.Thread(target=write)
    writer.start()
    files = [backup.pack(store, tmp_path / f"taken {number}.zip") for number in range(2)]
    done.set()
    writer.join()

    for file, made in files:
        fresh = entries.open_store(tmp_path / file.stem)
        put_back(fresh, file.read_bytes())
        assert entries.last_number(fresh) == made.head.number + 1
        fresh.engine.dispose()


def test_what_a_killed_restore_left_long_ago_goes_with_the_next(store, packed):
    old, fresh = store.folder / "restoring-old", store.folder / "restoring-fresh"
    forgotten = store.archive / f"{'0' * 64}.parquet"
    for path in (old, fresh):
        path.mkdir()
    forgotten.write_bytes(b"nobody speaks of it")
    for path in (old, forgotten):
        os.utime(path, (0, 0))
    put_back(store, packed.read_bytes())

    assert [path.exists() for path in (old, fresh, forgotten)] == [False, True, False]


def test_a_backup_that_cannot_be_written_is_refused(store, tmp_path):
    with pytest.raises(DashboardError, match=r"cannot be written \(No such file"):
        backup.pack(store, tmp_path / "nowhere" / "backup.zip")


@hub.both
def test_a_backup_of_an_empty_store_can_be_put_back(store, tmp_path):
    file, made = backup.pack(store, tmp_path / "empty.zip")
    entries.append(store, "note", {}, "Ann")
    put_back(store, file.read_bytes())

    assert made.head == entries.NONE
    assert [entry.kind for entry in entries.entries(store)] == ["restore"]
