"""The page over time: the record up to what is shown, its days, and two of them side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from analysis import charts, past, questions, timeline
from analysis.decide import why
from analysis.decide.why import Story
from analysis.ledger import entries
from analysis.ledger.entries import Entry
from analysis.questions import Filters
from analysis.report import definitions, sentences, two_days
from analysis.report import numbers as told_numbers
from analysis.report import over_time as told
from analysis.timeline import Point
from pages.shared import (
    blocks,
    drill,
    filters,
    history,
    identity,
    menu,
    moments,
    numbers,
    session,
    text,
)
from pages.shared.blocks import Answer
from pages.shared.drill import View
from pages.shared.text import escaped

IMPORTS, DECISIONS = "data/imports", "data/decisions"
MONTH = "Month"
BY = {
    MONTH: (timeline.months, timeline.dated_months, told.months),
    "School year": (timeline.school_years, timeline.dated_school_years, told.school_years),
}
RECORDED, DATED = "As recorded", "As dated"
Axes = tuple[str, str]
Days = tuple[Point, Point]


@dataclass(frozen=True)
class Record:
    """The ledger up to the data that is shown, and the day up to which it is asked of."""

    entries: tuple[Entry, ...]
    until: date


def record() -> Record:
    """The record as it is now, or as it was where a link froze it."""
    return Record(identity.told(session.told()), session.day())


def columns(record: Record, axes: Axes, chosen: Filters) -> None:
    """Show the cells by state at the end of each month or school year; let one be looked into."""
    left, right = st.columns(2)
    with left:
        by = filters.pick("by", "At the end of each", list(BY))
    with right:
        is_dated = filters.pick("dates", "Counted", [RECORDED, DATED]) == DATED
    points, names, base = _dated(record, by) if is_dated else _recorded(record, by)
    each = (_grids_as_dated if is_dated else grids)(record, points, axes, chosen)
    tally = told.tally(points, names, each)
    chart = f"over time {filters.by_hand('day')}"
    marks: dict[tuple[str, ...], str] = {
        (term, state): name for term, name, state in told.marks(tally)
    }
    title = f"Cells by state over time, {told.crossed(axes)}"
    about = definitions.TIME
    blocks.chart(
        Answer(chart, title, told.of_tally(tally), base, about=about),
        charts.over_time(tally),
        charts.describe_bars(tally),
        lambda: take(chart, "day", marks),
    )
    name = filters.pick_any("day", "Look into", names, "Click a column above, or choose its day")
    if name is not None:
        place = names.index(name)
        then, cells = _then(points[place], axes, chosen, is_dated=is_dated), each[place]
        found = (*told_numbers.of_states(cells), *told_numbers.of_cells(cells))
        numbers.show("on_day", f"the end of {name}", found, then)


def _recorded(record: Record, by: str) -> tuple[Sequence[Point], list[str], str]:
    """The days of the record as it stood, their names, and what it rests on."""
    of, _, names_of = BY[by]
    points = of(record.entries, record.until)
    text.lines(told.begins(record.entries))
    return points, names_of(points), told.base(record.entries)


def _dated(record: Record, by: str) -> tuple[Sequence[Point], list[str], str]:
    """The days of the record by its own dates, their names, and what it rests on."""
    _, of, names_of = BY[by]
    data = session.database()
    points = of(past.dates(data), record.until)
    text.lines(told.as_dated(*past.undated(data)))
    return points, names_of(points), told.base_as_dated(points)


def _then(point: Point, axes: Axes, chosen: Filters, *, is_dated: bool) -> View:
    if is_dated:
        return View(moments.at_day(point.day), axes, chosen, told.of_day(point))
    return View(session.at(session.store(), point.number), axes, chosen)


def pick_days(record: Record) -> Days:
    """Two days of the record; the other way round they are put in order."""
    names = told.names(timeline.days(record.entries, record.until))
    left, right = st.columns(2)
    with left:
        since = filters.pick("since", "From the end of", list(names), told.first(names))
    with right:
        until = filters.pick("until", "To the end of", list(names))
    first, last = sorted((names[since], names[until]), key=lambda point: point.day)
    return first, last


def story(record: Record, days: Days, axes: Axes, chosen: Filters) -> Story:
    """What became of every cell between two days, entry by entry; found once for a question."""
    numbers_of = past.spanning(record.entries, *(point.number for point in days))
    key = (moments.key(len(record.entries)), numbers_of, axes, chosen)
    return session.keep(
        "two days",
        key,
        lambda: why.story(moments.past(numbers_of), record.entries, axes, chosen),
    )


def changed(record: Record, story: Story, axes: Axes, days: str) -> None:
    """The cells that changed with why, and each entry's part in it; a row is a cell to choose."""
    cells, table = two_days.of_changed(story, axes), f"changed {filters.by_hand('cell')}"
    if cells.empty:
        return
    names = list(two_days.names_of_cells(story.changed).values())
    base = "Cells whose state or number of partners is another, and the entries that moved them."
    about = definitions.TIME
    blocks.table(
        Answer(table, f"Cells that changed, {days}", cells, base, as_of=days, about=about),
        lambda: filters.follow_row(table, "cell", names),
    )
    steps = two_days.of_steps(story.steps, story, record.entries)
    base = "One row for each entry and cell whose state or number of partners it changed."
    blocks.folded(Answer("steps", "Entry by entry", steps, base, as_of=days, about=about))
    back = two_days.of_returned(story, axes)
    base = "Moved by an entry, and moved back by a later one."
    blocks.folded(Answer("back", "Moved and moved back", back, base, as_of=days, about=about))


