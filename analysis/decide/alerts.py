"""What crossed a line that matters: last partners lost, gaps closed, enquiries over their limit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import pandas as pd

from analysis import questions
from analysis.database import Database
from analysis.decide.pipeline import limits
from analysis.ledger.state import Import, State
from analysis.timeline import LOCAL

AXES: Final = ("function", "area")
LOST, CLOSED = "lost its last partner", "gap closed"
# Files that were dropped together are recorded one right after another.
_TOGETHER: Final = timedelta(minutes=1)


@dataclass(frozen=True)
class Since:
    """What is compared with: the record after an entry, looked at on a day."""

    number: int
    day: date


def before_the_last_import(state: State) -> Since | None:
    """The record just before the newest files that stand were taken in; None without any."""
    together = list(_newest(state.imports))
    if not together:
        return None
    first = together[-1]
    return Since(first.number - 1, first.at.astimezone(LOCAL).date())


def crossed(before: Database, after: Database) -> pd.DataFrame:
    """The cells of function × area that lost their last partner, or have one where none was.

    Returns
    -------
    DataFrame
        One row per such cell, in the grid's order: the columns of `questions.compared`, and `what`
        (`LOST` or `CLOSED`). None where a cell does not apply before or after, and none at all
        where nothing had been taken in before: what nobody knew cannot be lost or closed.
    """
    both = questions.compared(before, after, AXES)
    applies = (both[["state", "state_before"]] != "not-applicable").all(axis=1)
    had, has = both["partners_before"] > 0, both["partners"] > 0
    if not before.state.imports:
        applies &= False
    told = both.assign(what=has.map({True: CLOSED, False: LOST}))
    return told[applies & (had != has)].reset_index(drop=True)


def overdue(before: Database, after: Database, days: tuple[date, date]) -> pd.DataFrame:
    """The organisations whose enquiry has come to be longer at its stage than that may take.

    Parameters
    ----------
    days
        The days on which the two states are looked at.

    Returns
    -------
    DataFrame
        One row per organisation, by name: `name`, `organisation_key`, `stage`, `stage_label`,
        `stage_days`, and `most_days`, the stage's limit in `data/pipeline.toml`. None at all where
        nothing had been taken in before, as with cells.
    """
    then, now = (_over(*each) for each in zip((before, after), days, strict=True))
    if not before.state.imports:
        return now[:0]
    known = set(zip(then["organisation_key"], then["stage"], strict=True))
    pairs = zip(now["organisation_key"], now["stage"], strict=True)
    is_new = pd.Series([pair not in known for pair in pairs], now.index, dtype=bool)
    return now[is_new].reset_index(drop=True)


def _newest(imports: tuple[Import, ...]) -> Iterator[Import]:
    """The newest import and those recorded together with it, the newest first."""
    later: Import | None = None
    for each in reversed(imports):
        if later and (each.number + 1 != later.number or later.at - each.at > _TOGETHER):
            return
        yield each
        later = each


def _over(database: Database, day: date) -> pd.DataFrame:
    statement = "from questions.pipeline($today, $chosen, $stages, $whole_hub)"
    asked = {**questions.bound(questions.EVERYTHING), "today": day.isoformat()}
    told = questions.ask(database, statement, asked)
    most = told["stage"].map(limits().most_days)
    columns = ["name", "organisation_key", "stage", "stage_label", "stage_days"]
    return told[columns].assign(most_days=most)[told["stage_days"] > most]
