"""Columns that no header gives away, and those that are about somebody else."""

import pytest

from tests.intake.files import fields, reading

ROWS = (
    ("Oak", "Jane Smith", "DE1 1AA", "jane@example.org"),
    ("Ash", "Al Ash-Bower", "s40 1ab", "al@example.org"),
    ("Elm", "Sarah de Vere", "DE49ZZ", "sarah@example.org"),
)


def asked(person: str, place: str, more: str = "", cells: str = "") -> dict[str, str | None]:
    """What a form's columns answer, headed with these words for its people and postcodes."""
    lines = [f"{' | '.join(row)} {cells and '| ' + cells}" for row in ROWS]
    head = f"Organisation | {person} | {place} | E-mail {more and '| ' + more}"
    return fields(reading("\n".join([head, *lines]), kind="eoi"))


@pytest.mark.parametrize("header", ["Registered address", "Base", "Where are you based?", "Q4"])
def test_a_column_of_postcodes_is_the_postcode(header: str) -> None:
    assert asked("Contact", header)[header] == "postcode"


@pytest.mark.parametrize("header", ["Lead person", "Submitted by", "Organiser", "Q3"])
def test_a_column_of_names_is_the_contact(header: str) -> None:
    assert asked(header, "Postcode")[header] == "contact_name"


@pytest.mark.parametrize(
    "header", ["Referee", "Safeguarding lead", "Assigned to", "Reviewed by", "Name of your chair"]
)
def test_the_name_of_somebody_else_is_no_contact(header: str) -> None:
    assert asked(header, "Postcode")[header] is None


def test_titles_are_no_names() -> None:
    found = fields(
        reading(
            """
            Organisation | Title of the work | Areas
            Oak          | Big Sing          | Derby
            Ash          | Loud Hearts       | Erewash
            Elm          | Night Walk        | Derby
        """,
            kind="eoi",
        )
    )

    assert found["Title of the work"] != "contact_name"


def test_the_address_of_somebody_else_comes_second() -> None:
    found = reading(
        """
        Organisation | Contact e-mail | E-mail of your chair
        Oak          | jo@example.org | chair@example.org
        Ash          | al@example.org | head@example.org
    """,
        kind="eoi",
    )

    assert [r.text("email") for r in found.records] == ["jo@example.org", "al@example.org"]


def test_a_name_beside_an_organisation_is_the_contact() -> None:
    found = fields(
        reading("Applicant organisation | Name | Areas\nOak Music | Jo Oak | Derby", kind="eoi")
    )

    assert (found["Applicant organisation"], found["Name"]) == ("organisation", "contact_name")


@pytest.mark.parametrize("header", ["How many people work for you?", "What kind of company?"])
def test_a_question_about_the_organisation_is_none_of_ours(header: str) -> None:
    assert asked("Contact", "Postcode", header, "40")[header] is None
