"""Figures of need from any table: what is matched, what is a number, what is not known."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import DashboardError
from analysis.intake.places import figures
from analysis.intake.places.figures import Figures
from analysis.intake.places.read import read
from tests.intake.files import csv_bytes, workbook, zipped
from tests.intake.places.geo import AREAS, WORDS

DERBY, AMBER = "E06000015", "E07000032"
TABLE = """
Population estimates | | | |
|||
Area | LAD code | Pupils | Rate (%) | Rank of rate | Note
England | E92000001 | 9,000,000 | 11.5 | | the whole
Derby | E06000015 | 1,234 | 12.5% | 2 | see below
Amber Valley | E07000032 | [c] | 7 | 1 |
Sheffield | E08000019 | 9 | 9 | 9 |
"""


def said(table: str, name: str = "needs 2025.csv") -> Figures:
    found = read(name, csv_bytes(table), WORDS)
    assert isinstance(found, Figures)
    return found


def test_each_column_of_numbers_is_a_measure_of_the_areas_found_by_code():
    found = said(TABLE)

    assert (found.by, found.column, found.others) == ("code", "LAD code", 2)
    assert [(one.label, one.unit, dict(one.values)) for one in found.measures] == [
        ("Pupils (needs 2025)", "number", {DERBY: 1234}),
        ("Rate (%) (needs 2025)", "percent", {DERBY: 12.5, AMBER: 7}),
        ("Rank of rate (needs 2025)", "rank", {DERBY: 2, AMBER: 1}),
    ]


def test_a_column_with_other_words_is_named_with_its_row_and_left_out():
    assert said(TABLE).passed_over == (
        "Column F “Note”: row 5 says “see below”, which is no number.",
    )


def test_an_area_without_a_row_or_without_a_figure_is_in_no_measure():
    found = said(TABLE)

    assert found.matched == (DERBY, AMBER)
    assert len(found.missing) == 7
    assert AMBER not in dict(found.measures[0].values)


def test_areas_may_be_known_by_their_names():
    found = said("District | Count\nDERBY | 1\nBolsover District | 2\nLeeds | 3")

    assert (found.by, found.matched) == ("name", (DERBY, "E07000033"))


def test_a_town_is_not_the_district_it_lies_in():
    with pytest.raises(DashboardError, match="names none of the hub's areas"):
        said("Town | Count\nSwadlincote | 1\nBuxton | 2")


def test_two_rows_of_one_area_are_refused_with_their_numbers():
    with pytest.raises(DashboardError, match="column A: rows 2 and 4 are both Derby"):
        said("Area | Count\nDerby | 1\nErewash | 3\nDerby | 2")


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("Area | Note\nDerby | hello", "no column of numbers beside the areas of column A"),
        ("Area\nDerby", "no column of numbers"),
        ("Area | Rate\nDerby | n/a", "no column of numbers"),
        ("a | b\n1 | 2", "neither by code .such as E06000015. nor by name"),
    ],
)
def test_a_table_without_figures_is_refused_in_a_sentence(table, says):
    with pytest.raises(DashboardError, match=says):
        said(table)


def test_a_workbook_is_read_from_the_sheet_that_names_most_areas():
    book = {"Read me": {"A1": "Derby"}, "Data": {"A1": "Code", "B1": "Rate"}}
    book["Data"] |= {"A2": DERBY, "B2": 1.5, "A3": AMBER, "B3": 2}

    found = read("book.xlsx", workbook(book), WORDS)

    assert dict(found.measures[0].values) == {DERBY: 1.5, AMBER: 2}


def test_a_table_with_no_header_names_its_columns_by_their_letters():
    assert said(f"{DERBY} | 5\n{AMBER} | 6").measures[0].label == "Column B (needs 2025)"


@pytest.mark.parametrize(
    ("text", "number"),
    [("1,234.5", 1234.5), ("12%", 12), ("£7", 7), ("-3", -3), ("1e3", 1000), ("", None),
     (" .. ", None),     ("[z]", None), ("SUPP", None), ("x", None)],
)  # fmt: skip
def test_a_cell_says_a_number_or_that_there_is_none(text, number):
    assert figures.figure(text) == number


@settings(max_examples=200)
@given(st.floats(-1e11, 1e11))
def test_any_number_as_it_is_written_is_read_back(number):
    assert figures.figure(f"{number:.6f}") == pytest.approx(number, abs=1e-4)
    assert figures.figure(f"{number:,.2f}") == pytest.approx(number, abs=0.01)


@pytest.mark.parametrize(
    "text", ["9" * 400, "1e13", "about 5", "1,2", "1-2", "5 (2024)", "12%%", "nan", "1.2.3"]
)
def test_anything_else_is_no_number(text):
    with pytest.raises(ValueError, match=r".*"):
        figures.figure(text)


def test_only_chosen_measures_are_kept_with_their_source_and_date():
    kept = figures.chosen(said(TABLE), ["Rate (%) (needs 2025)"], "DfE", " 2025 ")

    (measure,) = kept.measures
    assert (measure.source, measure.period, measure.code) == ("DfE", "2025", "own-rate-needs-2025")
    assert figures.chosen(said(TABLE), ["Rate (%) (needs 2025)"], "", "").measures[0].period == (
        "date not stated"
    )


@pytest.mark.parametrize("labels", [[], ["Luck"]])
def test_a_measure_that_is_not_there_is_refused(labels):
    with pytest.raises(DashboardError, match="Choose from: Pupils"):
        figures.chosen(said(TABLE), labels, "", "")


def test_two_labels_never_share_a_code_unless_they_are_the_same_words():
    codes = {figures.code(label) for label in ("Rate (a)", "Rate (b)", "rate  (A)")}

    assert len(codes) == 2


def test_a_table_far_longer_than_a_form_is_cut_down_to_the_hub_s_own_rows():
    rows = [f"{n},E0{9000000 + n % 900},{n},{'long ' * 20}" for n in range(60_000)]
    text = "\n".join(
        ["id,code,rate,note", *rows, *(f"{n},{code},5" for n, (code, _) in enumerate(AREAS))]
    )

    found = read("long.csv", zipped({"long.csv": text.encode()}), WORDS)

    assert (len(found.matched), found.others) == (9, 60_000)


@pytest.mark.parametrize("data", [b"", b"   ", b"%PDF-1.7", b"\x89PNG\r\n"], ids=repr)
def test_no_table_at_all_is_refused_in_a_sentence(data):
    with pytest.raises(DashboardError, match=r"^a\.csv is"):
        read("a.csv", data, WORDS)


def test_a_file_beyond_the_limit_is_told_to_be_zipped():
    with pytest.raises(DashboardError, match=r"larger than 25 MB\. Zip it"):
        read("big.csv", b"a" * (25 * 1024 * 1024 + 1), WORDS)


def test_an_open_quotation_mark_is_told_with_its_row():
    with pytest.raises(DashboardError, match="row 2"):
        read("a.csv", b'Area,Rate\nDerby,"' + b"x" * 200_000, WORDS)
