import pytest

from analysis.errors import DashboardError
from analysis.intake.forms import load_tools
from analysis.intake.grid import letter
from analysis.intake.read import as_json, read
from analysis.intake.rows import NAMELESS
from analysis.intake.sheet import known
from analysis.vocabulary import DIMENSIONS
from tests.intake.files import WORDS, reading, workbook

ALL = (
    "Entry id | Submitted at | Organisation | Contact name | Email | Postcode | Website | Stage"
    " | Aims | Functions | Areas | Inclusion focuses | Offer | Reach"
)
ROW = (
    "7 | 2026-09-03T09:04:11+01:00 | Oak | Jo Oak | mailto:jo@example.org | s44 9zz | a.example.org"
    " | Pilot | aim-1; Aim 2 | schools;Inclusion | E06000015;Leeds, south | SEND; Boys | Duo | 2.5k"
)
KINDS = {
    "a form tool": ("Timestamp | Organisation\n2026-09-03 09:04 | Oak", "a.csv", "eoi"),
    "a submission time": ("Submitted | Organisation | Notes\n2026-09-03 | Oak |", "a.csv", "eoi"),
    "an entry id": ("Entry id | Organisation | Stage\n7 | Oak | Pilot", "a.csv", "eoi"),
    "a consent question": ("Organisation | GDPR | Stage\nOak | yes | Pilot", "a.csv", "eoi"),
    "a stage": ("Organisation | Stage\nOak | Pilot", "a.csv", "partner"),
    "ticks": ("Organisation | Derby\nOak | x", "a.csv", "partner"),
    "ticks and a time": ("Provider | Derby | Received\nOak | x | 3 May 2026", "a.csv", "eoi"),
    "a stage and some date": ("Group | Stage | Date\nOak | Pilot | 3 May 2026", "a.csv", "partner"),
    "partner in the name": ("Organisation | Areas\nOak | Derby", "Hub_partners 26.csv", "partner"),
    "EOI in the name": ("Organisation | Areas\nOak | Derby", "EOIs_May.csv", "eoi"),
}  # fmt: skip
ASIDE = {
    "nobody": (" | | Derby | ", "no organisation and no e-mail address"),
    "an address alone": (" | jo@example.org | | ", NAMELESS),
    "a total": ("TOTAL | | | 2400", "a total or a note, not a submission"),
    "a note": ("NB figures are approximate | | | ", "a total or a note, not a submission"),
    "a heading": ("— Autumn term — | | | ", "a heading, not a submission"),
    "a place as a heading": ("Derby | | | ", "a heading, not a submission"),
    "the header again": ("Organisation | Email | Areas | Reach", "the header again"),
}
KEPT = {
    "an organisation named like a total": "Total Music | total@example.org | Derby | 5",
    "an organisation and no more": "Oak | | | ",
    "an organisation named like a note": "Key Sounds | | Derby | ",
}
NO_CONSENT = "This form asks no consent question."
NO_STAGE = "Every row was taken as commissioned, because the sheet has no stage column."


def test_our_template_says_all_it_has_room_for() -> None:
    listing = as_json(reading(f"{ALL}\n{ROW}"), WORDS)

    assert (listing["kind"], listing["tool"], listing["set_aside"]) == ("eoi", "template", [])
    assert listing["records"] == [
        {
            "row": 2, "organisation": "Oak", "contact_name": "Jo Oak", "email": "jo@example.org",
            "postcode": "s44 9zz", "submitted_at": "2026-09-03T09:04:11+01:00",
            "aims": ["aim-1", "aim-2"], "functions": ["schools", "inclusion"],
            "areas": ["E06000015"], "focuses": ["send"],
            "unmatched": {"aim": [], "function": [], "area": ["Leeds, south"], "focus": ["Boys"]},
            "reach": 2500, "consent": None, "stage": "pilot",
        }
    ]  # fmt: skip


@pytest.mark.parametrize("missing", [h for h in ALL.split(" | ") if h != "Organisation"])
def test_any_column_of_the_template_may_be_missing_but_the_organisation(missing: str) -> None:
    pairs = [p for p in zip(ALL.split(" | "), ROW.split(" | "), strict=True) if p[0] != missing][
        ::-1
    ]
    table = "\n".join(" | ".join(line) for line in zip(*pairs, strict=True))

    record = reading(table).records[0]

    assert record.text("organisation") == "Oak"
    assert sum(bool(record.texts(d)) for d in DIMENSIONS) == 4 - (missing in ALL.split(" | ")[8:12])


