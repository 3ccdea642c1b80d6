"""Somebody erased for good: from the archive, from the ledger's words, and from the disk."""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace as changed
from pathlib import Path
from shutil import rmtree
from typing import cast

import pyarrow as pa
from sqlalchemy import Connection, Table, update

from analysis.errors import DashboardError
from analysis.keeping import rewrite
from analysis.keeping.restore import ASIDE
from analysis.keeping.subject import Subject, imports
from analysis.keeping.unpacked import BESIDE
from analysis.ledger import archive, chain, entries, members, schema
from analysis.ledger.chain import ERASURE, Entry
from analysis.ledger.entries import Draft, Head, Store
from analysis.ledger.schema import ENTRY, LOOK

# Stands in the store's folder while an erasure is under way: whoever finds it, finishes it.
UNDER_WAY = "erasing"
UNFINISHED = (
    "What was erased is gone from the figures, but old words may be left on the disk until any "
    "command, or the server's next start, finishes it"
)


@dataclass(frozen=True)
class Plan:
    """What an erasure would do: the relations it changes, by import, and the entries and looks."""

    subject: Subject
    head: Head
    tables: dict[int, dict[str, pa.Table]]
    rows: int
    entries: tuple[int, ...]
    looks: tuple[int, ...]


@dataclass(frozen=True)
class Erased:
    """The entry that says so, how many kept-aside copies went, and where the words still stand."""

    entry: int
    aside: int
    left: tuple[str, ...]


def plan(store: Store, subject: Subject) -> Plan:
    """What erasing somebody would change. Changes nothing.

    Raises
    ------
    DashboardError
        If nothing that is kept is about them.
    """
    head, tables, rows = entries.newest(store), {}, 0
    for entry, import_, kept in imports(store):
        rows += len(rewrite.rows_of(kept, subject))
        found = rewrite.tables_without(import_, kept, subject)
        if found:
            tables[entry.number] = found
    told, looks = (_touched(store, log, subject) for log in schema.CHAINS)
    made = Plan(subject, head, tables, rows, tuple(sorted({*told, *tables})), looks)
    if not (made.entries or made.looks):
        raise DashboardError("Nothing that is kept is about them, so there is nothing to erase.")
    return made


def erase(store: Store, planned: Plan, by: str, why: str) -> Erased:
    """Do what was planned, for good. The entry that says so repeats no name.

    A killed process leaves all of it or nothing, or all of it but the old files, which are then
    removed when the store is next opened.

    Raises
    ------
    DashboardError
        If the reason names whom it is about, they are a member, the store has moved on, or cannot
        be written to.
    """
    if planned.subject.pattern.search(f"{why} {by}"):
        raise DashboardError("The reason stays in the ledger: write it without names.")
    if any(planned.subject.pattern.search(each.address) for each in members.members(store)):
        raise DashboardError("They are a member here. Remove them on Members, then erase them.")
    digests = {
        number: archive.put_tables(store.archive, tables)
        for number, tables in planned.tables.items()
    }
    number = _recorded(store, planned, digests, Draft(ERASURE, {}, by, why))
    aside = finish(store)
    return Erased(number, aside, tuple(left(store, planned.subject)))


def finish(store: Store) -> int:
    """Remove from the disk what erasures took out; the number of kept-aside copies that went.

    Raises
    ------
    DashboardError
        If another process keeps the ledger from being written anew.
    """
    begun, told = entries.newest(store), entries.entries(store)
    with entries.told_plainly(store, "rid of what was erased", UNFINISHED):
        _scrub(store)
        aside = list((store.folder / ASIDE).glob("*"))
        for file in (*aside, *store.archive.glob(f"*{archive.PART}"), *_forgotten(store, told)):
            file.unlink(missing_ok=True)
        for folder in store.folder.glob(f"{BESIDE}*"):
            rmtree(folder, ignore_errors=True)
        archive.flush_folder(store.folder)
        with store.engine.begin() as connection:
            schema.alone(connection)
            if entries.head(connection) == begun:
                (store.folder / UNDER_WAY).unlink(missing_ok=True)
    return len(aside)


def resume(store: Store) -> Store:
    """The same store, once an erasure that was killed in it is finished."""
    if (store.folder / UNDER_WAY).exists():
        finish(store)
    return store


