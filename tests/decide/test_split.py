"""The shares of the kinds of change add up to the change of the index, to the last digit."""

import pytest

from analysis import past
from analysis.decide import split, why
from analysis.decide.index import index, parts, weights
from analysis.ledger import entries, record
from analysis.questions import coverage
from tests.decide.test_index import AXES, EVERYWHERE
from tests.hub import WORDS, load, now

PARTNERS = {"kind": "partner"}
MORE = (
    EVERYWHERE
    + """
Cedar | Partnerships; Schools; Progression; Inclusion; Sustainability | Erewash; Bolsover
Dogwood | Schools | Countywide
"""
)


def told(store, first=1):
    """The split between an entry and now, and the index that is counted afresh at both ends."""
    entered = entries.entries(store)
    moments = past.spanning(entered, first, len(entered))
    held = [past.moment_of(now(store, number), number) for number in moments]
    of = split.of_past(past.past(held, WORDS), entered, AXES)
    cells = coverage(now(store), AXES)
    weight = weights(now(store), cells, AXES).set_axis(of.before.index)
    ends = [index(parts(now(store, number), AXES)).value for number in (first, None)]
    return split.split(of, weight), ends


def staged(table: str) -> str:
    header, *rows = table.strip().splitlines()
    return "\n".join([f"{header} | Stage", *(f"{row} | Pilot" for row in rows if row.strip())])


def check(found, ends):
    assert [found.before, found.after] == pytest.approx(ends, abs=1e-12)
    assert sum(found.shares.values()) == pytest.approx(ends[1] - ends[0], abs=1e-12)


def test_new_partners_a_departure_and_a_target_share_the_change(store):
    load(store, EVERYWHERE, **PARTNERS)
    load(store, MORE, **PARTNERS)
    record.record_stage(store, "birch", "lapsed", "a test")
    record.record_target(store, ["function:schools"], 3, "a test", "more are needed")

    found, ends = told(store)

    check(found, ends)
    assert found.shares[why.PARTNER] > 0
    assert found.shares[why.DEPARTURE] < 0
    assert found.shares[why.PLAN] < 0


def test_one_file_that_adds_and_takes_away_is_split_within_itself(store):
    load(store, staged(EVERYWHERE), **PARTNERS)
    both = staged(MORE).replace("Derby | Pilot", "Derby | Lapsed")
    load(store, both, **PARTNERS)

    found, ends = told(store)

    check(found, ends)
    assert set(found.shares) == {why.PARTNER, why.DEPARTURE}


def test_where_a_cell_stays_empty_nothing_moves_the_index(store):
    load(store, EVERYWHERE.replace("Schools; ", ""), **PARTNERS)
    record.record_stage(store, "birch", "lapsed", "a test")

    found, ends = told(store)

    check(found, ends)
    assert found.shares == {why.DEPARTURE: 0.0}
