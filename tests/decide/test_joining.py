"""What a join is said to change is what it changes: beside recording it and building anew."""

import tempfile
from itertools import combinations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import questions
from analysis.decide import pairs, who
from analysis.ledger import entries, record
from analysis.vocabulary import organisation_key
from tests.hub import load, now
from tests.stores import ORGANISATIONS, STAGES, files
from tests.test_coverage import SLOW, take_in

AXES = ("function", "area")
changed_stages = st.lists(
    st.tuples(st.sampled_from(ORGANISATIONS), st.sampled_from(STAGES), st.integers(0, 2)),
    max_size=2,
)


def rebuilt(store, keys):
    """How many cells change state if the join is recorded, and how many count one fewer there."""
    number = record.record_same(store, keys, "same", "a test")
    moved = questions.changes(now(store, number - 1), now(store), AXES)
    record.record_undo(store, number, "a test")
    return int((moved["state"] != moved["state_before"]).sum())


@settings(SLOW, max_examples=4)
@given(made=files(), stages=changed_stages)
def test_the_effect_of_a_join_is_that_of_building_anew(made, stages):
    with tempfile.TemporaryDirectory() as folder:
        store = entries.open_store(Path(folder))
        for number, file in enumerate(made):
            take_in(store, number, file)
            for organisation, stage, _ in (told for told in stages if told[2] == number):
                record.record_stage(store, organisation_key(organisation), stage, "a test")
        known = questions.organisations(now(store))
        both = list(combinations(known["organisation"], 2))
        keys = list(combinations(known["organisation_key"], 2))

        told = who.joining(now(store), both)

        assert list(told["cells_changing"]) == [rebuilt(store, pair) for pair in keys]
        store.engine.dispose()


PARTNERS = """
Organisation     | Stage        | Functions         | Areas
Kinder Fiddles   | Commissioned | Schools           | Derby;Erewash
Kinder Fiddle    | Pilot        | Schools;Inclusion | Derby
Elm              | Pilot        | Schools           | Erewash
"""


def test_a_pair_says_where_both_count_and_what_would_change(store):
    load(store, PARTNERS, "partner")

    (found,) = pairs.pairs(now(store)).to_dict("records")

    assert {found["left"], found["right"]} == {"Kinder Fiddles", "Kinder Fiddle"}
    assert (found["left_offers"], found["right_offers"]) == (1, 1)
    assert (found["cells_of_both"], found["cells_changing"]) == (1, 1)
    assert found["reasons"] == "names very alike"
