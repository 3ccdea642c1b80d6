"""What staff said about a form outweighs what its headers and cells say, and is known again."""

from analysis.intake.choices import Choices, Remembered, headings, recalled
from analysis.intake.grid import Grid
from analysis.intake.read import understand
from analysis.intake.reading import CHOSEN, Reading
from tests.hub import WORDS

SHEET = """
    Organisation | Email            | Patch  | Notes   | Kids in care
    Ash          | a@example.org    | Derby  | Erewash | x
    Birch        | b@example.org    | Derby  |         |
"""
NAMELESS = """
    Who is it     | E-mail         | Where do you work? | Strategic functions | Postcode
    Ash Tree      | a@example.org  | Derby              | Schools             | DE1 1ZZ
    Birch Lane    | b@example.org  | Erewash            | Schools             | DE1 1ZZ
"""
DATES = """
    Organisation | Date received | Where do you work?
    Ash          | 3/9/2026      | Derby
    Birch        | 4/9/2026      | Derby
"""


def grid(table: str) -> tuple[Grid, ...]:
    lines = table.strip().splitlines()
    return (Grid("", tuple(tuple(cell.strip() for cell in line.split("|")) for line in lines)),)


PARTNERS = Choices(kind="partner")


def understood(table: str, told: Choices = PARTNERS) -> Reading:
    (found,) = understand("partners.csv", grid(table), WORDS, told)
    return found


def test_a_column_that_was_not_recognised_answers_what_staff_say():
    told = Choices("partner", {("notes", 1): "area", ("patch", 1): ""})

    first = understood(SHEET, told).records[0]

    assert first.texts("area") == ("Erewash",)


def test_a_chosen_column_of_marks_ticks_its_header():
    told = Choices("partner", {("kids in care", 1): "focus"})

    reading = understood(SHEET, told)

    assert [record.texts("focus") for record in reading.records] == [("Kids in care",), ()]
    assert [c.confidence for c in reading.columns if c.field == "focus"] == [CHOSEN]


def test_a_column_said_to_be_none_of_ours_answers_nothing():
    reading = understood(SHEET, Choices("partner", {("email", 1): ""}))

    assert "email" not in reading.asked
    assert [cell.text for cell in reading.records[0].cells if cell.column == 2] == ["a@example.org"]


def test_a_file_that_does_not_name_the_organisation_asks_which_column_does():
    reading = understood(NAMELESS)

    assert reading.asks == ("organisation",)
    assert "organisation" not in reading.asked


def test_the_organisation_is_in_the_column_that_staff_point_at():
    reading = understood(NAMELESS, Choices("partner", {("who is it", 1): "organisation"}))

    assert reading.asks == ()
    assert [r.text("organisation") for r in reading.records] == ["Ash Tree", "Birch Lane"]


def test_dates_that_fit_both_orders_are_asked_about():
    reading = understood(DATES)

    assert reading.asks == ("dates",)


def test_the_order_that_staff_say_settles_dates():
    reading = understood(DATES, Choices("partner", {}, month_first=True))

    assert reading.asks == ()
    assert [r.value("submitted_at") for r in reading.records] == ["2026-03-09", "2026-04-09"]


def test_a_form_is_known_again_by_its_headers_though_a_question_was_added():
    choices = Choices(fields={("patch", 1): "area"})
    known = Remembered("spreadsheet", frozenset({"organisation", "patch", "email"}), choices)

    assert recalled([known], "spreadsheet", ["Organisation", "PATCH ", "Email", "New?"]) == choices
    assert recalled([known], "spreadsheet", ["Organisation", "Genres"]) != choices
    assert recalled([known], "jotform", ["Organisation", "Patch", "Email"]) != choices


def test_the_newest_choices_about_a_form_count():
    old, new = (Choices(fields={("patch", 1): field}) for field in ("area", "focus"))
    known = [Remembered("spreadsheet", frozenset({"patch"}), choices) for choices in (old, new)]

    assert recalled(known, "spreadsheet", ["Patch"]) == new


def test_headers_that_repeat_are_told_apart_by_their_place():
    assert headings(["Other", "Derby", "other "]) == (("other", 1), ("derby", 1), ("other", 2))


def test_a_column_whose_answers_read_like_organisations_is_taken_for_their_names_and_said_so():
    table = NAMELESS.replace("Who is it", "Team").replace("Ash Tree", "Ash Strings")
    table = table.replace("Birch Lane", "Birch Choir")

    reading = understood(table)

    assert [r.text("organisation") for r in reading.records] == ["Ash Strings", "Birch Choir"]
    assert [c.confidence for c in reading.columns if c.field == "organisation"] == ["doubtful"]
    assert any("No column is headed like an organisation" in note for note in reading.notes)


def test_a_column_said_to_hold_entry_ids_does_not_make_partners_enquiries():
    reading = understood(SHEET, Choices(fields={("notes", 1): "entry_id"}))

    assert reading.kind == "partner"
