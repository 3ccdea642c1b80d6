"""A planner goes from a number to the words in the file, by mouse, by keyboard and by link."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import TimeoutError as TooLong
from playwright.sync_api import expect

from tests.browser.serving import settled

SCHOOLS_DERBY = "explore?cell=Schools+×+Derby"


def address(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def says(page, name, *values):
    """Wait until the address bar says so."""
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get(name, []) == list(values))
    return settled(page)


def choose(page, label, words):
    """Choose by typing, as Streamlit's lists take an instant click for two.

    A page that is still being drawn closes the list again; then it is opened once more.
    """
    settled(page)
    for patience in (4_000, 8_000, 30_000):
        page.get_by_role("combobox", name=label, exact=True).click(delay=120)
        page.keyboard.type(words)
        try:
            page.get_by_role("option", name=words).first.click(timeout=patience)
            break
        except TooLong:
            if patience == 30_000:
                raise
            page.keyboard.press("Escape")
    if page.get_by_role("listbox").count():
        page.keyboard.press("Escape")
    return settled(page)


def tab_to(page, label, most=60):
    """Press Tab until the field of that name has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('aria-label')") == label:
            return
    raise AssertionError(f"{label} is not reached in {most} steps.")


def pick_by_keyboard(page, label, words):
    """Type into a field until its list offers those words first, then take them."""
    for _ in range(3):
        page.wait_for_timeout(1000)  # a page that is still drawing itself swallows keys
        tab_to(page, label)
        page.keyboard.type(words, delay=30)
        page.wait_for_timeout(1000)
        first = page.get_by_role("option").first
        if first.count() and first.inner_text() == words:
            page.keyboard.press("Enter")
            return settled(page)
        page.keyboard.press("Escape")
    raise AssertionError(f"{label} does not offer {words}.")


def click_a_cell(page):
    """Click until it is taken: a chart that still settles its size loses the click."""
    bar = page.locator(".js-plotly-plot").first.locator(".point path").nth(9)
    for _ in range(3):
        bar.click(force=True)
        page.wait_for_timeout(1000)
        if "cell=" in settled(page).url:
            break
    return page


def test_a_click_on_a_cell_opens_its_offers_and_stands_in_the_address(sample, visit):
    page = click_a_cell(visit(f"{sample}/explore"))
    name = page.get_by_role("combobox", name="Cell", exact=True).input_value()

    says(page, "cell", name)
    expect(page.get_by_text(f"{name} is ")).to_be_visible()


def test_a_click_on_an_offer_shows_its_words_and_their_place(sample, visit):
    page = visit(f"{sample}/{SCHOOLS_DERBY}")
    table = page.get_by_test_id("stDataFrame").locator("visible=true").first
    table.scroll_into_view_if_needed()
    place = table.bounding_box()
    page.mouse.click(place["x"] + 17, place["y"] + 35 + 17)

    says(page, "offer", "Bright Drum Collective Ltd (partners.xlsx, row 20)")
    expect(page.get_by_test_id("stCaptionContainer").filter(has_text="As written")).to_be_visible()


def test_a_choice_by_hand_takes_the_mark_off_the_clicked_cell(sample, visit):
    page = click_a_cell(visit(f"{sample}/explore"))
    clicked = address(page)["cell"]
    choose(page, "Cell", "Schools × Erewash")
    click_a_cell(page)

    says(page, "cell", *clicked)


def test_the_words_of_an_offer_are_reached_without_a_mouse(sample, visit):
    page = visit(f"{sample}/explore")
    pick_by_keyboard(page, "Cell", "Schools × Derby")
    says(page, "cell", "Schools × Derby")
    pick_by_keyboard(page, "Offer", "Bright Drum Collective Ltd (partners.xlsx, row 20)")

    says(page, "offer", "Bright Drum Collective Ltd (partners.xlsx, row 20)")


def test_a_copied_link_shows_the_same_view_with_all_filters(sample, visit):
    page = visit(f"{sample}/explore")
    choose(page, "Rows", "Inclusion focus")
    choose(page, "Area", "Derby")
    choose(page, "Stage", "Received")
    page.get_by_text("Count whole-hub claims").click()
    choose(page, "Cell", "SEND × Derby")
    says(page, "cell", "SEND × Derby")
    other = visit(page.url)

    assert set(address(page)) == {"rows", "area", "stage", "whole_hub", "cell"}
    expect(other.get_by_test_id("stMain")).to_have_text(
        page.get_by_test_id("stMain").text_content() or ""
    )
    assert address(other) == address(page)


def test_filters_stay_through_every_page_also_those_that_have_none(sample, visit):
    page = visit(f"{sample}/?function=Schools&area=Derby")
    for name in ("Upload", "Imports", "Places", "Inclusion", "Explore"):
        page.get_by_role("link", name=name, exact=True).click()
        page.get_by_role("heading", name=name, exact=True, level=1).wait_for()
        settled(page)

    expect(page.get_by_text("Filtered by Function: Schools; Area: Derby.")).to_be_visible()
    assert address(page) == {"function": ["Schools"], "area": ["Derby"]}


def test_other_axes_take_a_stale_cell_out_of_the_address(sample, visit):
    page = visit(f"{sample}/{SCHOOLS_DERBY}")
    choose(page, "Rows", "Aim")

    says(page, "cell")


def test_an_unknown_address_shows_everything_and_is_cleared(sample, visit):
    page = visit(f"{sample}/explore?function=Knitting&cell=Nothing&rows=Weather&whole_hub=x")

    expect(page.get_by_role("heading", level=2).first).to_contain_text("Of 45")
    expect(page.get_by_role("button", name="Clear all filters")).to_be_disabled()


def test_clear_all_filters_empties_the_address(sample, visit):
    page = visit(f"{sample}/?function=Schools&area=Derby&whole_hub=false")
    page.get_by_role("button", name="Clear all filters").click()

    says(page, "function")
    assert address(page) == {}
