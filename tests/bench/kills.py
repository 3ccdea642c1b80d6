"""Every act killed amid its own steps, 500 times in all: how often, and what did not hold."""

import json
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests import postgresql
from tests.acts import ACTS
from tests.bench.measured import Measured
from tests.test_killed import MEMORY, ROOT

TIMES = {"SQLite": 80, "PostgreSQL": 20}


def measure(_: Path) -> Iterator[Measured]:
    """Kill each act at other moments every time; a single fault is one too many."""
    with postgresql.server() as address:
        for engine, url in (("SQLite", ""), ("PostgreSQL", address)):
            for act in ACTS:
                yield _of(act, engine, url)


def _of(act: str, engine: str, url: str) -> Measured:
    times, seed = TIMES[engine], secrets.randbits(32)
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        command = [sys.executable, "-m", "tests.killed", folder, str(times), str(seed), act]
        env = {**os.environ, "LEDGER_URL": url}
        done = subprocess.run(
            command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, check=True
        )
    outcomes = [json.loads(line) for line in done.stdout.splitlines()]
    died = sum(outcome["killed"] for outcome in outcomes)
    stages = len({outcome["at"].split()[0] for outcome in outcomes})
    wrong = [o for o in outcomes if o["old"] == o["new"] or o["faults"] or not o["again"]]
    what = (
        f"{act} on {engine}, killed {died} times in {stages} stages (seed {seed}): neither whole "
        "nor nothing"
    )
    return Measured(what, len(wrong), times, "times", "0 times", not wrong)
