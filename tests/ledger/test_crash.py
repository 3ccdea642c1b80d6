"""A process killed at any step leaves the state before or the state after, never a third."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis.ledger import entries, record
from tests.hub import load, now, offers

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module", params=["import", "undo"])
def outcomes(request, tmp_path_factory):
    command = [sys.executable, "-m", "tests.ledger.killed", tmp_path_factory.mktemp("killed")]
    done = subprocess.run(
        [*command, request.param], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_step_but_the_last_was_killed(outcomes):
    assert len(outcomes) > 10
    assert [outcome["survived"] for outcome in outcomes] == [False] * (len(outcomes) - 1) + [True]


def test_a_killed_act_is_done_wholly_or_not_at_all(outcomes):
    assert [outcome for outcome in outcomes if outcome["old"] == outcome["new"]] == []


def test_no_archived_file_is_ever_there_in_part(outcomes):
    assert all(outcome["whole"] for outcome in outcomes)


def test_both_sides_of_the_act_were_seen(outcomes):
    done = [outcome["new"] for outcome in outcomes]

    assert done == sorted(done)
    assert set(done) == {False, True}


def test_after_any_kill_the_act_can_be_done_again(outcomes):
    assert [outcome for outcome in outcomes if not outcome["again"]] == []


def test_what_a_killed_process_left_half_written_confuses_nobody(store):
    store.archive.mkdir()
    (store.archive / "tmpabc.part").write_bytes(os.urandom(100))
    table = "Organisation | Email | Areas\nAsh | ash@example.org | Derby\n"

    load(store, table)

    assert offers(now(store)) == {"Ash": 1}
    record.record_undo(store, 1, "a test")
    assert entries.last_number(store) == 2


# Told how to stop only by being killed.
WRITING = """
import sys
from pathlib import Path
from analysis.ledger import entries

store = entries.open_store(Path(sys.argv[1]))
for count in range(100_000):
    entries.append(store, "note", {"count": count}, sys.argv[2])
"""


def test_writers_killed_amid_writing_lose_nothing_that_was_told(store):
    names = [f"writer {number}" for number in range(3)]
    running = [
        subprocess.Popen([sys.executable, "-c", WRITING, store.folder, name], cwd=ROOT)
        for name in names
    ]
    while {entry.by for entry in entries.entries(store)} != set(names):
        time.sleep(0.01)
    for process in running:
        process.kill()
        process.wait()

    told = entries.entries(store)

    assert [entry.number for entry in told] == list(range(1, len(told) + 1))
    for name in names:
        counts = [entry.payload["count"] for entry in told if entry.by == name]
        assert counts == list(range(len(counts)))
    assert entries.append(store, "note", {}, "Ann") == len(told) + 1
