"""A leader opens the dashboard, reads one sentence and one picture, and takes the figures away."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import expect


def rows_of(download) -> list[list[str]]:
    with Path(download.path()).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines))


def test_the_first_screen_has_the_sentence_and_every_cell_of_the_picture(sample, visit):
    page = visit(sample)
    sentence = page.get_by_role("heading", level=2).first

    expect(sentence).to_contain_text("Of 45 function × area cells")
    assert sentence.bounding_box()["y"] < 300
    assert page.locator(".js-plotly-plot").first.locator(".point").count() == 45


def test_the_counts_and_the_date_of_the_data_stand_under_the_picture(sample, visit):
    page = visit(sample)
    base = page.get_by_test_id("stCaptionContainer").first

    expect(base).to_contain_text("partners")
    expect(base).to_contain_text("offers")
    expect(base).to_contain_text("Data as of")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 380])
def test_the_first_screen_in_each_theme_and_width(sample, visit, width, theme):
    page = visit(sample, width, theme)

    expect(page.get_by_text("This is sample data")).to_be_visible()
    expect(page.get_by_role("heading", name="The emptiest corners")).to_be_visible()


def test_a_download_holds_its_filters_its_date_and_what_the_screen_shows(sample, visit):
    page = visit(f"{sample}/?area=Derby")
    page.get_by_text("Table and downloads: Function × area").click()
    with page.expect_download() as waited:
        page.get_by_role("button", name="CSV").first.click()
    rows = rows_of(waited.value)
    about = dict(row[:2] for row in rows[:5])

    assert waited.value.suggested_filename == "function-by-area.csv"
    assert about["Filters"] == "Area: Derby"
    assert "(entry 2)" in about["Data as of"]
    assert about["Source"] == "Sample data: invented."
    assert [row[1] for row in rows[7:]] == ["Derby"] * 5


def test_a_workbook_opens_as_one(sample, visit):
    page = visit(sample)
    page.get_by_text("Table and downloads: Function × area").click()
    with page.expect_download() as waited:
        page.get_by_role("button", name="Excel").first.click()

    assert Path(waited.value.path()).read_bytes().startswith(b"PK")