def cell(record: Record, story: Story, days: Days, axes: Axes, chosen: Filters) -> None:
    """One cell: what moved it, the way to each of those entries, and its offers then and now."""
    names = two_days.names_of_cells(story.cells)
    hint = "Click a cell above, select a row, or choose one"
    name = filters.pick_any("cell", "Cell", list(names.values()), hint)
    if name is None:
        return
    place = list(names.values()).index(name)
    steps = story.of(int(story.cells["cell"].iloc[place]))
    nothing = "Nothing changed the state or the partners of"
    st.subheader(f"What moved {escaped(name)}" if steps else f"{nothing} {escaped(name)}")
    for step in steps:
        text.lines(two_days.of_step(step, record.entries))
        _link(record.entries[step.entry - 1])
    codes = zip(axes, list(names)[place], strict=True)
    terms = [f"{axis}:{code}" for axis, code in codes]
    for key, point in zip(("then", "now"), days, strict=True):
        data = session.at(session.store(), point.number)
        st.subheader(f"At the end of {sentences.day(point.day)}")
        offers = questions.offers_behind(data, axes, terms, chosen)
        view = View(data, axes, chosen)
        drill.offers(offers, f"{name}, {sentences.day(point.day)}", view, key)


def grids(
    record: Record, points: Sequence[Point], axes: Axes, chosen: Filters
) -> list[pd.DataFrame]:
    """The grid at the end of each day; the record is read once for each entry it then stood at."""
    after = [past.lasting(record.entries, point.number) for point in points]
    wanted = tuple(sorted(set(after)))
    over = session.keep(
        "over time",
        (moments.key(len(record.entries)), wanted, axes, chosen),
        lambda: past.coverage_over(moments.past(wanted), axes, chosen),
    )
    return [over[over["after_entry"] == number] for number in after]


def take(chart: str, key: str, names: Mapping[tuple[str, ...], str]) -> None:
    """Take over the mark that was clicked as the choice called `key`; it is marked no longer."""
    if filters.follow(chart, key, names):
        filters.take_hand(key)


def _grids_as_dated(
    record: Record, points: Sequence[Point], axes: Axes, chosen: Filters
) -> list[pd.DataFrame]:
    """The grid at the end of each day, by the dates of what is known now."""
    days = tuple(sorted({point.number for point in points}))
    over = session.keep(
        "over time as dated",
        (moments.key(len(record.entries)), days, axes, chosen),
        lambda: past.coverage_over(moments.dated(list(map(timeline.day_of, days))), axes, chosen),
    )
    wanted = [timeline.day_of(point.number).toordinal() for point in points]
    return [over[over["after_entry"] == number] for number in wanted]


def _link(entry: Entry) -> None:
    """The way to an entry: where it can be taken back, or to the history where it was."""
    every = entries.entries(session.store())
    standing = {number: name for name, number in history.open_entries(every).items()}
    decided = {each.number for each in history.decisions(every)}
    page = DECISIONS if entry.number in decided else IMPORTS
    name = standing.get(entry.number)
    label = f"Entry {name or entry.number} (on {'Decisions' if page == DECISIONS else 'Imports'})"
    menu.link(page, escaped(label), **({"undo": name} if name else {}))
