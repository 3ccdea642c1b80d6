"""Alerts are exactly the lines crossed: counted a second time, in plain Python, on random hubs."""

import csv
import io
import itertools
import json
import tempfile
import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from analysis import timeline
from analysis.__main__ import app
from analysis.decide import alerts
from analysis.decide.alerts import CLOSED, LOST, Since
from analysis.errors import DashboardError
from analysis.ledger import entries, record
from analysis.ledger.state import replay
from tests import oracle
from tests.hub import DERBY, load, now
from tests.stores import files
from tests.test_coverage import SLOW, take_in, taken_in

CELLS = settings(SLOW, max_examples=5, phases=[Phase.generate])
ENQUIRIES = settings(SLOW, max_examples=2, phases=[Phase.generate])
FIRST, SPAN = date(2026, 9, 1), 120
MOST_DAYS = tomllib.loads((oracle.DATA / "pipeline.toml").read_text(encoding="utf-8"))["most_days"]
PARTNERS = """
Organisation | Stage        | Functions | Areas
Ash          | Commissioned | Schools   | Derby
Birch        | Received     | Inclusion | Derby
"""

enquiries = st.lists(
    st.tuples(
        st.integers(0, SPAN), st.sampled_from(["received", "in-dialogue", "observed", "pilot"])
    ),
    min_size=15,
    max_size=30,
)


def partners(made) -> dict[tuple[str, str], int]:
    standing = oracle.offers([file for file, _ in made])
    cells = itertools.product(oracle.FRAME["function"], oracle.FRAME["area"])
    return {
        (function, area): oracle.cell(standing, {"function": function, "area": area}, {}, set())[
            "partners"
        ]
        for function, area in cells
    }


def found(crossed) -> set[tuple[str, str, str]]:
    return set(crossed[["row", "column", "what"]].itertuples(index=False, name=None))


@CELLS
@given(made=files())
def test_the_cells_told_of_are_exactly_those_that_lost_or_gained_their_only_partners(made):
    with tempfile.TemporaryDirectory() as folder:
        store = entries.open_store(Path(folder))
        built = [now(store)]
        for number, file in enumerate(made):
            take_in(store, number, file)
            built.append(now(store))
        store.engine.dispose()

    for had in range(1, len(made)):
        then, today = partners(made[:had]), partners(made)
        lost = {(*cell, LOST) for cell in then if then[cell] and not today[cell]}
        closed = {(*cell, CLOSED) for cell in then if today[cell] and not then[cell]}
        assert found(alerts.crossed(built[had], built[-1])) == lost | closed
    assert alerts.crossed(built[0], built[-1]).empty


def sheet(told, first: int) -> str:
    out = io.StringIO()
    lines = csv.writer(out, delimiter="|")
    lines.writerow(["Organisation", "Submitted at", "Stage", "Functions", "Areas"])
    for number, (days, stage) in enumerate(told, start=first):
        lines.writerow([f"Choir {number}", FIRST + timedelta(days), stage, "Schools", "Derby"])
    return out.getvalue()


def over(told, day: date) -> set[str]:
    return {
        f"Choir {number}"
        for number, (days, stage) in enumerate(told)
        if (day - FIRST - timedelta(days)).days > MOST_DAYS.get(stage, SPAN * 9)
    }


@ENQUIRIES
@given(old=enquiries, new=enquiries, days=st.tuples(st.integers(0, SPAN), st.integers(0, SPAN)))
def test_the_enquiries_told_of_are_exactly_those_that_passed_their_limit(old, new, days):
    then, today = (FIRST + timedelta(day) for day in sorted(days))
    with tempfile.TemporaryDirectory() as folder:
        store = entries.open_store(Path(folder))
        load(store, sheet(old, 0))
        before = now(store)
        load(store, sheet(new, len(old)))
        late = alerts.overdue(before, now(store), (then, today))
        store.engine.dispose()

    assert set(late["name"]) == over(old + new, today) - over(old, then)


def test_the_first_files_of_a_record_cross_no_line(store):
    load(store, sheet([(0, "received")] * 3, 0))
    since = alerts.before_the_last_import(now(store).state)
    long_after = FIRST + timedelta(days=SPAN * 9)

    assert since.number == 0
    assert alerts.overdue(taken_in([]), now(store), (FIRST, long_after)).empty
    assert len(alerts.overdue(now(store), now(store), (FIRST, long_after))) == 3


def test_a_stage_change_that_loses_the_last_partner_is_told_and_its_undo_is_not(store):
    load(store, PARTNERS, "partner")
    before = now(store)
    number = record.record_stage(store, "ash", "lapsed", "a test")
    after = now(store)
    record.record_undo(store, number, "a test")

    assert found(alerts.crossed(before, after)) == {("schools", DERBY, LOST)}
    assert alerts.crossed(before, now(store)).empty
    assert found(alerts.crossed(after, now(store))) == {("schools", DERBY, CLOSED)}


def test_a_cell_that_does_not_apply_crosses_no_line(store):
    load(store, PARTNERS, "partner")
    before = now(store)
    record.record_not_applicable(store, [f"area:{DERBY}"], "a test", "Served by a neighbour")
    record.record_stage(store, "ash", "lapsed", "a test")

    assert alerts.crossed(before, now(store)).empty
    assert alerts.crossed(now(store), before).empty


def test_files_recorded_together_are_one_import_and_those_of_another_day_are_not(store):
    for area in ("Derby", "Erewash", "Bolsover"):
        load(store, PARTNERS.replace("Derby", area), "partner")
    told = entries.entries(store)
    dated = [
        replace(entry, at=entry.at - timedelta(days=ago))
        for entry, ago in zip(told, (9, 0, 0), strict=True)
    ]

    assert alerts.before_the_last_import(replay(told)).number == 0
    since = alerts.before_the_last_import(replay(dated))
    assert since == Since(1, dated[1].at.astimezone(timeline.LOCAL).date())
    assert alerts.before_the_last_import(replay(())) is None


def test_the_command_prints_a_line_with_its_link_and_nothing_where_no_line_was_crossed(
    store, capsys
):
    load(store, PARTNERS, "partner")
    record.record_stage(store, "ash", "lapsed", "a test")
    given = ["alerts", "--store", str(store.folder), "--address", "https://hub.example.org/"]

    for form in ("table", "csv", "json"):
        app([*given, "--format", form], standalone_mode=False)
        assert capsys.readouterr().out == ""
    app([*given, "--since", "1"], standalone_mode=False)
    assert capsys.readouterr().out == (
        "▼ Worse: Schools × Derby lost its last partner: now ✕ gap, 0 partners of a target of 2. "
        "https://hub.example.org/explore?cell=Schools%20%C3%97%20Derby\n"
    )
    app([*given, "--since", "1", "--format", "json"], standalone_mode=False)
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["way"], told["about"]) == ("worse", "Schools × Derby")
    with pytest.raises(DashboardError, match="newer than entry 1"):
        app([*given, "--since", "2", "--as-of", "1"], standalone_mode=False)
