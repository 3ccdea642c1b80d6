"""Backups, restores and erasures killed at random moments: how often, and what did not hold."""

import json
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measured import Measured

ROOT = Path(__file__).resolve().parents[2]
ACTS = ("backup", "restore", "erase")
TIMES = 30


def measure(folder: Path) -> Iterator[Measured]:
    """Kill each act at other moments every time; a single fault is one too many."""
    for act in ACTS:
        place = folder / f"killed {act}"
        place.mkdir()
        seed = secrets.randbits(32)
        command = [sys.executable, "-m", "tests.keeping.killed", place, act, str(TIMES), str(seed)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        outcomes = [json.loads(line) for line in done.stdout.splitlines()]
        died = sum(outcome["killed"] for outcome in outcomes)
        wrong = [o for o in outcomes if o["old"] == o["new"] or o["faults"] or not o["again"]]
        what = f"{act}, killed {died} times (seed {seed}): neither whole nor nothing"
        yield Measured(what, len(wrong), TIMES, "times", "0 times", not wrong)
