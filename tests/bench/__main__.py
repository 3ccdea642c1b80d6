"""Run all benches, or those named: `python -m tests.bench build coverage`."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import (
    build,
    click,
    coverage,
    directory,
    fuzz,
    kills,
    load,
    memory,
    pairs,
    reading,
    receipts,
    report,
    shortlist,
    start,
)
from tests.bench.measured import Measured, say, told

BENCHES: dict[str, Callable[[Path], Iterator[Measured]]] = {
    "build": build.measure,
    "coverage": coverage.measure,
    "directory": directory.measure,
    "start": start.measure,
    "click": click.measure,
    "memory": memory.measure,
    "load": load.measure,
    "reading": reading.measure,
    "fuzz": fuzz.measure,
    "kills": kills.measure,
    "pairs": pairs.measure,
    "receipts": receipts.measure,
    "report": report.measure,
    "shortlist": shortlist.measure,
}


def main(names: list[str]) -> None:
    lines: list[Measured] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in names or BENCHES:
            for line in BENCHES[name](Path(folder)):
                say(told([line]).splitlines()[-1])
                lines.append(line)
    say(f"\n{told(lines)}")


if __name__ == "__main__":
    main(sys.argv[1:])
