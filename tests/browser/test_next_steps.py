"""A planning meeting that ends in a decision: from a shortlist to a scenario that is adopted."""

from playwright.sync_api import expect

from tests.browser.serving import settled
from tests.browser.test_accessibility import ours
from tests.browser.test_planner import address, choose


def test_a_shortlist_is_tried_as_a_scenario_saved_and_adopted(own, visit):
    page = visit(f"{own}/shortlist?most=2")
    page.get_by_role("link", name="Try the first set as a scenario").click()
    expect(page.get_by_role("heading", name="Against today")).to_be_visible(timeout=30_000)
    assert len(address(settled(page))["take"]) == 2

    page.get_by_role("textbox", name="Name").fill("Spring")
    page.get_by_role("button", name="Save the scenario").click()
    expect(page.get_by_text("is saved. It changes nothing")).to_be_visible(timeout=30_000)
    assert address(settled(page))["scenario"] == ["Spring"]
    assert ours(page) == []

    page.get_by_role("button", name="Adopt the scenario").click()
    expect(page.get_by_text("is adopted")).to_be_visible(timeout=30_000)
    assert ours(settled(page)) == []


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
