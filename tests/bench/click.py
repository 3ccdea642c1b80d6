"""How long after a filter's click the last chart is drawn, beside a page of static figures."""

import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.bench import static_figures
from tests.bench.measured import Measured, say
from tests.bench.serving import OURS, STATIC, Server, browsing, serving, settle, visit

CLICKS, RATIO, QUIET = 20, 1.3, 700
# When the pointer went down, when a chart's drawing last changed, and how many did change.
WATCH = """() => {
  const watched = window.watched = {clicked: 0, drawn: 0, charts: new Set()}
  addEventListener("pointerdown", () => {
    Object.assign(watched, {clicked: performance.now(), drawn: 0, charts: new Set()})
  }, true)
  const note = chart => {
    watched.charts.add(chart)
    requestAnimationFrame(() => { watched.drawn = performance.now() })
  }
  const chartOf = node => (node.closest ? node : node.parentElement)?.closest(".js-plotly-plot")
  new MutationObserver(changes => changes.forEach(change => {
    const chart = chartOf(change.target)
    if (chart && watched.clicked) note(chart)
  })).observe(document.body, {subtree: true, childList: true, characterData: true})
}"""


def measure(folder: Path) -> Iterator[Measured]:
    """The limit has the same page, filters and figures, worked out beforehand."""
    say("click: its limit is the same page and filters with the same figures, static")
    store = folder / "sample"
    static_figures.write(store)
    with browsing() as browser, serving(OURS, store) as ours, serving(STATIC, store) as static:
        pages = (_opened(browser, ours, "explore"), _opened(browser, static, ""))
        turns = [tuple(_click(page) for page in pages) for _ in range(CLICKS)]
    own, limit = (statistics.median(column) for column in zip(*turns[2:], strict=True))
    yield Measured(
        "filter click to last chart",
        own,
        limit,
        aim=f"ratio ≤ {RATIO}",
        is_met=own <= RATIO * limit,
    )


def _opened(browser: Browser, server: Server, path: str) -> Page:
    page = visit(browser, server, path)
    settle(page)
    page.wait_for_timeout(QUIET)
    page.evaluate(WATCH)
    return page


def _click(page: Page) -> float:
    """Milliseconds from the click to the frame with the last change of either chart."""
    page.bring_to_front()
    page.get_by_text("Count whole-hub claims").click()
    page.wait_for_function("watched.charts.size === 2")
    settle(page)
    page.wait_for_timeout(QUIET)
    return float(page.evaluate("watched.drawn - watched.clicked"))
