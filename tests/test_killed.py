"""A process killed at any step leaves the state before or the state after, never a third."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.acts import ACTS

ROOT = Path(__file__).resolve().parents[1]
# What is killed leaves what it has written, whether or not it is on a disk; memory is quicker.
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
# A few of each in every run of the tests; `make bench` does 500, at other moments each time.
ENGINES = {"SQLite": ("5", *ACTS), "PostgreSQL": ("3", "import", "erase", "restore")}


@pytest.fixture(scope="module", params=list(ENGINES))
def engine(request):
    return request.param


@pytest.fixture(scope="module")
def outcomes(engine, request):
    times, *acts = ENGINES[engine]
    address = request.getfixturevalue("server") if engine == "PostgreSQL" else ""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        command = [sys.executable, "-m", "tests.killed", folder, times, "1", *acts]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, "LEDGER_URL": address},
            capture_output=True,
            text=True,
            check=True,
        )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_act_was_killed(engine, outcomes):
    killed = [outcome["act"] for outcome in outcomes if outcome["killed"]]

    assert len(killed) >= 0.7 * len(outcomes)
    assert set(killed) == set(ENGINES[engine][1:])


def test_a_restore_was_killed_amid_its_swap(outcomes):
    assert any("restore._put_in_place" in outcome["at"] for outcome in outcomes)


def test_a_killed_act_is_done_wholly_or_not_at_all(outcomes):
    assert [outcome for outcome in outcomes if outcome["old"] == outcome["new"]] == []


def test_both_sides_of_the_acts_were_seen(outcomes):
    assert {outcome["new"] for outcome in outcomes} == {False, True}


def test_what_a_killed_act_leaves_is_whole(outcomes):
    assert [outcome for outcome in outcomes if outcome["faults"]] == []


def test_after_any_kill_the_act_can_be_done_again(outcomes):
    assert [outcome for outcome in outcomes if not outcome["again"]] == []
