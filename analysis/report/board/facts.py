"""What a report is asked for and made from, and the moment it is compared with."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis import timeline
from analysis.database import Database
from analysis.decide.sure import Sureness
from analysis.decide.why import Story
from analysis.ledger.entries import Entry
from analysis.ledger.record import REPORT
from analysis.ledger.state import replay
from analysis.questions import EVERYTHING, Filters
from analysis.receipt import DEFAULT_AXES
from analysis.report import over_time
from analysis.timeline import Point

TITLE = "Local Plan coverage: report to the board"


@dataclass(frozen=True)
class Asked:
    """What a report is asked for; `described` are its filters in words, `by` who makes it."""

    by: str
    described: str = "none"
    filters: Filters = EVERYTHING
    axes: tuple[str, str] = DEFAULT_AXES
    title: str = TITLE


@dataclass(frozen=True)
class Years:
    """The ends of the record's school years, and the grid as it stood at each of them."""

    points: tuple[Point, ...] = ()
    grids: Sequence[pd.DataFrame] = ()


@dataclass(frozen=True)
class Facts:
    """What a report says it from: the data, and what became of it since a moment.

    `told` is the ledger up to the data; `since` and `until` are the ends of `story`.
    """

    database: Database
    told: Sequence[Entry]
    since: Point
    until: Point
    story: Story
    sureness: Sureness
    years: Years


def last(told: Sequence[Entry]) -> Point | None:
    """What the newest report that stands was made on, and the day it was recorded; None without."""
    reports = replay(told).of(REPORT)
    if not reports:
        return None
    newest = reports[-1]
    on = newest.at.astimezone(timeline.LOCAL).date()
    return Point(on, int(str(newest.payload["data"])))


def first(told: Sequence[Entry], until: Point) -> Point:
    """The moment to compare with where no other is named.

    That is the last report; where none was recorded, the end of the last school year or, in a
    younger record, the day it began.
    """
    names = over_time.names(timeline.days(told, until.day)) if told else {}
    return last(told) or (names[over_time.first(names)] if names else Point(until.day, 0))
