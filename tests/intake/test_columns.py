import pytest

from analysis.intake import header_rows, headers
from analysis.intake.listing import as_json
from tests.hub import WORDS
from tests.intake.files import fields, grid, knowledge, reading

KNOWN = knowledge()
CELLS = {
    "organisation": ("Oak", "Ash", "Elm"),
    "contact_name": ("Jo Oak", "Al Ash", "Bo Elm"),
    "email": ("jo@example.org", "al@example.org", "bo@example.org"),
    "postcode": ("DE1 1AA", "s40 1ab", "DE49ZZ"),
    "website": ("a.example.org", "", "https://b.example.org"),
    "stage": ("Pilot", "received", "in talks"),
    "aim": ("Aim 1;Aim 2", "Aim 3", ""),
    "function": ("Schools;Inclusion", "Partnerships", "Sustainability"),
    "area": ("Derby;Erewash", "Chesterfield", "Leeds"),
    "focus": ("SEND;Early years", "Young carers", "Refugees;Boys"),
    "offer": ("We run choirs for schools in Derby", "Lessons", "Band camps"),
    "reach": ("60", "about 100", "tbc"),
    "consent": ("Yes", "No", "Yes"),
    "submitted_at": ("03/09/2026 09:04", "04/09/2026", "25/12/2026 10:00"),
    None: ("Yes", "Primary", "Folk; Jazz"),
}
WORDED: dict[str | None, list[str]] = {
    "organisation": [
        "Organization name", "Name of your charity, group or business", "Organisation / group name",
        "What is your organisation called?", "Delivery partner", "Provider", "Lead organisation",
        "ORGANISATION NAME:", "Who is making this offer? (organisation)",
    ],
    "contact_name": ["Your name", "Name", "Lead contact name", "Who are we speaking to?"],
    "email": ["E-mail address", "Contact email address", "Email Address (required)"],
    "postcode": ["Post Code", "Organisation postcode", "What is your postcode?"],
    "website": ["Website URL", "Website or social media", "Link to your website"],
    "aim": [
        "NPME aims", "Which aims of the National Plan does your work support?", "Aim(s)",
        "Which goals of the plan do you contribute to?", "Tick the aims you can help with",
    ],
    "function": [
        "Strategic functions", "Which strands of the hub's work does your offer support?",
        "How does your work support the hub? (five functions)", "Which priorities do you support?",
    ],
    "area": [
        "Districts covered", "In which districts are you active?",
        "Where in Derbyshire do you work?",
        "Where does your work take place?", "Which parts of Derby and Derbyshire do you work in?",
        "What is your geographical reach?", "Delivery areas", "Where would you deliver?",
    ],
    "focus": [
        "Target groups", "Who do you work with?", "Who is it for?", "Inclusion", "Cohorts",
        "Which groups of children does your work prioritise?", "Who benefits from your work?",
        "Do you work with any of these groups?", "Which inclusion strands?",
    ],
    "offer": ["What do you offer?", "Describe your activity", "About your work", "Programme"],
    "reach": [
        "How many children do you reach?", "Number of young people", "CYP reached", "Annual reach",
        "How many young people take part each year?", "Estimated number of beneficiaries",
    ],
    "stage": ["Status", "Pipeline stage", "Where are we with them?", "EOI status"],
    "consent": [
        "GDPR", "Are you happy for us to keep your details?", "I agree to the privacy notice",
        "Do you agree to us holding this data?", "Data protection consent",
    ],
    "submitted_at": ["Submitted on", "Date received", "Submission time", "Date of EOI"],
    None: [
        "Telephone", "Which genres?", "What age groups do you work with?", "Ages", "Your role",
        "How did you hear about us?", "Type of organisation", "Which instruments do you teach?",
        "Do you have a safeguarding policy?", "How many staff?", "Budget", "Key stages",
        "Would you like to receive our newsletter?", "When are you available?", "Legal status",
    ],
}  # fmt: skip
PAIRS = [(field, header) for field, worded in WORDED.items() for header in worded]


@pytest.mark.parametrize(("field", "header"), PAIRS, ids=[header for _, header in PAIRS])
def test_a_column_is_known_by_what_it_asks(field: str | None, header: str) -> None:
    asked = [name for name in ("organisation", "email") if name != field]
    rows = zip(*(CELLS[name] for name in (*asked, field)), strict=True)
    table = "\n".join(" | ".join(row) for row in [(*asked, header), *rows])

    found = reading(table, kind="eoi")

    assert found.columns[-1].field == field


def test_columns_are_known_by_their_cells_where_the_header_says_nothing() -> None:
    found = fields(
        reading("""
            Organisation | Q7              | Q8
            Oak          | Derby           | jo@example.org
            Ash          | Erewash; Derby  | al@example.org
        """, kind="eoi")
    )  # fmt: skip

    assert found == {"Organisation": "organisation", "Q7": "area", "Q8": "email"}


def test_where_an_organisation_is_based_says_nothing_about_where_it_works() -> None:
    found = fields(
        reading("""
            Organisation | Where are you based? | Town
            Oak          | Derby                | Derby
        """, kind="eoi")
    )  # fmt: skip

    assert found == {"Organisation": "organisation", "Where are you based?": None, "Town": None}


def test_a_town_is_part_of_an_address_only_beside_another_part() -> None:
    found = reading("""
        Partner | Areas covered (town) | Where we write (Street Address) | Where we write (City)
        Oak     | Derby; Erewash       | 1 Oak Road                      | Derby
        Ash     | Chesterfield         | 2 Ash Lane                      | Chesterfield
    """, kind="partner")  # fmt: skip

    assert [c for c, field in fields(found).items() if field == "area"] == ["Areas covered (town)"]


