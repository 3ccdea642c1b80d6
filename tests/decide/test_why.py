"""Why a cell changed, in each way that it can."""

from analysis import past
from analysis.decide import why
from analysis.ledger import entries, record
from tests.hub import DERBY, load
from tests.test_past import tell

OFFERS = """
    Organisation|Email|Stage|Functions|Areas
    Ash|ash@example.org|Commissioned|Schools|Derby
    Birch|birch@example.org|Received|Schools|Erewash
    Cedar|cedar@example.org|Commissioned|Schools|Peak villages
"""
CORRECTED = OFFERS.replace("Schools|Derby", "Schools|Bolsover")
SHEET = {"kind": "partner"}


def reasons(store, first=1):
    """Each cell that changed after an entry, and why."""
    story = tell(store, first)
    return {row["column_label"]: story.why(row["cell"]) for _, row in story.changed.iterrows()}


def movers(store, first=1):
    return [(m.organisation, m.before, m.after) for s in tell(store, first).steps for m in s.movers]


def test_a_file_brings_a_new_partner_and_a_new_enquiry(store):
    load(store, OFFERS, **SHEET)

    assert reasons(store, 0)["Derby"] == (why.PARTNER,)
    assert reasons(store, 0)["Erewash"] == (why.ENQUIRY,)
    assert ("Birch", "", "enquiry") in movers(store, 0)


def test_a_stage_that_moves_on_makes_a_partner(store):
    load(store, OFFERS, **SHEET)
    record.record_stage(store, "birch", "pilot", "a test")

    assert reasons(store) == {"Erewash": (why.PARTNER,)}
    assert movers(store) == [("Birch", "enquiry", "partner")]


def test_a_stage_that_lapses_is_a_departure_of_a_partner_and_closes_an_enquiry(store):
    load(store, OFFERS, **SHEET)
    record.record_stage(store, "ash", "lapsed", "a test")
    record.record_stage(store, "birch", "declined", "a test")

    assert reasons(store) == {"Derby": (why.DEPARTURE,), "Erewash": (why.CLOSED,)}


def test_a_newer_file_can_say_that_a_partner_left(store):
    load(store, OFFERS, **SHEET)
    load(store, OFFERS.replace("Commissioned|Schools|Derby", "Lapsed|Schools|Derby"), **SHEET)

    assert reasons(store) == {"Derby": (why.DEPARTURE,)}


def test_other_answers_in_a_row_correct_the_data(store):
    load(store, OFFERS, **SHEET)
    load(store, CORRECTED, **SHEET)

    assert reasons(store) == {"Derby": (why.CORRECTION,), "Bolsover": (why.CORRECTION,)}


def test_an_import_that_is_taken_back_corrects_the_data(store):
    load(store, OFFERS, **SHEET)
    load(store, CORRECTED, **SHEET)
    record.record_undo(store, 2, "a test")

    story = tell(store, 2)

    assert {story.why(cell) for cell in story.changed["cell"]} == {(why.CORRECTION,)}
    assert tell(store, 1).changed.empty
    assert len(tell(store, 1).returned) == 2


def test_a_wording_that_is_decided_and_its_undoing_are_told_as_such(store):
    load(store, OFFERS, **SHEET)
    payload = record.wording_payload("area", "Peak villages", "E07000037")
    record.record_wording(store, payload, "a test")
    record.record_undo(store, 2, "a test")

    assert {reason for s in tell(store, 1).steps for reason in s.reasons} == {why.WORDING}


def test_joining_two_names_corrects_the_data(store):
    load(store, f"{OFFERS}    Ash Hill|b@example.org|Commissioned|Schools|Derby\n", **SHEET)
    record.record_same(store, ("ash", "ash hill"), "same", "a test")

    assert reasons(store) == {"Derby": (why.CORRECTION,)}


def test_a_target_and_a_cell_that_does_not_apply_are_decisions_about_the_plan(store):
    load(store, OFFERS, **SHEET)
    record.record_target(store, ["function:schools", f"area:{DERBY}"], 1, "a test", "agreed")
    record.record_not_applicable(store, ["function:schools", "area:E07000036"], "a test", "no")

    assert reasons(store) == {"Derby": (why.PLAN,), "Erewash": (why.PLAN,)}
    assert movers(store) == []


def test_an_enquiry_sent_again_without_an_area_corrects_the_data(store):
    form = "Organisation|Email|Submitted at|Functions|Areas\n"
    load(store, f"{form}Elm|elm@example.org|2026-03-01 09:00|Schools|Derby; Erewash")
    load(store, f"{form}Elm|elm@example.org|2026-03-02 09:00|Schools|Derby")

    assert reasons(store) == {"Erewash": (why.CORRECTION,)}


def test_entries_that_can_move_nothing_are_not_replayed(store):
    load(store, OFFERS, **SHEET)
    entries.append(store, "note", {}, "a test")
    record.record_confirmation(store, "ash", "a test")
    record.record_undo(store, 3, "a test")
    record.record_stage(store, "ash", "pilot", "a test")
    told = entries.entries(store)

    assert past.spanning(told, 0, 5) == (0, 1, 5)
    assert past.spanning(told, 4, 4) == (1,)
