"""The pipeline: ages, limits and notes by a plain count; what an enquiry adds; how it moves on."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings

from analysis import organisations, questions
from analysis.decide import pipeline as pipelines
from analysis.decide.cover import cover
from analysis.decide.pipeline import Note, limits, moved, noted, pipeline
from analysis.decide.shortlist import Wishes, shortlist
from analysis.errors import DashboardError
from analysis.ledger import entries, record
from analysis.report import history
from analysis.vocabulary import STAGE, organisation_key
from tests import oracle
from tests.hub import DERBY, WORDS, cell, load, now
from tests.stores import files
from tests.test_coverage import SLOW, taken_in

AXES = ("function", "area")
TODAY = date(2027, 3, 1)
SENT = """
Organisation | Name      | Email             | Submitted        | Functions | Areas
Ash          | Jo Larkin | ash@example.org   | 2027-02-20 09:00 | Schools   | Derby; Erewash
Birch        |           | birch@example.org | 2027-01-01 09:00 | Inclusion | Derby
Cedar        |           | cedar@example.org | 2027-02-25 09:00 | Schools   | Derby
"""
PARTNERS = """
Organisation | Stage        | Functions | Areas
Cedar        | Commissioned | Schools   | Bolsover
"""


def waiting(store, today=TODAY):
    return pipeline(now(store), AXES, today).set_index("name")


def append(store, draft) -> int:
    return entries.append_all(store, [draft])[0]


def test_the_overdue_stand_first_and_then_the_oldest(store):
    load(store, SENT)

    told = waiting(store)

    assert list(told.index) == ["Birch", "Ash", "Cedar"]
    assert list(told["days"]) == [59, 9, 4]
    assert told["over"].fillna(0).to_list() == [59 - limits().most_days["received"], 0, 0]


def test_an_enquiry_that_moved_is_as_old_at_its_stage_as_the_move(store):
    load(store, SENT)
    record.record_stage(store, "birch", "in-dialogue", "Ann", "met them")
    later = datetime.now(UTC).date() + timedelta(days=61)

    told = waiting(store, later).loc["Birch"]

    assert (told["stage"], told["stage_days"], told["over"]) == ("in-dialogue", 61, 1)
    assert told["days"] == (later - date(2027, 1, 1)).days


def test_the_newest_note_counts_and_its_day_makes_an_enquiry_overdue(store):
    load(store, SENT)
    append(store, noted(now(store), "ash", Note("Visit"), "Ann"))
    append(store, noted(now(store), "ash", Note("Call", date(2027, 2, 26), "Lead", "Keen"), "Ann"))

    told = waiting(store).loc["Ash"]

    assert list(told[["next_action", "owner", "text"]]) == ["Call", "Lead", "Keen"]
    assert (told["due"].date(), told["over"]) == (date(2027, 2, 26), 3)
    record.record_undo(store, 3, "Ann")
    assert waiting(store).loc["Ash", "next_action"] == "Visit"


def test_a_note_on_one_name_is_for_the_organisation_it_was_joined_to(store):
    load(store, SENT)
    append(store, noted(now(store), "cedar", Note("Call"), "Ann"))
    record.record_same(store, ("ash", "cedar"), "same", "Ann")

    assert list(waiting(store)["next_action"].dropna()) == ["Call"]


@pytest.mark.parametrize(
    "note",
    [
        Note("Ring 07700 900123"),
        Note(text="write to jo@example.org"),
        Note(text="Jo Larkin would rather meet in May"),
        Note(owner="jo@example.org"),
    ],
)
def test_a_note_that_holds_a_persons_details_is_refused_and_masks_them(store, note):
    load(store, SENT)

    with pytest.raises(DashboardError, match="The ledger keeps it for good") as refused:
        noted(now(store), "ash", note, "Ann")
    assert not any(word in str(refused.value) for word in ("Larkin", "07700", "jo@"))


def test_an_owner_may_be_named_and_an_empty_note_is_refused(store):
    load(store, SENT)

    assert noted(now(store), "ash", Note(owner="Jo Larkin"), "Ann").payload["owner"] == "Jo Larkin"
    with pytest.raises(DashboardError, match="what is to be done"):
        noted(now(store), "ash", Note(" "), "Ann")


def test_moving_on_moves_open_enquiries_and_leaves_what_a_partner_does(store):
    load(store, PARTNERS, "partner")
    load(store, SENT)

    append(store, moved(waiting(store).reset_index().iloc[2], "declined", "Ann", "not now"))

    assert list(waiting(store).index) == ["Birch", "Ash"]
    assert cell(now(store), "schools", "E07000033")["partners"] == 1
    assert cell(now(store), "schools", DERBY)["enquiries"] == 1


def test_moving_to_the_stage_it_is_at_is_refused(store):
    load(store, SENT)

    with pytest.raises(DashboardError, match="at that stage already"):
        moved(waiting(store).reset_index().iloc[0], "received", "Ann", "")


def test_the_moves_and_notes_of_one_organisation_are_told_with_what_took_them_back(store):
    load(store, SENT)
    record.record_stage(store, "ash", "pilot", "Ann", "signed")
    record.record_stage(store, "birch", "pilot", "Ann")
    record.record_undo(store, 2, "Ann", "not yet")

    concerns = pipelines.concerns(now(store).state, "ash")
    own = history.of_those(entries.entries(store), concerns)
    told = history.history(history.by_name(own, organisations.names(now(store))))

    assert [(line[1], line[5], line[6]) for line in told] == [
        ("undone", "“Ash” moves to Pilot", "signed"),
        ("yes", "takes back entry 2", "not yet"),
    ]


@settings(SLOW, max_examples=5)
@given(made=files())
def test_the_pipeline_is_what_a_plain_count_of_the_offers_says(made):
    standing = oracle.offers([file for file, _ in made])
    places = [term.code for term in WORDS.of(STAGE)]
    built = taken_in(made)

    told = pipeline(built, AXES, TODAY)

    expected = {}
    for offer in standing:
        if offer.counts_as == "enquiry":
            best = expected.get(offer.organisation, offer.stage)
            expected[offer.organisation] = max(best, offer.stage, key=places.index)
    names = map(organisation_key, told["name"])
    assert dict(zip(names, told["stage"], strict=True)) == expected


@settings(SLOW, max_examples=5)
@given(made=files())
def test_what_each_would_fill_is_the_shortlist_of_it_alone_and_what_taking_it_in_does(made):
    built = taken_in(made)
    served = cover(built, AXES)
    empty = questions.coverage(built, AXES)["partners"] == 0

    for _, one in pipeline(built, AXES, TODAY).iterrows():
        alone = shortlist(served, Wishes(1, must=(one["name"],)))
        terms = [oracle_cell(built, served, one["name"], place) for place in one["fills"]]

        assert alone.worth == len(one["fills"])
        assert all(empty[place] for place in one["fills"])
        assert all(terms)


def oracle_cell(built, served, name: str, place: int) -> bool:
    """Whether an enquiry of the organisation stands behind the cell."""
    codes = served.cells.loc[place, ["row", "column"]]
    terms = [f"{axis}:{code}" for axis, code in zip(AXES, codes, strict=True)]
    behind = questions.offers_behind(built, AXES, terms)
    own = behind[(behind["organisation"] == name) & (behind["fit"] == "fits")]
    return bool(len(own))


def test_the_limits_and_the_stages_of_scenarios_are_stages_of_the_vocabulary():
    counts_as = {term.code: term.counts_as for term in WORDS.of(STAGE)}

    assert {counts_as[stage] for stage in limits().most_days} == {"enquiry"}
    assert (counts_as[limits().takes], counts_as[limits().lets_go]) == ("cover", "nothing")
