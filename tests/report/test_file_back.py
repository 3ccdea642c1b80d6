"""The file back: the uploaded rows as they lay, which taken in again change nothing."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis import fixes, questions, receipt
from analysis.errors import DashboardError
from analysis.intake.choices import Choices
from analysis.intake.read import read, understand
from analysis.intake.reading import Reading
from analysis.intake.spreadsheet import grids
from analysis.ledger import entries
from analysis.report.file_back import ADDED, as_xlsx, file_back
from tests.hub import WORDS, changes, now, prepare, reading
from tests.intake.invented import export
from tests.mended import corrected
from tests.test_coverage import SLOW

EXPORTS = Path(__file__).parents[1] / "exports"
UNSEEN = Path(__file__).parents[1] / "intake" / "unseen"
# The rows without consent tell the reader something that the others do not.
LEARNT = (
    "fifth/eForm_extract_MUSIC-EOI.csv",
    "fifth/Music Hub EOI (Responses) - Form responses 1.csv",
    "fifth/SurveyMonkey_EOI_AllResponses.xlsx",
    "fourth/form-submissions-working-with-us.csv",
    "seventh/work-with-us-2026-11-19.csv",
    "third/Tune in - results.csv",
)
REFUSED = ("locked.xlsx",)
FILES = sorted(
    file.name
    for file in EXPORTS.iterdir()
    if file.suffix in (".xlsx", ".csv", ".zip") and file.name not in REFUSED
)
SHAPES = (
    "SurveyMonkey, XLSX",
    "SmartSurvey",
    "Sitekit",
    "partners, two headers",
    "Salesforce, HTML",
)
PARTNERS = """
    Partners 2026, please keep up to date
    Organisation | Email           | Stage        | Functions | Areas           | Reach
    Ash          | ash@example.org | Hub partner  | Schools   | Derby; Atlantis | 100
    Birch        | none            | Commissioned | Inclusion |                 | =SUM(A1)
                 | elm@example.org | Pilot        | Schools   | Derby           | 20
    Cedar        | ced@example.org | Pilot        | Schools   | Derby           | 30
"""
MENDED = {
    (3, 5): "Derby; Erewash",
    (4, 2): "birch@example.org",
    (4, 5): "Bolsover",
    (4, 6): "70",
    (5, 1): "Elm",
}


def offers(store) -> set[int]:
    """The rows of the first import that are offers."""
    return set(questions.receipt(now(store), 1)["row"])


def _column(store, field: str) -> int:
    """The column that answers a field in the first import."""
    return next(c for c, _, each in now(store).state.imports[0].columns if each == field)


def sent_back(store, number=1):
    return as_xlsx(file_back(now(store), number, WORDS))


def take_in(store, *readings: Reading):
    prepared = prepare(store, *readings)
    receipt.take_in(store, prepared, "a test")
    return prepared


def understood(found: Reading):
    """All that a reading says of its offers, and nothing about the file's own look."""
    answers = [record.answers for record in found.agreed()]
    columns = [(c.column, c.header, c.field) for c in found.columns]
    return found.kind, found.tool, columns, answers


@pytest.mark.parametrize("file", FILES)
def test_every_recorded_export_goes_out_and_comes_in_again_field_for_field(store, file):
    sent = read(file, (EXPORTS / file).read_bytes(), WORDS)
    take_in(store, sent)

    back = file_back(now(store), 1, WORDS)
    returned = read(back.name, as_xlsx(back), WORDS)

    assert understood(returned) == understood(sent)
    (prepared,) = prepare(store, returned)
    assert {change for change, _ in changes(prepared)} == {"same"}
    assert prepared.pending.import_.form == now(store).state.imports[0].form


@pytest.mark.parametrize("shape", SHAPES)
def test_files_of_other_shapes_go_out_and_come_in_again_field_for_field(store, shape):
    made = export(shape, 11)
    sent = read(made.name, made.data, WORDS)
    take_in(store, sent)

    back = file_back(now(store), 1, WORDS)

    assert understood(read(back.name, as_xlsx(back), WORDS)) == understood(sent)


@pytest.mark.parametrize("file", LEARNT)
def test_what_was_learnt_from_rows_that_are_not_sent_back_holds_when_they_come_in_again(
    store, file
):
    sent = read(Path(file).name, (UNSEEN / file).read_bytes(), WORDS)
    take_in(store, sent)
    back = file_back(now(store), 1, WORDS)

    (prepared,) = prepare(store, read(back.name, as_xlsx(back), WORDS))

    assert {change for change, _ in changes(prepared)} == {"same"}
    assert prepared.reading.asked == sent.asked


def test_a_cell_put_right_in_such_a_file_is_all_that_changes(store):
    file = UNSEEN / LEARNT[0]
    take_in(store, read(file.name, file.read_bytes(), WORDS))
    back = file_back(now(store), 1, WORDS)
    words = {(max(offers(store)), _column(store, "area")): "Erewash; High Peak; Chesterfield"}

    (prepared,) = prepare(store, read(back.name, corrected(back.name, as_xlsx(back), words), WORDS))

    assert [change for change, _ in changes(prepared)].count("changed") == 1


def test_what_staff_say_of_a_column_outweighs_what_a_file_sent_back_said_before(store):
    take_in(store, reading(PARTNERS, kind="partner"))
    told = Choices("partner", {("reach", 1): ""})
    back = file_back(now(store), 1, WORDS)
    (returned,) = understand(back.name, grids(back.name, as_xlsx(back)), WORDS, told)

    (prepared,) = prepare(store, returned)

    assert "reach" not in prepared.reading.asked


