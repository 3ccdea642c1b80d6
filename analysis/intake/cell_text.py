"""Every kind of spreadsheet value as the text a person would write for it."""

import datetime as dt
from typing import TypeAlias

Value: TypeAlias = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta

HALF_A_SECOND = dt.timedelta(milliseconds=500)


def cell_text(value: Value) -> str:
    """Write a value as text: "120", "2.5", "TRUE", "2026-09-03", "2026-09-03 09:04:11", "9:04".

    Text comes back as it is. A date without a time of day stays a date.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value)
    return _moment(value)


def _number(value: float) -> str:
    """Spreadsheets keep whole numbers as floats."""
    return str(int(value)) if float(value).is_integer() else repr(value)


def _moment(value: dt.time | dt.date | dt.timedelta) -> str:
    if isinstance(value, dt.datetime):
        # Serial numbers miss whole seconds by a millisecond or two.
        return str((value + HALF_A_SECOND).replace(microsecond=0))
    if isinstance(value, dt.time):
        return value.isoformat("seconds")
    return str(value)
