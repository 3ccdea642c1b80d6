"""Any edit, loss or change of order in the ledger is found, and told where it is."""

import json
from dataclasses import replace
from datetime import UTC

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.ledger import chain, entries
from analysis.ledger.entries import Draft
from tests import hub

KINDS = [("note", {"text": "one"}), ("stage change", {"organisation_key": "ash", "stage": "pilot"})]


@pytest.fixture
def told(store):
    drafts = [Draft(*KINDS[n % 2], by="Ann", why=f"reason {n}") for n in range(5)]
    entries.append_all(store, drafts[:2])
    entries.append_all(store, drafts[2:])
    return entries.entries(store)


def by_hand(store, statement):
    """Change the ledger as somebody with the database in hand would."""
    with store.engine.begin() as connection:
        connection.exec_driver_sql(statement)
    return chain.faults(entries.entries(store))


@hub.both
def test_what_was_recorded_holds(told):
    assert chain.faults(told) == []


@hub.both
def test_an_empty_ledger_holds(store):
    assert chain.faults(entries.entries(store)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("why = 'another'", "Entry 3 was edited"),
        ("""payload = '{"text": "two"}'""", "Entry 3 was edited"),
        ("by = 'Ben'", "Entry 3 does not follow the one before it"),
        ("kind = 'undo'", "Entry 3 does not follow the one before it"),
        ("at = '2020-01-01 00:00:00.000000'", "Entry 3 does not follow the one before it"),
    ],
)
@pytest.mark.usefixtures("told")
@hub.both
def test_an_edit_is_found_where_it_is(store, change, fault):
    (found,) = by_hand(store, f"update entry set {change} where number = 3")

    assert found.startswith(fault)


@pytest.mark.usefixtures("told")
@hub.both
def test_a_loss_is_found_where_it_is(store):
    assert by_hand(store, "delete from entry where number = 3") == ["Entry 3 is missing."]


@pytest.mark.usefixtures("told")
def test_the_loss_of_several_at_the_beginning_is_found(store):
    found = by_hand(store, "delete from entry where number < 3")

    assert found == ["Entries 1 to 2 are lost."]


@pytest.mark.usefixtures("told")
@hub.both
def test_closing_the_gap_after_a_loss_does_not_hide_it(store):
    by_hand(store, "delete from entry where number = 3")
    by_hand(store, "update entry set number = 3 where number = 4")
    found = by_hand(store, "update entry set number = 4 where number = 5")

    assert [fault.partition(" does not")[0] for fault in found] == ["Entry 3", "Entry 4"]


@pytest.mark.usefixtures("told")
def test_two_entries_in_each_other_s_place_are_found(store):
    for old, new in ((2, 99), (3, 2), (99, 3)):
        found = by_hand(store, f"update entry set number = {new} where number = {old}")

    assert len(found) == 3
    assert [fault.split()[1] for fault in found] == ["2", "3", "4"]


def test_a_later_hash_made_anew_does_not_hide_an_edit(told):
    forged = replace(told[2], why="another", seal=None)
    (remade,) = chain.sealed([forged], told[1].seal.hash)

    found = chain.faults([*told[:2], remade, *told[3:]])

    assert [fault.partition(" does not")[0] for fault in found] == ["Entry 4"]


@given(st.data())
@settings(max_examples=40)
def test_whatever_is_changed_is_found(data):
    made = chain.sealed(
        [
            entries.Entry(
                n, data.draw(st.datetimes(timezones=st.just(UTC))), "Ann", "k", "", {"n": n}
            )
            for n in range(1, 6)
        ],
        chain.FIRST,
    )
    place = data.draw(st.integers(0, 4))
    changed = data.draw(
        st.sampled_from(
            [{"number": 9}, {"by": "Ben"}, {"kind": "x"}, {"why": "y"}, {"payload": {}}]
        )
    )
    forged = [*made[:place], replace(made[place], **changed), *made[place + 1 :]]

    assert chain.faults(made) == []
    assert chain.faults(forged) != []


@hub.both
def test_two_entries_that_say_the_same_have_different_digests(store):
    """So that nobody can guess what an erased entry said from its digest."""
    entries.append_all(store, [Draft("note", {"text": "Ann"}, "Ben")] * 2)
    one, other = entries.entries(store)

    assert json.dumps(one.payload) == json.dumps(other.payload)
    assert one.seal.digest != other.seal.digest
