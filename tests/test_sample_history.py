"""The invented hub has a past, and ends as its two newest files say by themselves."""

from collections import Counter

import pytest

from analysis import past, questions, receipt, sample
from analysis.decide import why
from analysis.intake.read import read
from analysis.ledger import entries
from analysis.ledger.state import replay
from tests.hub import WORDS, now, prepare

AXES = ("function", "area")


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    opened = entries.open_store(tmp_path_factory.mktemp("hub") / "store")
    sample.take_in(opened, WORDS)
    yield opened
    opened.engine.dispose()


def test_the_past_of_the_invented_hub_changes_nothing_of_what_it_counts(hub, store):
    files = [sample.FOLDER / name for name in (sample.PARTNERS_FILE, sample.ENQUIRIES_FILE)]
    readings = [read(file.name, file.read_bytes(), WORDS) for file in files]
    receipt.take_in(store, prepare(store, *readings), "a test")
    with_past, without = now(hub), now(store)

    for axes in (AXES, ("aim", "focus")):
        cells = questions.coverage(without, axes)
        assert questions.coverage(with_past, axes).equals(cells)
    assert questions.totals(with_past).equals(questions.totals(without))
    assert questions.unmatched(with_past).equals(questions.unmatched(without))


def test_its_entries_are_in_the_order_of_their_times(hub):
    times = [entry.at for entry in entries.entries(hub)]

    assert times == sorted(times)
    assert times[0].year == 2025


def test_its_past_shows_every_common_reason_for_a_change(hub):
    told = entries.entries(hub)
    numbers = past.spanning(told, 0, len(told))
    moments = [past.moment(replay(told, number), hub.archive, WORDS) for number in numbers]
    story = why.story(past.past(moments, WORDS), told, AXES)
    found = Counter(reason for step in story.steps for reason in step.reasons)

    assert {why.PARTNER, why.DEPARTURE, why.CORRECTION, why.WORDING, why.ENQUIRY} <= set(found)
    assert len(story.returned)
