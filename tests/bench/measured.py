"""Medians, and each beside the limit that was measured in the same run."""

import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

TIMES = 5


@dataclass(frozen=True)
class Measured:
    """One line of the report: what was measured, and what it cannot be better than.

    `median` and `limit` are in `unit`. `aim` says what their ratio (or the median itself, where
    it is named with a unit) should be, and `is_met` whether it was; neither where there is none.
    """

    what: str
    median: float
    limit: float
    unit: str = "ms"
    aim: str = ""
    is_met: bool = True

    @property
    def ratio(self) -> float:
        return self.median / self.limit


def by_turns(*acts: Callable[[], object], times: int = TIMES) -> tuple[float, ...]:
    """The median milliseconds of each act, done in turn so that a busy moment is fair to all."""
    taken: list[list[float]] = [[] for _ in acts]
    for _ in range(times):
        for act, tally in zip(acts, taken, strict=True):
            gc.collect()
            start = time.perf_counter()
            act()
            tally.append((time.perf_counter() - start) * 1000)
    return tuple(statistics.median(tally) for tally in taken)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def told(lines: Iterable[Measured]) -> str:
    """The report as a Markdown table."""
    head = ("measured", "median", "its limit", "ratio", "aim")
    return _table([head, tuple("-" * len(cell) for cell in head), *map(_row, lines)])


def _row(line: Measured) -> tuple[str, ...]:
    missed = "" if line.is_met else " MISSED"
    return (
        line.what,
        _figure(line.median, line.unit),
        _figure(line.limit, line.unit),
        f"{line.ratio:.2f}",
        f"{line.aim}{missed}",
    )


def _figure(value: float, unit: str) -> str:
    return f"{value:,.1f} {unit}" if value < 100 else f"{value:,.0f} {unit}"


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "| " + " | ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)) + " |"
        for row in rows
    )
