"""How long after a filter's click the charts are drawn, beside a page of static figures."""

import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.bench import invented, static_figures
from tests.bench.measured import Measured, say
from tests.bench.serving import OURS, STATIC, Server, browsing, serving, settle, visit

OFFERS, CLICKS, QUIET = 10_000, 20, 700
RATIOS = {"first": 1.2, "last": 1.3}
# When the pointer went down, and when the drawing of each chart last changed.
WATCH = """() => {
  const watched = window.watched = {clicked: 0, charts: new Map()}
  addEventListener("pointerdown", () => {
    Object.assign(watched, {clicked: performance.now(), charts: new Map()})
  }, true)
  const note = chart => {
    watched.charts.set(chart, performance.now())
    requestAnimationFrame(() => watched.charts.set(chart, performance.now()))
  }
  const chartOf = node => (node.closest ? node : node.parentElement)?.closest(".js-plotly-plot")
  new MutationObserver(changes => changes.forEach(change => {
    const chart = chartOf(change.target)
    if (chart && watched.clicked) note(chart)
  })).observe(document.body, {subtree: true, childList: true, characterData: true})
}"""

# A chart may be drawn afresh in the place of another; what counts is what stands there then.
SHOWN = "[...watched.charts].filter(([chart]) => chart.isConnected)"


def measure(folder: Path) -> Iterator[Measured]:
    """The limit has the same page, filters and figures, worked out beforehand."""
    say(f"click, {OFFERS:,} offers: its limit is the same page with the same figures, static")
    filled = invented.store(folder, OFFERS)
    static_figures.write(filled)
    store = filled.folder
    with browsing() as browser, serving(OURS, store) as ours, serving(STATIC, store) as static:
        pages = (_opened(browser, ours, "explore"), _opened(browser, static, ""))
        turns = [[_click(page) for page in pages] for _ in range(CLICKS)]
    for place, (which, aim) in enumerate(RATIOS.items()):
        taken = [[page[place] for page in turn] for turn in turns[2:]]
        own, limit = (statistics.median(column) for column in zip(*taken, strict=True))
        yield Measured(
            f"filter click to {which} chart",
            own,
            limit,
            aim=f"ratio ≤ {aim}",
            is_met=own <= aim * limit,
        )


def _opened(browser: Browser, server: Server, path: str) -> Page:
    page = visit(browser, server, path)
    settle(page)
    page.wait_for_timeout(QUIET)
    page.evaluate(WATCH)
    return page


def _click(page: Page) -> tuple[float, float]:
    """Milliseconds from the click to the last change of the first chart, and of the last."""
    page.bring_to_front()
    page.get_by_text("Count whole-hub claims").click()
    while page.evaluate(f"{SHOWN}.length") < len(RATIOS):  # our policy forbids waiting in the page
        page.wait_for_timeout(50)
    settle(page)
    page.wait_for_timeout(QUIET)
    taken = page.evaluate(f"{SHOWN}.map(([, at]) => at - watched.clicked)")
    return min(taken), max(taken)
