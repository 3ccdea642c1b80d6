"""The append-only table of entries, in SQLite or PostgreSQL."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection

from sqlalchemy import (
    JSON,
    Column,
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
    select,
)
from sqlalchemy.exc import DatabaseError, OperationalError

from analysis.errors import DashboardError

Payload = Mapping[str, object]

KINDS = (
    "import",
    "undo",
    "stage change",
    "wording decision",
    "target",
    "not-applicable",
    "keep-both",
    "note",
)

_metadata = MetaData()
_entry = Table(
    "entry",
    _metadata,
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
        If the folder cannot be made or written to, or the file is not a ledger.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        engine = _engine(url or f"sqlite:///{folder / 'ledger.sqlite'}")
        _metadata.create_all(engine)
    except (OSError, DatabaseError) as fault:
        raise DashboardError(
            f"The store in {folder} cannot be opened: {_cause(fault)}. Check the folder and its "
            "permissions, or name another with --store or STORE_DIR."
        ) from fault
    return Store(folder, engine)


def append(store: Store, kind: str, payload: Payload, by: str, why: str = "") -> int:
    """Record one entry and return its number.

    One statement takes the next number and writes the row, so that several processes may append
    at once, and a killed one leaves the whole entry or nothing.

    Raises
    ------
    DashboardError
        If the ledger cannot be written to.
    """
    number = select(func.coalesce(func.max(_entry.c.number), 0) + 1).scalar_subquery()
    values = select(
        number,
        literal(datetime.now(UTC), DateTime(timezone=True)),
        literal(by),
        literal(kind),
        literal(why),
        literal(dict(payload), JSON),
    )
    columns = ["number", "at", "by", "kind", "why", "payload"]
    statement = insert(_entry).from_select(columns, values).returning(_entry.c.number)
    try:
        with store.engine.begin() as connection:
            return int(connection.execute(statement).scalar_one())
    except OperationalError as fault:
        raise DashboardError(
            f"The ledger in {store.folder} cannot be written to: {_cause(fault)}. Nothing was "
            "recorded; try again in a moment, or check the disk and its permissions."
        ) from fault


def entries(store: Store) -> tuple[Entry, ...]:
    """Every entry, oldest first."""
    with store.engine.connect() as connection:
        rows = connection.execute(select(_entry).order_by(_entry.c.number)).all()
    return tuple(
        Entry(row.number, row.at.replace(tzinfo=UTC), row.by, row.kind, row.why, row.payload)
        for row in rows
    )


def last_number(store: Store) -> int:
    """The number of the newest entry; 0 where nothing has been recorded."""
    with store.engine.connect() as connection:
        return int(
            connection.execute(select(func.coalesce(func.max(_entry.c.number), 0))).scalar_one()
        )


def _engine(url: str) -> Engine:
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: SQLiteConnection, _record: object) -> None:
    connection.execute("pragma busy_timeout = 10000")
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")


def _cause(fault: Exception) -> str:
    return str(getattr(fault, "orig", None) or getattr(fault, "strerror", None) or fault)
