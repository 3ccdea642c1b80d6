"""Each act checks what it is given before it becomes an entry."""

import pytest

from analysis.errors import DashboardError
from analysis.ledger import entries, record
from analysis.ledger.state import replay
from tests import hub


def last(store):
    return entries.entries(store)[-1]


@pytest.fixture
def with_a_note(store):
    entries.append(store, "note", {}, "Ann")
    return store


@hub.both
def test_an_undo_says_what_it_takes_back_and_why(with_a_note):
    number = record.record_undo(with_a_note, 1, "Ben", "a mistake")

    undo = last(with_a_note)

    assert (number, undo.number, undo.kind, undo.by) == (2, 2, "undo", "Ben")
    assert (undo.payload, undo.why) == ({"entry": 1}, "a mistake")


@pytest.mark.parametrize("number", [0, 2, -1])
@hub.both
def test_what_is_not_there_cannot_be_undone(with_a_note, number):
    with pytest.raises(DashboardError, match=f"There is no entry {number} to undo"):
        record.record_undo(with_a_note, number, "Ben")

    assert entries.last_number(with_a_note) == 1


@hub.both
def test_an_entry_is_undone_only_once(with_a_note):
    record.record_undo(with_a_note, 1, "Ben")

    with pytest.raises(DashboardError, match="Entry 1 is already undone"):
        record.record_undo(with_a_note, 1, "Ben")


@hub.both
def test_an_entry_brought_back_can_be_undone_again(with_a_note):
    record.record_undo(with_a_note, 1, "Ben")
    record.record_undo(with_a_note, 2, "Ben")

    assert record.record_undo(with_a_note, 1, "Ben") == 4


def test_a_wording_is_kept_by_what_its_spellings_share(store):
    record.record_wording(
        store, record.wording_payload("area", "  The  Dales. ", "E07000035"), "Ann"
    )

    assert last(store).payload == {
        "dimension": "area",
        "wording": "the dales",
        "means": "E07000035",
    }


@pytest.mark.parametrize("wording", ["", "  ", " . "])
def test_an_empty_wording_has_no_meaning(store, wording):
    with pytest.raises(DashboardError, match="Say which wording"):
        record.record_wording(store, record.wording_payload("area", wording, "outside"), "Ann")


@pytest.mark.parametrize("target", [0, -2, 1001, 5_000_000_000])
def test_a_target_is_one_a_hub_could_mean(store, target):
    with pytest.raises(DashboardError, match="A target is at least 1"):
        record.record_target(store, ["function:schools"], target, "Ann", "")

    assert entries.last_number(store) == 0


@pytest.mark.parametrize("why", ["", "   "])
def test_not_applicable_needs_a_reason(store, why):
    with pytest.raises(DashboardError, match="Say why"):
        record.record_not_applicable(store, ["function:schools"], "Ann", why)


@hub.both
def test_offers_kept_together_are_entries_of_their_own(store):
    offers = [{"offer_key": key, "organisation": "Ash", "file": "f", "row": 2} for key in "ab"]

    assert record.record_kept(store, offers, "Ann", "two programmes") == (1, 2)
    assert [entry.payload["offer_key"] for entry in entries.entries(store)] == ["a", "b"]


@pytest.fixture
def saved(with_a_note):
    """A store in which two targets were saved in one act, after a note."""
    drafts = [record.target_draft([f"function:{f}"], 3, "Ann", "agreed") for f in ("a", "b")]
    entries.append_all(with_a_note, entries.as_one(drafts))
    return with_a_note


def standing(store):
    return [entry.number for entry in replay(entries.entries(store)).decisions]


def test_what_was_saved_in_one_act_is_taken_back_and_brought_back_as_one(saved):
    back = record.record_undo(saved, 3, "Ben", "not agreed")
    assert standing(saved) == [1]

    record.record_undo(saved, back + 1, "Ben")

    assert standing(saved) == [1, 2, 3]
    assert len(entries.entries(saved)) == 3 + 2 + 2


def test_one_entry_alone_of_an_act_can_be_taken_back_and_the_rest_afterwards(saved):
    record.record_undo(saved, 3, "Ben", only=True)
    assert standing(saved) == [1, 2]

    record.record_undo(saved, 2, "Ben")

    assert standing(saved) == [1]
    assert [entry.payload["entry"] for entry in entries.entries(saved)[3:]] == [3, 2]


def test_acts_saved_one_after_the_other_stay_apart(saved):
    drafts = [record.target_draft([f"area:{a}"], 4, "Ann", "agreed") for a in ("a", "b")]
    entries.append_all(saved, entries.as_one(drafts))
    entries.append_all(saved, entries.as_one(drafts[:1]))

    record.record_undo(saved, 2, "Ben")

    assert standing(saved) == [1, 4, 5, 6]
    assert record.together(entries.entries(saved), 6) == (6,)
