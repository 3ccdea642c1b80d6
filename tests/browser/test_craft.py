"""Every page in one load: its headings, the keyboard's way through it, its tables, on paper."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.serving import settled
from tests.browser.test_accessibility import PAGES

# What holds the focus, how it and what is round it look, and where it is.
FOCUS = """async () => {
  await new Promise(requestAnimationFrame)  // what holds the focus is scrolled to
  const held = document.activeElement
  if (!held || held === document.body) return null
  held.dataset.held ??= String(document.querySelectorAll('[data-held]').length + 1)
  const box = held.getBoundingClientRect()
  return {name: held.dataset.held, tag: held.tagName, looks: window.looks(held),
          seen: box.bottom > 0 && box.top < innerHeight}
}"""
LOOKS = """() => {
  const still = new CSSStyleSheet()
  still.replaceSync('* { transition: none !important; animation: none !important }')
  document.adoptedStyleSheets.push(still)
  window.looks = node => {
    const told = []
    for (let at = node; at && told.length < 6; at = at.parentElement) {
      const style = getComputedStyle(at)
      told.push([style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow,
                 style.borderColor, style.backgroundColor, style.color].join())
    }
    return told.join('; ')
  }
}"""
UNREACHED = """() => [...document.querySelectorAll('a[href], button, input, textarea, [tabindex]')]
  .filter(each => each.tabIndex >= 0 && !each.disabled && !each.dataset.held)
  .filter(each => each.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .filter(each => each.getBoundingClientRect().width)
  .map(each => each.outerHTML.slice(0, 150))"""
LEVELS = """() => [...document.querySelectorAll('[data-testid=stMain] :is(h1, h2, h3, h4)')]
  .map(heading => Number(heading.tagName[1]))"""
ASIDE = """() => { const main = document.querySelector('[data-testid=stMain]')
  return main.scrollWidth - main.clientWidth }"""
# A chart keeps its width on paper. A4 on its side has 1031 pixels; a screen may be half as wide
# again.
CUT = """() => [...document.querySelectorAll('.js-plotly-plot .main-svg')]
  .map(chart => chart.getBoundingClientRect().width).filter(width => width > 1031 / 1.5)"""
# The scrolled page itself holds the focus once, and Streamlit draws nothing round it. A table draws
# in its own picture which cell holds it.
NOT_OURS = {"MAIN", "CANVAS"}
MOST_STEPS = 200


def walked(page):
    """Everything that the Tab key reaches, in order, with how it looked with and without."""
    page.evaluate(LOOKS)
    steps = []
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        held = page.evaluate(FOCUS)
        if held is None or (steps and held["name"] == steps[0]["name"]):
            return steps
        steps.append(held)
    return steps


@pytest.mark.parametrize(
    "name", PAGES, ids=[name.partition("?")[0] or "overview" for name in PAGES]
)
def test_a_page_is_whole_by_keyboard_by_its_headings_and_on_paper(sample, visit, name):
    page = visit(f"{sample}/{name}")
    page.wait_for_load_state("networkidle")  # a chart's own code comes after the page
    settled(page)
    levels = page.evaluate(LEVELS)
    assert levels.count(1) == 1 == levels[0]
    assert all(lower <= upper + 1 for upper, lower in pairwise(levels))

    charts = page.locator("[data-testid=stPlotlyChart]").count()
    expect(page.get_by_text(re.compile("^Table and downloads"))).to_have_count(charts)

    steps = walked(page)
    page.evaluate("document.activeElement.blur()")
    plain = page.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('[data-held]')]"
        ".map(each => [each.dataset.held, window.looks(each)]))"
    )
    assert [step for step in steps if not step["seen"]] == []
    assert [s for s in steps if s["looks"] == plain[s["name"]] and s["tag"] not in NOT_OURS] == []
    assert page.evaluate(UNREACHED) == []

    page.emulate_media(media="print", reduced_motion="reduce")
    assert page.evaluate(CUT) == []
    page.set_viewport_size({"width": 794, "height": 1123})
    assert page.evaluate(ASIDE) == 0
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for part in ("stSidebar", "stButton", "stDownloadButton", "stPopover"):
        assert page.locator(f"[data-testid={part}]:visible").count() == 0


def test_a_filter_click_moves_nothing_of_itself_once_the_page_answers(sample, visit):
    page = visit(sample)
    page.evaluate(
        """() => { window.shifts = []
          new PerformanceObserver(list => window.shifts.push(...list.getEntries()
            .filter(entry => !entry.hadRecentInput).map(entry => entry.value)))
            .observe({type: 'layout-shift'}) }"""
    )
    page.get_by_text("Count whole-hub claims").click()
    settled(page)

    assert sum(page.evaluate("window.shifts")) < 0.1


def test_a_switch_can_be_seen_in_colours_of_the_readers_own(sample, visit):
    page = visit(sample)
    page.emulate_media(forced_colors="active")
    switch = page.get_by_test_id("stCheckbox").locator("label > div").first

    assert switch.evaluate("each => getComputedStyle(each).forcedColorAdjust") == "none"
    assert switch.evaluate("each => getComputedStyle(each).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_a_row_of_the_directory_leads_to_the_organisation_and_back(sample, visit):
    page = visit(f"{sample}/directory?search=brass")
    table = page.get_by_test_id("stDataFrame").first.bounding_box()
    page.mouse.click(table["x"] + 20, table["y"] + 50)

    expect(page.get_by_role("heading", level=1)).to_contain_text("Clarion Row Band")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Directory")
