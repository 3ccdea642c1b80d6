"""Partner sheets with headings between the rows, and organisations over several rows."""

import pytest

from analysis.intake.listing import as_json
from tests.intake.files import WORDS, reading

HEAD = "Partner | Contact | Email | Functions | Districts | Programme | Stage"
ASH = "Ash | Jo | jo@example.org | Schools | Derby | Choir | Pilot"


def sheet(*rows: str):  # type: ignore[no-untyped-def]
    return reading("\n".join((HEAD, *rows)), name="partners.csv")


def test_a_further_programme_belongs_to_the_organisation_above() -> None:
    found = sheet(ASH, "|||Inclusion|Bolsover|Band|Received", "Elm||||Derby||Pilot")

    first, second, third = found.records
    assert [r.row for r in found.records] == [2, 3, 4]
    assert second.text("organisation") == first.text("organisation") == "Ash"
    assert (second.text("email"), second.texts("area")) == ("jo@example.org", ("Bolsover",))
    assert third.text("email") == ""
    assert any("row 3" in note and "further offer" in note for note in found.notes)


def test_a_row_with_nothing_but_more_places_goes_on_with_the_row_above() -> None:
    found = sheet(ASH, "||||Erewash; Bolsover||", "||||High Peak||", "Elm||||Derby||Pilot")

    assert [r.row for r in found.records] == [2, 5]
    assert found.records[0].texts("area") == ("Derby", "Erewash", "Bolsover", "High Peak")
    assert any("rows 3 and 4" in note for note in found.notes)


@pytest.mark.parametrize("between", ["||||||", "Autumn term||||||", "TOTAL|||1|1||"])
def test_nothing_is_carried_across_a_blank_row_a_heading_or_a_total(between: str) -> None:
    found = sheet(ASH, between, "|||Inclusion|Bolsover|Band|Received")

    assert [r.row for r in found.records] == [2]
    assert found.set_aside[-1].row == 4


def test_a_nameless_row_with_an_address_of_its_own_is_nobody_elses() -> None:
    found = sheet(ASH, "|Kim|kim@example.org|Inclusion|Bolsover|Band|Received")

    assert [r.row for r in found.records] == [2]
    assert "no organisation's name" in found.set_aside[0].reason


def test_sums_below_the_last_row_are_no_offer() -> None:
    found = reading(
        "Partner|Schools|Inclusion|Derby|Bolsover\nAsh|x||x|\nElm|x|x||x\n|2|1|1|1",
        name="partners.csv",
    )

    assert [r.row for r in found.records] == [2, 3]


def test_a_heading_that_names_a_stage_counts_for_rows_that_state_none() -> None:
    found = sheet("Enquiries 2026||||||", "Elm|||Schools|Derby||", ASH, "Oak|||Schools|Derby||")

    assert [r["stage"] for r in as_json(found, WORDS)["records"]] == [
        "received",
        "pilot",
        "received",
    ]
    assert any("Enquiries 2026" in note for note in found.notes)


def test_a_heading_of_another_kind_ends_the_stage_above_it_but_a_place_does_not() -> None:
    found = sheet(
        "Enquiries 2026||||||", "DERBY CITY||||||", "Elm|||Schools|Derby||",
        "New this year||||||", "Oak|||Schools|Derby||",
    )  # fmt: skip

    assert [r["stage"] for r in as_json(found, WORDS)["records"]] == ["received", "commissioned"]
    assert [aside.row for aside in found.set_aside] == [2, 3, 5]


def test_rows_whose_stage_is_left_blank_are_counted_and_told() -> None:
    found = sheet(ASH, "Elm|||Schools|Derby||", "Oak|||Schools|Derby||")

    assert "2 rows without a stage were taken as commissioned." in found.notes


def test_a_form_s_nameless_rows_are_never_carried() -> None:
    found = reading(f"{HEAD}\n{ASH}\n|||Inclusion|Bolsover|Band|Received", kind="eoi")

    assert [r.row for r in found.records] == [2]