def left(store: Store, subject: Subject) -> list[str]:
    """Where words of the subject still stand, because they are part of something else."""
    found = [
        f"entry {entry.number}: {import_.file}, row {row['row']}"
        for entry, import_, tables in imports(store)
        for table in tables.values()
        for row in table.to_pylist()
        if subject.pattern.search(str(row["text"]))
    ]
    signed = [
        f"entry {entry.number}: who recorded it"
        for entry in entries.entries(store)
        if subject.pattern.search(entry.by)
    ]
    return list(dict.fromkeys((*found, *signed)))


def _touched(store: Store, log: Table, subject: Subject) -> tuple[int, ...]:
    return tuple(
        entry.number
        for entry in entries.entries(store, log)
        if _without(entry, subject, 0, {}) != entry
    )


def _without(entry: Entry, subject: Subject, number: int, digests: dict[str, str]) -> Entry:
    """An entry as it is without the subject, its archive's new files named."""
    payload = rewrite.payload_without(entry.payload, subject, number)
    if digests:
        named = cast(dict[str, str], entry.payload["archive"])
        payload = {**payload, "archive": {**named, **digests}}
    return changed(entry, why=rewrite.struck(entry.why, subject), payload=payload)


def _recorded(store: Store, planned: Plan, digests: dict[int, dict[str, str]], draft: Draft) -> int:
    """Rewrite the entries and record the erasure, all in one transaction."""
    with entries.told_plainly(store, "written to"), store.engine.begin() as connection:
        schema.alone(connection)
        head = entries.head(connection)
        if head != planned.head:
            raise DashboardError(
                "Something was recorded in the meantime, so nothing was erased. Look again at "
                "what would be erased."
            )
        (store.folder / UNDER_WAY).touch()
        told = _rewritten(connection, ENTRY, planned.entries, planned.subject, digests)
        looks = _rewritten(connection, LOOK, planned.looks, planned.subject, {})
        payload = {
            "what": planned.subject.what,
            "rows": planned.rows,
            "entries": told,
            "looks": looks,
            "archive": _mapping(store, digests),
        }
        made = chain.sealed(
            entries.entered([changed(draft, payload=payload)], head.number), head.hash
        )
        schema.write(connection, made)
    return made[0].number


def _rewritten(
    connection: Connection,
    log: Table,
    numbers: Sequence[int],
    subject: Subject,
    digests: dict[int, dict[str, str]],
) -> list[tuple[int, str]]:
    """Rewrite entries where they stand; each with the digest of what is left."""
    number = entries.head(connection).number + 1
    done = []
    for entry in schema.read(connection, log):
        if entry.number in numbers:
            made = _without(entry, subject, number, digests.get(entry.number, {}))
            salt = chain.salt()
            values = {"why": made.why, "payload": dict(made.payload), "salt": salt}
            connection.execute(update(log).where(log.c.number == entry.number).values(values))
            done.append((entry.number, chain.content(salt, made.why, made.payload)))
    return done


def _mapping(store: Store, digests: dict[int, dict[str, str]]) -> list[tuple[str, str]]:
    """Each file of the archive that was replaced, and the one in its place."""
    olds = {
        entry.number: cast(dict[str, str], entry.payload["archive"])
        for entry, _, _ in imports(store)
    }
    return sorted(
        {
            (olds[number][name], new)
            for number, named in digests.items()
            for name, new in named.items()
        }
    )


def _forgotten(store: Store, told: Sequence[Entry]) -> list[Path]:
    """Files of the archive that were replaced, or that nothing spoke of when the erasure began."""
    marker, needed = store.folder / UNDER_WAY, archive.mentioned(told)
    begun = marker.stat().st_mtime if marker.exists() else 0.0
    replaced = {
        old
        for entry in told
        if entry.kind == ERASURE
        for old, _ in cast(list[tuple[str, str]], entry.payload["archive"])
    }
    return [
        file
        for name, file in archive.files(store.archive).items()
        if name not in needed and (name in replaced or file.stat().st_mtime < begun)
    ]


def _scrub(store: Store) -> None:
    """Write the ledger's file anew, so that no free page and no log holds what it held."""
    if store.engine.dialect.name != "sqlite":
        with store.engine.begin() as connection:
            schema.write_anew(connection)
        return
    with store.engine.connect() as connection:
        connection.exec_driver_sql("vacuum")
        if connection.exec_driver_sql("pragma wal_checkpoint(truncate)").one()[0]:
            raise DashboardError(
                "What was erased is gone from the figures, but another process is still reading "
                "the ledger, so old words may be left in its file. Run any command in a moment "
                "to finish."
            )
