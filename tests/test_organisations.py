"""One organisation and all of them, against a plain count or a table whose answer can be seen."""

import itertools
from datetime import date

import pytest
from hypothesis import given, settings

from analysis import organisations
from analysis.access import LOCAL, ROLES
from analysis.errors import DashboardError
from analysis.ledger import record
from analysis.questions import Filters
from analysis.vocabulary import organisation_key
from tests import oracle
from tests.hub import load, now
from tests.oracle import FRAME
from tests.stores import files, joins
from tests.test_coverage import SLOW, taken_in

TODAY = date(2027, 3, 1)
WORTH = ("nothing", "enquiry", "cover")
STAGES = [term["term"] for term in oracle.TERMS if term["dimension"] == "stage"]
LABELS = {term["term"]: term["label"] for term in oracle.TERMS if term["dimension"] == "stage"}
SENT = """
Organisation | Email           | Submitted        | Functions | Areas | Offer
Ash          | ash@example.org | 2026-10-01 09:00 | Schools   | Derby | Café brass
Birch        | b@example.org   | 2027-01-30 09:00 | Schools   | Derby | Singing in schools
"""


def furthest(offers):
    stages = [(WORTH.index(offer.counts_as), STAGES.index(offer.stage)) for offer in offers]
    return LABELS[STAGES[max(stages)[1]]]


@settings(SLOW, max_examples=6)
@given(made=files(), joined=joins())
def test_the_directory_names_every_organisation_once_at_its_furthest_stage(made, joined):
    standing = oracle.offers([file for file, _ in made], joined)
    whose = {offer.organisation for offer in standing}
    built = taken_in(made, joined)

    found = organisations.directory(built, "", TODAY)

    keys = {organisations.named(built, name).row["organisation_key"] for name in found["name"]}
    assert keys == whose
    for name, stage in zip(found["name"], found["stage_label"], strict=True):
        key = organisations.named(built, name).row["organisation_key"]
        assert stage == furthest([offer for offer in standing if offer.organisation == key])


@settings(SLOW, max_examples=6)
@given(made=files())
def test_the_cells_of_an_organisation_are_what_a_plain_count_says(made):
    standing = oracle.offers([file for file, _ in made])
    built = taken_in(made)
    for key in sorted({offer.organisation for offer in standing})[:3]:
        own = [offer for offer in standing if offer.organisation == key]
        expected = {}
        for codes in itertools.product(FRAME["function"], FRAME["area"]):
            terms = dict(zip(("function", "area"), codes, strict=True))
            here, all_of_them = (oracle.cell(o, terms, {}, set()) for o in (own, standing))
            kinds = {"partners": "partner", "enquiries": "enquiry", "unsure": "unsure"}
            counted = [kind for figure, kind in kinds.items() if here[figure]]
            if counted:
                alone = counted[0] == "partner" and all_of_them["partners"] == 1
                expected[codes] = (counted[0], alone)

        cells = organisations.named(built, key).cells

        found = cells[["row", "column", "counted_as", "rests_on_it"]]
        assert {(r, c): (k, a) for r, c, k, a in found.itertuples(index=False)} == expected


@settings(SLOW, max_examples=6)
@given(made=files())
def test_offers_that_leave_a_dimension_open_are_those_a_plain_count_finds(made):
    standing = oracle.offers([file for file, _ in made])
    built = taken_in(made)
    for dimension in oracle.DIMENSIONS:
        silent = [o for o in standing if o.counts_as == "cover" and dimension in o.unanswered]

        assert len(organisations.left_open(built, dimension)) == len(silent)


def test_enquiries_age_from_their_submission_and_rows_from_their_import(store):
    load(store, SENT)
    load(store, "Organisation | Stage | Offer\nCedar | Received | Bells", "partner")

    found = organisations.directory(now(store), "", TODAY).set_index("name")

    assert list(found.loc[["Ash", "Birch"], "enquiry_days"]) == [151, 30]
    assert found.loc["Cedar", "enquiry_at"] == now(store).state.imports[-1].at


def test_an_export_that_repeats_a_row_confirms_nothing_and_a_changed_row_does(store):
    sheet = "Organisation | Offer\nAsh | Brass\nBirch | {}"
    for words in ("Bells", "Choirs"):
        load(store, sheet.format(words), "partner")
    first, second = (import_.at for import_ in now(store).state.imports)

    found = organisations.directory(now(store), "", TODAY).set_index("name")["confirmed_at"]

    assert [found["Ash"], found["Birch"]] == [first, second]


def test_a_recorded_word_confirms_an_organisation_until_it_is_taken_back(store):
    load(store, SENT)
    before = organisations.named(now(store), "Ash").row
    entry = record.record_confirmation(store, organisation_key("Ash"), "a test")
    confirmed = organisations.named(now(store), "Ash").row
    record.record_undo(store, entry, "a test")

    assert not before["is_by_word"]
    assert confirmed["is_by_word"]
    assert confirmed["confirmed_at"] == now(store).state.at or confirmed["confirmed_at"].year > 2025
    assert organisations.named(now(store), "Ash").row["confirmed_at"] == before["confirmed_at"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", ["Ash", "Birch"]),
        ("ASH", ["Ash"]),
        ("cafe", ["Ash"]),
        ("schools sing", ["Birch"]),
        ("ash choir", []),
        ("ash@example.org", []),
        ("100%_'", []),
    ],
)
def test_a_search_finds_all_its_words_in_names_and_offers_and_nothing_personal(
    store, search, found
):
    load(store, SENT)

    assert list(organisations.directory(now(store), search, TODAY)["name"]) == found


def test_filters_narrow_the_directory_and_the_offers(store):
    load(store, SENT)
    load(store, "Organisation | Functions\nElm | Inclusion", "partner")
    only = Filters(("function:inclusion",), ("commissioned",))

    assert list(organisations.directory(now(store), "", TODAY, only)["name"]) == ["Elm"]
    assert list(organisations.offers(now(store), only)["organisation"]) == ["Elm"]


def test_the_history_of_a_stage_leaves_out_what_is_only_repeated(store):
    sheet = "Organisation | Stage\nAsh | {}"
    for stage in ("Pilot", "Pilot", "Commissioned"):
        load(store, f"{sheet.format(stage)}\nOther {stage} | Pilot", "partner")
    record.record_stage(store, "ash", "lapsed", "a test")

    told = organisations.named(now(store), "Ash").stages

    assert list(told["stage_label"]) == ["Pilot", "Commissioned", "Lapsed"]
    assert list(told["file"].isna()) == [False, False, True]


def test_contacts_are_for_roles_that_may_see_them(store):
    load(store, SENT)
    built = now(store)
    ash = organisations.named(built, "Ash")

    assert list(organisations.contacts(built, ash, LOCAL)["email"]) == ["ash@example.org"]
    with pytest.raises(DashboardError, match="staff who may see them"):
        organisations.contacts(built, ash, ROLES["viewer"])


def test_nobody_is_found_under_a_name_that_nobody_has(store):
    assert organisations.named(now(store), "Ash") is None
