"""Which rows are the same offer: repeated, changed, sent again, or another one altogether."""

import pytest

from analysis import questions
from analysis.ledger import record
from tests.hub import DERBY, EREWASH, changes, claims, load, now, offers

# One form of the hub's own, without entry ids.
FORM = """
Organisation | Email           | Submitted at     | Functions | Areas
Ash          | ash@example.org | 2026-03-01 09:00 | Schools   | Derby
Birch        | ben@example.org | 2026-03-02 09:00 | Inclusion | Derby
"""
WITH_IDS = """
Entry id | Submitted at     | Organisation | Email           | Functions | Areas
1        | 2026-03-01 09:00 | Ash          | ash@example.org | Schools   | Derby
2        | 2026-03-02 09:00 | Birch        | ben@example.org | Schools   | Derby
"""
# Another form of the same tool: next to nothing in common but the organisation.
OTHER_FORM = """
Name of organisation | Email           | What can you offer? | How many children a year? | Districts
Ash                  | ash@example.org | Big band            | 40                        | Erewash
"""


def area(place: str, *who: str) -> set[tuple[str, str, str]]:
    return {(name, place, "enquiry") for name in who}


@pytest.mark.parametrize("table", [FORM, WITH_IDS], ids=["no entry ids", "entry ids"])
def test_the_same_rows_again_are_the_same_offers(store, table):
    load(store, table)

    again = load(store, table + "\n")

    assert changes(again) == [("same", "Ash"), ("same", "Birch")]
    assert now(store).state.number == 1


@pytest.mark.parametrize("table", [FORM, WITH_IDS], ids=["no entry ids", "entry ids"])
def test_other_answers_in_a_newer_export_count_instead(store, table):
    load(store, table)

    newer = load(store, table.replace("Derby", "Erewash", 1))

    assert changes(newer) == [("changed", "Ash"), ("same", "Birch")]
    assert claims(now(store)) == area(EREWASH, "Ash") | area(DERBY, "Birch")


def test_an_entry_id_tells_an_offer_even_where_its_sender_is_written_anew(store):
    load(store, WITH_IDS)

    newer = load(store, WITH_IDS.replace("Ash  ", "Oak  ").replace("ash@", "oak@"))

    assert changes(newer) == [("changed", "Oak"), ("same", "Birch")]
    assert offers(now(store)) == {"Birch": 1, "Oak": 1}


def test_a_row_that_is_gone_from_a_newer_export_is_kept_and_listed(store):
    load(store, WITH_IDS)

    newer = load(
        store,
        """
        Entry id | Submitted at     | Organisation | Email           | Functions | Areas
        2        | 2026-03-02 09:00 | Birch        | ben@example.org | Schools   | Derby
        3        | 2026-03-03 09:00 | Cedar        | cat@example.org | Schools   | Derby
        """,
    )

    assert changes(newer) == [("gone", "Ash"), ("new", "Cedar"), ("same", "Birch")]
    assert offers(now(store)) == {"Ash": 1, "Birch": 1, "Cedar": 1}


AGAIN = """
Organisation | Email           | Submitted at     | Functions | Areas
ASH CIC      | ASH@example.org | 2026-03-05 09:00 | Schools   | Erewash
Ash          | ash@example.org | 2026-03-01 09:00 | Schools   | Derby
"""


def test_a_second_submission_replaces_the_first_wherever_it_stands(store):
    taken = load(store, AGAIN)

    replaced = taken.offers[taken.offers["is_replaced"]]

    assert list(replaced["row"]) == [3]
    assert claims(now(store)) == area(EREWASH, "ASH CIC")


def test_a_replaced_submission_is_still_known(store):
    load(store, AGAIN)

    replaced = questions.replaced(now(store))

    assert replaced[["organisation", "file", "row"]].values.tolist() == [["Ash", "offers.csv", 3]]


def test_both_submissions_count_where_staff_chose_so_until_it_is_undone(store):
    load(store, AGAIN)
    key = questions.replaced(now(store))["offer_key"].item()

    (kept,) = record.record_kept(store, [{"offer_key": key}], "Ann", "two programmes")

    assert offers(now(store)) == {"Ash": 2}
    assert {place for _, place, _ in claims(now(store))} == {DERBY, EREWASH}
    record.record_undo(store, kept, "Ann")
    assert claims(now(store)) == area(EREWASH, "ASH CIC")


def test_a_second_submission_in_a_newer_export_replaces_the_first(store):
    load(store, FORM)

    newer = load(store, FORM + "Ash | ash@example.org | 2026-03-09 09:00 | Inclusion | Erewash\n")

    assert changes(newer) == [("new", "Ash"), ("same", "Ash"), ("same", "Birch")]
    assert claims(now(store)) == area(EREWASH, "Ash") | area(DERBY, "Birch")


