"""What one cell of a download holds, and how a text is kept from running as a formula."""

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import singledispatch
from math import isnan
from numbers import Integral, Real
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

Cell = str | int | float | date | None

LOCAL = ZoneInfo("Europe/London")

_STARTERS = frozenset("=+-@\N{MINUS SIGN}")  # a formula, in one or another spreadsheet
_UNSEEN = ("C", "Z")  # Unicode's control, format and space characters


def is_risky(text: str) -> bool:
    """Whether a spreadsheet might run a text: what it shows first starts a formula.

    Spaces, marks that cannot be seen and full-width letters are looked through, because
    spreadsheets do the same.
    """
    if text[:1].isalnum():
        return False
    characters = unicodedata.normalize("NFKC", text)
    seen = (c for c in characters if not unicodedata.category(c).startswith(_UNSEEN))
    return next(seen, "") in _STARTERS or text.startswith(("\t", "\r", "\n"))


def guarded_text(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet might run, and leave all others."""
    return f"'{text}" if is_risky(text) else text


def csv_text(cell: Cell) -> str:
    """Write a cell as text: guarded words, ISO dates, numbers to fifteen digits."""
    if isinstance(cell, str):
        return guarded_text(cell)
    if isinstance(cell, float):
        return f"{cell:.15g}"
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    return "" if cell is None else str(cell)


@singledispatch
def plain(value: object) -> Cell:
    """Return what a spreadsheet can hold of a value; None, an empty cell, where it is missing.

    Times are local and without their offset, several values are joined by "; ", and true and
    false are yes and no.
    """
    return str(value)


@plain.register(type(None))
@plain.register(type(pd.NA))
@plain.register(type(pd.NaT))
def _(_value: object) -> Cell:
    return None


@plain.register(bool)
@plain.register(np.bool_)
def _(value: bool) -> Cell:  # noqa: FBT001 - its type is what chooses this function
    return "yes" if value else "no"


@plain.register(Integral)
def _(value: int) -> Cell:
    return int(value)


@plain.register(Real)
@plain.register(Decimal)
def _(value: float) -> Cell:
    return None if isnan(value) else float(value)


@plain.register
def _(value: date) -> Cell:
    return value


@plain.register
def _(value: datetime) -> Cell:
    return value.astimezone(LOCAL).replace(tzinfo=None) if value.tzinfo else value


@plain.register(list)
@plain.register(tuple)
@plain.register(np.ndarray)
def _(value: Iterable[object]) -> Cell:
    return "; ".join(map(str, value))
