"""A planner goes from a number to the words in the file, by mouse, by keyboard and by link."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from tests.browser.serving import settled


def address(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def choose(page, label, words):
    """Choose by typing, as Streamlit's lists take an instant click for two."""
    page.get_by_label(label, exact=True).first.click(delay=120)
    page.keyboard.type(words)
    page.get_by_role("option", name=words).first.click()
    return settled(page)


def test_a_click_on_a_cell_opens_its_offers_and_stands_in_the_address(sample, visit):
    page = visit(f"{sample}/explore")
    page.locator(".js-plotly-plot").first.locator(".point path").nth(9).click(force=True)
    settled(page)

    assert address(page)["cell"] == [page.get_by_label("Cell").input_value()]
    expect(page.get_by_label("Offers behind")).to_be_visible()


def test_a_click_on_an_offer_shows_its_words_and_their_place(sample, visit):
    page = visit(f"{sample}/explore?cell=Schools+×+Derby")
    box = page.get_by_test_id("stDataFrame").filter(has=page.locator("canvas")).nth(0)
    box.scroll_into_view_if_needed()
    behind = page.get_by_label("Offers behind Schools × Derby").first
    place = behind.bounding_box()
    page.mouse.click(place["x"] + 17, place["y"] + 35 + 17)
    settled(page)

    assert "offer" in address(page)
    expect(page.get_by_label("Source words of").first).to_be_visible()


def test_a_choice_by_hand_takes_the_mark_off_the_clicked_cell(sample, visit):
    page = visit(f"{sample}/explore")
    grid = page.locator(".js-plotly-plot").first
    grid.locator(".point path").nth(9).click(force=True)
    settled(page)
    choose(page, "Cell", "Schools × Erewash")
    grid.locator(".point path").nth(9).click(force=True)
    settled(page)

    assert address(page)["cell"] != ["Schools × Erewash"]


def test_a_cell_s_offers_are_reached_without_a_mouse(sample, visit):
    page = visit(f"{sample}/explore")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('aria-label')") == "Cell":
            break
    page.keyboard.type("Schools × Derby")
    page.keyboard.press("Enter")
    settled(page)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('aria-label')") == "Offer":
            break
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    settled(page)

    assert address(page)["cell"] == ["Schools × Derby"]
    expect(page.get_by_label("Source words of").first).to_be_visible()


def test_a_copied_link_shows_the_same_view(sample, visit):
    page = visit(f"{sample}/explore")
    choose(page, "Rows", "Inclusion focus")
    choose(page, "Area", "Derby")
    choose(page, "Stage", "Received")
    page.get_by_text("Count whole-hub claims").click()
    settled(page)
    choose(page, "Cell", "SEND × Derby")
    other = visit(page.url)

    assert set(address(page)) == {"rows", "area", "stage", "whole_hub", "cell"}
    assert address(other) == address(page)
    assert other.get_by_test_id("stMain").inner_text() == page.get_by_test_id("stMain").inner_text()


def test_filters_stay_through_every_page_also_those_that_have_none(sample, visit):
    page = visit(f"{sample}/?function=Schools&area=Derby")
    for name in ("Upload", "Imports", "Places", "Inclusion", "Explore"):
        page.get_by_role("link", name=name).click()
        page.get_by_role("heading", name=name, exact=True, level=1).wait_for()
        settled(page)

    assert address(page) == {"function": ["Schools"], "area": ["Derby"]}
    expect(page.get_by_text("Filtered by Function: Schools; Area: Derby.")).to_be_visible()


def test_other_axes_take_a_stale_cell_out_of_the_address(sample, visit):
    page = visit(f"{sample}/explore?cell=Schools+×+Derby")
    choose(page, "Rows", "Aim")

    assert "cell" not in address(page)


def test_an_unknown_address_shows_everything(sample, visit):
    page = visit(f"{sample}/explore?function=Knitting&cell=Nothing&rows=Weather&for=x")

    expect(page.get_by_role("heading", level=2).first).to_contain_text("Of 45")
    expect(page.get_by_role("alert").filter(has_text="wrong")).to_have_count(0)


def test_clear_all_filters_empties_the_address(sample, visit):
    page = visit(f"{sample}/?function=Schools&area=Derby&whole_hub=false")
    page.get_by_role("button", name="Clear all filters").click()
    settled(page)

    assert address(page) == {}
