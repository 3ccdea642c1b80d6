"""The report's index, its map and its school years say what the commands of their own say."""

import json
from datetime import UTC, datetime
from math import prod

import pytest
from typer.testing import CliRunner

from analysis import charts, questions
from analysis.__main__ import app
from analysis.decide import gaps
from analysis.ledger import entries
from analysis.ledger.entries import Draft
from analysis.report import tables
from tests.hub import load, now
from tests.report.board import sheets, text_of_pdf, word, write

PARTNERS = """
Organisation | Stage        | Functions | Areas
Ash          | Commissioned | Schools   | Countywide
Birch        | Commissioned | Schools   | Derby
"""
LEFT_OUT = ("partnerships", "progression", "inclusion", "sustainability")


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """A hub whose record began in 2025 and to which only schools matter since, and its report."""
    folder = tmp_path_factory.mktemp("views")
    store = entries.open_store(folder / "store")
    began, left = datetime(2025, 6, 30, 9, tzinfo=UTC), datetime(2026, 3, 2, 9, tzinfo=UTC)
    without = [
        Draft("not-applicable", {"terms": [f"function:{each}"]}, "Ben", "not ours", at=left)
        for each in LEFT_OUT
    ]
    entries.append_all(store, [Draft("note", {}, "Ben", at=began), *without])
    load(store, PARTNERS, "partner")
    write(folder, "report.pdf", "report.docx", "report.xlsx")
    yield folder, now(store)
    store.engine.dispose()


def asked(folder, *words):
    """What another command answers of the same store."""
    given = [*words, "--store", str(folder / "store"), "--format", "json"]
    return json.loads(CliRunner().invoke(app, given, catch_exceptions=False).stdout)


def test_the_index_of_every_term_is_the_one_of_its_command_beside_the_plain_count(seen):
    folder, _ = seen
    told = sheets(folder)["Index"]

    for row, other in zip(told, asked(folder, "index"), strict=True):
        assert row == {name: "" if value is None else value for name, value in other.items()}
    assert f"Coverage index {told[0]['Index']:.2f}; 1 of 9 cells covered." in text_of_pdf(folder)


def test_the_factors_of_its_arithmetic_multiply_to_the_index(seen):
    folder, _ = seen
    factors = [row["Factor"] for row in sheets(folder)["Index arithmetic"]]
    printed = next(grid for grid in word(folder).tables if grid.cell(0, 6).text == "Factor")

    assert prod(factors) == pytest.approx(sheets(folder)["Index"][0]["Index"], abs=0.005)
    assert factors == sorted(factors)
    assert [row.cells[6].text for row in printed.rows[1:]] == [f"{f:g}" for f in factors if f < 1]
    assert len(factors) == 9


def test_each_area_has_the_cover_the_need_and_the_children_of_its_page(seen):
    folder, database = seen
    found = questions.places(database, "function", gaps.MEASURE)
    told = sheets(folder)["Areas"]
    quadrants = {area["label"]: area["quadrant"] for area in asked(folder, "need")["areas"]}

    assert [{**row, "Need, cover": None} for row in told] == [
        {**row, "Need, cover": None} for row in tables.of_places(found).to_dict("records")
    ]
    assert [row["Area"] for row in told if row["Need, cover"] == "◆ cold spot"] == [
        area for area, quadrant in quadrants.items() if quadrant == "cold-spot"
    ]


def test_the_map_is_the_tiles_of_the_page_and_says_them(seen):
    folder, database = seen
    found = questions.places(database, "function", gaps.MEASURE)
    alt = charts.describe_tiles(tables.tiles(found, found, None))
    told = [shape._inline.docPr.get("descr") for shape in word(folder).inline_shapes]

    assert "Derby 1 of 1, 80–100%" in alt
    assert alt in told


def test_each_school_year_is_what_the_command_counts_at_its_end(seen):
    folder, _ = seen
    told = sheets(folder)["Over time"]
    years = [row.pop("School year") for row in told]

    assert years == ["2024/25", "2025/26", "2026/27 so far"]
    assert told == asked(folder, "over-time", "--by", "school-year")
    assert "0 of 45 in 2024/25, 0 of 9 in 2025/26 and 1 of 9 in 2026/27 so far" in text_of_pdf(
        folder
    )


def test_without_the_area_among_its_axes_a_report_still_has_the_map(seen):
    folder, _ = seen
    write(folder, "aims.xlsx", rows="aim", columns="focus")
    told = sheets(folder, "aims.xlsx")
    whole = asked(folder, "index", "--rows", "aim", "--columns", "focus")[0]

    assert {row["Of"] for row in told["Areas"]} == {3}
    assert told["Index"][0]["Of cells"] == whole["Of cells"]
