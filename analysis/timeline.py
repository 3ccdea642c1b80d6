"""The days at whose ends the record can be looked at, and the entry it stood at on each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from analysis.ledger.chain import MEMBER
from analysis.ledger.entries import Entry

LOCAL: Final = ZoneInfo("Europe/London")
# A school year is September to August, here as in the plan.
FIRST_MONTH: Final = 9
_DAY: Final = timedelta(days=1)


# So many years back does anything begin that is dated.
FURTHEST: Final = 5


@dataclass(frozen=True)
class Point:
    """The end of a day, and the newest entry by then; 0 where there was none yet.

    Of a record by its own dates, the newest day by then on which something is dated
    (`date.toordinal`).
    """

    day: date
    number: int


def school_year(day: date) -> int:
    """The year in which the school year of a day began."""
    return day.year - (day.month < FIRST_MONTH)


def began(told: Sequence[Entry]) -> Entry:
    """The entry with which the record begins: who may sign in is no part of it."""
    return next((entry for entry in told if entry.kind != MEMBER), told[0])


def months(told: Sequence[Entry], until: date) -> tuple[Point, ...]:
    """The end of every month from the first entry's on, and the day up to which it is asked."""
    return _points(told, _month_ends(_day(began(told)), until), until) if told else ()


def school_years(told: Sequence[Entry], until: date) -> tuple[Point, ...]:
    """The end of every school year from the first entry's on, and the day up to which."""
    if not told:
        return ()
    ends = (day for day in _month_ends(_day(began(told)), until) if day.month == FIRST_MONTH - 1)
    return _points(told, ends, until)


def days(told: Sequence[Entry], until: date) -> tuple[Point, ...]:
    """Every day on which something was recorded, and the ends of months, the oldest first.

    The record stood the same on all the days in between. The first is the day before it began.
    """
    if not told:
        return ()
    first = _day(began(told))
    dated = {_day(entry) for entry in told if _day(entry) >= first} | set(_month_ends(first, until))
    return _points(told, sorted({first - _DAY, *dated}), until)


def dated_months(dates: Sequence[date], until: date) -> tuple[Point, ...]:
    """The end of every month from the first date's on, and the day up to which it is asked."""
    return _dated(dates, _month_ends(_first(dates, until), until), until)


def dated_school_years(dates: Sequence[date], until: date) -> tuple[Point, ...]:
    """The end of every school year from the first date's on, and the day up to which."""
    ends = _month_ends(_first(dates, until), until)
    return _dated(dates, (day for day in ends if day.month == FIRST_MONTH - 1), until)


def day_of(number: int) -> date:
    """The day of a point of a record by its own dates; of 0 one before all."""
    return date.fromordinal(number) if number else date.min


def end_of(day: date) -> datetime:
    """When a day is over, here."""
    return datetime.combine(day + _DAY, time(), LOCAL)


def at_end_of(told: Sequence[Entry], day: date) -> Point:
    """The record at the end of a day."""
    return Point(day, max((entry.number for entry in told if _day(entry) <= day), default=0))


def _points(
    told: Sequence[Entry], ends: Iterator[date] | Sequence[date], until: date
) -> tuple[Point, ...]:
    before = tuple(at_end_of(told, day) for day in ends if day < until)
    return (*before, Point(until, told[-1].number))


def _first(dates: Sequence[date], until: date) -> date:
    """The first date, or the beginning of the school year some years back if that is later."""
    furthest = date(school_year(until) - FURTHEST, FIRST_MONTH, 1)
    return max(min(dates, default=until), furthest)


def _dated(dates: Sequence[date], ends: Iterator[date], until: date) -> tuple[Point, ...]:
    days = [*(day for day in ends if day < until), until]
    newest = (max((each for each in dates if each <= day), default=None) for day in days)
    return tuple(
        Point(day, at.toordinal() if at else 0) for day, at in zip(days, newest, strict=True)
    )


def _month_ends(first: date, until: date) -> Iterator[date]:
    month = date(first.year, first.month, 1)
    while month <= until:
        month = (month + 31 * _DAY).replace(day=1)
        yield month - _DAY


def _day(entry: Entry) -> date:
    return entry.at.astimezone(LOCAL).date()