def test_a_column_of_refusals_is_no_stage() -> None:
    found = fields(
        reading("""
            Organisation | Have you a policy? | Can we film?
            Oak          | No                 | No
        """, kind="eoi")
    )  # fmt: skip

    assert set(found.values()) == {"organisation", None}


def test_a_name_is_an_organisation_only_where_nothing_else_is() -> None:
    alone = reading("Name | Contact\nOak | Jo", kind="partner")
    beside = reading("Organisation | Name\nOak | Jo", kind="partner")

    assert fields(alone) == {"Name": "organisation", "Contact": "contact_name"}
    assert fields(beside) == {"Organisation": "organisation", "Name": "contact_name"}


def test_of_two_columns_with_one_header_the_later_counts_and_the_other_fills_in() -> None:
    found = reading("""
        Timestamp           | Email address    | Organisation | Email address
        25/09/2026 09:00:00 | form@example.org | Oak          | oak@example.org
        25/09/2026 09:00:00 | form@example.org | Ash          |
    """)

    assert [record.text("email") for record in found.records] == [
        "oak@example.org",
        "form@example.org",
    ]


def test_the_parts_of_a_name_are_put_together() -> None:
    found = reading("""
        Organisation | Last name | First name
        Oak          | Tolley    | Maren
    """, kind="eoi")  # fmt: skip

    assert found.records[0].text("contact_name") == "Maren Tolley"


def test_who_is_signed_in_answers_only_where_nobody_asked() -> None:
    start = "ID | Start time | Completion time | Email | Name | Organisation"
    row = "1 | 2026-09-03 09:00 | 2026-09-03 09:04 | jo@example.org | Jo | Oak"
    alone = reading(f"{start}\n{row}").records[0]
    asked = reading(f"{start} | E-mail | Your name\n{row} | oak@example.org | Al").records[0]

    assert (alone.text("email"), alone.text("contact_name")) == ("jo@example.org", "Jo")
    assert (asked.text("email"), asked.text("contact_name")) == ("oak@example.org", "Al")


def test_an_anonymous_form_gives_no_address() -> None:
    found = reading("""
        ID | Start time       | Completion time  | Email     | Name | Organisation
        1  | 2026-09-03 09:00 | 2026-09-03 09:04 | anonymous |      | Oak
    """)

    assert found.records[0].text("email") == ""


@pytest.mark.parametrize(
    ("header", "question"),
    [
        ("Q6. <b>Where do you work?</b> (tick all that apply)", "Where do you work?"),
        ("12) Reach", "Reach"),
        ("Fish &amp; chips", "Fish & chips"),
        ("5 areas", "5 areas"),
        ("9.a.i. Aims", "Aims"),
    ],
)
def test_a_header_is_stripped_to_its_question(header: str, question: str) -> None:
    assert headers.clean(header) == question


def test_the_header_may_stand_below_a_title() -> None:
    sheet = header_rows.find(
        grid("""
            Offers 2026, one row per organisation
            Run by: Jo
            Organisation | Areas
            Oak          | Derby
        """),
        KNOWN,
    )

    assert sheet is not None
    assert (sheet.last_header_row, sheet.headers) == (3, ("Organisation", "Areas"))


def test_choices_may_stand_in_a_second_header_row() -> None:
    found = reading("""
        Organisation        | Where do you work? |         |                        | Anything else?
        Open-Ended Response | Derby              | Erewash | Other (please specify) | Response
        Oak                 | Derby              |         | Leeds, south           | No
        Ash                 |                    | Erewash |                        |
    """, kind="eoi")  # fmt: skip

    assert [record.texts("area") for record in found.records] == [
        ("Derby", "Leeds, south"),
        ("Erewash",),
    ]
    assert [record.row for record in found.records] == [3, 4]


def test_groups_of_columns_may_have_a_name_above() -> None:
    found = reading("""
        About you    | Aims (tick) |           | Functions |
        Organisation | 1. Schools  | 2. Talent | Schools   | Inclusion
        Oak          | x           |           |           | y
        Ash          |             | x         | x         | n
    """)

    assert [r.texts("aim") for r in found.records] == [("1. Schools",), ("2. Talent",)]
    assert [r.texts("function") for r in found.records] == [("Inclusion",), ("Schools",)]


def test_a_stage_column_is_told_by_its_cells_whatever_it_is_called() -> None:
    found = reading("""
        Partner | Where   | where we're at           | Ours since | News?
        Oak     | Derby   | had a coffee, keen       | Yes        | No
        Ash     | Erewash | MoU signed - formal partner | No      | Yes
        Elm     | Derby   | said no thanks           | Yes        | No
    """)

    assert fields(found)["where we're at"] == "stage"
    assert fields(found)["Ours since"] is None
    assert [r["stage"] for r in as_json(found, WORDS)["records"]] == [
        "in-dialogue",
        "strategic-partner",
        "declined",
    ]


def test_the_status_of_a_case_is_no_stage_and_its_choices_are_parted() -> None:
    found = reading("""
        Case ref | Date received    | Case status | Organisation | Areas you work in
        MH1      | 03/09/2026 14:39 | Open        | Oak          | Derby City; Erewash Borough
        MH2      | 04/09/2026 09:10 | Closed      | Ash          | Erewash Borough; Bolsover DC
        MH3      | 05/09/2026 11:00 | Open        | Elm          | Derby City; Bolsover DC
        MH4      | 06/09/2026 11:00 | Closed      | Fir          | Derby City; Erewash Borough
    """, kind="eoi")  # fmt: skip

    assert fields(found)["Case status"] is None
    assert found.records[0].texts("area") == ("Derby City", "Erewash Borough")
