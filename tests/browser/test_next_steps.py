"""A planning meeting that ends in a decision: from the worst gap to a scenario that is reported."""

from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.serving import settled
from tests.browser.test_accessibility import ours
from tests.browser.test_planner import address, choose


def test_a_meeting_goes_from_the_worst_gap_to_a_scenario_that_is_adopted_and_reported(own, visit):
    page = visit(f"{own}/gaps?gap=Progression+×+Bolsover")
    expect(page.get_by_role("link", name="All we know of Pocket Orchestra")).to_be_visible()
    page.get_by_role("link", name="Shortlist", exact=True).click()
    expect(page.get_by_role("heading", name="3 organisations would fill")).to_be_visible()
    page.get_by_role("link", name="Try the first set as a scenario").click()
    expect(page.get_by_role("heading", name="Against today")).to_be_visible(timeout=30_000)
    assert len(address(settled(page))["take"]) == 3

    page.get_by_role("textbox", name="Name").fill("Spring")
    page.get_by_role("button", name="Save the scenario").click()
    expect(page.get_by_text("is saved. It changes nothing")).to_be_visible(timeout=30_000)
    assert address(settled(page))["scenario"] == ["Spring"]
    assert ours(page) == []

    page.get_by_role("button", name="Adopt the scenario").click()
    expect(page.get_by_text("is adopted")).to_be_visible(timeout=30_000)
    assert ours(settled(page)) == []

    page.get_by_role("link", name="Report", exact=True).click()
    expect(page.get_by_role("heading", name="The partners")).to_be_visible(timeout=60_000)
    answer = page.get_by_role("heading", level=2).first.inner_text()
    told = paper(page)
    assert answer in told
    assert told.count("Scenario “Spring”") >= 3
    assert ours(settled(page)) == []

    page.get_by_role("button", name="Record that the board was told").click()
    expect(page.get_by_text("The next report says what changed since")).to_be_visible(
        timeout=60_000
    )
    expect(page.get_by_text("0 of 45 cells changed")).to_be_visible(timeout=60_000)


def paper(page) -> str:
    """What the report's PDF says, once it is downloaded."""
    with page.expect_download(timeout=60_000) as waited:
        page.get_by_role("button", name="PDF", exact=True).click()
    pages = PdfReader(waited.value.path()).pages
    return " ".join(" ".join(each.extract_text() for each in pages).split())


def test_an_enquiry_is_noted_and_moved_on(own, visit):
    page = visit(f"{own}/pipeline?enquiry=Pocket+Orchestra")
    page.get_by_role("textbox", name="Next action").fill("Visit a rehearsal")
    page.get_by_role("button", name="Record the note").click()
    expect(page.get_by_text("Noted (entry")).to_be_visible(timeout=30_000)

    choose(settled(page), "To stage", "Pilot")
    expect(page.get_by_text("gained and 0 lost")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Record the move").click()
    expect(page.get_by_text("is moved on")).to_be_visible(timeout=30_000)
    expect(page.get_by_role("heading", name="organisations wait")).to_be_visible(timeout=30_000)
