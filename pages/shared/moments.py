"""The data shown at many moments: after its entries, or at the ends of days by its own dates."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from time import monotonic

import streamlit as st

from analysis import database as databases
from analysis import past as pasts
from analysis.database import Database
from analysis.ledger import entries
from analysis.ledger.state import replay
from analysis.past import Moment
from analysis.timeline import end_of
from pages.shared import session

PATIENCE = 0.5  # seconds without a word about how far it is


def past(numbers: Sequence[int]) -> Database:
    """What the store shown said after each of some entries, in one database."""
    store = session.store()
    told, archive = entries.entries(store), store.archive

    def made(number: int) -> Moment:
        shown = session.database()
        if number == pasts.lasting(told, shown.state.number):
            return pasts.moment_of(shown, number)  # no later entry moves a cell
        return pasts.moment(replay(told, number), archive, session.words())

    return _gathered([(key(number), partial(made, number)) for number in numbers])


def dated(days: Sequence[date]) -> Database:
    """What the data shown counts at the ends of some days, by its own dates, in one database."""
    shown = session.database()

    def made(day: date) -> Moment:
        return pasts.dated(shown.state, shown.archive, session.words(), day)

    return _gathered([(_key_of(day), partial(made, day)) for day in days])


def at_day(day: date) -> Database:
    """What the data shown says as of the end of a day, by its own dates."""
    shown = session.database()

    def make() -> Database:
        known = shown.state.as_dated(end_of(day))
        return databases.build(known, shown.archive, session.words())

    return session.built(_key_of(day), make)


def key(number: int) -> str:
    """The store shown at an entry; another once an erasure has taken words out of it."""
    return f"{session.store().folder} {entries.mark(session.store(), number)}"


def _key_of(day: date) -> str:
    return f"{key(session.database().state.number)} as dated {day}"


def _gathered(wanted: Sequence[tuple[str, Callable[[], Moment]]]) -> Database:
    begun, bar, gathered = monotonic(), st.empty(), []
    for count, (name, make) in enumerate(wanted, start=1):
        gathered.append(session.moment(name, make))
        if monotonic() - begun > PATIENCE:
            bar.progress(count / len(wanted), f"Reading the record: {count} of {len(wanted)}")
    bar.empty()
    return session.past(
        " ".join(name for name, _ in wanted), lambda: pasts.past(gathered, session.words())
    )
