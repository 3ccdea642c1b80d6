"""The moment a form was sent, from the many ways tools and people write it.

Never parsed by guessing libraries: they read "GMT+1" with the sign reversed and 2026-02-01 as
2 January. Each kind of writing has its own pattern; the only thing a column decides as a whole is
whether 3/9 is in September or in March.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
SERIAL_DAY_ZERO = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's clock has no zone
LONGEST = 100  # characters; the wordiest date has 70
YEARS = range(1900, 2200)
CENTURY = 2000
SEQUENCE = 6  # so many different moments stand in order by chance once in 360 times
SECONDS = len("2026-09-03T09:04:11")
SERIALS = (30_000, 80_000)  # 1982 to 2119: no other number in a date column is meant as a day

_CLOCK = (
    r"(?:(?:,|\s|T|\bat\b)*(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>Z|[a-z]{2,5}(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d)?"
    r"\s*(?:\([^)]*\))?)?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_NUMBERS = r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<next>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)"

YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}}){_CLOCK}", re.IGNORECASE
)
NUMBERS = re.compile(_NUMBERS + _CLOCK, re.IGNORECASE)
DAY_MONTH = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH},?[\s-]+(?P<year>\d{{4}}|\d\d){_CLOCK}",
    re.IGNORECASE,
)
MONTH_DAY = re.compile(
    rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_CLOCK}",
    re.IGNORECASE,
)
SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
# What people write around a date without making it another: "rec'd", "(by e-mail)", "3 / 9 / 2026".
AROUND = re.compile(
    r"^(?:rec(?:eived|'d|d)?|sent|submitted|e-?mailed|on)[.:]?(?:\s+on)?\s+|\s*\([^()\d]*\)$"
    r"|(?<=\d)\s+(?=[/.-]\s)|(?<=[/.-])\s+(?=\d)|'(?=\d\d\b)",
    re.IGNORECASE,
)
OFFSET = re.compile(r"(?:GMT|UTC)?\s?([+-])(\d{1,2}):?(\d\d)?", re.IGNORECASE)

MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        start=1,
    )
}
# In hours east of Greenwich. Words that mean two zones are left out, so such a time is not read.
ZONES = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "bst": 1,
    "wet": 0,
    "west": 1,
    "cet": 1,
    "cest": 2,
    "est": -5,
    "edt": -4,
}


@dataclass(frozen=True)
class Habit:
    """How a column writes its dates: which number comes first, and in which zone."""

    month_first: bool
    zone: str = "Europe/London"


def looks_like_date(text: str) -> bool:
    """Whether a cell is written like a date in any order."""
    return any(read(text, Habit(month_first)) for month_first in (False, True))


def month_first(texts: Iterable[str]) -> bool | None:
    """Whether a column's dates put the month first; None where both orders fit equally well."""
    numeric = (match for text in texts if (match := NUMBERS.fullmatch(text.strip())))
    days = Counter(match.group("first", "next", "year") for match in numeric)
    british, american = (
        sum(times for day, times in days.items() if read("/".join(day), Habit(order)))
        for order in (False, True)
    )
    return None if british == american else american > british


def month_first_by_sequence(texts: Sequence[str]) -> bool | None:
    """Whether only one order makes a column run forwards or backwards, as tools list their rows.

    None where both do or neither does, or too few dates stand there to tell it from chance.
    """
    if all(YEAR_FIRST.fullmatch(text) for text in texts):
        return None
    runs = [_runs(texts, Habit(order)) for order in (False, True)]
    return None if runs[0] == runs[1] else runs[1]


def _runs(texts: Iterable[str], habit: Habit) -> bool:
    moments = [moment for text in texts if (moment := read(text, habit)[:SECONDS])]
    one_way = sorted(moments)
    return len(set(moments)) >= SEQUENCE and moments in (one_way, one_way[::-1])


def has_two_orders(texts: Iterable[str]) -> bool:
    """Whether any date is written in numbers alone, the year last."""
    return any(NUMBERS.fullmatch(text.strip()) for text in texts)


def has_clock(text: str) -> bool:
    """Whether a cell tells a time of day."""
    return bool(re.search(r"\d[:.]\d\d", text))


