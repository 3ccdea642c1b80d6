"""Personal details where something else was asked are noticed, and removed without a rest."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.intake import personal
from analysis.intake.choices import Choices
from analysis.intake.personal import Noticed
from analysis.intake.read import understand
from analysis.intake.reading import Reading
from analysis.ledger import archive, record
from tests.intake.files import WORDS as FILES_WORDS
from tests.intake.files import grid

FORM = """
    Organisation | Contact name | Email | Website | Where do you work? | Offer | Phone | Consent
    Ash | Maren Tolley | m@example.org | m@example.org | Derby; {where} | {offer} | {phone} | yes
    Birch | Dev Pell | d@example.org | example.org | Derby | Maren Tolley taught us | 1 | yes
    Jo Wren | Jo Wren | j@example.org | | Erewash | Harp | 07700 900125 | no
"""


def understood(table: str) -> Reading:
    """As a file is read, but here: a process for each of hundreds would take minutes."""
    (found,) = understand("a.csv", (grid(table),), FILES_WORDS, Choices(kind="partner"))
    return found


def form(where: str = "Leeds", offer: str = "Brass", phone: str = "") -> Reading:
    return understood(FORM.format(where=where, offer=offer, phone=phone))


def kinds(found: Reading) -> list[tuple[str, str]]:
    return [(each.header, each.kind) for each in personal.noticed(found)]


def everything(found: Reading) -> str:
    """All that the archive and the ledger would keep, as one text."""
    kept = archive.received(found)
    relations = [getattr(kept, name).to_pylist() for name in archive.RELATIONS]
    return json.dumps([relations, record.import_payload(found, "f", {})], ensure_ascii=False)


def test_details_are_noticed_by_column_and_kind_with_one_of_them_masked() -> None:
    found = personal.noticed(form(offer="Ring Maren Tolley, 01629 812345", phone="07700900123"))

    assert found == (
        Noticed(4, "Website", "email", 1, (2,), "m…@example.org", is_open=True),
        Noticed(6, "Offer", "name", 2, (2, 3), "M… T…", is_open=True),
        Noticed(6, "Offer", "phone", 1, (2,), "01… …345", is_open=True),
        Noticed(7, "Phone", "phone", 1, (2,), "07… …123", is_open=False),
    )


def test_contact_fields_and_rows_without_consent_are_not_looked_at() -> None:
    assert kinds(form()) == [("Website", "email"), ("Offer", "name")]


def test_an_organisation_that_bears_its_contacts_name_is_noticed_and_kept() -> None:
    table = "Organisation | Contact name | Functions\nJo Wren | Jo Wren | Schools"
    found = understood(table)

    assert [(each.kind, each.can_be_removed) for each in personal.noticed(found)] == [
        ("name", False)
    ]
    assert personal.blanked(found, frozenset({1})) == found


def test_an_organisation_called_by_an_address_gets_a_name_of_its_own() -> None:
    table = "Organisation | Functions\na@example.org | Schools\nOak | Schools\nElm | Schools"
    found = understood(table)

    assert personal.blanked(found, frozenset({1})).records[0].text("organisation") == (
        "[removed] row 2"
    )


def test_what_everyone_may_see_is_blanked_unless_staff_decided_otherwise() -> None:
    found = form(phone="07700900123")
    noticed = personal.noticed(found)
    told = Reading(**{**vars(found), "choices": personal.chosen(found, frozenset({7}))})

    assert personal.decided(found, noticed) == {4, 6}
    assert personal.decided(told, noticed) == {7}


def test_the_words_around_a_detail_stay_and_an_answer_without_any_goes() -> None:
    found = form(where="ask Jo on 01629 812345", offer="Brass, by m@example.org")

    first = personal.blanked(found, frozenset({4, 5, 6})).records[0]

    assert first.texts("area") == ("Derby", "ask [removed] on [removed]")
    assert (first.text("offer"), first.text("website")) == ("Brass, by [removed]", "")


def test_columns_that_were_not_chosen_keep_what_they_hold() -> None:
    found = form(offer="01629 812345")

    assert personal.blanked(found, frozenset({4})).records[0].text("offer") == "01629 812345"
    assert personal.blanked(found, frozenset()) is found


@pytest.mark.parametrize(
    "header", ["Questions? mail jo@example.org", "Notes (ring 01629 812345)", "Ask for Mr Bell"]
)
def test_a_header_reaches_ledger_and_messages_without_its_details(header: str) -> None:
    found = understood(f"Organisation | Functions | {header}\nAsh | Schools | x")
    payload = json.dumps(record.import_payload(found, "f", {}))
    remembered = json.dumps(record.choices_draft(found, "me").payload)

    for part in ("jo@example.org", "812345", "Bell"):
        assert part not in payload + remembered + str(found.notes) + str(found.columns).lower()


DETAILS = {
    "email": st.sampled_from(["jo.wren@example.org", "A@EXAMPLE.ORG", "x (at) example.org"]),
    "phone": st.sampled_from(
        ["01629 812345", "07700-900-123", "+44 (0)7700 900123", "0115\\n496 0123"]
    ),
    "name": st.sampled_from(["Maren Tolley", "Mr Okafor", "Contact: Jane Quill"]),
}  # fmt: skip
DETAIL = st.one_of(*DETAILS.values())
WORDS = st.sampled_from(
    ["brass", "Derby", "and", "on", ";", ",", "/", "&", "|", "(", "for 60", "."]
)
CELL = st.lists(st.one_of(WORDS, DETAIL), max_size=9)


@settings(max_examples=30)
@given(CELL, CELL)
def test_nothing_of_a_detail_is_left_in_what_is_kept(where: list[str], offer: list[str]) -> None:
    cells = [" ".join(words).replace("|", "") for words in (where, offer)]
    table = (
        "Organisation | Contact name | Where do you work? (m@example.org) | Your offer\n"
        f"Ash | Maren Tolley | {cells[0]} | {cells[1]}\n"
        "Oak | | Derby, Erewash | Singing for all\nElm | | Bolsover | Drums and brass"
    )
    found = understood(table)

    kept = everything(personal.blanked(found, frozenset({3, 4})))

    assert "Okafor" not in kept
    assert "Quill" not in kept
    for part in ("example.org", "EXAMPLE", "812345", "900123", "496 0123", "900-123"):
        assert part not in kept
    assert kept.count("Maren Tolley") == 2  # the contact field's own cell and answer


@settings(max_examples=20)
@given(CELL)
def test_blanking_twice_is_blanking_once(offer: list[str]) -> None:
    found = form(offer=" ".join(offer).replace("|", "").replace("\\n", " "))
    once = personal.blanked(found, frozenset({4, 6}))

    assert personal.blanked(once, frozenset({4, 6})) == once
    assert not {(each.column, each.kind) for each in personal.noticed(once)} & {(4, "email")}
