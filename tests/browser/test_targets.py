"""A planner changes two targets in the grid, sees what that would do, and records them."""

from playwright.sync_api import expect

from tests.browser.serving import settled
from tests.browser.test_accessibility import ours

ROW, LEFT = 35, 300


def write(page, row: int, across: int, number: str) -> None:
    """Write a number into a cell of the grid, by its row from 1 and its distance from the left."""
    grid = page.get_by_test_id("stDataFrame").first.bounding_box()
    page.mouse.click(grid["x"] + across, grid["y"] + ROW * row + ROW / 2)
    page.wait_for_timeout(500)
    page.keyboard.type(number)
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    page.wait_for_timeout(1000)
    settled(page)


def test_targets_are_changed_in_the_grid_and_recorded_with_a_reason(own, visit):
    page = visit(f"{own}/targets")
    write(page, 1, LEFT, "0")
    write(page, 2, LEFT, "3")

    expect(page.get_by_role("listitem").filter(has_text="not applicable.")).to_be_visible()
    expect(page.get_by_text("a target of 3 partners.")).to_be_visible()
    assert ours(page) == []

    page.get_by_role("textbox", name="Why").fill("agreed in May")
    page.get_by_role("button", name="Record these changes").click()
    expect(page.get_by_text("2 changes recorded")).to_be_visible()
    assert ours(settled(page)) == []
