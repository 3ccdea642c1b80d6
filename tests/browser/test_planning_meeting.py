"""A planning meeting: the first gap, who could close it, whom to take up, who must not leave."""

from playwright.sync_api import expect

from tests.browser.serving import settled
from tests.browser.test_planner import address, choose


def test_from_the_first_gap_to_a_shortlist_and_what_a_departure_breaks(sample, visit):
    page = visit(sample)
    page.get_by_role("link", name="All gaps, ranked, and who could close them").click()
    expect(page.get_by_role("heading", name="23 function × area cells are short")).to_be_visible()

    choose(settled(page), "Gap", "Progression × Bolsover")
    expect(page.get_by_text("Progression × Bolsover. Nobody yet")).to_be_visible()
    expect(page.get_by_role("link", name="All we know of Pocket Orchestra")).to_be_visible()
    assert address(page)["gap"] == ["Progression × Bolsover"]

    page.get_by_role("link", name="Shortlist", exact=True).click()
    expect(page.get_by_role("heading", name="3 organisations would fill 5 of 14")).to_be_visible()
    choose(settled(page), "Never on it", "Pocket Orchestra")
    expect(page.get_by_role("heading", name="3 organisations would fill 4 of 14")).to_be_visible()
    assert address(page)["never"] == ["Pocket Orchestra"]

    page.get_by_role("link", name="Departures", exact=True).click()
    choose(settled(page), "Partner", "Derwent Reach Music Service")
    expect(page.get_by_text("3 cells would have no partner")).to_be_visible()
