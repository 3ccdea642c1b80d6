"""The ledger's tables, and the steps that bring the store of an older version up to this one."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    DateTime,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    insert,
    inspect,
    select,
    text,
)

from analysis.errors import DashboardError
from analysis.ledger import chain
from analysis.ledger.chain import Entry, Seal

VERSION = 2
MIGRATION = "migration"
_UPGRADE = "the dashboard"
# Any number, the same in every process: who holds it in PostgreSQL is the one who writes.
_PEN = 5_117_001
# How long to wait for another process that is writing, before giving up.
PATIENCE_SECONDS = 10
_PATIENTLY = (
    "select set_config('lock_timeout', :seconds, true) where current_setting('lock_timeout') = '0'"
)

_tables = MetaData()


def _chained(name: str) -> Table:
    return Table(
        name,
        _tables,
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("at", DateTime(timezone=True), nullable=False),
        Column("by", String, nullable=False),
        Column("kind", String, nullable=False),
        Column("why", String, nullable=False),
        Column("payload", JSON, nullable=False),
        Column("salt", String, nullable=False),
        Column("digest", String, nullable=False),
        Column("hash", String, nullable=False),
    )


ENTRY = _chained("entry")
# Who looked at whose details: a chain of its own, because a look changes nothing that is shown.
LOOK = _chained("look")
CHAINS = (ENTRY, LOOK)
_store_version = Table("store_version", _tables, Column("version", Integer, nullable=False))


def prepare(engine: Engine) -> None:
    """Make the tables where there are none, and bring those of an older version up to this one.

    Raises
    ------
    DashboardError
        If a newer version of the dashboard made them.
    """
    with engine.connect() as connection:
        if version(connection) == VERSION:
            return
    with engine.begin() as connection:
        alone(connection)
        found = _known(version(connection))
        if found < VERSION:
            _STEPS[found](connection)


def version(connection: Connection) -> int:
    """The version of the store whose ledger this is; 0 where there is none yet.

    The stores of the first version have no number.
    """
    there = inspect(connection).get_table_names()
    if _store_version.name in there:
        return int(connection.execute(select(_store_version.c.version)).scalar_one())
    return 1 if ENTRY.name in there else 0


def alone(connection: Connection) -> None:
    """Let no other process write until this transaction ends."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("begin immediate")
    else:
        connection.execute(text(_PATIENTLY), {"seconds": f"{PATIENCE_SECONDS}s"})
        connection.execute(text("select pg_advisory_xact_lock(:pen)"), {"pen": _PEN})


def held(connection: Connection) -> None:
    """Let nobody write the tables anew while this transaction reads them, in PostgreSQL.

    Whoever began to look before that was done would find them empty.
    """
    connection.execute(text("lock table entry, look in access share mode"))


def write_anew(connection: Connection) -> None:
    """Leave nothing in PostgreSQL's files of what the tables held before.

    A vacuum would keep what a transaction may still look at, also one that looks elsewhere; tables
    whose column changes its type are written out again with only what they hold now.
    """
    alone(connection)
    for log in CHAINS:
        connection.execute(
            text(f"alter table {log.name} alter column why type varchar using why || ''")
        )


def read(
    connection: Connection, table: Table = ENTRY, kind: str | None = None
) -> tuple[Entry, ...]:
    """Every entry of a chain, oldest first; with a kind, those of that kind."""
    asked = select(table).order_by(table.c.number)
    if kind is not None:
        asked = asked.where(table.c.kind == kind)
    return tuple(
        Entry(
            row.number,
            utc(row.at),
            row.by,
            row.kind,
            row.why,
            row.payload,
            Seal(row.salt, row.digest, row.hash),
        )
        for row in connection.execute(asked)
    )


def write(connection: Connection, sealed: Iterable[Entry], table: Table = ENTRY) -> None:
    """Add entries that bear their seals."""
    rows = [
        {name: value for name, value in vars(entry).items() if name != "seal"} | vars(entry.seal)
        for entry in sealed
        if entry.seal
    ]
    if rows:
        connection.execute(insert(table), rows)


def utc(at: datetime) -> datetime:
    """The time with its offset: SQLite gives UTC without one, PostgreSQL its session's zone."""
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


def _known(found: int) -> int:
    if found > VERSION:
        raise DashboardError(
            f"This store was made by a newer version of the dashboard: it is a store of version "
            f"{found}, and this dashboard knows those up to {VERSION}. Nothing was changed. "
            "Upgrade the dashboard, or restore a backup that was made before the upgrade."
        )
    return found


def _made(connection: Connection) -> None:
    """Nothing is there yet."""
    _tables.create_all(connection)
    if connection.dialect.name == "postgresql":
        for log in CHAINS:
            _keep_no_samples(connection, log)
    connection.execute(insert(_store_version).values(version=VERSION))


def _keep_no_samples(connection: Connection, log: Table) -> None:
    """PostgreSQL notes down frequent words of a column: they would outlive their erasure."""
    connection.execute(text(f"alter table {log.name} alter column why set statistics 0"))


def _hashed(connection: Connection) -> None:
    """From version 1: the entries that stand here become a chain, and an entry says so."""
    names = ("number", "at", "by", "kind", "why", "payload")
    old = connection.execute(select(*(ENTRY.c[name] for name in names)).order_by("number")).all()
    told = [Entry(row.number, utc(row.at), *row[2:]) for row in old]
    if told:
        payload = {"from": 1, "to": 2, "entries": len(told)}
        told.append(Entry(told[-1].number + 1, datetime.now(UTC), _UPGRADE, MIGRATION, "", payload))
    connection.execute(text("drop table entry"))
    _made(connection)
    write(connection, chain.sealed(told, chain.FIRST))


# By the version that is found: what brings it up to this one.
_STEPS: tuple[Callable[[Connection], None], ...] = (_made, _hashed)
