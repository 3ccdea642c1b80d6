"""A second question for what is asked already is told of, whether it was counted or left out."""

from tests.intake.files import reading


def notes(table: str) -> str:
    return " ".join(reading(table, kind="eoi").notes)


def test_two_questions_for_areas_are_told_to_be_counted_both() -> None:
    table = """
        Organisation | Email           | Areas | Districts | Functions
        Oak          | oak@example.org | Derby | Bolsover  | Schools
        Ash          | ash@example.org | Derby | Erewash   | Inclusion
    """

    assert 'The columns "Areas" and "Districts" ask for the area' in notes(table)


def test_a_column_of_areas_that_no_header_gives_away_is_told_to_be_left_out() -> None:
    table = """
        Organisation | Email           | Areas   | Functions | Rounds
        Oak          | oak@example.org | Derby   | Schools   | Bolsover
        Ash          | ash@example.org | Derby   | Inclusion | Erewash
        Elm          | elm@example.org | Erewash | Inclusion | High Peak
    """

    found = notes(table)

    assert 'The column "Rounds" also seems to ask for the area; it was left out' in found
    assert '"Areas" asks for it already' in found


def test_a_file_that_asks_once_has_no_such_note() -> None:
    table = """
        Organisation | Email           | Areas   | Functions | Notes
        Oak          | oak@example.org | Derby   | Schools   | Rang them
        Ash          | ash@example.org | Erewash | Inclusion | Nice people
    """

    assert "ask" not in notes(table).replace("asks no consent", "").replace(
        "to ask for the aim", ""
    )
