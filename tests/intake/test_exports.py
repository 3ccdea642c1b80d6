"""Every recorded export says what its submissions really say."""

import json
from pathlib import Path

import pytest

from analysis.intake.listing import Listing, RecordListing
from analysis.intake.read import as_json, read
from analysis.intake.reading import Reading
from tests.intake.files import WORDS

EXPORTS = Path(__file__).parents[1] / "exports"
TRUTH = {
    each["id"]: each
    for each in json.loads((EXPORTS / "truth.json").read_text("utf-8"))["submissions"]
}
LOSSY = {
    (each["file"], *loss.split(":"))
    for each in json.loads((EXPORTS / "manifest.json").read_text("utf-8"))
    for loss in each.get("lossy", [])
}
TOOLS = {
    "ms_forms.xlsx": "microsoft-forms",
    "ms_forms_saved_as_csv.csv": "microsoft-forms",
    "ms_forms_old.xls": "microsoft-forms",
    "ms_forms.xlsb": "microsoft-forms",
    "ms_forms.ods": "microsoft-forms",
    "ms_forms_2003.xml": "microsoft-forms",
    "saved_as_web_page.xls": "microsoft-forms",
    "google_forms.xlsx": "google-forms",
    "google_forms_download.csv": "google-forms",
    "google_forms_download.csv.zip": "google-forms",
    "google_forms_sheets_uk.csv": "google-forms",
    "typeform.csv": "typeform",
    "gravity_forms.csv": "gravity-forms",
    "surveymonkey_expanded.csv": "surveymonkey",
    "smart_survey.csv": "smart-survey",
    "jotform.csv": "jotform",
    "council_forms_report.xlsx": "spreadsheet",
}
SCALARS = ("organisation", "contact_name", "email", "postcode", "submitted_at")
NEWEST_FIRST = ("typeform.csv", "gravity_forms.csv", "surveymonkey_expanded.csv", "jotform.csv")
# Joined with ", ", a typed answer with a comma comes back in its parts.
IN_PARTS = ("google_forms.xlsx", "google_forms_sheets_uk.csv")
ROWS = {
    "google_forms.xlsx": [row for row in range(2, 29) if row not in (10, 20)],
    "council_forms_report.xlsx": list(range(6, 31)),
    "smart_survey.csv": list(range(4, 29)),
    "surveymonkey_expanded.csv": list(range(3, 28)),
    "typeform.csv": [row for row in range(2, 28) if row != 12],
}


def exported(file: str) -> Reading:
    return read(file, (EXPORTS / file).read_bytes(), WORDS)


def in_order(file: str, listing: Listing) -> list[tuple[str, RecordListing]]:
    """Each record with the submission it is; tools list them by time, one way or the other."""
    records = listing["records"][::-1] if file in NEWEST_FIRST else listing["records"]
    return list(zip(TRUTH, records, strict=True))


@pytest.fixture(scope="module", params=TOOLS)
def recorded(request: pytest.FixtureRequest) -> tuple[str, Reading, Listing]:
    found = exported(request.param)
    return request.param, found, as_json(found, WORDS)


Recorded = tuple[str, Reading, Listing]


def test_the_tool_and_the_kind_are_told(recorded: Recorded) -> None:
    file, _, listing = recorded

    assert (listing["tool"], listing["kind"]) == (TOOLS[file], "eoi")


def test_scalars_are_as_they_were_written(recorded: Recorded) -> None:
    file, _, listing = recorded
    wrong = {
        (file, name, number): record[name]  # type: ignore[literal-required]
        for number, record in in_order(file, listing)
        for name in SCALARS
        if record[name] != as_far_as_told(file, TRUTH[number][name])  # type: ignore[literal-required]
    }

    assert set(wrong) <= LOSSY


def as_far_as_told(file: str, value: str) -> str:
    """Jotform tells the day alone."""
    return value[:10] if file == "jotform.csv" and value.startswith("2026-") else value


def test_choices_reach_and_consent_are_understood(recorded: Recorded) -> None:
    file, _, listing = recorded

    for number, record in in_order(file, listing):
        expected = TRUTH[number]["expect"]
        for name in ("aims", "functions", "areas", "focuses"):
            assert set(record[name]) == set(expected[name]), (number, name)
        assert (record["reach"], record["consent"]) == (expected["reach"], expected["consent"]), (
            number
        )


def test_typed_answers_come_back_in_their_own_words(recorded: Recorded) -> None:
    file, _, listing = recorded

    for number, record in in_order(file, listing):
        for dimension, typed in TRUTH[number]["expect"]["unmatched"].items():
            found = record["unmatched"][dimension]
            assert [", ".join(found)] if file in IN_PARTS and found else found == typed, number


def test_rows_are_numbered_as_the_sheet_numbers_them(recorded: Recorded) -> None:
    file, found, _ = recorded
    rows = [record.row for record in found.records]

    assert rows == ROWS.get(file, list(range(2, 27)))


def test_a_form_without_a_consent_question_is_told_apart_from_one_that_asks(
    recorded: Recorded,
) -> None:
    assert not any("consent" in note for note in recorded[1].notes)


def test_a_replaced_question_leaves_two_columns_that_answer_the_same() -> None:
    found = exported("google_forms.xlsx")

    assert [c.column for c in found.columns if c.field == "area"] == [9, 14]


def test_every_written_cell_of_a_row_is_kept() -> None:
    cells = exported("google_forms_sheets_uk.csv").records[8].cells

    assert [cell.text for cell in cells][5] == "s44 9zz"
    assert {cell.row for cell in cells} == {10}


def test_somebody_who_left_half_way_is_set_aside() -> None:
    listing = as_json(exported("typeform.csv"), WORDS)

    assert listing["set_aside"] == [{"row": 12, "reason": "not submitted: no submit date"}]


def test_a_grown_partner_sheet_says_what_was_meant() -> None:
    found = exported("partner_spreadsheet.xlsx")
    listing = as_json(found, WORDS)["records"]
    wrong = {
        (number, key)
        for (number, truth), record in zip(TRUTH.items(), listing, strict=True)
        for key in ("aims", "functions", "areas", "focuses", "reach")
        if _plain(record[key]) != _plain(truth["expect"][key])  # type: ignore[literal-required]
    }
    typed_with_a_separator = {("S19", "focuses")}

    assert (found.kind, found.sheet, len(found.records)) == ("partner", "Partners 26-27", 25)
    assert [aside.row for aside in found.set_aside] == [11, 21, 35, 36]
    assert wrong == typed_with_a_separator


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, list) else value
