"""A planner asks what changed since last school year, why, and hands the answer on."""

import csv
import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.serving import settled


def click(page, chart, mark, parameter):
    """Click a mark until the address holds it: a chart that still settles loses the click."""
    for _ in range(3):
        page.locator(".js-plotly-plot").nth(chart).locator(".point").nth(mark).click(force=True)
        page.wait_for_timeout(1000)
        if f"{parameter}=" in settled(page).url:
            return page
    raise AssertionError(f"No click on mark {mark} of chart {chart} was taken.")


def test_a_column_of_the_chart_is_looked_into_by_a_click(sample, visit):
    page = click(visit(f"{sample}/over_time"), 0, 0, "day")

    expect(page.get_by_text("The hub's record begins on 12 September 2025")).to_be_visible()
    expect(page.get_by_text("Behind the numbers: the end of Sep 2025")).to_be_visible()


def test_a_cell_that_changed_tells_why_by_a_click_and_leads_to_its_entry(sample, visit):
    page = click(visit(f"{sample}/over_time?since=31+May+2026"), 1, 0, "cell")
    page.goto(f"{sample}/over_time?cell=Partnerships+×+Amber+Valley")
    settled(page)

    expect(page.get_by_text("New partner: ○ waiting → ◐ fragile, partners 0 → 1.")).to_be_visible()
    page.get_by_role("link", name=re.compile("Entry 10.*39 taken in")).click()
    expect(page.get_by_role("heading", name="Imports", level=1)).to_be_visible()


def test_what_changed_can_be_taken_away_with_its_reasons(sample, visit):
    page = visit(f"{sample}/over_time?area=Amber+Valley")
    changed = page.get_by_text("Cells whose state or number of partners is another").first
    expect(changed).to_be_visible()
    with page.expect_download() as waited:
        page.locator(".st-key-changed-0-csv button").click()
    with Path(waited.value.path()).open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines))
    about = dict(row[:2] for row in rows[: rows.index([])])

    assert about["Filters"] == "Area: Amber Valley"
    assert about["Data as of"].startswith("31 August 2026 and ")
    assert "Why" in rows[rows.index([]) + 1]
    assert {row[1] for row in rows[rows.index([]) + 2 :]} == {"Amber Valley"}
