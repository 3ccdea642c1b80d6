"""Who is here and which store they see. Caches the built database, and nothing else of the data."""

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar, cast
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import streamlit as st

from analysis import database as databases
from analysis import sample, vocabulary
from analysis.access import Action
from analysis.database import Database
from analysis.decide import supposed
from analysis.errors import DashboardError, FaultError
from analysis.keeping.erase import resume
from analysis.ledger import entries, position, record
from analysis.ledger.entries import Draft, Entry, Store
from analysis.ledger.state import replay
from analysis.past import Moment
from analysis.report import sentences
from analysis.vocabulary import DATA, Vocabulary
from pages.shared import faults
from pages.shared.allowance import Allowance
from pages.shared.run import once

Kept = TypeVar("Kept")

LOCAL = ZoneInfo("Europe/London")
SAMPLE = "sample"
KEPT = "kept "
STARTED = "Started with our own data."
OTHER_LEDGER = (
    "This link was frozen in other data than is here, such as another hub's or the sample's. "
    "What you see is today's data."
)
AS_OF, SENT = "as_of", "sent"
FROZEN = "frozen"
COVERAGE, HOLDS, NEEDS = "page of coverage", "page of frozen data", "what the page needs"


@dataclass(frozen=True)
class Frozen:
    """The entry that a link holds the data at, and the day the link was made, where it says so."""

    number: int
    place: str
    sent: date | None


def own_store() -> Store:
    """The hub's own store, whether or not anything is in it yet."""
    return _opened(os.environ.get("STORE_DIR", str(DATA / "store")), os.environ.get("LEDGER_URL"))


def is_sample() -> bool:
    """Whether the invented hub is shown, because nothing of one's own has been recorded."""
    return once(SAMPLE, lambda: not entries.is_begun(own_store()))


def store() -> Store:
    """The store whose figures are shown: the hub's own, or the sample while that is empty."""
    return _sample(str(own_store().folder / SAMPLE)) if is_sample() else own_store()


def database() -> Database:
    """What the store shown says: now, or where a link froze it."""
    held = frozen()
    number = held.number if held else None
    return once((AS_OF, number), lambda: at(store(), number))


def frozen() -> Frozen | None:
    """Where a link holds the data of this page; None on pages that can only show today's."""
    return held() if can_freeze() else None


def held() -> Frozen | None:
    """Where a link holds the data of those pages that can show it."""
    return cast(Frozen | None, st.session_state.get(FROZEN))


def can_freeze() -> bool:
    """Whether a link can freeze what the page shows: coverage, and what is known of somebody."""
    return bool(st.session_state.get(HOLDS))


def needs() -> Action:
    """What it takes to see the page."""
    return cast(Action, st.session_state.get(NEEDS, Action.SEE))


def is_coverage() -> bool:
    """Whether the page shows coverage: it can be narrowed by filters."""
    return bool(st.session_state.get(COVERAGE))


def arrive(action: Action, *, shows_coverage: bool, can_freeze: bool) -> str:
    """Take over what the page is; says what a link that froze data asks for and is not here."""
    st.session_state[NEEDS] = action
    st.session_state[COVERAGE], st.session_state[HOLDS] = shows_coverage, can_freeze
    place, told = st.query_params.get(AS_OF), ""
    if place is not None:
        entry = position.found(entries.entries(store()), place)
        sent = _day(st.query_params.get(SENT, ""))
        st.session_state[FROZEN] = entry and Frozen(entry.number, place, sent)
        told = "" if entry else OTHER_LEDGER
    _keep_in_address()
    return told


def thaw() -> None:
    """Show today's data again."""
    st.session_state[FROZEN] = None
    _keep_in_address()


def link(*, is_frozen: bool) -> str:
    """The address of this view with every choice in it, the data frozen or as it will be."""
    asked = {name: st.query_params.get_all(name) for name in st.query_params}
    state = database().state
    for name in (AS_OF, SENT):
        asked.pop(name, None)
    if is_frozen and state.at:
        asked[AS_OF] = [position.written(state.number, state.at)]
        asked[SENT] = [f"{datetime.now(LOCAL):%Y-%m-%d}"]
    query = urlencode(asked, doseq=True)
    return f"{str(st.context.url or '').partition('?')[0]}{'?' if query else ''}{query}"


def at(asked: Store, number: int | None = None) -> Database:
    """What a store says at an entry; at its newest where none is named."""
    asked_for = entries.last_number(asked) if number is None else number

    def make() -> Database:
        return databases.build(replay(entries.entries(asked), asked_for), asked.archive, words())

    return built(f"{asked.folder} {entries.mark(asked, asked_for)}", make)


