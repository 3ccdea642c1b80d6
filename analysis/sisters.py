"""Which inclusion focuses are near each other, so that who serves one may come to serve another."""

import csv
from dataclasses import dataclass
from pathlib import Path

from analysis.vocabulary import DATA


@dataclass(frozen=True)
class Sisters:
    """Two focuses that are near each other, either way round, and why."""

    focus: str
    sister: str
    why: str


def sisters(folder: Path = DATA) -> tuple[Sisters, ...]:
    """What `data/sister_focuses.csv` says."""
    with (folder / "sister_focuses.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(Sisters(**row) for row in csv.DictReader(lines))
