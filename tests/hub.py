"""A small hub for tests: tables written as text, taken in and asked the way the product does."""

import csv
import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from analysis import database, questions, receipt, vocabulary
from analysis.database import Database
from analysis.intake.read import read
from analysis.intake.reading import Reading
from analysis.ledger import entries, schema
from analysis.ledger.entries import Store
from analysis.ledger.state import replay
from analysis.receipt import Receipt

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
# A test that holds whichever database holds the ledger. Figures are counted from entries alone, so
# only what writes, reads or moves entries is worth asking twice.
both = pytest.mark.parametrize("store", [SQLITE, POSTGRESQL], indirect=True)

WORDS = vocabulary.load()
DERBY, EREWASH = "E06000015", "E07000036"


def as_csv(table: str) -> bytes:
    """A table whose cells stand between bars, as the bytes of a CSV file."""
    lines = (line.split("|") for line in table.strip().splitlines())
    text = io.StringIO(newline="")
    csv.writer(text).writerows([cell.strip() for cell in line] for line in lines)
    return text.getvalue().encode()


def reading(table: str, name: str = "offers.csv", kind: str = "eoi") -> Reading:
    return read(name, as_csv(table), WORDS, kind)


def now(store: Store, as_of: int | None = None) -> Database:
    return database.build(replay(entries.entries(store), as_of), store.archive, WORDS)


@contextmanager
def again(store: Store) -> Iterator[Store]:
    """The same store as another process opens it."""
    url = store.engine.url.render_as_string(hide_password=False)
    opened = entries.open_store(store.folder, url)
    yield opened
    opened.engine.dispose()


def copy(store: Store, to: Store) -> None:
    """All that a store holds, put into an empty one."""
    shutil.copytree(store.archive, to.archive)
    with store.engine.connect() as source, to.engine.begin() as connection:
        for log in schema.CHAINS:
            schema.write(connection, schema.read(source, log), log)


def database_files(store: Store) -> list[Path]:
    """The files of a PostgreSQL server that hold a store's ledger, once all is written to them."""
    if store.engine.dialect.name == "sqlite":
        return []
    with store.engine.connect() as connection:
        connection.exec_driver_sql("checkpoint")
        folder = connection.exec_driver_sql("show data_directory").scalar_one()
        number = connection.exec_driver_sql(
            "select oid from pg_database where datname = current_database()"
        ).scalar_one()
    return list((Path(folder) / "base" / str(number)).iterdir())


def prepare(store: Store, *readings: Reading) -> tuple[Receipt, ...]:
    return receipt.prepare(now(store), readings, WORDS)


def load(store: Store, table: str, kind: str = "eoi") -> Receipt:
    """Take one table in; its receipt, whether or not there was anything to record."""
    prepared = prepare(store, reading(table, kind=kind))
    receipt.take_in(store, prepared, "a test")
    return prepared[0]


def changes(prepared: Receipt) -> list[tuple[str, str]]:
    """What becomes of whose offer, as the receipt says."""
    offers = prepared.offers[["change", "organisation"]]
    return sorted(offers.itertuples(index=False, name=None))


def claims(asked: Database, axis: str = "area") -> set[tuple[str, str, str]]:
    """Who serves which term of a dimension, and how it counts."""
    marks = questions.who_covers(asked, [axis])[["organisation", "term", "mark"]]
    return set(marks.itertuples(index=False, name=None))


def offers(asked: Database) -> dict[str, int]:
    """How many offers of each organisation count."""
    told = questions.organisations(asked)
    return dict(zip(told["name"], told["offers"], strict=True))


def cell(asked: Database, function: str, area: str) -> dict[str, object]:
    """One cell of function × area."""
    cells = questions.coverage(asked, ["function", "area"])
    chosen = cells[(cells["row"] == function) & (cells["column"] == area)]
    return chosen.to_dict("records")[0]
