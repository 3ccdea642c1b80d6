"""Exports of many tools, each of the same two submissions (see recorded.py)."""

import pytest

from analysis.errors import DashboardError
from analysis.intake.listing import Listing, RecordListing
from analysis.intake.read import as_json, read
from tests.intake.files import WORDS
from tests.intake.recorded import DORE, EXPORTS

# Told by their shape: there is nothing else that would have to be said about them.
SHAPES = ("airtable", "hubspot", "sitekit", "snap")
ASIDE = {
    "fillout": {4: "not submitted: its status is “in_progress”"},
    "alchemer": {4: "not submitted: its status is “Partial”"},
    "salesforce": dict.fromkeys((6, 7, 8), "a total or a note, not a submission"),
}


def listed(tool: str) -> Listing:
    return as_json(read("export.csv", EXPORTS[tool].encode(), WORDS), WORDS)


def by_name(tool: str) -> dict[str, RecordListing]:
    return {record["organisation"]: record for record in listed(tool)["records"]}


@pytest.fixture(params=EXPORTS)
def tool(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_each_tool_is_known_or_told_by_its_shape(tool: str) -> None:
    found = listed(tool)

    assert (found["tool"], found["kind"]) == ("spreadsheet" if tool in SHAPES else tool, "eoi")


def test_people_and_organisations_are_named_as_they_were_written(tool: str) -> None:
    found = by_name(tool)

    assert {name: (each["contact_name"], each["email"]) for name, each in found.items()} == {
        "Oak Strings CIC": ("Maren Tolley", "maren@example.org"),
        "Café Brass": ("Dev Orme", "dev@example.org"),
    }


def test_choices_are_told_apart_and_typed_words_kept(tool: str) -> None:
    oak, brass = by_name(tool)["Oak Strings CIC"], by_name(tool)["Café Brass"]

    assert (set(oak["aims"]), set(oak["areas"])) == ({"aim-1", "aim-2"}, {"E06000015", "E07000035"})
    assert (brass["aims"], brass["areas"]) == (["aim-2"], ["E07000037"])
    assert (oak["functions"], oak["focuses"], brass["functions"], brass["focuses"]) == ([],) * 4
    assert (oak["unmatched"]["area"], brass["unmatched"]["area"]) == ([], [DORE])


def test_times_are_those_of_london_clocks_and_consent_is_as_given(tool: str) -> None:
    oak, brass = by_name(tool)["Oak Strings CIC"], by_name(tool)["Café Brass"]

    assert oak["submitted_at"] == "2026-09-03T09:04:11+01:00"
    assert (brass["submitted_at"] or "").endswith("12:34:56+00:00")
    assert (oak["consent"], brass["consent"]) == (True, False)


def test_rows_that_are_no_submission_are_set_aside_with_a_reason(tool: str) -> None:
    aside = {each["row"]: each["reason"] for each in listed(tool)["set_aside"]}

    assert aside == ASIDE.get(tool, {})


@pytest.mark.parametrize(
    "coded",
    [
        "Organisation,Email,Where do you work?,Which aims?\nOak,a@example.org,1;2,1\n",
        "Organisation,Email,Q6_1,Q6_2,Q6_3\nOak,a@example.org,1,0,1\n",
    ],
)
def test_a_file_of_codes_is_refused_with_a_request_for_labels(coded: str) -> None:
    with pytest.raises(DashboardError, match="Export it again with labels"):
        read("codes.csv", coded.encode(), WORDS, "eoi")


def test_a_choice_with_a_comma_inside_is_learnt_from_the_rows_that_repeat_it() -> None:
    label = "Choirs, bands and lessons"
    rows = "".join(
        f'2026-09-0{day} 09:04:11,Oak {day},"Derby, {label if day % 2 else "Erewash"}"\n'
        for day in range(1, 8)
    )

    found = read("export.csv", f"Timestamp,Organisation,Where do you work?\n{rows}".encode(), WORDS)

    assert found.records[0].texts("area") == ("Derby", label)


def test_a_question_replaced_midway_is_read_under_both_its_wordings() -> None:
    table = "Timestamp,Organisation,Name of group\n2026-09-01 09:00,Oak,\n2026-09-02 09:00,,Ash\n"

    found = read("export.csv", table.encode(), WORDS)

    assert [record.text("organisation") for record in found.records] == ["Oak", "Ash"]


def test_choices_of_other_questions_are_left_alone_though_they_look_like_ours() -> None:
    table = (
        "#,Organisation,Derby,Erewash,Other,Primary,Early years,Sixth form,Other,"
        "Submit Date (UTC),Network ID\n"
        "1,Oak,Derby,,,,Early years,,,2026-09-01 09:00:00,x\n"
        "2,Ash,,Erewash,,Primary,Early years,Sixth form,,2026-09-01 10:00:00,x\n"
    )

    found = read("export.csv", table.encode(), WORDS)

    assert [record.texts("area") for record in found.records] == [("Derby",), ("Erewash",)]
    assert not any(record.texts("focus") for record in found.records)


def test_dates_that_fit_both_orders_are_read_in_the_one_in_which_they_run_on() -> None:
    sent = ["03/04/2026", "05/04/2026", "09/04/2026", "02/05/2026", "07/05/2026", "01/06/2026"]
    rows = "".join(f"{day} 09:00:00,Oak {day}\n" for day in sent)

    found = read("export.csv", f"Timestamp,Organisation\n{rows}".encode(), WORDS)

    assert found.records[0].value("submitted_at") == "2026-04-03T09:00:00+01:00"
    assert "dates" not in found.asks
