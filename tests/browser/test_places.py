"""A boundary file is dropped, the map is drawn, a need is chosen, and the cold spots are told.

Whatever a map asks of another machine fails the visit (`conftest.visit`).
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from analysis.ledger import entries
from tests import hub
from tests.browser.serving import served, settled
from tests.browser.test_accessibility import ours
from tests.intake.places.geo import collection, features
from tests.test_areas import SAFE

RATES = "Area | Children waiting\nDerby | 40\nErewash | 30\nBolsover | 20\nDerbyshire Dales | 10"
FILLED = """() => {
    const fills = [...document.querySelectorAll('.choroplethlayer path')];
    return new Set(fills.map(path => getComputedStyle(path).fill)).size;
}"""


@pytest.fixture
def served_hub(tmp_path: Path) -> Iterator[str]:
    """The address of a dashboard whose hub has partners."""
    store = entries.open_store(tmp_path / "store")
    hub.load(store, SAFE, kind="partner")
    store.engine.dispose()
    with served(tmp_path / "store") as address:
        yield address


def take_in(page, name: str, content: bytes):
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "", "buffer": content})
    button = page.get_by_role("button", name="Record this file")
    button.click()
    expect(page.get_by_text("Recorded as entry")).to_be_visible()
    return settled(page)


def choose(page, label: str, option: str):
    page.get_by_role("combobox", name=label, exact=True).click(delay=120)
    page.get_by_role("option", name=option).click()
    return settled(page)


def test_boundaries_a_need_and_the_cold_spots_that_it_tells(served_hub, visit):
    page = visit(f"{served_hub}/areas")
    take_in(page, "districts.geojson", collection(features()))
    take_in(page, "waiting.csv", hub.as_csv(RATES))
    page.get_by_role("link", name="See them on Places").click()
    expect(page.get_by_role("heading", name="Places", level=1)).to_be_visible()
    choose(settled(page), "Need", "Children waiting (waiting)")

    expect(page.locator(".choroplethlayer path")).to_have_count(9)
    assert page.evaluate(FILLED) > 1
    heading = page.get_by_role("heading", name="High need and thin cover")
    expect(heading).to_contain_text("Erewash (0 of 5 safe, need 30).")
    expect(heading).to_contain_text("Not known for Amber Valley, Chesterfield")
    assert ours(page) == []

    area = page.locator(".choroplethlayer path").nth(1)
    area.scroll_into_view_if_needed()
    box = area.bounding_box()
    page.mouse.move(box["x"] + 9, box["y"] + 9)
    page.mouse.move(box["x"] + 12, box["y"] + 12)
    page.mouse.click(box["x"] + 12, box["y"] + 12)
    page.wait_for_url(lambda url: "area=" in url)
    expect(settled(page).get_by_text("Filtered by Area: ")).to_be_visible()


def test_a_map_on_a_phone_in_the_dark_has_its_names_and_scrolls_nowhere(served_hub, visit):
    take_in(visit(f"{served_hub}/areas"), "districts.geojson", collection(features()))
    page = visit(f"{served_hub}/places", 390, "dark")

    names = page.locator(".scattergeo .textpoint, .scattergeo text")
    expect(names.filter(has_text="Derby").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert ours(page) == []


def test_a_file_that_cannot_be_drawn_is_told_in_one_sentence(served_hub, visit):
    page = visit(f"{served_hub}/areas")
    broken = {"name": "cut.geojson", "mimeType": "", "buffer": collection(features())[:-50]}
    page.set_input_files("input[type=file]", broken)

    expect(page.get_by_text("shape 9 cannot be read")).to_be_visible()
    expect(page.get_by_role("button", name="Record this file")).to_have_count(0)
