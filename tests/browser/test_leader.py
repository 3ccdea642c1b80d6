"""A leader opens the dashboard, reads one sentence and one picture, and takes the figures away."""

import csv
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.serving import settled


def opened(page, label):
    page.get_by_text(label).click()
    expect(page.get_by_role("button", name="Excel").first).to_be_visible()
    settled(page)


def rows_of(download) -> list[list[str]]:
    with Path(download.path()).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines))


def test_the_first_screen_has_the_sentence_and_every_cell_of_the_picture(sample, visit):
    page = visit(sample)
    sentence = page.get_by_role("heading", level=2).first

    expect(sentence).to_contain_text("Of 45 function × area cells")
    assert sentence.bounding_box()["y"] < 300
    expect(page.locator(".js-plotly-plot").first.locator(".point")).to_have_count(45)


def test_the_counts_and_the_date_of_the_data_stand_under_the_picture_on_a_phone(sample, visit):
    page = visit(sample, 380)
    base = page.get_by_test_id("stMain").get_by_test_id("stCaptionContainer").first

    expect(base).to_contain_text("partners")
    expect(base).to_contain_text("offers")
    expect(base).to_contain_text("Data as of")


def test_a_download_holds_its_filters_its_date_and_what_the_screen_shows(sample, visit):
    page = visit(f"{sample}/?area=Derby")
    opened(page, "Table and downloads: Function × area")
    with page.expect_download() as waited:
        page.get_by_role("button", name="CSV").first.click()
    rows = rows_of(waited.value)
    about = dict(row[:2] for row in rows[: rows.index([])])
    with page.expect_download() as workbook:
        page.get_by_role("button", name="Excel").first.click()

    assert waited.value.suggested_filename == "function-by-area.csv"
    assert about["Filters"] == "Area: Derby"
    assert "(entry 11)" in about["Data as of"]
    assert about["Source"] == "Sample data: invented."
    assert "distinct organisations" in about["How it is counted"]
    assert [row[1] for row in rows[rows.index([]) + 2 :]] == ["Derby"] * 5
    assert Path(workbook.value.path()).read_bytes().startswith(b"PK")
