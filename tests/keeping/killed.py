"""Kills a process at random moments of an act on a store, and tells what each left, as JSON lines.

Run as `python -m tests.keeping.killed FOLDER ACT TIMES SEED`. Each act is done once undisturbed, to
know how long it takes, and then by one child after another that is killed somewhere in that time.
`old` and `new` are true where the store is as before or after the act, `faults` says what does not
hold, and `again` is true where doing it again leads to the state after.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow.parquet as pq

from analysis import vocabulary
from analysis.keeping import backup, erase, proof, restore, subject
from analysis.keeping.unpacked import unpacked
from analysis.ledger import entries, record
from analysis.ledger.entries import Store
from tests import hub

OFFERS = """
Organisation | Contact name  | Email           | Submitted at     | Functions | Areas
Ash          | Ann Applegate | ash@example.org | 2026-03-01 09:00 | Schools   | Derby
Birch        | Ben Bough     | ben@example.org | 2026-03-02 09:00 | Inclusion | Derby; Erewash
"""
FILE = "backup.zip"

Act = Callable[[Store], object]


def main(folder: Path, act: str, times: int, seed: int) -> Iterator[dict[str, object]]:
    prepare, do, tell = ACTS[act]
    apart(lambda: _with(folder / "0", prepare))
    shutil.copytree(folder / "0", folder / "1")
    old = apart(lambda: _with(folder / "1", tell))
    begun = time.monotonic()
    apart(lambda: _with(folder / "1", do))
    took = time.monotonic() - begun
    new = apart(lambda: _with(folder / "1", tell))
    chance = random.Random(seed)
    for number in range(2, times + 2):
        place = folder / str(number)
        shutil.copytree(folder / "0", place)
        killed = _kill(lambda place=place: _with(place, do), chance.uniform(0, 1.1 * took))
        left = apart(lambda place=place: _with(place, tell))
        faults = apart(lambda place=place: _with(place, _faults))
        if left == old:
            apart(lambda place=place: _with(place, do))
        again = apart(lambda place=place: _with(place, tell))
        yield {
            "killed": killed,
            "old": left == old,
            "new": left == new,
            "faults": faults,
            "again": again == new,
        }
        shutil.rmtree(place)


def apart(act: Callable[[], object]) -> object:
    """What an act gives, done in a process of its own, so that nothing of it stays in this one."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "w") as out:
            json.dump(act(), out)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        said = told.read()
    _, status = os.waitpid(child, 0)
    if status:
        raise SystemExit(f"a child failed with {status}")
    return json.loads(said)


def _kill(act: Callable[[], object], after: float) -> bool:
    """Whether the act was still going on when it was killed."""
    child = os.fork()
    if child == 0:
        act()
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _with(place: Path, act: Act) -> object:
    store = entries.open_store(place / "store")
    done = act(store)
    store.engine.dispose()
    return done


def _faults(store: Store) -> list[str]:
    return list(proof.prove(store, hub.WORDS).faults)


def _loaded(store: Store) -> None:
    hub.load(store, OFFERS)
    record.record_stage(store, "ash", "pilot", "a test")


def _packed(store: Store) -> None:
    """A backup, and a store that has gone on since."""
    _loaded(store)
    backup.pack(store, store.folder.parent / FILE)
    hub.load(store, "Organisation | Areas\nCedar | Derby", "partner")


def _pack(store: Store) -> None:
    backup.pack(store, store.folder.parent / FILE)


def _put_back(store: Store) -> None:
    with (store.folder.parent / FILE).open("rb") as file:
        restore.restore(store, file, hub.WORDS, "a test")


def _told(store: Store) -> list[object]:
    return [[entry.number, entry.kind, entry.why] for entry in entries.entries(store)]


def _packed_or_not(store: Store) -> list[object]:
    """What the backup holds, where there is one."""
    file = store.folder.parent / FILE
    if not file.exists():
        return []
    with file.open("rb") as content, unpacked(content, store.folder, vocabulary.load()) as opened:
        return _told(opened.store)


def _erase(store: Store) -> None:
    whom = subject.person(store, "Ann Applegate")
    erase.erase(store, erase.plan(store, whom), "a test", "asked")


def _told_and_found(store: Store) -> list[object]:
    """The ledger, and the files that still name the person once what was killed is finished."""
    erase.resume(store)
    files = [file for file in store.folder.rglob("*") if file.is_file()]
    named = [
        file.suffix
        for file in files
        if b"applegate" in file.read_bytes().lower() or _names(file, "applegate")
    ]
    return [*_told(store), bool(named)]


def _names(file: Path, word: str) -> bool:
    return file.suffix == ".parquet" and word in str(pq.read_table(file).to_pylist()).lower()


ACTS: dict[str, tuple[Act, Act, Act]] = {
    "backup": (_loaded, _pack, _packed_or_not),
    "erase": (_loaded, _erase, _told_and_found),
    "restore": (_packed, _put_back, _told),
}


if __name__ == "__main__":
    where, name, count, seed = sys.argv[1:]
    for outcome in main(Path(where), name, int(count), int(seed)):
        sys.stdout.write(json.dumps(outcome) + "\n")
