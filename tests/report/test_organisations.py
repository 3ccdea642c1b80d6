"""What we believe of an organisation, in words."""

from datetime import date

from analysis import need, organisations
from analysis.ledger import record
from analysis.report import organisations as told
from tests.hub import DERBY, load, now

SHEET = """
Organisation | Stage        | Functions          | Areas             | Inclusion focuses
Ash          | Commissioned | Schools            | Countywide        | Unicorns
Ash          | Pilot        | Inclusion          | Derby;Countywide  | SEND
Birch        | Lapsed       | Schools            | Derby             | SEND
"""


def beliefs(store, name="Ash"):
    return told.beliefs(organisations.named(now(store), name)).set_index("Question")


def test_a_claim_to_the_whole_hub_is_told_as_such_beside_what_is_named(store):
    load(store, SHEET, "partner")

    assert beliefs(store).loc["Area", "As a partner"] == "Derby; and the whole hub"


def test_an_organisation_that_claims_only_the_whole_hub_says_so(store):
    load(store, SHEET.replace("Derby;Countywide", "Countywide"), "partner")

    assert beliefs(store).loc["Area", "As a partner"] == "The whole hub"


def test_words_we_do_not_know_are_told_apart_from_silence(store):
    load(store, SHEET, "partner")

    left = beliefs(store)["Left open"]
    assert left["Inclusion focus"] == "1 offer does not say (1 in words we do not know)"
    assert left["Aim"] == "2 offers do not say"


def test_an_organisation_that_counts_nowhere_has_no_cell_and_no_belief(store):
    load(store, SHEET, "partner")
    birch = organisations.named(now(store), "Birch")

    assert told.cells(birch).empty
    assert set(beliefs(store, "Birch")["As a partner"]) == {""}


def test_an_organisation_says_its_other_names_and_how_much_rests_on_it(store):
    load(store, SHEET, "partner")
    record.record_same(store, ("ash", "birch"), "same", "a test")

    first, *_, standing, _, confirmed = told.summary(organisations.named(now(store), "Ash"))
    assert first == "Also written: Ash."
    assert standing == "It is a partner in 18 function × area cells; 18 rest on it alone."
    assert confirmed.endswith("by its newest form or sheet row.")


def test_the_children_behind_cells_that_rest_on_it_alone_are_counted_once_an_area(store):
    load(store, SHEET, "partner")
    load(store, SHEET.replace("Ash", "Elm").replace("Countywide", "Derby"), "partner")
    figures = {f.area: f.value for f in need.figures() if f.measure == need.CHILDREN}
    others = sum(figures.values()) - figures[DERBY]

    line = told.behind(organisations.named(now(store), "Ash"))

    assert line.startswith(f"{int(others):,} children aged 0 to 18 live in the 8 areas of the")
    assert line.endswith("(2023; ONS mid-year population estimates, mid-2023).")
    assert told.behind(organisations.named(now(store), "Elm")) == ""


def test_where_nobody_waits_nobody_is_said_to(store):
    load(store, SHEET, "partner")
    found = organisations.directory(now(store), "", date(2027, 1, 1))

    assert told.of_ages(found, date(2027, 1, 1)) == "No enquiry is waiting."


def test_what_was_not_given_has_nothing_to_mask():
    assert told.masked("Jo Bloggs") == "J••• B•••"
    assert told.masked(None) is None
