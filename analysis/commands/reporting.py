"""The command that writes the report to the board."""

import sys
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

from analysis import access, past, timeline, vocabulary
from analysis.access import Action
from analysis.commands import options
from analysis.commands.options import (
    DEFAULT_STORE,
    ME,
    AsOfOption,
    AxisOption,
    ByOption,
    StoreOption,
    WhereOption,
    WholeHubOption,
)
from analysis.database import Database
from analysis.decide import pairs, why
from analysis.decide.doubts import Asked as Doubtful
from analysis.decide.sure import sureness
from analysis.ledger import record
from analysis.ledger.entries import Entry, Store
from analysis.ledger.state import replay
from analysis.past import Moment
from analysis.report.board import facts as facts_of
from analysis.report.board import told, written
from analysis.report.board.facts import TITLE, Asked, Facts, Years
from analysis.report.described import described as described_as
from analysis.report.sentences import LOCAL
from analysis.timeline import Point

Told = tuple[Entry, ...]


def report(
    file: Annotated[
        list[Path], typer.Argument(help="The .pdf, .docx or .xlsx file to write, or several.")
    ],
    since: Annotated[
        str | None,
        typer.Option(help="An entry, or the end of a day; without it, the last report recorded."),
    ] = None,
    title: Annotated[str, typer.Option(help="What it is called; name the hub.")] = TITLE,
    rows: AxisOption = "function",
    columns: AxisOption = "area",
    where: WhereOption = None,
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    by: ByOption = ME,
    *,
    keep: Annotated[
        bool, typer.Option("--record", help="Remember it: the next report is compared with it.")
    ] = False,
    whole_hub: WholeHubOption = True,
) -> None:
    """Write a report to the board: where the plan stands, what changed and why, what is next."""
    writers, words = {each: written.writer(each.name) for each in file}, vocabulary.load()
    named = tuple(options.axes(rows, columns, None).values())
    chosen = options.filters(where, words, whole_hub=whole_hub)
    described = described_as(chosen)
    opened = options.open_store(store)
    if keep:
        access.require(options.role(opened, by), Action.REPORT)
    database = options.at_entry(opened, as_of)
    asked = Asked(by, described, chosen, (named[0], named[1]), title)
    made = told.report(_facts(opened, database, asked, since, is_now=as_of is None), asked, _now())
    for each, write in writers.items():
        _say(f"Writing {each.name}…")
        options.written(each, write(made))
        _say(f"Written: {each}.")
    if keep:
        number = record.record_report(opened, database.state.number, described, by)
        _say(f"Recorded as entry {number}: the next report is compared with this one.")


def _facts(
    opened: Store, database: Database, asked: Asked, since: str | None, *, is_now: bool
) -> Facts:
    """What the report is made from, counted as `changes` and `sure` count it."""
    told, words = options.told(opened)[: database.state.number], vocabulary.load()
    at = None if is_now else database.state.at
    until = Point((at or _now()).astimezone(LOCAL).date(), database.state.number)
    first = facts_of.first(told, until) if since is None else _named(told, since, until)
    spanned = past.spanning(told, first.number, until.number)
    points = timeline.school_years(told, until.day)
    after = [past.lasting(told, point.number) for point in points]
    moments = _moments(database, told, {*spanned, *after})
    story = why.story(
        past.past([moments[each] for each in spanned], words), told, asked.axes, asked.filters
    )
    years = Years(points, _grids([moments[each] for each in after], asked))
    _say("Reading it in 200 plausible ways…")
    doubtful = Doubtful(asked.axes, asked.filters, until.day)
    known = sureness(database, doubtful, pairs.pairs(database))
    return Facts(database, told, first, until, story, known, years)


def _moments(database: Database, told: Told, numbers: Collection[int]) -> dict[int, Moment]:
    """The record after some entries; the newest is built already, as no later one moves a cell."""
    _say(f"Reading the record after {len(numbers)} entries…")
    newest, words = max(numbers), vocabulary.load()
    earlier = sorted({*numbers} - {newest})
    built = {each: past.moment(replay(told, each), database.archive, words) for each in earlier}
    return {**built, newest: past.moment_of(database, newest)}


def _grids(moments: Sequence[Moment], asked: Asked) -> list[pd.DataFrame]:
    """The grid at each of some moments, of which several may be one."""
    if not moments:
        return []
    each = {moment.number: moment for moment in moments}
    over = past.coverage_over(
        past.past([each[number] for number in sorted(each)], vocabulary.load()),
        asked.axes,
        asked.filters,
    )
    return [over[over["after_entry"] == moment.number] for moment in moments]


def _named(told: Told, since: str, until: Point) -> Point:
    """The moment that was asked for: an entry on its day, or the end of a day."""
    number = options.entry(told, since)
    if not since.isdecimal() or int(since) != number:
        return Point(date.fromisoformat(since), number)
    if not number:
        return Point(timeline.days(told, until.day)[0].day if told else until.day, 0)
    return Point(told[number - 1].at.astimezone(LOCAL).date(), number)


def _now() -> datetime:
    return datetime.now(UTC)


def _say(told: str) -> None:
    sys.stdout.write(f"{told}\n")
    sys.stdout.flush()
