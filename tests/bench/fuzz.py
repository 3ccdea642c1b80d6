"""Thousands of damaged files: none may raise what is no sentence, hang, or fill the memory.

`python -m tests.bench fuzz`; FUZZ_FILES says how many, 5,000 unless told. Most are read in a
process that handles many, under the bounds of the one that reads an upload; a few hundred take
the whole way, with a process each.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from analysis.errors import DashboardError
from analysis.intake.read import read
from tests.bench.measured import Measured, say
from tests.intake import damaged
from tests.intake.files import WORDS

ROOT = Path(__file__).resolve().parents[2]
FILES = int(os.environ.get("FUZZ_FILES", "5000"))
WHOLE_WAY = 300
WORKERS = 2
MOST_SECONDS, MOST_MEGABYTES = 20, 1536
FAULTS = ("TRACEBACK", "HANGS")


@dataclass(frozen=True)
class Told:
    """What became of one file, how long it took, and the memory its process ever held, in MB."""

    file: int
    told: str
    seconds: float
    peak: float


def measure(_folder: Path) -> Iterator[Measured]:
    say(f"fuzz: {FILES:,} files, and {min(WHOLE_WAY, FILES)} the whole way; limits are the aims")
    share = -(-FILES // WORKERS)
    shares = [Share(n * share, min((n + 1) * share, FILES)) for n in range(WORKERS)]
    with ThreadPoolExecutor(WORKERS) as threads:
        found = list(chain.from_iterable(threads.map(lambda each: list(each.told()), shares)))
    faults = [told for told in found if told.told.startswith(FAULTS)]
    refused = sum(told.told != "read" for told in found)
    say(f"  {len(found) - refused:,} read, {refused:,} refused with a sentence or by the bounds")
    yield _line("files that raise or hang", len(faults), 1, "files", is_met=not faults)
    yield _line("slowest file", max(t.seconds for t in found), MOST_SECONDS, "s")
    yield _line("most memory of a reader", max(t.peak for t in found), MOST_MEGABYTES, "MB")
    slowest, most = _whole_way(range(0, FILES, max(1, FILES // WHOLE_WAY)))
    yield _line("slowest file, the whole way", slowest, MOST_SECONDS, "s")
    yield _line("most memory, both processes", most, MOST_MEGABYTES, "MB")


class Share:
    """A run of files and the process that reads them, begun at once."""

    def __init__(self, first: int, last: int) -> None:
        self.last = last
        self.process = _begin(first, last)

    def told(self) -> Iterator[Told]:
        """Each file's fate. One that ends the process has met its bounds, and the next begins."""
        begun = -1
        while True:
            for line in self.process.stdout or ():
                told = json.loads(line)
                begun = told["file"]
                if "told" in told:
                    yield _fate(Told(begun, told["told"], told["s"], told["peak"]))
                    begun = -1
            if self.process.wait() == 0 or begun < 0:
                return
            yield Told(begun, "refused: its process ended", 0, 0)
            self.process = _begin(begun + 1, self.last)


def _fate(told: Told) -> Told:
    """What became of a file; a fault is said at once, because the whole run takes long."""
    if told.told.startswith(FAULTS):
        say(f"  file {told.file}: {told.told}")
    return told


def _begin(first: int, last: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.bench.fuzz_worker", str(first), str(last)]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=quiet, text=True, cwd=ROOT)


def _whole_way(files: range) -> tuple[float, float]:
    """The slowest of some files, and the most memory of this process and a reader together."""
    slowest = 0.0
    for number in files:
        start = time.perf_counter()
        with suppress(DashboardError):
            read(*damaged.file(number), WORDS)
        slowest = max(slowest, time.perf_counter() - start)
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return slowest, sum(resource.getrusage(each).ru_maxrss for each in who) / 1024


def _line(what: str, value: float, limit: float, unit: str, *, is_met: bool = True) -> Measured:
    met = is_met and value <= limit
    return Measured(what, value, limit, unit, aim=f"≤ {limit} {unit}", is_met=met)
