"""What staff decide holds for every import, past and future, and is remembered."""

import pytest

from analysis import questions
from analysis.ledger import entries, record
from tests.hub import DERBY, EREWASH, cell, claims, load, now

DALES = "E07000035"
EOI = """
Organisation | Email           | Submitted at     | Functions | Areas
Ash          | ash@example.org | 2026-03-01 09:00 | Schools   | Land of Oz
"""
PARTNERS = """
Organisation | Stage             | Functions | Areas
Ash          | In dialogue       | Schools   | Derby
Birch        | Strategic partner | Schools   | Derby
"""


def stages(asked):
    behind = questions.offers_behind(
        asked, ["function", "area"], ["function:schools", f"area:{DERBY}"]
    )
    return dict(zip(behind["organisation"], behind["stage"], strict=True))


def test_a_decided_wording_holds_for_imports_before_and_after_it(store):
    load(store, EOI)
    record.record_wording(store, record.wording_payload("area", "land of oz", DALES), "Ann")
    load(store, EOI.replace("Ash", "Birch").replace("Land of Oz", "LAND OF OZ."))

    assert claims(now(store)) == {("Ash", DALES, "enquiry"), ("Birch", DALES, "enquiry")}
    assert questions.unmatched(now(store)).empty


def test_a_wording_can_be_decided_otherwise_and_that_undone(store):
    load(store, EOI)
    record.record_wording(store, record.wording_payload("area", "Land of Oz", DALES), "Ann")
    record.record_wording(store, record.wording_payload("area", "Land of Oz", DERBY), "Ben")

    assert claims(now(store)) == {("Ash", DERBY, "enquiry")}
    record.record_undo(store, 3, "Ben")
    assert claims(now(store)) == {("Ash", DALES, "enquiry")}


def test_a_decision_overrules_what_the_vocabulary_says(store):
    load(store, EOI.replace("Land of Oz", "Derby"))

    record.record_wording(store, record.wording_payload("area", "Derby", EREWASH), "Ann")

    assert claims(now(store)) == {("Ash", EREWASH, "enquiry")}


@pytest.mark.parametrize(
    ("means", "unsure"),
    [(None, 1), (record.OUTSIDE, 0), (record.NO_ANSWER, 1)],
    ids=["nobody knows", "outside the hub", "no answer"],
)
def test_an_unknown_wording_leaves_open_what_one_outside_the_hub_does_not(store, means, unsure):
    load(store, EOI.replace("Areas", "Areas | Stage").replace("Oz", "Oz | Pilot"))
    if means:
        record.record_wording(store, record.wording_payload("area", "Land of Oz", means), "Ann")

    assert cell(now(store), "schools", DERBY)["unsure"] == unsure
    assert questions.unmatched(now(store)).empty == bool(means)


def test_a_stage_change_counts_and_the_stage_before_it_stays_in_history(store):
    load(store, PARTNERS, "partner")

    record.record_stage(store, "ash", "commissioned", "Ann", "signed today")

    assert stages(now(store)) == {"Ash": "commissioned", "Birch": "strategic-partner"}
    assert stages(now(store, as_of=1))["Ash"] == "in-dialogue"
    assert [(e.kind, e.by, e.why) for e in entries.entries(store)] == [
        ("import", "a test", ""),
        ("stage change", "Ann", "signed today"),
    ]


def test_an_export_that_repeats_the_old_stage_does_not_take_the_change_back(store):
    load(store, PARTNERS, "partner")
    record.record_stage(store, "ash", "commissioned", "Ann")

    load(store, PARTNERS + "Cedar | Pilot | Schools | Derby\n", "partner")

    assert stages(now(store))["Ash"] == "commissioned"


def test_a_later_export_with_another_stage_wins(store):
    load(store, PARTNERS, "partner")
    record.record_stage(store, "ash", "commissioned", "Ann")

    load(store, PARTNERS.replace("In dialogue", "Pilot"), "partner")

    assert stages(now(store))["Ash"] == "pilot"


def test_the_latest_of_several_changes_counts_and_undoing_it_goes_one_back(store):
    load(store, PARTNERS, "partner")
    for stage in ("observed", "pilot"):
        record.record_stage(store, "ash", stage, "Ann")

    assert stages(now(store))["Ash"] == "pilot"
    record.record_undo(store, 3, "Ann")
    assert stages(now(store))["Ash"] == "observed"


def test_an_offer_that_arrives_after_a_change_has_its_own_stage(store):
    load(store, PARTNERS, "partner")
    record.record_stage(store, "ash", "pilot", "Ann")

    load(store, EOI.replace("Land of Oz", "Derby"))

    told = questions.offers_behind(now(store), ["area"], [f"area:{DERBY}"])
    assert set(told.loc[told["organisation"] == "Ash", "stage"]) == {"pilot", "received"}


def test_a_target_decides_how_many_partners_make_a_cell_safe(store):
    load(store, PARTNERS, "partner")

    record.record_target(store, ["function:schools"], 1, "Ann", "")

    assert cell(now(store, as_of=1), "schools", DERBY)["state"] == "fragile"
    assert cell(now(store), "schools", DERBY)["state"] == "covered"
    assert cell(now(store), "inclusion", DERBY)["target"] == 2


def test_the_target_that_says_most_about_a_cell_counts(store):
    record.record_target(store, ["function:schools", f"area:{DERBY}"], 5, "Ann", "")
    record.record_target(store, ["function:schools"], 3, "Ann", "")

    assert cell(now(store), "schools", DERBY)["target"] == 5
    assert cell(now(store), "schools", EREWASH)["target"] == 3


def test_a_cell_that_is_not_applicable_says_why_until_that_is_undone(store):
    record.record_not_applicable(store, [f"area:{DERBY}"], "Ann", "the city runs its own")

    there = cell(now(store), "schools", DERBY)

    assert (there["state"], there["reason"]) == ("not-applicable", "the city runs its own")
    assert cell(now(store), "schools", EREWASH)["state"] == "gap"
    record.record_undo(store, 1, "Ann")
    assert cell(now(store), "schools", DERBY)["state"] == "gap"
