"""The acts that a process is killed amid: how a store is prepared, what is done, what is told."""

import copyreg
import pickle
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

import pyarrow.parquet as pq

from analysis import receipt
from analysis.intake.reading import Reading
from analysis.keeping import backup, erase, proof, restore, subject
from analysis.keeping.unpacked import unpacked
from analysis.ledger import archive, chain, entries, record
from analysis.ledger.entries import Store
from analysis.ledger.state import replay
from tests import hub

OFFERS = """
Organisation | Contact name  | Email           | Submitted at     | Functions | Areas
Ash          | Ann Applegate | ash@example.org | 2026-03-01 09:00 | Schools   | Derby
Birch        | Ben Bough     | ben@example.org | 2026-03-02 09:00 | Inclusion | Derby; Erewash
"""
PARTNERS = """
Organisation | Stage        | Functions | Areas
Birch        | Commissioned | Inclusion | Derby
"""
FILE, RECEIPTS = "backup.zip", "receipts"

Told = list[object]


@dataclass(frozen=True)
class Act:
    """What is done to a store that was prepared, and what tells whether it was done."""

    prepare: Callable[[Store], object]
    do: Callable[[Store], object]
    tell: Callable[[Store], Told]


def faults(store: Store) -> list[str]:
    """What is wrong with a store, and with the backup beside it where there is one."""
    found = list(proof.prove(store, hub.WORDS).faults)
    file = store.folder.parent / FILE
    if file.exists():
        with file.open("rb") as content, unpacked(content, store.folder, hub.WORDS) as opened:
            found += opened.proof.faults
    return found


def is_whole(store: Store) -> list[str]:
    """The same, but for whether a database can be built."""
    told = entries.entries(store)
    files = archive.files(store.archive)
    torn = [name for name in proof.needed(told) if not archive.is_whole(files[name])]
    return [*chain.faults(told), *torn]


def _received(store: Store) -> None:
    """What files would change, as staff have it before them; no database outlives its process."""
    made = hub.prepare(store, hub.reading(OFFERS), hub.reading(PARTNERS, "p.csv", "partner"))
    told = [replace(each, after=replace(each.after, connection=None, macros=None)) for each in made]
    copyreg.pickle(MappingProxyType, lambda proxy: (_proxy, (dict(proxy),)))
    (store.folder.parent / RECEIPTS).write_bytes(pickle.dumps(told))


def _proxy(content: dict[object, object]) -> MappingProxyType[object, object]:
    """What pickle knows no name of."""
    return MappingProxyType(content)


def _take_in(store: Store) -> None:
    receipts = pickle.loads((store.folder.parent / RECEIPTS).read_bytes())
    receipt.take_in(store, receipts, "a test")


def _undo(store: Store) -> None:
    record.record_undo(store, 1, "a test")


def _take(store: Store, reading: Reading) -> None:
    """Record a file without asking first what it would change, which nobody here wants to know."""
    draft = record.import_draft(store, reading, archive.received(reading), "a form", "a test")
    entries.append_all(store, [draft])


def _loaded(store: Store) -> None:
    _take(store, hub.reading(OFFERS))
    record.record_stage(store, "ash", "pilot", "a test")


def _packed(store: Store) -> None:
    """A backup, and a store that has gone on since."""
    _loaded(store)
    backup.pack(store, store.folder.parent / FILE)
    _take(store, hub.reading(PARTNERS, "p.csv", "partner"))


def _pack(store: Store) -> None:
    backup.pack(store, store.folder.parent / FILE)


def _put_back(store: Store) -> None:
    with (store.folder.parent / FILE).open("rb") as file:
        restore.restore(store, file, hub.WORDS, "a test")


def _told(store: Store) -> Told:
    """The ledger, and the words of every import that stands, read in full."""
    told = entries.entries(store)
    words = [
        archive.answers(store.archive, import_.archive).to_pylist()
        for import_ in replay(told).imports
    ]
    return [*((entry.number, entry.kind, entry.why) for entry in told), words]


def _packed_or_not(store: Store) -> Told:
    """What the backup holds, where there is one."""
    file = store.folder.parent / FILE
    if not file.exists():
        return []
    with zipfile.ZipFile(file) as packed:
        torn = packed.testzip()
        packed.extract(backup.LEDGER, file.parent)
    with closing(sqlite3.connect(file.parent / backup.LEDGER)) as opened:
        told = opened.execute("select number, kind, why from entry order by number").fetchall()
    return [*told, torn]


def _erase(store: Store) -> None:
    whom = subject.person(store, "Ann Applegate")
    erase.erase(store, erase.plan(store, whom), "a test", "asked")


def _told_and_found(store: Store) -> Told:
    """The ledger, and whether a file still names the person once what was killed is finished."""
    erase.resume(store)
    files = [file for file in store.folder.rglob("*") if file.is_file()]
    return [*_told(store), any(_names(file, "applegate") for file in files)]


def _names(file: Path, word: str) -> bool:
    if file.suffix == ".parquet" and word in str(pq.read_table(file).to_pylist()).lower():
        return True
    return word.encode() in file.read_bytes().lower()


ACTS: dict[str, Act] = {
    "import": Act(_received, _take_in, _told),
    "undo": Act(_loaded, _undo, _told),
    "backup": Act(_loaded, _pack, _packed_or_not),
    "erase": Act(_loaded, _erase, _told_and_found),
    "restore": Act(_packed, _put_back, _told),
}
