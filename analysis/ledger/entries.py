"""The append-only table of entries, in SQLite or PostgreSQL."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection

from sqlalchemy import (
    JSON,
    URL,
    Column,
    Connection,
    DateTime,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    create_engine,
    event,
    func,
    insert,
    literal,
    make_url,
    select,
    text,
)
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError
from sqlalchemy.schema import CreateTable

from analysis.errors import DashboardError

Payload = Mapping[str, object]

# How long to wait for another process that is writing, before giving up.
PATIENCE_SECONDS = "10"

_entry = Table(
    "entry",
    MetaData(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("by", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("why", String, nullable=False),
    Column("payload", JSON, nullable=False),
)


@dataclass(frozen=True)
class Entry:
    """One thing that was decided or taken in. Numbers count from 1 without gaps; times are UTC."""

    number: int
    at: datetime
    by: str
    kind: str
    why: str
    payload: Payload


@dataclass(frozen=True)
class Draft:
    """An entry that has not been recorded, and so has neither number nor time."""

    kind: str
    payload: Payload
    by: str
    why: str = ""


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
        engine = _engine(make_url(url) if url else _own_ledger(folder))
        with engine.begin() as connection:
            connection.execute(CreateTable(_entry, if_not_exists=True))
    except (OSError, DatabaseError, ArgumentError, ModuleNotFoundError) as fault:
        raise DashboardError(_not_opened(folder, url, fault)) from fault
    return Store(folder, engine)


def append(store: Store, kind: str, payload: Payload, by: str, why: str = "") -> int:
    """Record one entry and return its number.

    Raises
    ------
    DashboardError
        If the ledger cannot be written to.
    """
    return append_all(store, [Draft(kind, payload, by, why)])[0]


def append_all(store: Store, drafts: Sequence[Draft], after: int | None = None) -> tuple[int, ...]:
    """Record entries, all or none of them, and return their numbers.

    One transaction takes the next numbers and writes the rows, so that several processes may
    append at once, and a killed one leaves everything or nothing. With `after`, the entries are
    recorded only if that is still the newest number.

    Raises
    ------
    DashboardError
        If the ledger cannot be written to, or has moved on from `after`.
    """
    try:
        with _told_plainly(store, "written to"), store.engine.begin() as connection:
            _queue(connection)
            return tuple(
                _insert(connection, draft, None if after is None else after + place)
                for place, draft in enumerate(drafts, start=1)
            )
    except IntegrityError as fault:
        raise DashboardError(
            "Something else was recorded while you were looking, so this was not. Look again at "
            "what it changes now, then record it."
        ) from fault


def entries(store: Store) -> tuple[Entry, ...]:
    """Every entry, oldest first.

    Raises
    ------
    DashboardError
        If the ledger cannot be read.
    """
    with _told_plainly(store, "read"), store.engine.connect() as connection:
        rows = connection.execute(select(_entry).order_by(_entry.c.number)).all()
    return tuple(
        Entry(row.number, _utc(row.at), row.by, row.kind, row.why, row.payload) for row in rows
    )


def last_number(store: Store) -> int:
    """The number of the newest entry; 0 where nothing has been recorded.

    Raises
    ------
    DashboardError
        If the ledger cannot be read.
    """
    newest = select(func.coalesce(func.max(_entry.c.number), 0))
    with _told_plainly(store, "read"), store.engine.connect() as connection:
        return int(connection.execute(newest).scalar_one())


def _insert(connection: Connection, draft: Draft, number: int | None) -> int:
    newest = select(func.coalesce(func.max(_entry.c.number), 0) + 1).scalar_subquery()
    values = select(
        newest if number is None else literal(number),
        literal(datetime.now(UTC), DateTime(timezone=True)),
        literal(draft.by),
        literal(draft.kind),
        literal(draft.why),
        literal(dict(draft.payload), JSON),
    )
    columns = ["number", "at", "by", "kind", "why", "payload"]
    statement = insert(_entry).from_select(columns, values).returning(_entry.c.number)
    return int(connection.execute(statement).scalar_one())


def _queue(connection: Connection) -> None:
    """Let one writer at a time take numbers; SQLite does so by itself."""
    if connection.dialect.name == "postgresql":  # pragma: no cover - SQLite has one writer
        connection.execute(text("lock table entry in share row exclusive mode"))


def _utc(at: datetime) -> datetime:
    """The time with its offset: SQLite gives UTC without one, PostgreSQL its session's zone."""
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


@contextmanager
def _told_plainly(store: Store, done: str) -> Iterator[None]:
    try:
        yield
    except IntegrityError:
        raise
    except DatabaseError as fault:
        raise DashboardError(
            f"The ledger in {store.folder} cannot be {done}: {_cause(fault)}. Nothing was "
            "changed; try again in a moment, or check the disk and its permissions."
        ) from fault


def _not_opened(folder: Path, url: str | None, fault: Exception) -> str:
    if url:
        return f"The ledger that LEDGER_URL names cannot be opened: {_cause(fault)}. Correct it."
    return (
        f"The store in {folder} cannot be opened: {_cause(fault)}. Check the folder and its "
        "permissions, or name another with --store or STORE_DIR."
    )


def _own_ledger(folder: Path) -> URL:
    return URL.create("sqlite", database=str(folder / "ledger.sqlite"))


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url)
    engine = create_engine(url.set(query={"timeout": PATIENCE_SECONDS, **url.query}))
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: SQLiteConnection, _record: object) -> None:
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")


def _cause(fault: Exception) -> str:
    return str(getattr(fault, "orig", None) or getattr(fault, "strerror", None) or fault)