def told() -> tuple[Entry, ...]:
    """The entries up to the data that is shown."""
    return entries.entries(store())[: database().state.number]


def supposing(drafts: Sequence[Draft], kept: str = "supposed") -> Database:
    """What the store shown would say if some more entries were recorded.

    A page that supposes several things at once keeps each under a name of its own.
    """
    if not drafts:
        return database()
    after = database().state.number
    key = (str(store().folder), after, tuple(drafts))
    return keep(kept, key, lambda: supposed.supposing(store(), drafts, words(), after))


def words() -> Vocabulary:
    """The hub's vocabulary."""
    return vocabulary.load()


def today() -> date:
    """The day it is here."""
    return datetime.now(LOCAL).date()


def day() -> date:
    """The day as of which data is looked at: today, or the day on which a link froze it."""
    at = database().state.at if frozen() else None
    return at.astimezone(LOCAL).date() if at else today()


def data_date(of: Database | None = None) -> str:
    """When the data shown, or that of another moment, was last changed, in words."""
    try:
        state = (of or database()).state
    except FaultError:  # what cannot be counted still has a date
        still = frozen()
        state = replay(entries.entries(store()), still.number if still else None)
    if state.at is None:
        return "nothing recorded yet"
    return f"{sentences.moment(state.at)} (entry {state.number})"


def chosen(key: str) -> object:
    """What stands in the field of that key now."""
    return st.session_state.get(key)


def attempt(act: Callable[..., str], *given: object) -> None:
    """Do what a click asks for; the page then tells how it went, or what is to be put right."""
    try:
        told = (act(*given), True)
    except DashboardError as fault:
        faults.log(fault)
        told = (str(fault), False)
    st.session_state["news"] = told


def news() -> tuple[tuple[str, bool], ...]:
    """What the last click did and whether it was done; told once."""
    told = st.session_state.pop("news", None)
    return () if told is None else (told,)


def typed(key: str) -> str:
    """What stands in a text field now, which is empty afterwards."""
    said = str(st.session_state.get(key, ""))
    st.session_state[key] = ""
    return said


def start_own(by: str) -> str:
    """Leave the sample for good: say so in the hub's own ledger, and remove the invented data."""
    if is_sample():
        entries.append(own_store(), record.NOTE, {}, by, STARTED)
    _sample.clear()
    thaw()
    shutil.rmtree(own_store().folder / SAMPLE, ignore_errors=True)
    return "The sample is gone. Upload an export to see your own hub."


def keep(name: str, key: object, make: Callable[[], Kept]) -> Kept:
    """What `make` gave for this key in this visit, so that a rerun does not make it again."""
    kept = st.session_state.get(KEPT + name)
    if kept is None or kept[0] != key:
        kept = st.session_state[KEPT + name] = (key, make())
    return cast(Kept, kept[1])


def _keep_in_address() -> None:
    held = frozen()
    for name, value in ((AS_OF, held and held.place), (SENT, held and held.sent)):
        if value is not None:
            st.query_params[name] = str(value)
        elif name in st.query_params:
            del st.query_params[name]


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


@st.cache_resource(show_spinner=False)
def allowance() -> Allowance:
    """Who handed in how many files lately; it has to be the same for all visits."""
    return Allowance()


@st.cache_resource(show_spinner=False)
def _opened(folder: str, url: str | None) -> Store:
    return resume(entries.open_store(Path(folder), url))


@st.cache_resource(show_spinner="Preparing the sample hub…")
def _sample(folder: str) -> Store:
    opened = entries.open_store(Path(folder))
    if entries.last_number(opened) == 0:
        sample.take_in(opened, words())
    return opened


def forget() -> None:
    """Let go of every database at hand: somebody was erased who may be in it."""
    built.clear()
    moment.clear()
    past.clear()


# A moment takes a tenth of a second or more to build, and a kilobyte or so for five offers.
@st.cache_resource(max_entries=400, show_spinner=False)
def moment(key: str, _make: Callable[[], Moment]) -> Moment:
    """A moment of the past by its key, shared by everyone."""
    del key
    return _make()


@st.cache_resource(max_entries=8, show_spinner=False)
def past(key: str, _make: Callable[[], Database]) -> Database:
    """Several moments in one database, by the keys of all of them, shared by everyone."""
    del key
    return _make()


# Earlier entries are asked for to show what changed; a few at hand are enough for everyone.
@st.cache_resource(max_entries=8, show_spinner="Counting…")
def built(key: str, _make: Callable[[], Database]) -> Database:
    """A database by its key, shared by everyone."""
    del key
    return _make()
