import csv
import io
import re
import zipfile
from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from analysis.errors import DashboardError
from analysis.report.export import Export, as_csv, as_xlsx, guarded

ABOUT = (("Filters", "none"), ("Data date", "20 November 2026"), ("Base", "=12 of 45 cells"))
NASTY = ["=1+1", "-5", " +44", "@x", "\uff1d1", "\t=1", '=HYPERLINK("http://example.org")']
MORNING = datetime.fromisoformat("2026-05-03 09:30")
EVENING = datetime.fromisoformat("2026-05-04 19:05")


def table(**columns):
    return Export("Coverage", ABOUT, pd.DataFrame(columns))


def csv_rows(made):
    return list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))


def xlsx_rows(made):
    return CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_name("Table").to_python()


def sheet_xml(made):
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        return parts.read("xl/worksheets/sheet1.xml").decode()


def test_a_csv_says_what_it_shows_above_the_table():
    rows = csv_rows(as_csv(table(Area=["Derby"], Partners=[2])))

    assert rows == [
        ["Title", "Coverage"],
        ["Filters", "none"],
        ["Data date", "20 November 2026"],
        ["Base", "'=12 of 45 cells"],
        [],
        ["Area", "Partners"],
        ["Derby", "2"],
    ]


def test_a_csv_starts_with_the_mark_that_excel_looks_for():
    assert as_csv(table(Area=["Świt"])).startswith(b"\xef\xbb\xbf")


def test_a_csv_runs_no_text_and_spares_numbers():
    rows = csv_rows(as_csv(table(**{"=Words": NASTY, "Numbers": range(-3, 4)})))

    assert rows[5:] == [
        ["'=Words", "Numbers"],
        *([f"'{text}", str(number)] for text, number in zip(NASTY, range(-3, 4), strict=True)),
    ]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_no_cell_of_a_csv_starts_a_formula(texts):
    rows = csv_rows(as_csv(table(Words=texts)))

    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(tuple("=+-@"))]


def test_unknown_is_empty_and_zero_is_zero_in_a_csv():
    rows = csv_rows(as_csv(table(Area=["Derby", None], Partners=pd.array([0, None], "Int64"))))

    assert rows[-2:] == [["Derby", "0"], ["", ""]]


def test_a_workbook_has_the_lines_above_the_table():
    rows = xlsx_rows(as_xlsx(table(Area=["Derby"], Partners=[2])))

    assert rows == [
        ["Coverage", ""],
        ["Filters", "none"],
        ["Data date", "20 November 2026"],
        ["Base", "=12 of 45 cells"],
        ["", ""],
        ["Area", "Partners"],
        ["Derby", 2.0],
    ]


def test_a_workbook_holds_no_formula_and_no_link():
    made = as_xlsx(table(**{"=Words": [*NASTY, "https://example.org", "mailto:a@example.org"]}))

    assert not re.search(r"<f[ >/]|hyperlink", sheet_xml(made))


def test_a_workbook_keeps_the_words_of_risky_texts():
    rows = xlsx_rows(as_xlsx(table(Words=NASTY)))

    assert [row[0] for row in rows[6:]] == NASTY


def test_a_risky_text_stays_a_text_when_somebody_edits_it():
    made = as_xlsx(table(Words=["=1+1"]))

    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert 'quotePrefix="1"' in parts.read("xl/styles.xml").decode()


def test_a_workbook_has_real_numbers_and_dates_and_empty_cells():
    columns = {
        "Number": [-2, 0, None],
        "Share": [0.25, float("inf"), None],
        "Day": [date(2026, 5, 3), date(1066, 10, 14), None],
        "Time": [MORNING, EVENING, None],
    }
    rows = xlsx_rows(as_xlsx(table(**columns)))

    assert rows[6:] == [
        [-2.0, 0.25, date(2026, 5, 3), MORNING],
        [0.0, "inf", "1066-10-14", EVENING],
    ]


def test_a_number_of_more_than_fifteen_digits_keeps_them_all():
    rows = xlsx_rows(as_xlsx(table(Id=[1234567890123456789])))

    assert rows[6] == ["1234567890123456789", ""]


def test_a_text_too_long_for_a_cell_is_cut_and_says_so():
    text = xlsx_rows(as_xlsx(table(Words=["x" * 40_000])))[6][0]

    assert text == "x" * 32_766 + "…"


def test_the_headers_stay_in_sight_and_can_be_filtered():
    xml = sheet_xml(as_xlsx(table(Area=["Derby"], Partners=[2])))

    assert 'topLeftCell="A7"' in xml
    assert '<autoFilter ref="A6:B7"/>' in xml


def test_columns_are_as_wide_as_their_words_within_reason():
    xml = sheet_xml(as_xlsx(table(Short=["x"], Middle=["x" * 30], Long=["x" * 300])))

    assert re.findall(r'width="(\d+)', xml) == ["12", "32", "60"]


@pytest.mark.parametrize("columns", [{}, {"Area": []}], ids=["no columns", "no rows"])
def test_an_empty_table_still_says_what_it_is(columns):
    made = as_xlsx(table(**columns))

    assert xlsx_rows(made)[0][0] == csv_rows(as_csv(table(**columns)))[0][1] == "Coverage"


def test_the_same_table_gives_the_same_bytes():
    assert as_xlsx(table(Area=["Derby"])) == as_xlsx(table(Area=["Derby"]))


def test_a_table_too_long_for_a_sheet_is_refused_in_plain_words():
    long = table(Area=["Derby"] * 1_048_571)

    with pytest.raises(DashboardError, match=r'"Coverage" has 1,048,571 rows.*Download it as CSV'):
        as_xlsx(long)


def test_a_guarded_frame_keeps_its_numbers():
    frame = pd.DataFrame({"=Words": ["=1", "plain", None], "Number": [-1, 0, 5]})

    safe = guarded(frame)

    assert safe.columns.tolist() == ["'=Words", "Number"]
    assert safe["'=Words"].fillna("missing").tolist() == ["'=1", "plain", "missing"]
    assert safe["Number"].tolist() == [-1, 0, 5]


def test_guarding_a_frame_leaves_the_frame_it_was_given():
    frame = pd.DataFrame([["=1", "=2"]], columns=["Other", "Other"])

    guarded(frame)

    assert frame.to_numpy().tolist() == [["=1", "=2"]]