@pytest.mark.parametrize("file", FILES)
def test_a_wording_put_right_and_an_answer_added_change_their_rows_and_no_other(store, file):
    take_in(store, read(file, (EXPORTS / file).read_bytes(), WORDS))
    back = file_back(now(store), 1, WORDS)
    unknown = next(note for note in back.notes if "nobody knows what" in note.problem)
    blank = (max(offers(store) - {unknown.row}), _column(store, "area"))
    # Where a form makes everybody answer, the answer is at least another one.
    words = {(unknown.row, unknown.column): "Derby", blank: "Erewash; High Peak; Chesterfield"}

    returned = read(back.name, corrected(back.name, as_xlsx(back), words), WORDS)

    (prepared,) = prepare(store, returned)
    told = prepared.offers.set_index("row")["change"].to_dict()
    assert {row for row, change in told.items() if change == "changed"} == {
        unknown.row,
        blank[0],
    }
    assert set(told.values()) == {"changed", "same"}


def test_a_sheet_of_several_tables_comes_back_as_the_one_it_was_read_as(store):
    tables = """
        Organisation | Email           | Functions | Areas | How many children do you reach?
        Ash          | ash@example.org | Schools   | Derby | 20
        Organisation | Email           | Functions | Areas | Which inclusion focuses?
        Birch        | bir@example.org | Schools   | Derby | SEND
    """
    sent = reading(tables, kind="partner")
    take_in(store, sent)
    back = file_back(now(store), 1, WORDS)

    returned = read(back.name, as_xlsx(back), WORDS, "partner")

    assert "focus" in sent.asked
    assert understood(returned) == understood(sent)


def test_problems_stand_beside_their_rows_and_are_marked(store):
    take_in(store, reading(PARTNERS, kind="partner"))

    (grid,) = grids("back.xlsx", sent_back(store))

    assert grid.rows[0] == ("Partners 2026, please keep up to date",)
    assert grid.rows[1][-3:] == ADDED
    assert grid.rows[2][6] == 'Area: nobody knows what "Atlantis" means.'
    assert grid.rows[3][6].splitlines() == [
        "The e-mail address is none.",
        "It does not say where.",
        "The reach is not one whole number.",
    ]
    assert grid.rows[4][6].startswith("The organisation's name is missing")
    assert "elm@example.org" in grid.rows[4]
    assert grid.rows[5][-1] == "30"


def test_the_corrected_file_goes_in_as_a_change_and_leaves_nothing_to_put_right(store):
    take_in(store, reading(PARTNERS, kind="partner"))
    kinds = ["wording", "blank", "no name", "reach", "email"]
    assert set(kinds) <= set(fixes.problems(now(store))["kind"])
    back = file_back(now(store), 1, WORDS)

    mended = read(back.name, corrected(back.name, as_xlsx(back), MENDED), WORDS)
    (prepared,) = take_in(store, mended)

    # Birch's address is part of what tells its offer from others, so it is a new one.
    assert ("changed", "Ash") in changes(prepared)
    assert ("new", "Elm") in changes(prepared)
    assert ("same", "Cedar") in changes(prepared)
    assert not set(kinds) & set(fixes.problems(now(store))["kind"])


def test_rows_without_consent_are_not_in_it(store):
    take_in(
        store,
        reading("""
            Organisation | Email           | Areas | I consent to my data being stored
            Ash          | ash@example.org | Derby | Yes
            Birch        | bir@example.org | Derby | No
        """),
    )

    (grid,) = grids("back.xlsx", sent_back(store))

    assert "Ash" in grid.rows[1]
    assert all("Birch" not in line for line in grid.rows)


def test_rows_that_a_newer_file_speaks_of_again_are_left_out_of_the_older_one(store):
    older = "Organisation | Email | Areas\nAsh | a@example.org | Derby\nElm | e@example.org | "
    take_in(store, reading(older, "older.csv", "partner"))
    newer = "Organisation | Email | Areas\nAsh | a@example.org | Erewash"
    take_in(store, reading(newer, "newer.csv", "partner"))

    (grid,) = grids("back.xlsx", sent_back(store))

    assert all("Ash" not in line for line in grid.rows)
    assert grid.rows[2][:2] == ("Elm", "e@example.org")


def test_a_file_of_which_nothing_counts_any_more_is_refused_in_words(store):
    older = "Organisation | Email | Areas\nAsh | a@example.org | Derby"
    take_in(store, reading(older, kind="partner"))
    take_in(store, reading(older.replace("Derby", "Erewash"), kind="partner"))

    with pytest.raises(DashboardError, match="Every row of entry 1 was sent again"):
        sent_back(store)
    with pytest.raises(DashboardError, match=r"Entry 9 is no import that stands\. These are: 1, 2"):
        sent_back(store, 9)


def test_an_import_of_an_older_version_gets_a_header_from_its_columns(store):
    made = reading(PARTNERS, kind="partner")
    take_in(store, replace(made, head=()))

    back = file_back(now(store), 1, WORDS)
    returned = read(back.name, as_xlsx(back), WORDS)

    assert {change for change, _ in changes(prepare(store, returned)[0])} == {"same"}


@settings(SLOW, max_examples=10)
@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc",), include_characters="\n\t"),
        min_size=1,
        max_size=12,
    )
)
@example("_x0041_ =SUM(A1)")
def test_whatever_is_written_in_a_cell_comes_back_as_it_was(text):
    table = f'Organisation,Offer,Areas\nAsh,"{text.replace(chr(34), chr(34) * 2)}",Derby\n'
    made = read("partners.csv", table.encode(), WORDS)
    with tempfile.TemporaryDirectory() as folder:
        store = entries.open_store(Path(folder))
        take_in(store, made)
        content = sent_back(store)
        store.engine.dispose()

    assert understood(read("partners to mend.xlsx", content, WORDS)) == understood(made)
