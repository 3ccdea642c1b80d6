"""Each plausible reading is what a hub would be whose files and decisions say just that."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from analysis import questions
from analysis.decide import first, gaps, pairs, sure
from analysis.decide.doubted import hub
from analysis.decide.doubts import KINDS, Asked
from analysis.decide.gaps import Ranking
from analysis.ledger import entries, record, same
from analysis.ledger.record import NO_ANSWER, OUTSIDE
from analysis.questions import STATES, Filters
from tests.hub import DERBY, WORDS, as_csv, load, now

LATER = datetime.now(UTC).date() + timedelta(days=800)
AXES = ("function", "area")
EVERY = Asked(("function", "area", "focus"), Filters(), LATER)
ENQUIRIES = """
Organisation       | Email         | Submitted at | Stage    | Functions   | Areas      | Focus
Ash Music          | a@example.org | 2026-01-05   | Pilot    | Schools     | Derby      | SEND
Ash Musics         | a@example.org | 2026-02-05   | Pilot    | Inclusion   | Erewash    |
Birch Youth Choir  | b@example.org | 2026-01-07   | Received | Schools     | Countywide | SEND
Birch Youth Choirs | c@example.org | 2026-01-08   | Pilot    |             | Derby      | SEND
Cedar              | d@example.org | 2026-01-09   | Observed | Progression | Derby      |
"""
PARTNERS = """
Organisation | Stage        | Functions                               | Areas      | Focus
Ash Music    | Commissioned | Keeping the hub going for years to come | Derby      |
Elm          | Commissioned | Keeping the hub going for years to come | Countywide | SEND
Fir          | Commissioned | Schools                                 |            | Looked after
Gorse        | Pilot        |                                         | Erewash    | SEND
"""
COLUMNS = {"function": "Functions", "area": "Areas", "focus": "Focus"}
VIEWS = [
    (("function", "area"), Filters()),
    (("focus", "area"), Filters()),
    (("function", "area"), Filters(("focus:send", "area:E06000015"))),
    (("function", "area"), Filters(stages=("pilot", "received"))),
    (("area",), Filters(("function:schools", "function:inclusion"), whole_hub=False)),
    (("function", "area", "focus"), Filters()),
]


def rows_of(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(table).decode())))


def as_table(rows: list[dict[str, str]]) -> str:
    return "\n".join(" | ".join(line) for line in [rows[0].keys(), *(r.values() for r in rows)])


def hub_where(store, choices, facts):
    """A hub taken in from files that say what one reading says, and decided on likewise."""
    tables = {"eoi": rows_of(ENQUIRIES), "partner": rows_of(PARTNERS)}
    chosen = [(fact, k) for (_, fact), k in zip(facts.iterrows(), choices, strict=True) if k]
    for fact, outcome in chosen:
        say(tables, fact, outcome)
    record.record_wording(store, record.wording_payload("area", "Elsewhere", OUTSIDE), "a test")
    load(store, as_table(tables["partner"]), kind="partner")
    load(store, as_table(tables["eoi"]))
    for fact, _ in chosen:
        decide(store, fact)
    return now(store)


def say(tables, fact, outcome):
    """Write into the files what one fact is."""
    if fact["kind"] == "old":
        for row in (*tables["eoi"], *tables["partner"]):
            row["Stage"] = "Lapsed" if row["Organisation"] == fact["subject"] else row["Stage"]
    elif fact["kind"] in {"unanswered", "whole-hub"}:
        term = WORDS.frame(fact["dimension"])[outcome - 1].label
        said = term if fact["kind"] == "unanswered" else "Elsewhere"
        row_of(tables, fact)[COLUMNS[fact["dimension"]]] = said


def decide(store, fact):
    """Record what staff would decide of one fact."""
    keys = tuple(fact["key"].split("|"))
    if fact["kind"] == "pair":
        record.record_same(store, keys, same.SAME, "a test")
    elif fact["kind"] == "wording":
        record.record_wording(store, record.wording_payload(*keys, NO_ANSWER), "a test")


def row_of(tables, fact):
    """The row of a file that a fact is about; both files are called the same."""
    number = int(fact["other"].rpartition(" ")[2]) - 2
    return next(
        rows[number]
        for rows in tables.values()
        if number < len(rows) and rows[number]["Organisation"] == fact["subject"]
    )


@pytest.fixture(scope="module")
def today(tmp_path_factory):
    """The hub as its files have it, with every kind of doubtful fact."""
    store = entries.open_store(tmp_path_factory.mktemp("sure") / "store")
    built = hub_where(store, (), pd.DataFrame())
    yield built, pairs.pairs(built)
    store.engine.dispose()


def test_the_hub_has_every_kind_of_doubtful_fact(today):
    facts = hub(today[0], EVERY, today[1]).known.facts

    assert set(facts["kind"]) == set(KINDS)


@pytest.mark.parametrize("reading", range(5))
def test_a_reading_is_what_such_files_would_make(today, store, reading):
    built, found = today
    whole = hub(built, EVERY, found)
    choices = sure.drawn(whole, built.state.number)[reading]
    real = hub_where(store, choices, whole.known.facts)

    for axes, filters in VIEWS:
        told = sure.sureness(built, Asked(axes, filters, LATER), found)
        expected = questions.coverage(real, axes, filters)
        assert [STATES[place] for place in told.states[reading]] == list(expected["state"])
        assert list(told.partners[reading]) == list(expected["partners"])


def test_the_first_gap_of_a_reading_is_the_first_of_such_a_hub(today, store):
    built, found = today
    whole = hub(built, EVERY, found)
    choices = sure.drawn(whole, built.state.number)
    told = sure.sureness(built, Asked(AXES, Filters(), LATER), found)
    one = replace(told, states=told.states[[1]], partners=told.partners[[1]])

    line = first.first(built, one, AXES, Ranking())

    real, mine = (
        gaps.gaps(of, AXES) for of in (hub_where(store, choices[1], whole.known.facts), built)
    )
    assert line.short == len(mine)
    assert (line.fewest, line.most) == (len(real), len(real))
    assert line.first == mine["cell"].iloc[0] - 1
    assert bool(line.first_holds) == (real["cell"].iloc[0] == mine["cell"].iloc[0])


def test_what_would_flip_a_cell_is_what_changes_it_alone(today):
    built, found = today
    asked = Asked(AXES, Filters(), LATER)
    whole = hub(built, asked, found)
    flips = sure.sureness(built, asked, found).flips.set_index("fact")

    for fact, outcomes in enumerate(whole.known.facts["outcomes"]):
        alone = np.zeros((outcomes, len(whole.known.facts)), dtype=np.int64)
        alone[:, fact] = range(1, outcomes + 1)
        changed = whole.states(sure.counts_of(whole, alone)) != whole.states(whole.today)
        expected = changed.sum(axis=1)
        assert (fact in flips.index) == bool(expected.any())
        if expected.any():
            assert flips.loc[fact, "most"] == expected.max()
            assert flips.loc[fact, "cells"] == expected.mean()


def test_what_staff_keep_apart_is_one_in_no_reading(store):
    load(
        store,
        "Organisation | Functions | Areas\n"
        + "\n".join(
            f"{name} | Schools | Derby"
            for name in ("Ash Youth Choir", "Ash Youth Choirs", "Ash Youths Choir")
        ),
        kind="partner",
    )
    record.record_same(store, ("ash youth choir", "ash youth choirs"), same.APART, "a test")
    built = now(store)

    everybody = hub(built, Asked(AXES, Filters(), LATER - timedelta(days=790)), pairs.pairs(built))
    cells = everybody.frame.cells
    schools = cells.index[(cells["row"] == "schools") & (cells["column"] == DERBY)]

    alone = sure.counts_of(everybody, np.array([[1, 1]]))

    assert list(everybody.known.facts["kind"]) == ["pair", "pair"]
    assert alone.partners[0, schools[0]] == 2
