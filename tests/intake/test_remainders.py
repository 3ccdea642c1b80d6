"""What is left of a cell when its known wordings are taken out, and where an "other" belongs."""

import pytest

from analysis.intake.listing import RecordListing, as_json
from tests.intake.files import WORDS, fields, reading

AIMS = ["aim-1", "aim-2", "aim-3"]


def first(table: str) -> RecordListing:
    return as_json(reading(table, kind="eoi"), WORDS)["records"][0]


def asked(question: str, answer: str) -> RecordListing:
    return first(f"""
        Organisation | Email           | {question} | Where do you work?
        Oak          | oak@example.org | {answer}   | Derby
        Ash          | ash@example.org | Aim 2      | Erewash
    """)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1 + 2", AIMS[:2]),
        ("1,2,3", AIMS),
        ("1, 2 and 3", AIMS),
        ("1-3", AIMS),
        ("Aims 1 & 3", ["aim-1", "aim-3"]),
        ("Aim 1 and 2", AIMS[:2]),
        ("first and third", ["aim-1", "aim-3"]),
        ("all three", AIMS),
        ("All of the above", AIMS),
        ("2", ["aim-2"]),
    ],
)
def test_aims_are_known_by_their_numbers(written: str, meant: list[str]) -> None:
    found = asked("Which aims?", written)

    assert (found["aims"], found["unmatched"]["aim"]) == (meant, [])


@pytest.mark.parametrize("written", ["4", "1, 4", "one", "12", "1 term", "9" * 5000])
def test_a_number_that_no_aim_has_stays_as_it_was_written(written: str) -> None:
    found = asked("Which aims?", written)

    assert (found["aims"], "".join(found["unmatched"]["aim"])) == ([], written.replace(", ", ""))


def test_a_scale_that_goes_beyond_the_aims_is_no_list_of_aims() -> None:
    table = """
        Organisation | Email           | Which aims? | Where do you work?
        Oak          | oak@example.org | 2           | Derby
        Ash          | ash@example.org | 5           | Erewash
    """

    assert first(table)["aims"] == []


def test_areas_have_no_numbers() -> None:
    table = """
        Organisation | Email           | Which aims? | Where do you work?
        Oak          | oak@example.org | Aim 1       | 1, 2
        Ash          | ash@example.org | Aim 2       | Erewash
    """

    assert first(table)["unmatched"]["area"] == ["1", "2"]


def test_words_that_bound_a_typed_place_stay_with_it() -> None:
    table = """
        Timestamp           | Organisation | Email           | Where do you work?
        2026-09-01 09:00:00 | Oak          | oak@example.org | Derby, Sheffield, but only the south
        2026-09-02 09:00:00 | Ash          | ash@example.org | Derby, Erewash
        2026-09-03 09:00:00 | Elm          | elm@example.org | Derby, Bolsover
    """

    assert first(table)["unmatched"]["area"] == ["Sheffield, but only the south"]


@pytest.mark.parametrize(
    "header", ["Place not listed", "Other area (please say)", "If you work somewhere else, where?"]
)
def test_an_other_goes_with_the_question_it_names_wherever_it_stands(header: str) -> None:
    table = f"""
        Organisation | Email           | Which areas do you work in? | Which functions? | {header}
        Oak          | oak@example.org | Derby;Erewash               | Schools          | Tamworth
        Ash          | ash@example.org | Bolsover                    | Schools          |
    """

    found = first(table)

    assert (found["unmatched"]["area"], found["unmatched"]["function"]) == (["Tamworth"], [])


def test_an_other_without_a_name_goes_with_the_question_that_was_answered_so() -> None:
    table = """
        Organisation | Email           | Where do you work? | Which functions? | Website | Other
        Oak          | oak@example.org | Derby;Other        | Schools          | x.org   | Tamworth
        Ash          | ash@example.org | Bolsover           | Schools          | y.org   |
    """

    assert first(table)["unmatched"]["area"] == ["Tamworth"]


def test_an_other_of_a_question_that_is_not_asked_is_nobody_elses() -> None:
    table = """
        Organisation | Email           | Which functions? | Other area (please say)
        Oak          | oak@example.org | Schools          | repairs of flutes
        Ash          | ash@example.org | Inclusion        |
    """

    assert fields(reading(table, kind="eoi"))["Other area (please say)"] is None


def test_a_choice_of_two_functions_is_both() -> None:
    table = """
        Timestamp           | Organisation | Email           | Which functions could you support?
        2026-09-01 09:00:00 | Oak          | oak@example.org | Schools and progression;Inclusion
        2026-09-02 09:00:00 | Ash          | ash@example.org | Schools and progression
    """

    assert first(table)["functions"] == ["schools", "progression", "inclusion"]
