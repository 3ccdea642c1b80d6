"""The append-only table of entries, in SQLite or PostgreSQL."""

import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, func, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionError

from analysis.errors import DashboardError, FaultError
from analysis.ledger import chain, engine, schema
from analysis.ledger.chain import MEMBER, Entry, Payload
from analysis.ledger.engine import LEDGER
from analysis.ledger.schema import ENTRY

__all__ = [
    "BATCH",
    "LEDGER",
    "NONE",
    "Draft",
    "Entry",
    "Head",
    "Payload",
    "Store",
    "append",
    "append_all",
    "as_one",
    "entered",
    "entries",
    "head",
    "is_begun",
    "last_number",
    "mark",
    "newest",
    "of_kind",
    "open_store",
    "told_plainly",
]

BATCH = "batch"


@dataclass(frozen=True)
class Draft:
    """An entry that has not been recorded, and so has no number.

    Its time is that of recording it; only an invented hub's past says another, in `at`. Drafts
    that are `in_one` and recorded at once are one act, taken back together.
    """

    kind: str
    payload: Payload
    by: str
    why: str = ""
    at: datetime | None = None
    in_one: bool = False


@dataclass(frozen=True)
class Head:
    """The newest entry of a ledger, by its number and hash; 0 and no hash where there is none."""

    number: int
    hash: str


NONE = Head(0, chain.FIRST)


@dataclass(frozen=True)
class Store:
    """Where one hub's truth lies: the ledger, and the folder of its archive."""

    folder: Path
    engine: Engine

    @property
    def archive(self) -> Path:
        """The folder of Parquet files that entries refer to by SHA-256."""
        return self.folder / "archive"


def open_store(folder: Path, url: str | None = None) -> Store:
    """Open the store in a folder, and make it if it is not there.

    The ledger lies in the folder's `ledger.sqlite` unless `url` names another database, as
    SQLAlchemy writes it.

    Raises
    ------
    DashboardError
        If the folder cannot be made or written to, or the database is not a ledger or cannot be
        reached.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        made = engine.prepared(make_url(url) if url else engine.own(folder))
    except (OSError, DBAPIError, ArgumentError, ModuleNotFoundError) as fault:
        raise FaultError(_not_opened(folder, url, fault)) from fault
    return Store(folder, made)


def append(store: Store, kind: str, payload: Payload, by: str, why: str = "") -> int:
    """Record one entry and return its number.

    Raises
    ------
    DashboardError
        If the ledger cannot be written to.
    """
    return append_all(store, [Draft(kind, payload, by, why)])[0]


def append_all(
    store: Store, drafts: Sequence[Draft], after: int | None = None, log: Table = ENTRY
) -> tuple[int, ...]:
    """Record entries, all or none of them, and return their numbers.

    One transaction takes the next numbers and writes the rows, so that several processes may
    append at once, and a killed one leaves everything or nothing. With `after`, the entries are
    recorded only if that is still the newest number.

    Raises
    ------
    DashboardError
        If the ledger cannot be written to, or has moved on from `after`.
    """
    with told_plainly(store, "written to"), store.engine.begin() as connection:
        schema.alone(connection)
        last = head(connection, log)
        if after is not None and last.number != after:
            raise DashboardError(
                "Something else was recorded while you were looking, so this was not. Look again "
                "at what it changes now, then record it."
            )
        made = chain.sealed(entered(drafts, last.number), last.hash)
        schema.write(connection, made, log)
    for entry in made:
        told = {"table": log.name, "entry": entry.number, "kind": entry.kind}
        logging.getLogger(__name__).info("recorded", extra=told)
    return tuple(entry.number for entry in made)


def as_one(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Drafts as one act, which is taken back as one; a single draft as it is."""
    made = tuple(drafts)
    return tuple(replace(draft, in_one=True) for draft in made) if len(made) > 1 else made


def entries(store: Store, log: Table = ENTRY) -> tuple[Entry, ...]:
    """Every entry, oldest first.

    Raises
    ------
    DashboardError
        If the ledger cannot be read.
    """
    with told_plainly(store, "read"), store.engine.connect() as connection:
        return schema.read(connection, log)