def zone_in(header: str, otherwise: str) -> str:
    """The zone a header states, as in "Submit Date (UTC)"."""
    return "UTC" if re.search(r"\b(UTC|GMT)\b", header) else otherwise


def read(text: str, habit: Habit) -> str:
    """The ISO form of a date, or of a date and time as London clocks showed it.

    Parameters
    ----------
    text
        One cell, as written.
    habit
        The order of day and month, and the zone of times that state none.

    Returns
    -------
    str
        "2026-09-03T09:04:11+01:00" where a time is given, "2026-09-03" where none is, and ""
        where the words are no date.
    """
    plain = " ".join(text[:LONGEST].replace("\u2019", "'").split())
    if SERIAL.fullmatch(plain):
        return _serial(float(plain), habit)
    return _day(plain, habit) or _day(AROUND.sub("", plain), habit)


def _day(plain: str, habit: Habit) -> str:
    for pattern in (YEAR_FIRST, NUMBERS, DAY_MONTH, MONTH_DAY):
        if match := pattern.fullmatch(plain):
            return _iso(match.groupdict(), habit)
    return ""


def read_all(texts: Sequence[str], habit: Habit) -> list[str]:
    """The ISO forms of a column; a bare date among times of day is that day's midnight.

    Spreadsheets hand over a time stamp of exactly midnight as a date.
    """
    values = [read(text, habit) for text in texts]
    timed = sum("T" in value for value in values)
    if timed * 2 <= len([value for value in values if value]):
        return values
    return [_midnight(value, text, habit) for value, text in zip(values, texts, strict=True)]


def _midnight(value: str, text: str, habit: Habit) -> str:
    bare = bool(value) and value == text.strip()
    return read(f"{value} 00:00:00", habit) if bare and "T" not in value else value


def _serial(days: float, habit: Habit) -> str:
    if not SERIALS[0] <= days < SERIALS[1]:
        return ""
    moment = SERIAL_DAY_ZERO + dt.timedelta(seconds=round(days * 86_400))
    return moment.date().isoformat() if days.is_integer() else _local(moment, ZoneInfo(habit.zone))


def _iso(found: dict[str, str | None], habit: Habit) -> str:
    try:
        day = _date(found, habit)
        if found["hour"] is None:
            return day.isoformat()
        zone = _zone(found["zone"], habit)
        return _local(dt.datetime.combine(day, _time(found)), zone) if zone else ""
    except ValueError:  # such as the 31st of June, or 25 o'clock
        return ""


def _date(found: dict[str, str | None], habit: Habit) -> dt.date:
    written = found["year"] or ""
    year = int(written) + (CENTURY if len(written) == len("26") else 0)
    if year not in YEARS:
        raise ValueError(year)
    return dt.date(year, *_month_and_day(found, habit))


def _month_and_day(found: dict[str, str | None], habit: Habit) -> tuple[int, int]:
    if name := found.get("name"):
        return MONTHS[name.casefold()], int(found["day"] or 0)
    if "month" in found:
        return int(found["month"] or 0), int(found["day"] or 0)
    first, second = int(found["first"] or 0), int(found["next"] or 0)
    return (first, second) if habit.month_first else (second, first)


def _time(found: dict[str, str | None]) -> dt.time:
    hour = int(found["hour"] or 0)
    if half := found["half"]:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - the clock's face
            raise ValueError(hour)
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return dt.time(hour, int(found["minute"] or 0), int(found["second"] or 0))


def _zone(written: str | None, habit: Habit) -> dt.tzinfo | None:
    """A stated offset means what people mean by it: GMT+1 is an hour ahead of Greenwich."""
    if written is None:
        return ZoneInfo(habit.zone)
    if offset := OFFSET.fullmatch(written):
        sign, hours, minutes = offset.groups()
        ahead = dt.timedelta(hours=int(hours), minutes=int(minutes or 0))
        return dt.timezone(ahead if sign == "+" else -ahead)
    known = ZONES.get(written.casefold())
    return None if known is None else dt.timezone(dt.timedelta(hours=known))


def _local(moment: dt.datetime, zone: dt.tzinfo) -> str:
    return moment.replace(tzinfo=zone).astimezone(LONDON).isoformat()
