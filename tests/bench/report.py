"""How long after the click on *Report* the board's PDF is there, beside a page that lists."""

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.bench import static_figures
from tests.bench.measured import TIMES, Measured, say
from tests.bench.serving import OURS, SECONDS, Server, browsing, serving, settle, visit

MOST = 10_000


def measure(folder: Path) -> Iterator[Measured]:
    """The limit is the click on Imports, which only lists, until its first table is drawn."""
    say("report, sample hub: its limit is a click on a page that only lists")
    ready = folder / "sample"
    static_figures.sample_store(ready)
    with browsing() as browser:
        visits = [_visits(browser, ready) for _ in range(TIMES)]
    limit = statistics.median(listed for _, _, listed in visits)
    for place, which in enumerate(("a server's first", "later")):
        median = statistics.median(each[place] for each in visits)
        is_met = median <= MOST
        yield Measured(f"click to the PDF, {which}", median, limit, aim="≤ 10 s", is_met=is_met)


def _visits(browser: Browser, store: Path) -> tuple[float, float, float]:
    """Milliseconds to a server's first PDF, to a later visitor's, and to a list."""
    with serving(OURS, store) as server:
        first, later = (_report(_overview(browser, server)) for _ in range(2))
        page = _overview(browser, server)
        begun = time.perf_counter()
        _go(page, "Imports")
        page.get_by_role("heading", name="Imports").wait_for(timeout=SECONDS * 1000)
        page.get_by_test_id("stDataFrame").first.wait_for(timeout=SECONDS * 1000)
        return first, later, (time.perf_counter() - begun) * 1000


def _overview(browser: Browser, server: Server) -> Page:
    page = visit(browser, server)
    settle(page)
    return page


def _report(page: Page) -> float:
    """Milliseconds from the click in the menu until the PDF is saved, the second click in it."""
    begun = time.perf_counter()
    _go(page, "Report")
    button = page.get_by_test_id("stDownloadButton").first
    button.wait_for(timeout=SECONDS * 1000)
    with page.expect_download(timeout=SECONDS * 1000) as waited:
        button.click()
    waited.value.path()
    taken = (time.perf_counter() - begun) * 1000
    page.context.close()
    return taken


def _go(page: Page, title: str) -> None:
    page.get_by_test_id("stSidebarNavLink").filter(has_text=title).click()
