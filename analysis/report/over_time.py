"""Coverage over time in words and tables: its days, their names, and what each of them counts."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import pandas as pd

from analysis import questions, timeline
from analysis.ledger.entries import Entry
from analysis.report import sentences, tables
from analysis.report.sentences import counted, day
from analysis.timeline import Point
from analysis.vocabulary import HEADINGS

NEWEST = "The newest data"


def months(points: Sequence[Point]) -> list[str]:
    """What the columns of a chart by month are called: "Sep 2025", and the day it ends with."""
    *over, last = points
    return [*(f"{point.day:%b %Y}" for point in over), f"{last.day.day} {last.day:%b %Y}"]


def school_years(points: Sequence[Point]) -> list[str]:
    """What the columns of a chart by school year are called: "2025/26"; the last is not over."""
    *over, last = points
    return [*(_school_year(point.day) for point in over), f"{_school_year(last.day)} so far"]


def tally(
    points: Sequence[Point], names: Sequence[str], grids: Sequence[pd.DataFrame]
) -> pd.DataFrame:
    """Count each day's cells by state, as charts want it: the days are the terms."""
    whole = [
        grid.assign(row=str(point.day), row_label=name)
        for point, name, grid in zip(points, names, grids, strict=True)
    ]
    return questions.tally(pd.concat(whole))


def of_tally(tally: pd.DataFrame) -> pd.DataFrame:
    """Cells by state at the end of each day as a table."""
    told = tally.assign(label=[day(date.fromisoformat(term)) for term in tally["term"]])
    return tables.of_tally(told, "area").rename(columns={HEADINGS["area"]: "At the end of"})


def marks(tally: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    """Each mark of the chart: its day and state, as a click tells them, and its column's name."""
    for term, name, state in zip(tally["term"], tally["label"], tally["state"], strict=True):
        yield str(term), str(name), str(state)


def begins(told: Sequence[Entry]) -> list[str]:
    """From when there is a record, and what a column of it shows."""
    first = sentences.moment(timeline.began(told).at)
    begins = f"The hub's record begins on {first}. Before that nothing is known or drawn."
    column = "Each column is the record as it stood at the end of its day, mistakes included."
    return [begins, column]


def as_dated(undated: int, offers: int) -> list[str]:
    """What a column as dated shows, and what is not known of it."""
    how = (
        "Each column counts what is known now, by its own dates: an offer from the day it was "
        "submitted, a stage from the day it was recorded, targets as they are now."
    )
    unknown = (
        f"{undated} of {counted(offers, 'offer')} that count have no date of their own, and count "
        "from the day their file was taken in; when these began is not known."
    )
    return [how, unknown]


def base_as_dated(points: Sequence[Point]) -> str:
    """What a chart as dated rests on."""
    return f"As dated, from {day(points[0].day)} on."


def of_day(point: Point) -> str:
    """Of what date the figures of one day are, as dated."""
    return f"{day(point.day)}, as dated in what is known now"


def base(told: Sequence[Entry]) -> str:
    """What a chart over time rests on."""
    return f"As recorded since {day(_begun(told))}."


def said(point: Point) -> str:
    """A moment by its day and its entry."""
    return f"{day(point.day)} (entry {point.number})"


def crossed(axes: Sequence[str]) -> str:
    """The dimensions of a grid as a title says them."""
    return sentences.crossed(*(HEADINGS[axis] for axis in axes))


def names(points: Sequence[Point]) -> dict[str, Point]:
    """Days to choose from, the newest first, each with what it is the end of."""
    *earlier, last = points
    return {NEWEST: last, **{_name(point): point for point in reversed(earlier)}}


def first(names: Mapping[str, Point]) -> str:
    """The day to compare with unless another is chosen: the end of the last school year.

    Where the record is younger, the day it began; where that is all of it, the day before.
    """
    points = sorted(names.values(), key=lambda point: point.day)
    last = points[-1]
    ended = date(timeline.school_year(last.day), timeline.FIRST_MONTH - 1, 31)
    known = [point for point in points[:-1] if point.number and point.day >= ended]
    begun = known[0] if known else points[0]
    is_all = begun.number == last.number and begun.day != ended
    return _name(points[0] if is_all else begun)


def _begun(told: Sequence[Entry]) -> date:
    return told[0].at.astimezone(timeline.LOCAL).date()


def _name(point: Point) -> str:
    about = "" if point.number else " (before the record)"
    if (point.day.month, point.day.day) == (timeline.FIRST_MONTH - 1, 31):
        about = f" (end of the school year {_school_year(point.day)})"
    return f"{day(point.day)}{about}"


def _school_year(on: date) -> str:
    year = timeline.school_year(on)
    return f"{year}/{(year + 1) % 100:02}"
