"""Workbooks with several sheets of answers: which are read, and what is said of the others."""

from analysis import receipt
from analysis.intake.grid import Grid
from analysis.intake.listing import as_json
from analysis.intake.read import read, understand
from tests.hub import WORDS, changes, now, offers, prepare
from tests.intake.files import cells, workbook

HEAD = "Submitted | Organisation | Email | Where do you work? | Strategic functions\n"
ASH = "2024-09-03 09:04:11 | Ash | ash@example.org | Derby | Schools\n"
ELM = "2024-10-05 12:00:00 | Elm | elm@example.org | Bolsover | Schools\n"
OAK = "2025-09-04 10:00:00 | Oak | oak@example.org | Erewash | Inclusion\n"
PARTNERS = "Organisation | Functions | Areas\n"


def grids(sheets: dict[str, str]) -> tuple[Grid, ...]:
    return tuple(Grid(name, tuple(map(tuple, cells(table)))) for name, table in sheets.items())


def understood(sheets: dict[str, str]):
    return understand("hub.xlsx", grids(sheets), WORDS)


def as_workbook(sheets: dict[str, str]) -> bytes:
    return workbook(
        {
            name: {
                f"{chr(65 + column)}{row}": text
                for row, line in enumerate(cells(table), start=1)
                for column, text in enumerate(line)
            }
            for name, table in sheets.items()
        }
    )


def named(found) -> list[tuple[str, list[str]]]:
    return [(each.sheet, [r.text("organisation") for r in each.records]) for each in found]


def test_a_sheet_for_each_year_is_read_and_each_is_a_reading_of_its_own():
    found = understood({"Responses 2024": HEAD + ASH + ELM, "Responses 2025": HEAD + OAK})

    assert named(found) == [("Responses 2024", ["Ash", "Elm"]), ("Responses 2025", ["Oak"])]
    assert found[1].title == 'hub.xlsx, sheet "Responses 2025"'
    assert 'The sheets "Responses 2024", "Responses 2025" ask the same' in found[0].notes[0]


def test_the_listing_of_a_file_holds_all_sheets_each_row_by_its_own_number():
    data = as_workbook({"2024": HEAD + ASH + ELM, "2025": HEAD + OAK})

    listing = as_json(read("hub.xlsx", data, WORDS), WORDS)

    told = [(record["row"], record["organisation"]) for record in listing["records"]]
    assert told == [(2, "Ash"), (3, "Elm"), (2, "Oak")]


def test_a_sheet_that_asks_other_questions_is_left_with_a_sentence_on_what_to_do():
    partners = PARTNERS + "Fir | Schools | Derby"
    (found,) = understood({"EOIs": HEAD + ASH + ELM, "Partners": partners})

    assert found.sheet == "EOIs"
    assert found.notes[0].startswith('The sheet "Partners" was not read: it looks like answers too')
    assert found.notes[0].endswith("save it as a file of its own.")


def test_a_copy_of_the_same_rows_counts_once():
    (found,) = understood({"Responses": HEAD + ASH + ELM, "Shortlisted": HEAD + ELM})

    assert named([found]) == [("Responses", ["Ash", "Elm"])]
    assert 'most of its rows stand in "Responses" too' in found.notes[0]


def test_a_sheet_that_was_put_away_stays_away():
    (found,) = understood(
        {
            "Partners": PARTNERS + "Fir | Schools | Derby\nYew | Schools | Derby",
            "Lapsed partners": PARTNERS + "Gum | Schools | Derby",
        }
    )

    assert named([found]) == [("Partners", ["Fir", "Yew"])]
    assert "its name says that it does not count any more" in found.notes[0]


def test_a_further_sheet_with_nothing_below_its_header_is_not_spoken_of():
    (found,) = understood({"2024": HEAD + ASH, "2025": HEAD})

    assert named([found]) == [("2024", ["Ash"])]
    assert not any("2025" in note for note in found.notes)


def test_offers_of_one_partner_in_two_districts_both_stand_and_the_same_file_changes_nothing(store):
    sheets = {
        "Derby": PARTNERS + "Fir | Schools | Derby\nYew | Schools | Derby",
        "Erewash": PARTNERS + "Fir | Inclusion | Erewash",
    }
    receipt.take_in(store, prepare(store, *understood(sheets)), "a test")

    again = prepare(store, *understood(sheets))

    assert offers(now(store)) == {"Fir": 2, "Yew": 1}
    assert {change for prepared in again for change, _ in changes(prepared)} == {"same"}
    assert not any(prepared.is_news for prepared in again)


def test_a_newer_export_of_one_sheet_replaces_that_sheet_and_no_other(store):
    sheets = {
        "Derby": PARTNERS + "Fir | Schools | Derby",
        "Erewash": PARTNERS + "Fir | Inclusion | Erewash",
    }
    receipt.take_in(store, prepare(store, *understood(sheets)), "a test")
    mended = understood({"Derby": PARTNERS + "Fir | Schools | Derby; Bolsover"})

    (prepared,) = prepare(store, *mended)

    assert changes(prepared) == [("changed", "Fir")]
    assert prepared.pending.import_.form == now(store).state.imports[0].form