def of_kind(store: Store, kind: str) -> tuple[Entry, ...]:
    """Every entry of one kind, oldest first.

    Raises
    ------
    DashboardError
        If the ledger cannot be read.
    """
    with told_plainly(store, "read"), store.engine.connect() as connection:
        return schema.read(connection, kind=kind)


def is_begun(store: Store) -> bool:
    """Whether anything has been recorded but who may sign in."""
    other = select(ENTRY.c.number).where(ENTRY.c.kind != MEMBER).limit(1)
    with told_plainly(store, "read"), store.engine.connect() as connection:
        return connection.execute(other).first() is not None


def last_number(store: Store) -> int:
    """The number of the newest entry; 0 where nothing has been recorded.

    Raises
    ------
    DashboardError
        If the ledger cannot be read.
    """
    return newest(store).number


def newest(store: Store) -> Head:
    """The number and the hash of the newest entry.

    Raises
    ------
    DashboardError
        If the ledger cannot be read.
    """
    with told_plainly(store, "read"), store.engine.connect() as connection:
        return head(connection)


def mark(store: Store, number: int) -> str:
    """What the ledger's first entries make of the figures: it changes whenever their words do."""
    entry = select(ENTRY.c.hash).where(ENTRY.c.number == number)
    erasure = select(func.max(ENTRY.c.number)).where(ENTRY.c.kind == chain.ERASURE)
    asked = select(entry.scalar_subquery(), erasure.scalar_subquery())
    with told_plainly(store, "read"), store.engine.connect() as connection:
        return " ".join(map(str, connection.execute(asked).one()))


def head(connection: Connection, log: Table = ENTRY) -> Head:
    """The same, within a transaction."""
    last = select(log.c.number, log.c.hash).order_by(log.c.number.desc()).limit(1)
    row = connection.execute(last).one_or_none()
    return Head(row.number, row.hash) if row else NONE


def entered(drafts: Sequence[Draft], number: int) -> Iterator[Entry]:
    """Entries of these drafts, after one with that number.

    In the payload of each that is one act with others stands the number of the first, as `BATCH`.
    """
    first = next((place for place, draft in enumerate(drafts, number + 1) if draft.in_one), 0)
    for place, draft in enumerate(drafts, start=number + 1):
        batch = {BATCH: first} if draft.in_one else {}
        payload = json.loads(json.dumps({**draft.payload, **batch}))
        at = datetime.now(UTC) if draft.at is None else draft.at.astimezone(UTC)
        yield Entry(place, at, draft.by, draft.kind, draft.why, payload)


@contextmanager
def told_plainly(store: Store, done: str, so_far: str = "Nothing was changed") -> Iterator[None]:
    """Tell in one sentence what keeps the ledger from being read or written to, and so far."""
    try:
        yield
    except (DBAPIError, NoConnectionError, OSError) as fault:
        is_own = store.engine.dialect.name == "sqlite"
        where = f"in {store.folder}" if is_own else "that LEDGER_URL names"
        what = "the disk and its permissions" if is_own else "that its server runs and has room"
        raise FaultError(
            f"The ledger {where} cannot be {done}: {_cause(fault)}. {so_far}; try again in a "
            f"moment, or check {what}."
        ) from fault


def _not_opened(folder: Path, url: str | None, fault: Exception) -> str:
    if url:
        return f"The ledger that LEDGER_URL names cannot be opened: {_cause(fault)}. Correct it."
    return (
        f"The store in {folder} cannot be opened: {_cause(fault)}. Check the folder and its "
        "permissions, or name another with --store or STORE_DIR."
    )


def _cause(fault: Exception) -> str:
    """In one line: PostgreSQL adds hints and places below it."""
    told = str(getattr(fault, "orig", None) or getattr(fault, "strerror", None) or fault)
    return told.splitlines()[0].rstrip(".") if told else type(fault).__name__
