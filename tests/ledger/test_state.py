"""What stands after the ledger's entries is what a plain reading of them says."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.ledger import entries
from analysis.ledger.entries import Entry
from analysis.ledger.state import Import, replay, undone

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
IMPORT = {
    "file": "offers.csv",
    "sheet": "",
    "kind": "eoi",
    "tool": "template",
    "form": "a form",
    "columns": [[1, "Organisation", "organisation"], [2, "Shoe size", ""]],
    "records": 3,
    "set_aside": [[7, "a total"]],
    "notes": ["A note."],
    "archive": {"answers": "abc"},
}


def told(*acts: str) -> list[Entry]:
    """Entries from words: "note", "import", or "undo 3"."""
    return [_entry(number, *act.split()) for number, act in enumerate(acts, start=1)]


def _entry(number: int, kind: str, target: str = "0") -> Entry:
    payload = {"undo": {"entry": int(target)}, "import": IMPORT}.get(kind, {})
    return Entry(number, NOON, "Ann", kind, "", payload)


def stands(ledger: list[Entry], number: int) -> bool:
    """An entry stands unless an undo that stands itself has taken it back."""
    return not any(
        entry.kind == "undo" and entry.payload["entry"] == number and stands(ledger, entry.number)
        for entry in ledger
        if entry.number > number
    )


@st.composite
def ledgers(draw: st.DrawFn) -> list[Entry]:
    acts: list[str] = []
    for number in range(1, draw(st.integers(0, 14)) + 1):
        undoes = number > 1 and draw(st.booleans())
        target = draw(st.integers(1, max(1, number - 1)))
        acts.append(f"undo {target}" if undoes else draw(st.sampled_from(["note", "import"])))
    return told(*acts)


@given(ledgers(), st.none() | st.integers(0, 16))
def test_exactly_what_no_standing_undo_takes_back_stands(ledger, as_of):
    until = [entry for entry in ledger if as_of is None or entry.number <= as_of]
    standing = [e for e in until if e.kind != "undo" and stands(until, e.number)]

    state = replay(ledger, as_of)

    assert [i.number for i in state.imports] == [e.number for e in standing if e.kind == "import"]
    assert list(state.decisions) == [e for e in standing if e.kind == "note"]
    assert state.number == len(until)


@given(ledgers())
def test_the_undone_are_those_that_do_not_stand(ledger):
    assert undone(ledger) == {e.number for e in ledger if not stands(ledger, e.number)}


@given(ledgers())
def test_undoing_an_undo_brings_back_the_state_before_it(ledger):
    before = replay(ledger)
    number = len(ledger) + 1
    target = next((n for n in range(1, number) if stands(ledger, n)), 0)
    both = [*ledger, _entry(number, "undo", str(target)), _entry(number + 1, "undo", str(number))]

    after = replay(both)

    assert (after.imports, after.decisions) == (before.imports, before.decisions)


@given(ledgers(), st.integers(0, 14))
def test_what_comes_later_does_not_change_an_earlier_state(ledger, as_of):
    assert replay(ledger, as_of) == replay(ledger[:as_of])


@pytest.mark.parametrize(
    ("acts", "standing"),
    [
        (["import"], [1]),
        (["import", "undo 1"], []),
        (["import", "undo 1", "undo 2"], [1]),
        (["import", "undo 1", "undo 2", "undo 3"], []),
        (["import", "import", "undo 1"], [2]),
    ],
    ids=["kept", "undone", "brought back", "undone once more", "another is undone"],
)
def test_an_import_stands_or_not(acts, standing):
    assert [import_.number for import_ in replay(told(*acts)).imports] == standing


def test_nothing_told_is_an_empty_state():
    state = replay([])

    assert (state.number, state.at, state.imports, state.decisions) == (0, None, (), ())


def test_decisions_are_found_by_their_kind_the_oldest_first():
    state = replay(told("note", "target", "note"))

    assert [decision.number for decision in state.of("note")] == [1, 3]


def test_an_import_survives_the_ledger(store):
    number = entries.append(store, "import", IMPORT, "Ann")

    (found,) = replay(entries.entries(store)).imports

    assert found == Import(
        number=number,
        at=found.at,
        by="Ann",
        file="offers.csv",
        sheet="",
        kind="eoi",
        tool="template",
        form="a form",
        columns=((1, "Organisation", "organisation"), (2, "Shoe size", "")),
        records=3,
        set_aside=((7, "a total"),),
        notes=("A note.",),
        archive={"answers": "abc"},
    )
    assert found.asked == {"organisation"}
