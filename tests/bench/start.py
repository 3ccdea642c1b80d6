"""How long after the server's start the first chart is drawn, and how long for later visitors."""

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench import static_figures
from tests.bench.measured import TIMES, Measured, say
from tests.bench.serving import OURS, STATIC, browsing, serving, settle, visit

Start = tuple[float, float]


def measure(folder: Path) -> Iterator[Measured]:
    """The limit is a server that shows two static figures and counts nothing."""
    say("start: its limit is a bare Streamlit server whose page shows two static figures")
    ready = folder / "sample"
    static_figures.write(static_figures.sample_store(ready))
    with browsing() as browser:
        _start(browser, STATIC, ready)  # the browser's own first page
        starts = [
            (
                _start(browser, OURS, folder / f"empty {turn}"),
                _start(browser, OURS, ready),
                _start(browser, STATIC, ready),
            )
            for turn in range(TIMES)
        ]
    first, again, limit = (_medians(column) for column in zip(*starts, strict=True))
    yield Measured("start to first chart, empty store (sample)", first[0], limit[0])
    yield Measured("start to first chart, a store", again[0], limit[0])
    yield Measured("later visitor to first chart", again[1], limit[1])


def _start(browser: Browser, module: str, folder: Path) -> Start:
    """Milliseconds to the first chart of a process's first visitor, and to its second's."""
    begun = time.perf_counter()
    with serving(module, folder) as server:
        page = visit(browser, server)
        cold = (time.perf_counter() - begun) * 1000
        settle(page)
        page.context.close()
        begun = time.perf_counter()
        page = visit(browser, server)
        later = (time.perf_counter() - begun) * 1000
        page.context.close()
    return cold, later


def _medians(starts: tuple[Start, ...]) -> tuple[float, ...]:
    return tuple(statistics.median(figures) for figures in zip(*starts, strict=True))
