"""How much memory each further open session costs the server."""

import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench import static_figures
from tests.bench.measured import Measured, say
from tests.bench.serving import OURS, STATIC, browsing, megabytes, serving, settle, visit

WARM, SESSIONS = 3, 20


def measure(folder: Path) -> Iterator[Measured]:
    """The limit is a session that looks at static figures."""
    say("memory: its limit is the same number of sessions on the static page")
    store = folder / "sample"
    static_figures.write(static_figures.sample_store(store))
    with browsing() as browser:
        (base, each), (static_base, static_each) = (
            _grown(browser, module, store) for module in (OURS, STATIC)
        )
    yield Measured("server with one session", base, static_base, "MB")
    yield Measured(f"each of {SESSIONS} further sessions, mean", each, static_each, "MB")


def _grown(browser: Browser, module: str, folder: Path) -> tuple[float, float]:
    with serving(module, folder) as server:
        held = []
        for _ in range(WARM + SESSIONS):
            settle(visit(browser, server))
            held.append(megabytes(server.process))
        for context in browser.contexts:
            context.close()
    # Single steps are lumpy, because memory is taken in blocks: the mean is the honest figure.
    steps = [after - before for before, after in zip(held[WARM - 1 :], held[WARM:], strict=False)]
    return held[0], max(statistics.mean(steps), 0.01)
