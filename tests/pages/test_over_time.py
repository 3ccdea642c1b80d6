"""Over time: the record by month, and why cells changed between two days."""

from datetime import UTC, datetime

import pytest

from analysis.ledger import entries, position, record
from analysis.ledger.entries import Draft
from tests import hub
from tests.pages.conftest import texts

PAGE = "coverage/over_time"
SENT = """
    Organisation | Submitted        | Functions | Areas
    Ash          | 2025-03-10 09:00 | Schools   | Derby
"""


@pytest.fixture
def moved(loaded):
    """A store whose Cedar became a partner, and whose Birch left."""
    record.record_stage(loaded, "cedar", "pilot", "Sam")
    record.record_stage(loaded, "birch", "lapsed", "Sam")
    return loaded


@pytest.fixture
def older(store):
    """A store with a note of 2025 and a target of a year later, both by invented clocks."""
    terms = {"terms": ["function:schools"], "target": 1}
    drafts = [
        Draft("note", {}, "Sam", at=datetime(2025, 6, 30, 9, tzinfo=UTC)),
        Draft("not-applicable", terms, "Sam", "no schools", at=datetime(2026, 3, 2, 9, tzinfo=UTC)),
    ]
    entries.append_all(store, drafts)
    return store


def table(app, title):
    return [frame.value for frame in app.dataframe if frame.proto.alt.startswith(title)][-1]


@pytest.mark.usefixtures("moved")
def test_each_cell_that_changed_says_why_and_by_which_entries(visit):
    told = table(visit(PAGE), "Cells that changed").set_index(["Function", "Area"])

    assert list(told.loc[("Inclusion", "Derby"), ["Was", "Is", "Why", "Entries"]]) == [
        "✕ gap",
        "◐ fragile",
        "new enquiry; new partner",
        "1, 2",
    ]


@pytest.mark.usefixtures("moved")
def test_a_cell_says_who_moved_it_and_leads_to_each_entry(visit):
    app = visit(PAGE, cell="Inclusion × Derby")
    links = [link.proto for link in app.get("page_link")]

    assert "New partner: ○ waiting → ◐ fragile, partners 0 → 1." in texts(app)
    assert "Cedar: an enquiry → a partner." in texts(app)
    assert " by Sam." in texts(app)
    assert any(link.page.endswith("decisions") and "Entry 2" in link.label for link in links)
    assert any(link.page.endswith("imports") and "Entry 1" in link.label for link in links)
    assert list(table(app, "Offers behind Inclusion × Derby")["Organisation"]) == ["Cedar"]


@pytest.mark.usefixtures("moved")
def test_a_cell_that_moved_and_moved_back_is_listed_apart(visit):
    told = table(visit(PAGE), "Moved and moved back")

    assert list(told.loc[told["Area"] == "Bolsover", "Entries"]) == ["1, 3"] * 2


@pytest.mark.usefixtures("moved")
def test_the_filters_hold_for_both_parts_of_the_page(visit):
    app = visit(PAGE, area="Derby", function="Inclusion")

    assert "1 of 1 cell changed its state or partners." in texts(app)
    months = table(app, "Cells by state over time").set_index("At the end of")
    assert months.iloc[-1].sum() == 1


def test_a_frozen_link_shows_the_record_up_to_its_entry_only(visit, moved):
    place = position.written(2, entries.entries(moved)[1].at)

    told = table(visit(PAGE, as_of=place), "Cells that changed")

    assert set(", ".join(told["Entries"]).split(", ")) == {"1", "2"}


@pytest.mark.usefixtures("older")
def test_the_chart_begins_with_the_record_and_has_a_column_for_each_month(visit):
    app = visit(PAGE)
    months = table(app, "Cells by state over time").set_index("At the end of")

    assert "The hub's record begins on 30 June 2025, 10:00." in texts(app)
    assert months.index[0] == "30 June 2025"
    assert months.loc["28 February 2026", "✕ gap"] == 45
    assert months.loc["31 March 2026", "– not applicable"] == 9


@pytest.mark.usefixtures("older")
def test_by_school_year_there_is_a_column_for_each_august(visit):
    years = table(visit(PAGE, by="School year"), "Cells by state over time")

    assert list(years["At the end of"])[:2] == ["31 August 2025", "31 August 2026"]


@pytest.mark.usefixtures("older")
def test_a_month_can_be_looked_into(visit):
    app = visit(PAGE, day="Mar 2026", on_day="36 cells in all")

    assert len(table(app, "36 cells in all")) == 36


@pytest.mark.usefixtures("older")
def test_days_chosen_the_other_way_round_are_put_in_order(visit):
    app = visit(PAGE, since="31 March 2026", until="30 June 2025")

    assert "From 30 June 2025 to 31 March 2026, 9 of 45 cells changed" in texts(app)
    assert set(table(app, "Cells that changed")["Why"]) == {"decision about the plan"}


def test_as_dated_an_offer_counts_from_the_day_it_was_submitted(visit, begun):
    hub.load(begun, SENT)
    app = visit(PAGE, dates="As dated")
    months = table(app, "Cells by state over time").set_index("At the end of")

    assert months.index[0] == "31 March 2025"
    assert months.loc["31 March 2025", "○ waiting"] == 1
    assert "0 of 1 offer that count have no date of their own" in texts(app)
    app.selectbox(key="day").select("Mar 2025").run()
    app.selectbox(key="on_day").select("1 cell: waiting").run()
    assert list(table(app, "Offers behind Schools × Derby")["Organisation"]) == ["Ash"]


@pytest.mark.usefixtures("begun")
def test_as_dated_a_record_without_offers_is_gaps_alone(visit):
    app = visit(PAGE, dates="As dated")

    assert not app.exception
    assert table(app, "Cells by state over time")["✕ gap"].tolist() == [45]
