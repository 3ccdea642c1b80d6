"""Each plausible reading is what a hub would be whose files and decisions say just that."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pandas as pd
import pytest

from analysis import questions
from analysis.decide import pairs, sure
from analysis.decide.doubts import KINDS, Asked
from analysis.decide.readings import hub
from analysis.ledger import entries, record, same
from analysis.ledger.record import NO_ANSWER, OUTSIDE
from analysis.questions import STATES, Filters
from tests.hub import WORDS, as_csv, load, now

LATER = datetime.now(UTC).date() + timedelta(days=800)
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
