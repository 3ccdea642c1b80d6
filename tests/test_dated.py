"""The record by its own dates counts as a plain reading of the files up to a day does."""

import itertools
import json
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from analysis import database, past, questions, timeline
from analysis.__main__ import app
from analysis.ledger import entries, record
from analysis.ledger.state import replay
from analysis.timeline import LOCAL, end_of
from tests import oracle
from tests.hub import DERBY, WORDS, cell, load, now
from tests.oracle import FRAME
from tests.stores import files, joins
from tests.test_coverage import SLOW, take_in
from tests.test_past import decide, rows

AXES = ["function", "area"]
SENT = """
    Organisation | Submitted        | Functions | Areas
    Ash          | 2025-03-10 09:00 | Schools   | Derby
    Cedar        | 2025-05-31 23:30 | Schools   | Derby
"""
PARTNERS = """
    Organisation | Stage | Functions | Areas
    Birch        | Pilot | Schools   | Derby
"""
LONG_AFTER = date(2100, 1, 1)


def as_dated(store, day):
    """The grid at the end of a day, counted in both of the ways in which it is asked for."""
    state = replay(entries.entries(store))
    quick = past.past([past.dated(state, store.archive, WORDS, day)], WORDS)
    whole = database.build(state.as_dated(end_of(day)), store.archive, WORDS)
    cells = questions.coverage(whole, AXES)
    assert rows(past.coverage_over(quick, AXES)) == rows(cells)
    return cells


def cut(made, imported, day):
    """The files without rows of later days, and with the stages that were known by then."""
    stages, kept = {}, []
    for file, _ in made:
        seen, these = {}, []
        for row in file.rows:
            who = (oracle.organisation_key(row.organisation), row.email.lower(), row.submitted)
            seen[who] = seen.get(who, 0) + 1
            if (date.fromisoformat(row.submitted) if row.submitted else imported) > day:
                continue
            number, stage = stages.get(
                offer := oracle.identity(file, row, who, seen[who]), (len(kept), row.stage)
            )
            if number == len(kept) or imported <= day:
                stage = row.stage
            stages[offer] = (number, stage)
            these.append(replace(row, stage=stage))
        kept.append(replace(file, rows=tuple(these)))
    return kept


@settings(SLOW, max_examples=3)
@given(made=files(), days=st.lists(st.integers(1, 9), min_size=2, max_size=2))
def test_every_cell_at_the_end_of_a_day_is_what_a_plain_count_says(made, days):
    with tempfile.TemporaryDirectory() as folder:
        store = entries.open_store(Path(folder))
        for number, file in enumerate(made):
            take_in(store, number, file)
        imported = datetime.now(LOCAL).date()
        for day in (*(date(2026, 9, day) for day in days), LONG_AFTER):
            standing = oracle.offers(cut(made, imported, day))
            counted = as_dated(store, day)[["row", "column", "partners", "enquiries", "unsure"]]

            for told in counted.to_dict("records"):
                plain = oracle.cell(
                    standing, {"function": told["row"], "area": told["column"]}, {}, set()
                )
                assert {name: plain[name] for name in told if name in plain} == {
                    name: value for name, value in told.items() if name in plain
                }
        store.engine.dispose()


@settings(SLOW, max_examples=3)
@given(made=files(), joined=joins())
def test_what_is_dated_up_to_a_day_long_after_all_is_what_counts_now(made, joined):
    with tempfile.TemporaryDirectory() as folder:
        store = entries.open_store(Path(folder))
        for number, file in enumerate(made):
            take_in(store, number, file)
        decide(store, "pilot", joined)

        assert rows(as_dated(store, LONG_AFTER)) == rows(questions.coverage(now(store), AXES))
        store.engine.dispose()


@pytest.fixture
def told(store):
    """Two enquiries of 2025, one a partner since today, and a partner without a date."""
    load(store, SENT)
    load(store, PARTNERS, "partner")
    record.record_stage(store, "ash", "pilot", "Ann")
    return store


def at(store, day):
    grid = as_dated(store, day).set_index(["row", "column"])
    return grid.loc[("schools", DERBY), ["state", "enquiries", "partners"]].tolist()


def test_an_offer_counts_from_its_own_day_and_a_stage_from_the_day_it_was_recorded(told):
    assert at(told, date(2025, 3, 9)) == ["gap", 0, 0]
    assert at(told, date(2025, 3, 10)) == ["waiting", 1, 0]
    assert at(told, date(2025, 5, 30)) == ["waiting", 1, 0]
    assert at(told, date(2025, 5, 31)) == ["waiting", 2, 0]
    assert at(told, datetime.now(LOCAL).date()) == ["covered", 1, 2]
    assert cell(now(told), "schools", DERBY)["partners"] == 2


def test_what_has_no_date_is_counted_and_said(told):
    assert past.undated(now(told)) == (1, 3)
    days = past.dates(now(told))
    assert days[:2] == [date(2025, 3, 10), date(2025, 5, 31)]
    assert days[2:] == [datetime.now(UTC).astimezone(LOCAL).date()]


def test_days_as_dated_begin_with_the_first_date_but_not_too_far_back():
    days = [date(2009, 1, 1), date(2026, 1, 5)]

    points = timeline.dated_school_years(days, date(2026, 2, 1))

    assert [str(point.day) for point in points] == [
        "2021-08-31",
        "2022-08-31",
        "2023-08-31",
        "2024-08-31",
        "2025-08-31",
        "2026-02-01",
    ]
    assert timeline.day_of(points[0].number) == date(2009, 1, 1)
    assert timeline.day_of(points[-1].number) == date(2026, 1, 5)


def test_the_command_line_counts_as_recorded_or_as_dated(told, monkeypatch):
    monkeypatch.setenv("LEDGER_URL", "")
    words = ["over-time", "--store", str(told.folder), "--format", "json"]

    recorded, dated = (
        json.loads(CliRunner().invoke(app, [*words, *more]).stdout) for more in ([], ["--as-dated"])
    )

    assert len(recorded) == 1
    assert [line["○ waiting"] for line in dated[:2]] == [1, 1]
    assert dated[0]["At the end of"] == "31 March 2025"
    figures = [{k: v for k, v in each[-1].items() if k[0] in "●◐○?✕"} for each in (recorded, dated)]
    assert figures[0] == figures[1]
    assert sum(figures[0].values()) == len(list(itertools.product(*(FRAME[a] for a in AXES))))