def test_a_template_in_a_workbook_is_read_the_same() -> None:
    lines = [line.split(" | ") for line in (ALL, ROW)]
    cells: dict[str, object] = {
        f"{letter(column)}{row}": text
        for row, line in enumerate(lines, start=1)
        for column, text in enumerate(line, start=1)
    }
    book = workbook({"Allowed values": {"A1": "Column", "A2": "Stage"}, "Offers": cells})

    found = read("offers.xlsx", book, WORDS)

    assert as_json(found, WORDS)["records"] == as_json(reading(f"{ALL}\n{ROW}"), WORDS)["records"]
    assert found.sheet == "Offers"


@pytest.mark.parametrize(("table", "name", "kind"), KINDS.values(), ids=KINDS)
def test_the_kind_is_told_by(table: str, name: str, kind: str) -> None:
    assert reading(table, name).kind == kind


def test_a_sheet_of_partners_is_told_by_its_own_name() -> None:
    book = workbook({"Partners": {"A1": "Organisation", "A2": "Oak"}})

    assert read("a.xlsx", book, WORDS).kind == "partner"


def test_what_staff_say_the_kind_is_wins() -> None:
    assert reading(KINDS["a form tool"][0], kind="partner").kind == "partner"


@pytest.mark.parametrize(
    ("kind", "sentence"), [(None, "--kind eoi or --kind partner"), ("other", "There is no kind")]
)
def test_a_kind_that_nothing_tells_is_asked_for(kind: str | None, sentence: str) -> None:
    with pytest.raises(DashboardError, match=sentence):
        reading("Organisation | Areas\nOak | Derby", kind=kind)


@pytest.mark.parametrize(("row", "reason"), ASIDE.values(), ids=ASIDE)
def test_a_row_that_is_no_submission_is_set_aside_with_its_reason(row: str, reason: str) -> None:
    found = reading(f"Organisation | Email | Areas | Reach\nOak | | Derby | 5\n{row}", kind="eoi")

    assert [(aside.row, aside.reason) for aside in found.set_aside] == [(3, reason)]


@pytest.mark.parametrize("row", KEPT.values(), ids=KEPT)
def test_a_row_that_names_somebody_is_kept(row: str) -> None:
    found = reading(f"Organisation | Email | Areas | Reach\n{row}", kind="eoi")

    assert [record.row for record in found.records] == [2]


def test_blank_rows_are_passed_over_and_the_others_keep_their_numbers() -> None:
    found = reading("Organisation | Areas\nOak | Derby\n|\nAsh | Derby", kind="eoi")

    assert ([record.row for record in found.records], found.set_aside) == ([2, 4], ())


@pytest.mark.parametrize(
    ("answer", "consent"),
    [
        ("I agree", True), ("Yes", True), ("1", True), ("Checked", True), ("I agree;", True),
        ("No", False), ("", False), ("0", False), ("Not Checked", False), ("I do not agree", False),
    ],
)  # fmt: skip
def test_consent_is_given_in_words_or_not_at_all(answer: str, consent: bool) -> None:
    record = reading(f"Organisation | I agree to my data being stored\nOak | {answer}").records[0]

    assert record.consent is consent


@pytest.mark.parametrize(
    ("headers", "kind", "notes"),
    [
        ("Organisation | GDPR", "eoi", ()),
        ("Organisation | Areas", "eoi", (NO_CONSENT,)),
        ("Organisation | Areas", "partner", (NO_STAGE,)),
        ("Organisation | Stage", "partner", ()),
    ],
)
def test_what_was_not_asked_is_said(headers: str, kind: str, notes: tuple[str, ...]) -> None:
    found = reading(f"{headers}\nOak | Pilot", kind=kind).notes

    assert tuple(note for note in found if not note.startswith("No column was")) == notes


def test_a_dimension_that_no_column_asks_for_is_named():
    notes = reading("Organisation | Aims | Areas\nOak | Aim 1 | Derby", kind="eoi").notes

    assert [note for note in notes if "to ask for the function or the inclusion focus" in note]


def test_a_question_nobody_knows_is_told_by_choices_in_its_own_words():
    found = reading(
        """\
        Organisation | What sets your heart beating?
        Oak          | Making the hub last; Getting on: the next step
        Ash          | Making the hub last; Nobody left out
        Elm          | Nobody left out; Getting on: the next step
        Bay          | Somebody left out of the band
        """,
        kind="eoi",
    )

    assert [record["functions"] for record in as_json(found, WORDS)["records"]] == [
        ["sustainability", "progression"], ["sustainability", "inclusion"],
        ["inclusion", "progression"], [],
    ]  # fmt: skip


