"""The days of the record: ends of months and school years, here, whatever UTC says."""

from datetime import date, datetime

import pytest

from analysis import timeline
from analysis.ledger.entries import Entry


def told(*times):
    moments = [datetime.fromisoformat(f"{time}:00+00:00") for time in times]
    return [Entry(n, at, "", "note", "", {}) for n, at in enumerate(moments, start=1)]


RECORD = told("2025-06-30T12:00", "2025-08-31T22:30", "2025-08-31T23:30", "2026-01-15T09:00")


def shown(points):
    return [(str(point.day), point.number) for point in points]


def test_months_end_from_the_first_entry_s_to_the_day_that_is_asked_for():
    points = timeline.months(RECORD[:3], date(2025, 9, 10))

    assert shown(points) == [
        ("2025-06-30", 1),
        ("2025-07-31", 1),
        ("2025-08-31", 2),
        ("2025-09-10", 3),
    ]


def test_an_entry_late_in_the_evening_of_utc_is_tomorrow_s_in_summer():
    assert timeline.at_end_of(RECORD, date(2025, 8, 31)).number == 2
    assert timeline.at_end_of(RECORD, date(2025, 9, 1)).number == 3


def test_school_years_end_with_august():
    points = timeline.school_years(RECORD, date(2026, 11, 22))

    assert shown(points) == [("2025-08-31", 2), ("2026-08-31", 4), ("2026-11-22", 4)]


def test_days_are_those_with_an_entry_the_ends_of_months_and_the_day_before_all():
    points = timeline.days(RECORD[:3], date(2025, 9, 2))

    assert shown(points) == [
        ("2025-06-29", 0),
        ("2025-06-30", 1),
        ("2025-07-31", 1),
        ("2025-08-31", 2),
        ("2025-09-01", 3),
        ("2025-09-02", 3),
    ]


@pytest.mark.parametrize("points", [timeline.months, timeline.school_years, timeline.days])
def test_an_empty_record_has_no_days(points):
    assert points([], date(2026, 1, 1)) == ()


def test_a_record_of_today_has_today_only():
    assert shown(timeline.months(RECORD[:1], date(2025, 6, 30))) == [("2025-06-30", 1)]
