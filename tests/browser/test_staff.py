"""Staff drop files, read what they would change, record, take back, and bring back again."""

import csv
import io
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.serving import settled

GOOD = Path(__file__).resolve().parents[1] / "exports" / "google_forms.xlsx"
ODD = (
    "<mark>Bold</mark> Brass",
    "**Starred** Strings",
    "[Link](http://example.org)",
    "![Picture](http://example.org/x.png)",
    ":material/home: Music",
    "$x$ Singers -- and -> others",
    "www.example.org",
)
ODD_FILE = "<b>odd<b> **file** [x](http:example.org) :material_home: $x$.csv"
RENDERED = "a[href*='example.org'], img[src*='example.org'], b, mark, strong, .katex"


def drop(page, *files):
    page.set_input_files("input[type=file]", list(files))
    return page


def odd_file():
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(["Organisation", "Email", "Stage", "Functions", "Areas", "Offer"])
    for number, name in enumerate(ODD):
        email = f"a{number}@example.org"
        rows.writerow([name, email, "Commissioned", f"Schools; {name} area", "Derby", name])
    return {"name": ODD_FILE, "mimeType": "text/csv", "buffer": text.getvalue().encode()}


def shown(page) -> str:
    return page.get_by_test_id("stMain").inner_text().replace("\N{WORD JOINER}", "")


def undo(page, entry):
    page.get_by_role("combobox", name="Entry", exact=True).click(delay=120)
    page.get_by_role("option").filter(has_text=f"{entry}:").first.click()
    page.get_by_role("button", name="Undo this entry").click()
    expect(page.get_by_text(f"Entry {entry} is undone.")).to_be_visible()
    return settled(page)


def test_a_file_is_recorded_taken_back_and_brought_back(own, visit):
    page = drop(visit(f"{own}/upload"), GOOD)
    expect(page.get_by_text("24 new, 0 changed and 0 the same.")).to_be_visible()
    page.get_by_role("button", name="Record this file").click()
    expect(page.get_by_text("Recorded as entry 1.")).to_be_visible()
    expect(page.get_by_text("This is sample data")).to_have_count(0)
    drop(settled(page), GOOD)
    expect(page.get_by_text("There is nothing to do.")).to_be_visible()
    page.get_by_role("link", name="Imports").click()
    undo(page, 1)
    expect(page.get_by_text("Nothing is recorded yet")).to_be_visible()
    undo(page, 2)

    expect(page.get_by_text("Nothing is recorded yet")).to_have_count(0)


def test_bad_files_are_refused_and_the_page_still_works(own, visit, tmp_path):
    (tmp_path / "photo.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n and no workbook")
    (tmp_path / "huge.csv").write_bytes(b"x" * 26 * 1024 * 1024)
    page = drop(visit(f"{own}/upload"), tmp_path / "photo.xlsx")
    expect(page.get_by_role("alert").filter(has_text="photo.xlsx")).to_be_visible()
    drop(page, tmp_path / "huge.csv")
    expect(page.get_by_text("File must be 25.0MB or smaller.")).to_be_visible()
    drop(page, GOOD)

    expect(page.get_by_role("button", name="Record this file")).to_be_visible()


def test_what_a_file_holds_is_shown_as_written_on_every_page(own, visit):
    page = drop(visit(f"{own}/upload"), odd_file())
    page.get_by_role("button", name="Record this file").wait_for()
    seen = [shown(settled(page))]
    rendered = page.get_by_test_id("stMain").locator(RENDERED).count()
    page.get_by_role("button", name="Record this file").click()
    expect(page.get_by_text("Recorded as entry 1.")).to_be_visible()
    for name in ("", "imports", "places", "inclusion", "explore?cell=Schools+×+Derby"):
        page.goto(f"{own}/{name}")
        seen.append(shown(settled(page)))
        rendered += page.get_by_test_id("stMain").locator(RENDERED).count()
    page.get_by_role("combobox", name="Offer", exact=True).click(delay=120)
    names = page.get_by_role("option").all_inner_texts()

    assert rendered == 0
    assert all(ODD_FILE in text for text in seen[:2])
    assert sorted(name.rpartition(" (")[0] for name in names) == sorted(ODD)


def test_a_visitor_sees_what_another_recorded(own, visit):
    reader = visit(own)
    staff = drop(visit(f"{own}/upload"), GOOD)
    staff.get_by_role("button", name="Record this file").click()
    expect(staff.get_by_text("Recorded as entry 1.")).to_be_visible()
    reader.get_by_role("link", name="Explore").click()

    expect(reader.get_by_role("heading", name="Explore", level=1)).to_be_visible()
    expect(reader.get_by_text("This is sample data")).to_have_count(0)
