"""An export finds the form it comes from, and takes no other form's place."""

from dataclasses import replace

import pytest

from analysis.intake.reading import Reading
from analysis.ledger import archive, lineage, record
from analysis.ledger.entries import Entry
from analysis.ledger.state import read_import
from tests.hub import reading
from tests.ledger.test_state import NOON

EXPORT = """
Entry id | Submitted at     | Organisation | Areas
1        | 2026-03-01 09:00 | Ash          | Derby
2        | 2026-03-02 09:00 | Birch        | Derby
3        | 2026-03-03 09:00 | Cedar        | Derby
"""
YEAR_ON = (
    EXPORT.replace("2026", "2027")
    .replace("Ash", "Elm")
    .replace("Birch", "Fir")
    .replace("Cedar", "Oak")
)
WITHOUT_IDS = """
Submitted at     | Organisation | Areas
2026-03-01 09:00 | Ash          | Derby
"""


def form_of(newer: Reading, *earlier: Reading) -> str:
    """The form that a reading is found to be of; earlier ones are called "form 1", "form 2"…"""
    imports = [
        read_import(Entry(n, NOON, "", "import", "", record.import_payload(made, f"form {n}", {})))
        for n, made in enumerate(earlier, start=1)
    ]
    told = {n: archive.received(made).answers for n, made in enumerate(earlier, start=1)}
    return lineage.form_of(newer, "new", imports, lambda import_: told[import_.number])


def test_the_first_export_of_all_is_of_a_new_form():
    assert form_of(reading(EXPORT)) == "new"


@pytest.mark.parametrize("table", [EXPORT, WITHOUT_IDS], ids=["entry ids", "no entry ids"])
def test_a_newer_export_is_of_the_same_form(table):
    newer = table + table.strip().splitlines()[-1].replace("03-0", "04-0") + "\n"

    assert form_of(reading(newer), reading(table)) == "form 1"


def test_a_form_keeps_its_identity_while_half_of_its_questions_stay():
    four = "Organisation | Areas | Shirt | Shoe\nAsh | Derby | blue | 38\n"
    two_new = "Organisation | Areas | Coat | Hat\nAsh | Derby | red | felt\n"
    one_new = "Organisation | Areas | Shirt | Hat\nAsh | Derby | blue | felt\n"

    assert form_of(reading(one_new), reading(four)) == "form 1"
    assert form_of(reading(two_new), reading(four)) == "new"


def test_a_file_of_another_kind_is_of_another_form():
    assert form_of(reading(EXPORT, "partners.csv", "partner"), reading(EXPORT)) == "new"


def test_a_file_of_another_tool_is_of_another_form():
    other = replace(reading(EXPORT), tool="google-forms")

    assert form_of(other, reading(EXPORT)) == "new"


def test_ids_that_start_anew_make_another_form():
    assert form_of(reading(YEAR_ON), reading(EXPORT)) == "new"


@pytest.mark.parametrize(
    "mended",
    [
        EXPORT.replace("Ash", "Ash Music").replace("Birch", "Birch Music").replace("Cedar", "Oak"),
        EXPORT.replace("09:00", "10:00"),
        EXPORT.replace("Ash", "Elm").replace("03-01", "03-09"),
    ],
    ids=["all names corrected", "all times moved", "one row quite different"],
)
def test_ids_that_mostly_speak_of_the_same_submissions_are_of_the_same_form(mended):
    assert form_of(reading(mended), reading(EXPORT)) == "form 1"


def test_one_submission_in_common_does_not_make_the_same_form():
    returning = YEAR_ON.replace("Oak", "Cedar")

    assert form_of(reading(returning), reading(EXPORT)) == "new"


def test_among_several_forms_the_newest_that_agrees_is_chosen():
    export, year_on = reading(EXPORT), reading(YEAR_ON)

    assert form_of(export, year_on, export, export, year_on) == "form 3"


def test_a_row_without_consent_is_not_looked_at():
    asked = """
    Entry id | Submitted at     | Organisation | Areas | I consent to my data being stored
    1        | 2026-03-01 09:00 | Ash          | Derby | Yes
    2        | 2026-03-02 09:00 | Birch        | Derby | No
    """
    copied = asked.replace("Ash", "Oak").replace("2026-03-01", "2027-03-01")

    assert form_of(reading(copied), reading(asked)) == "new"
