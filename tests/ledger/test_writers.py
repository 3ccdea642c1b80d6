"""Several processes write one ledger at once, and some are killed: it stays whole and in order."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis.ledger import archive, chain, entries, record
from tests import hub

ROOT = Path(__file__).resolve().parents[2]
WRITERS, EACH = 8, 20

# Each waits until all are there, so that they truly write at once, and the first make the ledger.
WRITING = """
import os, sys, time
from pathlib import Path
from analysis.ledger import entries

folder, url, writers, each = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
for writer in range(writers):
    if os.fork() == 0:
        (folder / f"writer {writer}").touch()
        while len(list(folder.glob("writer *"))) < writers:
            time.sleep(0.001)
        store = entries.open_store(folder / "store", url or None)
        for count in range(each):
            entries.append(store, "note", {"count": count}, f"writer {writer}")
        os._exit(0)
sys.exit(any([os.wait()[1] for _ in range(writers)]))
"""


@pytest.fixture(params=[hub.SQLITE, hub.POSTGRESQL])
def url(request):
    """Of a ledger that nobody has made yet."""
    return request.getfixturevalue("ledger_url") if request.param == hub.POSTGRESQL else ""


def writing(folder, url, each):
    command = [sys.executable, "-c", WRITING, folder, url, str(WRITERS), str(each)]
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True)


def told(folder, url):
    store = entries.open_store(folder / "store", url or None)
    found = entries.entries(store)
    store.engine.dispose()
    return found


def counts(told, writer):
    return [entry.payload["count"] for entry in told if entry.by == f"writer {writer}"]


def test_eight_processes_writing_at_once_lose_double_and_disorder_nothing(tmp_path, url):
    assert writing(tmp_path, url, EACH).wait(120) == 0
    found = told(tmp_path, url)

    assert [entry.number for entry in found] == list(range(1, WRITERS * EACH + 1))
    assert [counts(found, writer) for writer in range(WRITERS)] == [list(range(EACH))] * WRITERS
    assert chain.faults(found) == []


def test_writers_killed_amid_writing_lose_nothing_that_was_told(tmp_path, url):
    running = writing(tmp_path, url, 100_000)
    while len({entry.by for entry in told(tmp_path, url)}) < WRITERS:
        time.sleep(0.05)
    os.killpg(running.pid, 9)
    running.wait()
    found = told(tmp_path, url)

    for writer in range(WRITERS):
        assert counts(found, writer) == list(range(len(counts(found, writer))))
    assert chain.faults(found) == []


def test_what_a_killed_process_left_half_written_confuses_nobody(store):
    store.archive.mkdir()
    (store.archive / f"tmpabc{archive.PART}").write_bytes(os.urandom(100))
    hub.load(store, "Organisation | Email | Areas\nAsh | ash@example.org | Derby\n")

    assert hub.offers(hub.now(store)) == {"Ash": 1}
    record.record_undo(store, 1, "a test")
    assert entries.last_number(store) == 2
