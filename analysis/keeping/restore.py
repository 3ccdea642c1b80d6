"""A backup put in the place of what a store holds: proved first, and all of it or nothing."""

import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import rmtree
from typing import IO

from sqlalchemy import Connection, delete

from analysis.errors import DashboardError, FaultError
from analysis.keeping import backup
from analysis.keeping.unpacked import BESIDE, Unpacked, unpacked
from analysis.ledger import archive, chain, entries, schema
from analysis.ledger.entries import Entry, Head, Store
from analysis.ledger.schema import ENTRY, LOOK
from analysis.ledger.state import RESTORE
from analysis.vocabulary import Vocabulary

ASIDE = "aside"


@dataclass(frozen=True)
class Restored:
    """What was put in place, by the entry that says so, and where that lies which stood there.

    `brought_back` are the erasures that the backup is older than: whom they erased is back.
    """

    entry: int
    made_at: datetime
    aside: Path | None
    brought_back: tuple[Entry, ...]


def restore(
    store: Store, file: IO[bytes], vocabulary: Vocabulary, by: str, why: str = ""
) -> Restored:
    """Put a backup in the place of what the store holds, and record that.

    What was there is kept aside as a backup of its own. Whoever is reading goes on reading what
    was there, then what is there now; a killed process leaves one or the other.

    Raises
    ------
    DashboardError
        If the backup does not hold, or the store cannot be written to or is written to meanwhile.
    """
    with unpacked(file, store.folder, vocabulary) as opened:
        before, newer = entries.newest(store), _newer_erasures(store, opened.store)
        aside = _aside(store) if before.number else None
        _bring_files(opened.store, store)
        draft = _draft(opened, before, aside, by, why)
        number = _put_in_place(opened, store, before, draft)
    _sweep(store)
    return Restored(number, opened.made_at, aside, newer)


def _newer_erasures(store: Store, source: Store) -> tuple[Entry, ...]:
    packed = {entry.seal for entry in entries.entries(source)}
    return tuple(
        entry
        for entry in entries.entries(store)
        if entry.kind == chain.ERASURE and entry.seal not in packed
    )


def _aside(store: Store) -> Path:
    """Of a damaged store, what is left of it: a backup is how it is mended."""
    folder = store.folder / ASIDE
    with entries.told_plainly(store, "copied"):
        folder.mkdir(exist_ok=True, mode=0o700)
    file, _ = backup.pack(store, folder, is_whole=False)
    return file


def _bring_files(source: Store, store: Store) -> None:
    """Put every file of the backup into the archive, where nothing speaks of it yet."""
    try:
        store.archive.mkdir(parents=True, exist_ok=True)
        for file in archive.files(source.archive).values():
            target = store.archive / file.name
            if not (target.exists() and archive.is_whole(target)):
                archive.write_whole(target, file.read_bytes())
    except OSError as fault:
        raise FaultError(
            f"The archive in {store.archive} cannot be written to ({fault.strerror}). Nothing was "
            "changed; free some space or correct the folder's permissions, and try again."
        ) from fault


def _draft(opened: Unpacked, before: Head, aside: Path | None, by: str, why: str) -> entries.Draft:
    payload = {
        "backup": {
            "made_at": opened.made_at.isoformat(),
            "entries": opened.proof.head.number,
            "hash": opened.proof.head.hash,
        },
        "replaced": {"entries": before.number, "hash": before.hash},
        "aside": aside.name if aside else "",
    }
    return entries.Draft(RESTORE, payload, by, why)


def _put_in_place(opened: Unpacked, store: Store, before: Head, draft: entries.Draft) -> int:
    """Replace the ledger's entries in one transaction, and record it behind the last of them."""
    told, looks = entries.entries(opened.store), entries.entries(opened.store, LOOK)
    with entries.told_plainly(store, "written to"), store.engine.begin() as connection:
        schema.alone(connection)
        if entries.head(connection) != before:
            raise DashboardError(
                "Something was recorded while the backup was proved, so nothing was replaced. "
                "Restore it again."
            )
        last = opened.proof.head
        made = chain.sealed(entries.entered([draft], last.number), last.hash)
        _replace(connection, (*told, *made), looks)
    return made[0].number


def _replace(connection: Connection, told: tuple[Entry, ...], looks: tuple[Entry, ...]) -> None:
    connection.execute(delete(ENTRY))
    schema.write(connection, told)
    if schema.read(connection, LOOK)[: len(looks)] != looks:
        connection.execute(delete(LOOK))
        schema.write(connection, looks, LOOK)


def _sweep(store: Store) -> None:
    """Remove what killed restores left, and files that nothing has spoken of for long."""
    needed = archive.mentioned(entries.entries(store))
    forgotten = [
        *store.folder.glob(f"{BESIDE}*"),
        *(file for name, file in archive.files(store.archive).items() if name not in needed),
    ]
    for path in forgotten:
        if time.time() - path.stat().st_mtime > archive.ABANDONED_SECONDS:
            rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
