"""Whose data has been kept for longer than its kind is kept without anybody confirming it."""

import tomllib
from datetime import date, timedelta
from typing import cast

import pandas as pd

from analysis import organisations
from analysis.database import Database
from analysis.vocabulary import DATA

FILE = "retention.toml"
_MONTH = 30.44  # days


def due(database: Database, today: date) -> pd.DataFrame:
    """Organisations whose data is due to be looked at, those due longest first.

    Returns
    -------
    DataFrame
        One row per organisation: `name`, `counted_as`, `confirmed_at`, `due_at` (a date in the
        past), `why` (of the period, from `data/retention.toml`).
    """
    kinds = periods()
    listed = organisations.directory(database, "", today)
    known = listed[listed["counted_as"].isin(kinds)]
    due_at = [
        at.date() + timedelta(days=round(kinds[kind][0] * _MONTH))
        for at, kind in zip(known["confirmed_at"], known["counted_as"], strict=True)
    ]
    dated = known.assign(due_at=due_at, why=[kinds[kind][1] for kind in known["counted_as"]])
    columns = ["name", "counted_as", "confirmed_at", "due_at", "why"]
    return dated[dated["due_at"] <= today].sort_values(["due_at", "name"])[columns]


def periods() -> dict[str, tuple[int, str]]:
    """For how many months what counts as what is kept, and why."""
    kinds = tomllib.loads((DATA / FILE).read_text(encoding="utf-8"))["kind"]
    return {
        str(kind["counted_as"]): (cast(int, kind["months"]), str(kind["why"])) for kind in kinds
    }
