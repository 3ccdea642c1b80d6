"""Sentences say figures the way a person would, and say no more than the figures do."""

from datetime import UTC, datetime

import pytest

from analysis import questions
from analysis.ledger import entries, record
from analysis.report import history, sentences
from tests import hub

OFFERS = """
    Organisation|Stage|Functions|Areas|Inclusion focuses
    Ash|Strategic Hub Partner|Schools|Derby; Erewash|No particular group
    Birch|Commissioned|Schools; Inclusion||
    Cedar|Received|Inclusion|Derby|
"""
AXES = ("function", "area")


@pytest.fixture
def loaded(store):
    hub.load(store, OFFERS, "partner")
    return store


def cell(asked, function, area):
    cells = questions.coverage(asked, AXES)
    return cells[(cells["row"] == function) & (cells["column"] == area)].iloc[0]


@pytest.mark.parametrize(
    ("parts", "told"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
    ids=["none", "one", "two", "three"],
)
def test_parts_are_listed_as_one_says_them(parts, told):
    assert sentences.listed(parts) == told


@pytest.mark.parametrize(
    ("number", "told"),
    [(0, "0 entries"), (1, "1 entry"), (1200, "1,200 entries")],
    ids=["none", "one", "many"],
)
def test_a_number_comes_with_its_noun(number, told):
    assert sentences.counted(number, "entry", "entries") == told


@pytest.mark.parametrize(
    ("at", "told"),
    [("2026-05-03T08:04", "3 May 2026, 09:04"), ("2026-01-03T08:04", "3 January 2026, 08:04")],
    ids=["summer time", "winter time"],
)
def test_a_moment_is_told_by_the_clocks_here(at, told):
    assert sentences.moment(datetime.fromisoformat(at).replace(tzinfo=UTC)) == told


def test_a_headline_names_every_state_and_its_number(loaded):
    told = sentences.headline(questions.coverage(hub.now(loaded), AXES), AXES)

    assert told == (
        "Of 45 function × area cells, 0 are safe, 2 rest on one partner, 1 is waiting, "
        "15 are unknown and 27 are gaps."
    )


def test_a_headline_leaves_cells_that_do_not_apply_out_of_its_count(loaded):
    terms = ["function:schools", f"area:{hub.DERBY}"]
    record.record_not_applicable(loaded, terms, "a test", "Covered elsewhere")
    told = sentences.headline(questions.coverage(hub.now(loaded), AXES), AXES)

    assert told.startswith("Of 44 function × area cells")
    assert told.endswith(" 1 cell not applicable.")


def test_fragile_is_not_one_partner_where_a_target_is_higher(loaded):
    hub.load(loaded, "Organisation|Functions|Areas\nDogwood|Schools|Derby", "partner")
    record.record_target(loaded, ["function:schools"], 3, "a test", "Schools need more")
    told = sentences.headline(questions.coverage(hub.now(loaded), AXES), AXES)

    assert "2 short of target" in told


@pytest.mark.parametrize(
    ("function", "area", "told"),
    [
        ("schools", hub.DERBY, "1 partner of a target of 2"),
        ("inclusion", hub.DERBY, "no partner, 1 enquiry waiting"),
        ("inclusion", hub.EREWASH, "no partner says so, but 1 partner did not say"),
        ("sustainability", hub.DERBY, "no partner and no enquiry"),
    ],
    ids=["fragile", "waiting", "unknown", "gap"],
)
def test_a_corner_says_what_is_missing(loaded, function, area, told):
    corners = questions.emptiest(hub.now(loaded))
    corner = corners[(corners["row"] == function) & (corners["column"] == area)].iloc[0]

    assert f": {told} (" in sentences.corner(corner)
    assert sentences.corner(corner).endswith(" children and young people live there).")


def test_a_corner_without_a_figure_names_no_children(loaded):
    corner = questions.emptiest(hub.now(loaded)).iloc[0]
    told = sentences.corner(corner.where(corner.index != "children"))

    assert told.endswith("no enquiry.")


def test_a_cell_says_its_state_and_who_is_behind_it(loaded):
    assert sentences.of_cell(cell(hub.now(loaded), "schools", hub.DERBY)) == (
        "Schools × Derby is fragile, one departure away: 1 partner (target 2), 0 enquiries and "
        "1 unsure."
    )


def test_a_cell_says_how_many_claim_the_whole_hub_only(loaded):
    table = "Organisation|Functions|Areas\nElm|Sustainability|All of Derby and Derbyshire"
    hub.load(loaded, table, "partner")
    told = sentences.of_cell(cell(hub.now(loaded), "sustainability", hub.DERBY))

    assert "1 partner (target 2, 1 only by whole-hub claim)" in told


def test_a_cell_that_does_not_apply_says_why(loaded):
    record.record_not_applicable(loaded, ["function:schools"], "a test", "Covered elsewhere")

    assert sentences.of_cell(cell(hub.now(loaded), "schools", hub.DERBY)) == (
        "Schools × Derby is not applicable: Covered elsewhere"
    )


def test_totals_are_organisations_and_offers(loaded):
    assert sentences.of_totals(questions.totals(hub.now(loaded))) == (
        "2 partners, 1 organisation with an enquiry only and 3 offers."
    )


def test_offers_that_leave_something_open_are_told_for_the_axes_shown(loaded):
    silence = questions.silent(hub.now(loaded))

    assert (
        sentences.of_silence(silence, AXES)
        == "Of all partner offers, 1 did not say where in words we know."
    )
    assert sentences.of_silence(silence, ["function"]) == ""


def test_open_to_all_is_told_apart(loaded):
    told = sentences.of_open_to_all(questions.open_to_all(hub.now(loaded)))

    assert told.startswith(
        "Whatever the filters, 1 partner and 0 organisations with an enquiry say they are open"
    )


def test_figures_of_need_name_their_unit_year_and_source(loaded):
    told = sentences.of_need(questions.places(hub.now(loaded), "function", "imd_2025_rank"))

    assert "Children: Children and young people aged 0 to 18 (people, 2023). Source: ONS" in told
    assert "(rank, 2025). Source: MHCLG" in told


def test_a_figure_that_nobody_published_has_no_source(loaded):
    told = sentences.of_need(questions.places(hub.now(loaded), "function", "no such measure"))

    assert "Need:" not in told


def test_changes_name_at_most_so_many_cells(loaded):
    after = hub.prepare(loaded, hub.reading("Organisation|Functions\nElm|Sustainability"))
    full = sentences.of_change(after[0].cells)
    short = sentences.of_change(questions.changes(hub.now(loaded, 0), hub.now(loaded), AXES), 3)

    assert full == ["Coverage: 0 function × area cells change state, 0 gained and 0 lost."]
    assert short[0] == "Coverage: 18 function × area cells change state, 18 gained and 0 lost."
    assert any(line.endswith("and 12 more.") for line in short)


def test_a_summary_counts_what_tables_tell(store):
    table = """
        Submitted at|Organisation|Email|Functions|Areas|Consent
        2026-05-01 09:00|Ash|ash@example.org|Schools|Derby|Yes
        2026-05-02 09:00|Birch|birch@example.org|Schools|Derby|No
        2026-05-03 09:00|Ash|ash@example.org|Schools|Erewash; Atlantis|Yes
    """
    told = sentences.summary(hub.prepare(store, hub.reading(table))[0])

    assert told[0] == "Expressions of interest (spreadsheet): 2 new, 0 changed and 0 the same."
    assert told[1] == "1 row set aside, 1 wording not understood."
    assert "Row 2: Ash sent the form again later; the later one counts." in told


def test_a_receipt_says_every_row_that_is_set_aside_and_why(store):
    table = "Organisation|Functions|Areas|Consent\nAsh|Schools|Atlantis|Yes\nElm|Schools|Derby|No"
    told = sentences.of_receipt(hub.prepare(store, hub.reading(table))[0])

    assert "Row 3 set aside: no consent was given; nothing of it is stored." in told
    assert 'No area is called "Atlantis" (1 offer).' in told


def test_a_reading_says_what_was_recognised():
    told = sentences.of_reading(hub.reading("Organisation|Functions|Areas\nAsh|Schools|Derby"))

    assert told[0] == "offers.csv: expressions of interest (template), 1 submission."
    assert "'Functions' as function" in told[1]


def test_the_history_says_what_stands(loaded):
    record.record_undo(loaded, 1, "a test", "The wrong file")
    told = history.history(entries.entries(loaded))

    assert [(line[0], line[5], line[1]) for line in told] == [
        (1, "offers.csv: 3 taken in", "undone"),
        (2, "takes back entry 1", "yes"),
    ]


def test_an_entry_is_told_in_a_few_words(loaded):
    record.record_target(loaded, ["function:schools", "area:E06000015"], 3, "a test", "")
    told = history.of_entry(entries.entries(loaded)[-1])

    assert told == "target, 3 for Schools × Derby"


@pytest.mark.parametrize(
    ("verdict", "told"),
    [("same", "“ash” and “elm” are one"), ("apart", "“ash” and “elm” stay apart")],
)
def test_the_history_says_who_was_joined_and_who_kept_apart(store, verdict, told):
    record.record_same(store, ("elm", "ash"), verdict, "Ann")

    assert history.of_entry(entries.entries(store)[0]) == f"same-organisation, {told}"
