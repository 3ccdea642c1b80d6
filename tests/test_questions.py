"""Every other question, against a plain count or a small table whose answer can be seen."""

from hypothesis import given, settings

from analysis import questions
from analysis.ledger import record
from analysis.questions import Filters
from tests import oracle
from tests.hub import DERBY, EREWASH, load, now
from tests.oracle import FRAME
from tests.stores import files
from tests.test_coverage import SLOW, taken_in

PARTNERS = """
Organisation | Stage        | Functions         | Areas         | Inclusion focuses
Ash          | Hub partner  | Schools           | Derby;Erewash | SEND
Birch        | Commissioned | Schools;Inclusion |               | Open to all;Rural
Cedar        | Received     | Inclusion         | Derby         | Everyone
Dogwood      | Pilot        | Schools           | Countywide    | Bereaved children
Elm          | Declined     | Sustainability    | Derby         | SEND
"""


@settings(SLOW, max_examples=7)
@given(made=files())
def test_totals_are_what_a_plain_count_says(made):
    standing = oracle.offers([file for file, _ in made])
    partners = {offer.organisation for offer in standing if offer.counts_as == "cover"}
    enquiries = {offer.organisation for offer in standing if offer.counts_as == "enquiry"}

    told = questions.totals(taken_in(made)).iloc[0]

    assert told["partners"] == len(partners)
    assert told["enquiries"] == len(enquiries - partners)
    assert told["offers"] == len(standing)
    assert told["organisations"] == len({offer.organisation for offer in standing})


@settings(SLOW, max_examples=7)
@given(made=files())
def test_who_covers_what_marks_as_many_as_the_cells_count(made):
    built = taken_in(made)
    only = Filters(("function:schools",))

    marks = questions.who_covers(built, ["area", "function"], only)

    cells = questions.coverage(built, ["area", "function"], only).set_index("row")
    told = marks.groupby(["term", "mark"]).size()
    for area in FRAME["area"]:
        named, whole = told.get((area, "partner"), 0), told.get((area, "whole_hub"), 0)
        assert (named + whole, whole) == tuple(cells.loc[area, ["partners", "whole_hub"]])
        assert told.get((area, "enquiry"), 0) == cells.loc[area, "enquiries"]
        assert told.get((area, "unsure"), 0) == cells.loc[area, "unsure"]


def test_a_grid_s_states_are_tallied_row_by_row_with_its_zeros(store):
    load(store, PARTNERS, kind="partner")

    told = questions.tally(questions.coverage(now(store), ["function", "area"]))

    schools = told[told["term"] == "schools"].set_index("state")["cells"].to_dict()
    assert schools == {
        "covered": 2,
        "fragile": 7,
        "waiting": 0,
        "unknown": 0,
        "gap": 0,
        "not-applicable": 0,
    }


def test_the_emptiest_corners_put_gaps_first_and_where_most_children_live(store):
    load(store, PARTNERS, kind="partner")

    told = questions.emptiest(now(store))

    first = told.iloc[0]
    assert (first["state"], first["column"], first["children"]) == ("gap", DERBY, 63404)
    assert list(told["state"].drop_duplicates()) == ["gap", "unknown", "waiting", "fragile"]


def test_a_place_shows_cover_beside_need_and_its_source(store):
    load(store, PARTNERS, kind="partner")

    derby = questions.places(now(store), "function", "free_school_meals").iloc[0]

    assert (derby["area"], derby["covered"], derby["cells"]) == (DERBY, 1, 5)
    assert (derby["children"], derby["need"], derby["need_unit"]) == (63404, 30.8, "percent")
    assert derby["need_source"].startswith("DfE")


def test_open_to_all_is_counted_apart_from_every_focus(store):
    load(store, PARTNERS, kind="partner")

    told = questions.open_to_all(now(store)).iloc[0]

    assert (told["partners"], told["enquiries"], told["offers_naming_no_group"]) == (1, 1, 1)


def test_silence_is_told_by_dimension_and_unmatched_words_among_it(store):
    load(store, PARTNERS, kind="partner")

    told = questions.silent(now(store)).set_index("dimension")

    assert told.loc["area", "cover_offers"] == 1
    assert (told.loc["focus", "cover_offers"], told.loc["focus", "unmatched"]) == (1, 1)
    assert told.loc["aim", "cover_offers"] == 3


def test_a_wording_without_meaning_is_listed_until_it_is_decided(store):
    load(store, PARTNERS, kind="partner")
    assert list(questions.unmatched(now(store))["text"]) == ["Bereaved children"]

    record.record_wording(
        store, record.wording_payload("focus", "bereaved Children", "semh"), "a test"
    )

    assert questions.unmatched(now(store)).empty


def test_the_words_of_an_offer_come_with_their_place(store):
    load(store, PARTNERS, kind="partner")
    built = now(store)
    behind = questions.offers_behind(
        built, ["function", "area"], ["function:schools", f"area:{EREWASH}"]
    )
    ash = behind[behind["organisation"] == "Ash"].iloc[0]

    words = questions.answers_of(built, ash["offer_key"])

    erewash = words[words["text"] == "Erewash"].iloc[0]
    place = (erewash["file"], erewash["row"], erewash["column"], erewash["position"])
    assert place == ("offers.csv", 2, 4, 2)
    assert erewash["means"] == "Erewash"


def test_changes_lists_only_cells_that_differ(store):
    load(store, PARTNERS, kind="partner")
    before = now(store)
    record.record_stage(store, "elm", "pilot", "a test")

    told = questions.changes(before, now(store), ["function", "area"])

    assert list(told[["row", "column", "state_before", "state"]].iloc[0]) == [
        "sustainability",
        DERBY,
        "gap",
        "fragile",
    ]
    assert len(told) == 1


def test_a_gap_keeps_its_row_when_nothing_was_taken_in(store):
    cells = questions.coverage(now(store), ["function", "area"])

    assert (len(cells), set(cells["state"])) == (45, {"gap"})
    assert cells["reason"].isna().all()