@pytest.mark.parametrize(("answer", "consent"), [("Yes", False), ("No", True), ("", False)])
def test_who_objects_does_not_agree(answer: str, consent: bool) -> None:
    table = f"Organisation | Do you object to our keeping your details?\nOak | {answer}"

    assert reading(table).records[0].consent is consent


@pytest.mark.parametrize(
    "header",
    [
        "I consent to the hub storing my data. You may opt out at any time.",
        "Do you agree to us keeping these details (you can object later)?",
        "I have no objection to my data being stored",
    ],
)
def test_a_right_to_object_later_turns_no_answer_round(header: str) -> None:
    table = f"Organisation | {header}\nOak | Yes\nAsh | No"

    assert [record.consent for record in reading(table).records] == [True, False]


@pytest.mark.parametrize(
    ("cell", "unmatched"),
    [("Young carers, with SEND", ["with SEND"]), ("Young carers, such as children at home", [])],
)
def test_what_goes_on_about_a_choice_hides_no_other(cell: str, unmatched: list[str]) -> None:
    found = reading(f"Organisation | Inclusion focus | Stage\nOak | {cell} | Pilot", kind="partner")

    record = as_json(found, WORDS)["records"][0]
    assert record["focuses"] == ["young-carers"]
    assert record["unmatched"]["focus"] == unmatched


def test_somebody_who_tried_the_form_out_is_no_organisation():
    table = "Organisation | Areas\nTEST - please ignore | Derby\nAcid Test Choir | Derby"
    found = reading(table, kind="eoi")

    assert [record.text("organisation") for record in found.records] == ["Acid Test Choir"]
    assert found.set_aside[0].reason == "a test of the form, not a submission"


@pytest.mark.parametrize(
    ("kind", "answer", "stage"),
    [
        ("eoi", "", "received"), ("partner", "", "commissioned"),
        ("eoi", "in talks", "in-dialogue"), ("eoi", "who knows", None),
    ],
)  # fmt: skip
def test_the_stage_is_what_is_written_or_else_the_usual_one(
    kind: str, answer: str, stage: str | None
) -> None:
    listing = as_json(
        reading(f"Organisation | Stage | Aims\nOak | {answer} | Aim 1", kind=kind), WORDS
    )

    assert listing["records"][0]["stage"] == stage


def test_words_that_say_nothing_are_no_answers_but_stay_in_their_cells() -> None:
    record = reading(
        "Organisation | Areas\nOak | Derby; Other; n/a; Other: Leeds", kind="eoi"
    ).records[0]

    assert record.texts("area") == ("Derby", "Leeds")
    assert record.cells[1].text == "Derby; Other; n/a; Other: Leeds"


def test_marks_that_a_tool_wrote_for_an_ampersand_are_read_as_one() -> None:
    record = reading("Organisation | Areas\nOak &amp; Ash | Derby", kind="eoi").records[0]

    assert record.text("organisation") == "Oak & Ash"


def test_other_sheets_with_answers_are_named() -> None:
    page: dict[str, object] = {"A1": "Organisation", "A2": "Oak"}
    book = workbook({"May": page | {"B1": "Areas"}, "June": page, "Old": page}, hidden=("Old",))

    found = read("partners.xlsx", book, WORDS)

    assert found.sheet == "May"
    assert [note for note in found.notes if "June" in note and "Old" not in note]


def test_a_machine_that_joins_with_one_mark_is_held_to_it() -> None:
    rows = "\n".join("Oak | Derby\\nErewash\\nBolsover" for _ in range(20))

    found = reading(f"Organisation | Areas\n{rows}\nAsh | Derby\\nLeeds; south", kind="eoi")

    assert found.records[20].texts("area") == ("Derby", "Leeds; south")


def test_a_template_filled_with_commas_is_read_all_the_same() -> None:
    found = reading(
        f"{ALL}\n{ROW}\n{ROW.replace('E06000015;Leeds, south', 'Derby, Erewash, Leeds')}"
    )

    assert found.records[0].texts("area") == ("E06000015", "Leeds, south")
    assert found.records[1].texts("area") == ("Derby, Erewash, Leeds",)


def test_every_tool_has_a_file_of_its_own() -> None:
    assert {tool.code for tool in load_tools()} >= {"microsoft-forms", "google-forms", "template"}


def test_a_tool_file_with_a_slip_says_which(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "mine.toml").write_text("name = ", encoding="utf-8")

    with pytest.raises(DashboardError, match=r"mine\.toml is not valid TOML"):
        load_tools(tmp_path)


def test_what_recognising_rests_on_is_read_once_for_all_dimensions() -> None:
    assert set(known(WORDS).wordings) == set(DIMENSIONS)
