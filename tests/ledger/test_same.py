"""Organisations that staff joined count as one, offer by offer and cell by cell, until undone."""

import pytest

from analysis import questions
from analysis.errors import DashboardError
from analysis.ledger import record
from analysis.ledger.same import APART, SAME
from analysis.report import tables
from tests.hub import DERBY, EREWASH, cell, claims, load, now, offers

PARTNERS = """
Organisation          | Stage        | Functions | Areas
Derby Youth Orchestra | Commissioned | Schools   | Derby
DYO                   | Pilot        | Schools   | Derby;Erewash
Elm                   | Declined     | Schools   | Derby
"""
FORM = """
Organisation | Email           | Submitted at     | Functions | Areas
Ash          | ash@example.org | 2026-03-01 09:00 | Schools   | Derby
Ash Music    | ash@example.org | 2026-03-04 09:00 | Schools   | Erewash
"""
DYO = ("derby youth orchestra", "dyo")


def join(store, one="derby youth orchestra", other="dyo", verdict=SAME):
    return record.record_same(store, (one, other), verdict, "Ann", "one constitution")


def test_joined_organisations_count_as_one_partner(store):
    load(store, PARTNERS, "partner")
    assert cell(now(store), "schools", DERBY)["state"] == "covered"

    join(store)

    assert cell(now(store), "schools", DERBY)["partners"] == 1
    assert offers(now(store)) == {"DYO": 2, "Elm": 1}


def test_joined_organisations_tell_their_other_names(store):
    load(store, PARTNERS, "partner")
    join(store)

    told = questions.organisations(now(store)).set_index("name")["also_written"]

    assert told.to_dict() == {"DYO": "Derby Youth Orchestra", "Elm": ""}


def test_a_join_is_taken_back_by_an_undo_or_by_keeping_them_apart(store):
    load(store, PARTNERS, "partner")
    apart = {"Derby Youth Orchestra": 1, "DYO": 1, "Elm": 1}

    first = join(store)
    record.record_undo(store, first, "Ben")
    assert offers(now(store)) == apart
    join(store)
    join(store, verdict=APART)
    assert offers(now(store)) == apart


def test_joins_reach_on_to_a_third(store):
    load(store, PARTNERS, "partner")
    join(store)

    join(store, "elm", "dyo")

    assert offers(now(store)) == {"Elm": 3}


def test_a_join_changes_no_offer_s_key(store):
    load(store, FORM + PARTNERS.split("\n", 2)[2].replace("Pilot", ""))
    before = set(questions.receipt(now(store), 1)["offer_key"])

    join(store, "ash", "ash music")

    assert set(questions.receipt(now(store), 1)["offer_key"]) == before


def test_a_later_submission_under_the_other_name_replaces_the_first(store):
    load(store, FORM)
    assert claims(now(store)) == {("Ash", DERBY, "enquiry"), ("Ash Music", EREWASH, "enquiry")}

    number = join(store, "ash", "ash music")

    assert claims(now(store)) == {("Ash Music", EREWASH, "enquiry")}
    assert list(questions.replaced(now(store))["organisation"]) == ["Ash"]
    record.record_undo(store, number, "Ann")
    assert offers(now(store)) == {"Ash": 1, "Ash Music": 1}


def test_the_same_export_again_changes_nothing_after_a_join(store):
    load(store, FORM)
    join(store, "ash", "ash music")

    again = load(store, FORM + "\n")

    assert not again.is_news


@pytest.mark.parametrize("name", ["derby youth orchestra", "dyo"])
def test_a_stage_recorded_under_either_name_is_for_both(store, name):
    load(store, PARTNERS, "partner")
    join(store)

    record.record_stage(store, name, "declined", "Ann")

    assert cell(now(store), "schools", DERBY)["partners"] == 0


def test_a_stage_recorded_before_a_join_is_for_both_from_then_on(store):
    load(store, PARTNERS, "partner")
    record.record_stage(store, "dyo", "declined", "Ann")
    assert cell(now(store), "schools", DERBY)["partners"] == 1

    join(store)

    assert cell(now(store), "schools", DERBY)["partners"] == 0


def test_a_join_holds_for_imports_still_to_come(store):
    load(store, PARTNERS, "partner")
    join(store, "dyo", "fir")

    load(
        store, "Organisation | Stage | Functions | Areas\nFIR | Pilot | Schools | Derby", "partner"
    )

    assert offers(now(store)) == {"Derby Youth Orchestra": 1, "FIR": 2, "Elm": 1}


def test_nobody_is_joined_against_a_pair_kept_apart(store):
    join(store, "ash", "birch")
    number = join(store, "cedar", "ash", APART)

    with pytest.raises(DashboardError, match=f'"ash" and "cedar", which entry {number} keeps'):
        join(store, "birch", "cedar")


def test_a_pair_kept_apart_may_itself_be_joined_later(store):
    join(store, "ash", "birch", APART)

    assert join(store, "ash", "birch") == 2


@pytest.mark.parametrize(
    ("before", "verdict", "told"),
    [
        ([], SAME, "Both names are written alike"),
        ([("a", "b", SAME)], SAME, '"a" and "b" are one organisation already'),
        ([("a", "c", SAME), ("b", "c", SAME)], SAME, "are one organisation already"),
        ([("a", "c", SAME), ("b", "c", SAME)], APART, 'while both are joined to "c"'),
        ([("a", "b", APART)], APART, "are kept apart already"),
    ],
    ids=["one name", "joined", "joined by a third", "apart yet joined", "apart"],
)
def test_a_verdict_that_changes_nothing_or_contradicts_is_refused(store, before, verdict, told):
    for one, other, said in before:
        join(store, one, other, said)

    with pytest.raises(DashboardError, match=told):
        join(store, "a", "b" if before else "a", verdict)


def test_however_pairs_are_named_the_ledger_holds_them_in_one_order(store):
    join(store, "b", "a")
    record.record_undo(store, 1, "Ann")

    assert join(store, "a", "b", APART) == 3


def test_an_offer_sent_under_another_name_says_so(store):
    load(store, PARTNERS, "partner")
    join(store)

    behind = questions.offers_behind(
        now(store), ["function", "area"], ["function:schools", f"area:{DERBY}"]
    )

    assert behind[["organisation", "written_as"]].values.tolist() == [
        ["DYO", "Derby Youth Orchestra"],
        ["DYO", ""],
    ]
    assert "Also written" in tables.of_offers(behind)


def test_an_organisation_is_never_said_to_be_also_written_as_itself(store):
    load(store, FORM.replace("Ash Music", "ASH Ltd  ").replace("03-04", "02-04"))

    told = questions.organisations(now(store))

    assert told[["name", "also_written"]].values.tolist() == [["Ash", ""]]
