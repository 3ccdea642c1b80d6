"""Staff put a messy file right in one sitting, from the drop to an empty list."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.serving import settled
from tests.browser.test_staff import drop
from tests.mended import corrected

MESSY = """Organisation,Email,Stage,Aims,Functions,Areas,Inclusion focuses,Reach
Ash Brass,ash@example.org,Strategic Hub Partner,aim-1,Schools,Atlantis,SEND,100
Birch Strings,birch@example.org,Commissioned,aim-1,Inclusion,,SEND,lots
,elm@example.org,Pilot,aim-1,Schools,Derby,SEND,20
"""
PUT_RIGHT = {(3, 6): "Bolsover", (3, 8): "70", (4, 1): "Elm Singers"}


def choose(page, box, option):
    page.get_by_role("combobox", name=box, exact=True).click(delay=120)
    page.get_by_role("option").filter(has_text=option).first.click()
    return settled(page)


def record(page, file):
    drop(settled(page), file)
    page.get_by_role("button", name="Record this file").click()
    expect(page.get_by_text("Recorded as entry")).to_be_visible()
    return settled(page)


def open_page(page, name):
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
    return settled(page)


def test_a_messy_file_is_put_right_in_one_sitting_and_the_list_is_empty(own, visit, tmp_path):
    (tmp_path / "partners.csv").write_text(MESSY)
    page = open_page(record(visit(f"{own}/upload"), tmp_path / "partners.csv"), "Fixes")
    expect(page.get_by_role("heading", name="4 things need putting right")).to_be_visible()

    choose(page, "Problem", "Atlantis")
    choose(page, "“atlantis” means this area", "Outside the hub")
    page.get_by_role("button", name="Record what it means").click()
    expect(page.get_by_role("heading", name="3 things need putting right")).to_be_visible()
    with page.expect_download() as download:
        settled(page).get_by_role("button", name="Download the file back").click()
    back = Path(download.value.path()).read_bytes()
    mended = tmp_path / download.value.suggested_filename
    mended.write_bytes(corrected(mended.name, back, PUT_RIGHT))

    record(open_page(page, "Upload"), mended)
    open_page(page, "Fixes")
    expect(page.get_by_role("heading", name="Nothing needs putting right.")).to_be_visible()
    drop(open_page(page, "Upload"), mended)
    expect(page.get_by_text("There is nothing to do.")).to_be_visible()
