"""How a ledger's database is reached: SQLite in the store's folder, or the one LEDGER_URL names."""

from contextlib import ExitStack
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection

from sqlalchemy import URL, Engine, create_engine, event

from analysis.ledger import schema

LEDGER = "ledger.sqlite"
CONNECTIONS = 20  # beside five that stay open; PostgreSQL lets a hundred in as it comes


def own(folder: Path) -> URL:
    """The ledger that lies in a store's folder."""
    return URL.create("sqlite", database=str(folder / LEDGER))


def _engine(url: URL) -> Engine:
    """Without the words of entries in any fault, and with nobody waiting for good."""
    patience = schema.PATIENCE_SECONDS
    if url.get_backend_name() == "sqlite":
        patient = url.set(query={"timeout": str(patience), **url.query})
        # Each look is short; whoever waits for one of a few connections waits for all before them.
        engine = create_engine(patient, hide_parameters=True, max_overflow=-1)
        event.listen(engine, "connect", _prepare_sqlite)
        return engine
    return create_engine(
        url,
        hide_parameters=True,
        isolation_level="READ COMMITTED",  # who waited for their turn sees what was written then
        pool_pre_ping=True,  # so that a server started anew is found again
        max_overflow=CONNECTIONS,
        connect_args={"connect_timeout": patience},
    )


def prepared(url: URL) -> Engine:
    """With the tables it needs; no connection is left behind where they cannot be had."""
    engine = _engine(url)
    with ExitStack() as refused:
        refused.callback(engine.dispose)
        schema.prepare(engine)
        refused.pop_all()
    return engine


def _prepare_sqlite(connection: SQLiteConnection, _record: object) -> None:
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    connection.execute("pragma secure_delete = on")
