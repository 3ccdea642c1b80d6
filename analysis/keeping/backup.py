"""A store in one file: taken while it is in use, and proved when it is opened again."""

import json
import os
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import chain, count
from pathlib import Path
from typing import IO, cast

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.pool import StaticPool

from analysis.errors import DashboardError, FaultError
from analysis.keeping.proof import needed
from analysis.ledger import archive, entries, schema
from analysis.ledger.entries import Entry, Head, Store

FORMAT = 1
ABOUT, LEDGER, ARCHIVE = "backup.json", "ledger.sqlite", "archive/"
# Taken again where an erasure replaced files of the archive while they were copied.
ATTEMPTS = 3


@dataclass(frozen=True)
class Backup:
    """What a backup holds, and the newest entry in it."""

    made_at: datetime
    head: Head
    files: int


class _MovedOnError(Exception):
    """A file was replaced between reading the ledger and copying it."""


def named(folder: Path, head: Head, at: datetime) -> Path:
    """What a backup is called in a folder of backups; two of one second bear numbers."""
    name = f"local-plan-{at.astimezone(UTC):%Y-%m-%dT%H%M%SZ}-entry-{head.number}"
    names = chain([name], (f"{name}-{again}" for again in count(2)))
    return next(file for each in names if not (file := folder / f"{each}.zip").exists())


def pack(store: Store, target: Path, *, is_whole: bool = True) -> tuple[Path, Backup]:
    """Write the whole store into one new file, or into a folder under a name of its own.

    The file is there whole or not at all. Only where it need not be whole is what is damaged in the
    store left out; then it holds, but figures cannot be counted from it.

    Raises
    ------
    DashboardError
        If the store is damaged, a file of that name is there, or it cannot be written.
    """
    at = datetime.now(UTC)
    file = named(target, entries.newest(store), at) if target.is_dir() else target
    if file.exists():
        raise DashboardError(f"{file} is there already. Name another file: none is written over.")
    try:
        with _whole(file) as part:
            return file, write(store, part, at, is_whole=is_whole)
    except OSError as fault:
        raise FaultError(
            f"The backup {file} cannot be written ({fault.strerror}). Check the folder and the "
            "space that is left."
        ) from fault


def write(store: Store, out: IO[bytes], at: datetime, *, is_whole: bool = True) -> Backup:
    """Write the whole store as a zip, as `pack` does.

    Raises
    ------
    DashboardError
        If the store is damaged.
    """
    for _ in range(ATTEMPTS):
        try:
            return _write(store, out, at, is_whole=is_whole)
        except _MovedOnError:
            out.seek(0)
            out.truncate()
    raise DashboardError("The store was rewritten while it was copied. Take the backup again.")


def _write(store: Store, out: IO[bytes], at: datetime, *, is_whole: bool) -> Backup:
    ledger, told = _snapshot(store)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        digests = {LEDGER: sha256(ledger).hexdigest()}
        packed.writestr(LEDGER, ledger)
        for file in _archived(store, told, needed(told) if is_whole else frozenset()):
            packed.write(file, ARCHIVE + file.name)
            digests[ARCHIVE + file.name] = file.stem
        seal = told[-1].seal if told else None
        head = Head(told[-1].number, seal.hash) if seal else entries.NONE
        about = {
            "format": FORMAT,
            "made_at": at.isoformat(),
            "entries": head.number,
            "last_hash": head.hash,
            "files": digests,
        }
        packed.writestr(ABOUT, json.dumps(about, indent=1))
    return Backup(at, head, len(digests) - 1)


def _archived(store: Store, told: tuple[Entry, ...], wanted: frozenset[str]) -> Iterator[Path]:
    there = archive.files(store.archive)
    for name in sorted(archive.mentioned(told)):
        if name in there and archive.is_whole(there[name]):
            yield there[name]
        elif name in wanted:
            _refuse(store, name, told[-1].number)


def _refuse(store: Store, name: str, number: int) -> None:
    if entries.last_number(store) != number:
        raise _MovedOnError
    raise FaultError(
        f"The archive's file {store.archive / name} is missing or damaged, so this backup would "
        "not be whole, and none was made. Put the file back from an earlier backup, or undo the "
        "import that it belongs to."
    )


def _snapshot(store: Store) -> tuple[bytes, tuple[Entry, ...]]:
    """The ledger as one SQLite file, as it stands at one moment, and its entries."""
    with closing(sqlite3.connect(":memory:")) as memory:
        engine = create_engine("sqlite://", creator=lambda: memory, poolclass=StaticPool)
        with entries.told_plainly(store, "read"), store.engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                own = connection.connection.driver_connection
                cast(sqlite3.Connection, own).backup(memory)
            else:
                _copy(connection.execution_options(isolation_level="REPEATABLE READ"), engine)
        with engine.connect() as connection:
            told = schema.read(connection)
        return memory.serialize(), told


def _copy(source: Connection, engine: Engine) -> None:
    """What another database than SQLite holds, as SQLite."""
    schema.held(source)
    schema.prepare(engine)
    with engine.begin() as connection:
        for log in schema.CHAINS:
            schema.write(connection, schema.read(source, log), log)


@contextmanager
def _whole(file: Path) -> Iterator[IO[bytes]]:
    """A file that gets its name once all of it is on the disk; only its owner may read it."""
    handle, name = tempfile.mkstemp(dir=file.parent, suffix=archive.PART)
    part = Path(name)
    try:
        with open(handle, "w+b") as out:  # noqa: PTH123 - a handle is no path
            yield out
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    archive.flush_folder(file.parent)