def test_another_address_of_the_organisation_replaces_nothing(store):
    load(store, FORM + "Ash | office@example.org | 2026-03-09 09:00 | Inclusion | Erewash\n")

    assert offers(now(store)) == {"Ash": 2, "Birch": 1}


def test_a_submission_sent_twice_at_once_is_one_offer_and_is_recorded(store):
    row = "Ash | ash@example.org | 2026-03-01 09:00 | Schools | Derby"
    taken = load(store, FORM.splitlines()[1] + f"\n{row}\n{row}\n")

    assert changes(taken) == [("new", "Ash")]
    assert offers(now(store)) == {"Ash": 1}


@pytest.mark.parametrize("first_has_time", [True, False], ids=["with times", "without times"])
def test_another_form_replaces_nothing(store, first_has_time):
    load(
        store,
        FORM
        if first_has_time
        else "Organisation | Email | Functions\nAsh | ash@example.org | Schools\n",
    )

    other = load(store, OTHER_FORM)

    assert changes(other) == [("new", "Ash")]
    assert offers(now(store))["Ash"] == 2


def test_a_form_copied_for_another_year_does_not_overwrite_the_year_before(store):
    load(store, WITH_IDS)

    copied = load(
        store,
        """
        Entry id | Submitted at     | Organisation | Email           | Functions | Areas
        1        | 2027-03-01 09:00 | Cedar        | cat@example.org | Schools   | Derby
        2        | 2027-03-02 09:00 | Dogwood      | dot@example.org | Schools   | Derby
        """,
    )

    assert changes(copied) == [("new", "Cedar"), ("new", "Dogwood")]
    assert offers(now(store)) == {"Ash": 1, "Birch": 1, "Cedar": 1, "Dogwood": 1}


def test_a_newer_export_of_the_older_year_finds_its_own_form(store):
    load(store, WITH_IDS)
    load(store, WITH_IDS.replace("2026", "2027").replace("Ash", "Cedar").replace("Birch", "Elm"))

    newer = load(store, WITH_IDS.replace("Derby", "Erewash", 1))

    assert changes(newer) == [("changed", "Ash"), ("same", "Birch")]


PARTNERS = """
Organisation | Stage        | Programme   | Functions | Areas
Ash          | Commissioned | Choirs      | Schools   | Derby
Ash          | Commissioned | Brass       | Schools   | Erewash
"""


def test_rows_of_a_partner_sheet_are_separate_offers(store):
    load(store, PARTNERS, "partner")

    assert offers(now(store)) == {"Ash": 2}
    assert claims(now(store)) == {("Ash", DERBY, "partner"), ("Ash", EREWASH, "partner")}


def test_a_partner_sheet_loaded_again_repeats_its_rows(store):
    load(store, PARTNERS, "partner")

    newer = load(store, PARTNERS.replace("Erewash", "Bolsover"), "partner")

    assert changes(newer) == [("changed", "Ash"), ("same", "Ash")]
    assert offers(now(store)) == {"Ash": 2}


def test_a_partner_s_enquiry_does_not_replace_its_row(store):
    load(store, PARTNERS, "partner")
    load(store, FORM)

    assert offers(now(store)) == {"Ash": 3, "Birch": 1}


SPELLINGS = """
Organisation              | Email           | Submitted at     | Functions | Areas
Peak & Dale Brass C.I.C.  | one@example.org | 2026-03-01 09:00 | Schools   | Derby
peak and dale brass       | two@example.org | 2026-03-02 09:00 | Schools   | Derby
"""


def test_two_spellings_of_one_organisation_count_once(store):
    load(store, SPELLINGS)

    assert offers(now(store)) == {"peak and dale brass": 2}
    assert questions.totals(now(store))["enquiries"].item() == 1


def test_an_import_undone_can_be_loaded_again(store):
    load(store, FORM)
    record.record_undo(store, 1, "Ann")

    again = load(store, FORM)

    assert changes(again) == [("new", "Ash"), ("new", "Birch")]
    assert offers(now(store)) == {"Ash": 1, "Birch": 1}


def test_undoing_a_newer_export_brings_the_older_answers_back(store):
    load(store, FORM)
    load(store, FORM.replace("Derby", "Erewash"))

    record.record_undo(store, 2, "Ann")

    assert claims(now(store)) == area(DERBY, "Ash", "Birch")
    assert claims(now(store, as_of=2)) == area(EREWASH, "Ash", "Birch")
