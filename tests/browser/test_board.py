"""A leader finds the worst gap and sends it to the board; clicks narrow the page on the way."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from tests.browser.serving import settled
from tests.browser.test_accessibility import ours


def asked(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def click(page, mark, name, place=0):
    """Click a mark until the address holds what it narrows: a chart still settling loses clicks."""
    for _ in range(3):
        page.locator(".js-plotly-plot").nth(place).locator(mark).first.click(force=True)
        page.wait_for_timeout(1000)
        if name in asked(settled(page)):
            return page
    raise AssertionError(f"A click on {mark} narrows nothing to a {name}.")


def links(page) -> list[str]:
    page.get_by_role("button", name="Share").click()
    page.get_by_text("Both links hold").wait_for()
    settled(page)
    return page.get_by_test_id("stCode").locator("code").all_inner_texts()


def test_the_worst_gap_is_found_and_sent_to_the_board_as_it_is_today(sample, visit):
    leader = click(visit(sample), '.point:has-text("✕")', "area")
    sentence = leader.get_by_role("heading", level=2).first.inner_text()
    newest, frozen = links(leader)

    assert "1 is a gap" in sentence
    assert parse_qs(urlsplit(newest).query) == asked(leader)
    assert ours(leader) == []

    board = visit(frozen, 390, "dark")
    expect(board.get_by_text("As sent on")).to_contain_text("No cell differs now")
    expect(board.get_by_role("heading", level=2).first).to_have_text(sentence)
    assert set(asked(board)) == {*asked(leader), "as_of", "sent"}
    assert ours(board) == []


def test_the_picture_of_a_chart_is_saved_as_svg_and_png_with_what_it_rests_on(sample, visit):
    page = visit(f"{sample}/?area=Derby&function=Schools")
    page.get_by_text("Table and downloads: Function × area").click()
    page.get_by_text("Show as a picture").first.click()
    page.get_by_role("combobox", name="Format").click(delay=120)
    page.get_by_role("option", name="SVG").click()
    svg = Path(saved(page)).read_text(encoding="utf-8")

    assert "Filters: Area: Derby" in svg or "Filters: Function: Schools; Area: Derby" in svg
    assert all(told in svg for told in ("Data as of: ", "How it is counted: ", "Source: "))

    page.get_by_role("combobox", name="Format").click(delay=120)
    page.get_by_role("option", name="PNG").click()
    assert Path(saved(page)).read_bytes().startswith(b"\x89PNG")


def saved(page):
    button = settled(page).locator(".modebar-btn")
    page.wait_for_timeout(800)
    button.hover()
    with page.expect_download() as waited:
        button.click()
    return waited.value.path()


def test_paper_has_the_page_and_no_menus_also_from_a_dark_screen(sample, visit):
    page = visit(f"{sample}/?area=Derby", theme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    title = page.get_by_role("heading", level=1)

    assert not page.get_by_test_id("stSidebar").is_visible()
    assert not page.get_by_role("button", name="Share").is_visible()
    assert title.evaluate("e => getComputedStyle(e).color") == "rgb(11, 12, 12)"
    expect(page.get_by_text("How a cell is counted")).to_be_visible()


def test_a_click_on_a_bar_a_place_or_a_mark_shows_only_that(sample, visit):
    bar = click(visit(sample), ".point", "aim", 1)
    place = click(visit(f"{sample}/places"), ".point:nth-child(3)", "area")
    mark = click(visit(f"{sample}/explore?for=Schools"), ".point", "area", 1)

    assert [len(asked(page).get(n, [])) for page, n in ((bar, "aim"), (place, "area"))] == [1, 1]
    assert len(asked(mark)["area"]) == 1
    expect(bar.get_by_role("button", name="✕ Aim: ")).to_be_visible()
    assert ours(place) == []


def test_a_row_of_the_places_shows_only_its_area(sample, visit):
    page = visit(f"{sample}/places")
    page.wait_for_load_state("networkidle")  # a table's own code comes after the page
    settled(page).locator("[data-testid=stDataFrame] canvas").first.wait_for()
    table = page.get_by_test_id("stDataFrame").locator("visible=true").first.bounding_box()
    page.mouse.click(table["x"] + 17, table["y"] + 35 + 17)
    page.wait_for_url(lambda url: "area=Derby" in url)

    expect(settled(page).get_by_text("Filtered by Area: Derby.")).to_be_visible()


def test_a_click_on_what_is_faint_brings_it_back_and_a_click_can_leave_out(sample, visit):
    page = click(visit(f"{sample}/?area=Bolsover"), '.point:has-text("✕")', "function")
    assert asked(page)["area"] != ["Bolsover"]

    page.get_by_role("button", name="Reset").click()
    page.wait_for_url(lambda url: "area" not in url)
    settled(page).get_by_role("combobox", name="A click on a chart").click(delay=120)
    page.get_by_role("option", name="Leaves that out").click()
    click(settled(page), '.point:has-text("✕")', "area")

    assert len(asked(page)["area"]) == 8
    assert len(asked(page)["function"]) == 4
    expect(page.get_by_text("all but").first).to_be_visible()
