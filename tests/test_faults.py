"""Whatever befalls the machine, an act is done wholly or not at all, and says why it was not."""

import os
import resource
import shutil
import sqlite3
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from analysis import receipt, timeline
from analysis.errors import DashboardError, FaultError
from analysis.keeping import backup, restore
from analysis.ledger import archive, chain, entries, record
from analysis.ledger.entries import Draft
from tests import hub
from tests.acts import ACTS, faults

OFFERS = "Organisation | Email | Areas\nAsh | ash@example.org | Derby"
NOBODY = 65534


@contextmanager
def no_room(place: Path) -> Iterator[None]:
    """Nothing more fits on the disk; where tests may mount none of their own, no file may grow."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    filler = place / "filler"
    if os.path.ismount(place):
        with filler.open("wb", buffering=0) as out:
            while os.statvfs(place).f_bavail:
                out.write(b"x" * 4096)
    else:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        filler.unlink(missing_ok=True)


@contextmanager
def read_only(place: Path) -> Iterator[None]:
    """All may be read and nothing written, as if by somebody whom the tests' rights do not help."""
    paths = [place, *place.rglob("*")]
    for path in paths:
        path.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(os.getuid())
        for path in paths:
            path.chmod(0o777)


@contextmanager
def locked(place: Path) -> Iterator[None]:
    """Another process is writing to the ledger, and does not come to an end."""
    with closing(sqlite3.connect(place / "store" / "ledger.sqlite")) as other:
        other.execute("begin immediate")
        yield


# What each keeps from being done: who only reads may do so while others write, and what only adds
# to a file that is open needs no folder's leave.
BEFALL = [
    *((no_room, act) for act in ACTS),
    *((read_only, act) for act in ("import", "backup", "erase", "restore")),
    *((locked, act) for act in ("import", "undo", "erase", "restore")),
]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A folder for each act, with a store that is ready for it."""
    folder = tmp_path_factory.mktemp("prepared")
    for name, act in ACTS.items():
        store = entries.open_store(folder / name / "store")
        act.prepare(store)
        store.engine.dispose()
    return folder


@pytest.fixture
def place():
    """A small disk of its own, or where none may be mounted a folder, that everyone can reach."""
    folder = Path(tempfile.mkdtemp(prefix="hub-faults-"))
    folder.chmod(0o777)
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m,mode=777", "tmpfs", folder]
    is_mounted = os.geteuid() == 0 and subprocess.run(mount, check=False).returncode == 0
    yield folder
    if is_mounted:
        subprocess.run(["umount", "--lazy", folder], check=True)
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("befalls", "name"), BEFALL, ids=[f"{what.__name__} {name}" for what, name in BEFALL]
)
def test_an_act_that_fails_changes_nothing_says_so_and_can_be_done_again(
    place, prepared, ready, befalls, name
):
    act, store = ACTS[name], ready(prepared / name, place)
    before, told = act.tell(store), entries.entries(store)
    with befalls(place):
        with pytest.raises(FaultError, match=r"[.;] (Nothing|nothing|[Cc]heck|[Ff]ree|No) ?"):
            act.do(store)
        assert entries.entries(store) == told
    assert act.tell(store) == before
    assert faults(store) == []
    assert [*place.rglob(f"*{archive.PART}"), *place.rglob("restoring-*")] == []
    act.do(store)

    assert act.tell(store) != before


@pytest.fixture
def ready():
    """Copies a store to a place, and opens it for an impatient process."""
    opened = []

    def ready(prepared, place):
        shutil.copytree(prepared, place, dirs_exist_ok=True)
        url = f"sqlite:///{place}/store/ledger.sqlite?timeout=0.1"
        opened.append(entries.open_store(place / "store", url))
        return opened[-1]

    yield ready
    for store in opened:
        store.engine.dispose()


def test_a_damaged_file_of_the_archive_is_named_and_its_import_can_be_undone(store):
    hub.load(store, OFFERS)
    hub.load(store, "Organisation | Areas\nCedar | Derby", "partner")
    damage(store)

    with pytest.raises(FaultError, match=r"is not what was recorded\. Put it back from a backup"):
        hub.now(store)
    record.record_undo(store, 1, "Ann")
    assert hub.offers(hub.now(store)) == {"Cedar": 1}


def test_a_backup_mends_a_damaged_archive(store, tmp_path):
    hub.load(store, OFFERS)
    file, _ = backup.pack(store, tmp_path / "backup.zip")
    damage(store)
    with file.open("rb") as content:
        done = restore.restore(store, content, hub.WORDS, "Ann")

    assert hub.offers(hub.now(store)) == {"Ash": 1}
    assert done.aside.exists()


def damage(store):
    """Change one byte of what the first import says."""
    name = entries.entries(store)[0].payload["archive"]["answers"]
    file = store.archive / f"{name}.parquet"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


@hub.both
def test_of_two_editors_who_record_at_once_one_is_asked_to_look_again(store):
    receipts = hub.prepare(store, hub.reading(OFFERS))
    both, told = threading.Barrier(2), []

    def editor():
        with hub.again(store) as own:
            both.wait()
            try:
                told.append(receipt.take_in(own, receipts, "an editor"))
            except DashboardError as refused:
                told.append(str(refused))

    editors = [threading.Thread(target=editor) for _ in range(2)]
    for each in editors:
        each.start()
    for each in editors:
        each.join()

    done, refused = sorted(told, key=str)
    assert done == (1,)
    assert "Something else was recorded while you were looking" in refused
    assert entries.last_number(store) == 1


@hub.both
def test_a_clock_that_goes_backwards_disorders_nothing(store):
    now = datetime.now(UTC)
    times = [now, now - timedelta(days=40), now - timedelta(days=3), now - timedelta(days=400)]
    for at in times:
        entries.append_all(store, [Draft("note", {}, "Ann", at=at)])
    told = entries.entries(store)
    points = [point.number for point in timeline.days(told, now.date())]

    assert [entry.number for entry in told] == [1, 2, 3, 4]
    assert chain.faults(told) == []
    assert points == sorted(points)
    assert points[-1] == 4
