import pytest

from tests.intake.files import fields, reading

TICKED = ("x", "X", "✓", "✔", "Y", "yes", "1", "TRUE", "checked", "Derby", " derby ")
UNTICKED = ("", "n", "No", "0", "-", "FALSE", "Not selected")
HEADS = (
    "Derby", "Derby City", "E06000015", "Where do you work?: Derby", "Where do you work? [Derby]",
    "Where do you work? (Derby)", "Areas/Derby", "Districts - Derby", "The list: Derby", "3. Derby",
)  # fmt: skip


@pytest.mark.parametrize("mark", TICKED)
def test_a_tick_is_the_choice_above_it(mark: str) -> None:
    found = reading(f"Partner | Derby | Erewash\nOak | {mark} | x", kind="partner")

    assert found.records[0].texts("area") == ("Derby", "Erewash")


@pytest.mark.parametrize("mark", UNTICKED)
def test_no_tick_is_no_choice(mark: str) -> None:
    found = reading(f"Partner | Derby | Erewash\nOak | {mark} | x", kind="partner")

    assert found.records[0].texts("area") == ("Erewash",)


@pytest.mark.parametrize("head", HEADS)
def test_a_choice_may_stand_in_a_header_in_many_ways(head: str) -> None:
    found = reading(f"Partner | {head}\nOak | x\nAsh |", kind="partner")
    answer = next(each for each in found.records[0].answers if each.field == "area")

    assert answer.text in head
    assert answer.column == 2


def test_a_slash_inside_a_choice_is_not_the_end_of_a_question() -> None:
    found = reading("Partner | EAL/refugees | Focus/SEND\nOak | x | x", kind="partner")

    assert found.records[0].texts("focus") == ("EAL/refugees", "SEND")


def test_what_is_typed_beside_the_ticks_is_an_answer_of_its_own() -> None:
    found = reading("""
        Partner | Derby | Erewash | Other | SEND | Young carers | If other, please say who
        Oak     | x     |         | Leeds |      | x            | Boys, all ages
        Ash     |       | x       | x     | x    |              |
    """)

    assert [r.texts("area") for r in found.records] == [("Derby", "Leeds"), ("Erewash",)]
    assert [r.texts("focus") for r in found.records] == [
        ("Young carers", "Boys, all ages"),
        ("SEND",),
    ]


def test_a_choice_nobody_ticked_belongs_to_its_question() -> None:
    found = fields(reading("Partner | Derby | Erewash | Bolsover\nOak | x | |", kind="partner"))

    assert found == {
        "Partner": "organisation",
        "Derby": "area",
        "Erewash": "area",
        "Bolsover": "area",
    }


def test_a_question_named_like_a_term_is_no_tick() -> None:
    found = reading("Partner | Inclusion\nOak | SEND, young carers\nAsh | refugees", kind="partner")

    assert found.records[0].texts("focus") == ("SEND", "young carers")


def test_a_doubt_beside_ticks_keeps_its_words() -> None:
    rows = "\n".join(f"Oak {n} | x | x" for n in range(10))
    found = reading(f"Partner | Derby | Erewash\n{rows}\nAsh | from May? |", kind="partner")

    assert found.records[10].texts("area") == ("from May?",)


def test_neighbours_decide_between_two_questions_with_one_choice() -> None:
    found = reading("""
        Partner | Aim 1 | Schools and settings | Partnerships | Schools
        Oak     | x     |                      |              | x
        Ash     |       | x                    | x            |
    """)

    assert [r.texts("aim") for r in found.records] == [("Aim 1",), ("Schools and settings",)]
    assert [r.texts("function") for r in found.records] == [("Schools",), ("Partnerships",)]


@pytest.mark.parametrize(
    ("header", "is_area"),
    [("Outside the county", True), ("Outside school hours", False), ("Beyond primary age", False)],
)
def test_behind_places_only_what_lies_outside_of_them_is_one(header: str, is_area: bool) -> None:
    found = reading(f"""
        Partner | Derby | Erewash | Bolsover | {header} | Notes
        Oak     | Derby |         |          | {header} | Rang
        Ash     |       | Erewash | Bolsover |          | Wrote
    """, kind="partner")  # fmt: skip

    assert (header in found.records[0].texts("area")) == is_area


SAYS_OTHER = [
    "Where else?", "Who else?", "Please specify", "Other beneficiaries", "district-not-listed",
    "Somewhere else you work? Please say where", "Any place not on that list?", "Tell us who else",
    "Tell us where else", "Your music offer/Other place (please type)", "Specify other.",
    "Area of delivery - if Other",
]  # fmt: skip
ASKS_ANEW = [
    "Who else should we talk to?", "Anyone else we should contact?", "Who else funds you?",
    "Please tell us what else we should know", "Where else did you hear about the hub?",
    "Other priorities for your organisation", "Another group you belong to",
    "Other area of expertise",
]  # fmt: skip


@pytest.mark.parametrize("header", [*SAYS_OTHER, *ASKS_ANEW])
def test_what_is_typed_behind_a_question_is_its_other_unless_it_is_asked_anew(header: str) -> None:
    is_focus = any(word in header.lower() for word in ("who", "any", "group", "beneficiaries"))
    asked = "Which young people do you work with?" if is_focus else "Area of delivery"
    answer = "SEND; Other" if is_focus else "Derby; Other"
    cells = "\n".join(f"{name} | {answer} | Sherwood" for name in ("Oak", "Ash", "Elm"))
    found = reading(f"Organisation | {asked} | {header}\n{cells}", kind="eoi")

    dimension = "focus" if is_focus else "area"
    assert ("Sherwood" in found.records[0].texts(dimension)) == (header in SAYS_OTHER)
