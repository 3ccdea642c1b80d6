"""Kills a process at every step of recording, and tells what each left behind, as JSON lines.

Run as `python -m tests.ledger.killed FOLDER import|undo`. A child of this prepared process does
the act on a store of its own, and counts what it asks of the system (files opened, renamed and
removed, folders made) and of SQLite (connections, statements, and each step of its machine). It
kills itself with SIGKILL at the first of these, the next child at the second, and so on, until
one survives. `old` and `new` are true where the store then holds exactly the state before or
after the act; `whole` is where no archived file is only in part under its name; `again` is where
doing it again leads to the new state.
"""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from sqlite3 import Connection

from sqlalchemy import event

from analysis import receipt
from analysis.ledger import archive, entries, record
from analysis.ledger.entries import Store
from analysis.ledger.state import replay
from tests import hub

COUNTED = ("open", "os.rename", "os.remove", "os.mkdir", "sqlite3.connect")
MACHINE_STEPS = 10  # instructions of SQLite's machine between two chances to die

EOI = """
Organisation | Email           | Submitted at     | Functions | Areas
Ash          | ash@example.org | 2026-03-01 09:00 | Schools   | Derby
"""
PARTNERS = """
Organisation | Stage        | Functions | Areas
Birch        | Commissioned | Inclusion | Derby
"""
READINGS = (hub.reading(EOI), hub.reading(PARTNERS, "partners.csv", "partner"))

Act = Callable[[Store], object]


def main(folder: Path, act: Act, prepare: Act) -> Iterator[dict[str, object]]:
    old, new = _states(folder / "example", act, prepare)
    step, survived = 0, False
    while not survived:
        step += 1
        place = folder / str(step)
        _with(place, prepare)
        survived = _dies_at(step, place, act)
        left, whole = _with(place, _state), _with(place, _is_whole)
        if left == old:
            _with(place, act)
        yield {
            "step": step,
            "survived": survived,
            "old": left == old,
            "new": left == new,
            "whole": whole,
            "again": _with(place, _state) == new,
        }


def _states(place: Path, act: Act, prepare: Act) -> tuple[object, object]:
    _with(place, prepare)
    old = _with(place, _state)
    _with(place, act)
    return old, _with(place, _state)


def _with(place: Path, act: Act) -> object:
    """Open the store anew, as another process would, and close it again."""
    store = entries.open_store(place)
    done = act(store)
    store.engine.dispose()
    return done


def _state(store: Store) -> object:
    """What the ledger tells, with every archived file that it mentions read in full."""
    told = entries.entries(store)
    imports = replay(told).imports
    for import_ in imports:
        for name in archive.RELATIONS:
            archive.whole(store.archive, import_.archive[name])
    words = [archive.answers(store.archive, import_.archive).to_pylist() for import_ in imports]
    return [(entry.number, entry.kind, entry.payload) for entry in told], words


def _is_whole(store: Store) -> bool:
    return all(archive.whole(store.archive, f.stem) for f in store.archive.glob("*.parquet"))


def _dies_at(step: int, place: Path, act: Act) -> bool:
    """Whether the act was done before the child came to this step."""
    child = os.fork()
    if child == 0:
        _count_down(step, place, act)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"step {step} failed by itself")
    return not os.WIFSIGNALED(status)


def _count_down(step: int, place: Path, act: Act) -> None:
    """Do the act, and die at the given step of it; the store was opened before."""
    left = [step]

    def tick(*_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(connection: Connection, _record: object) -> None:
        connection.set_trace_callback(tick)
        connection.set_progress_handler(tick, MACHINE_STEPS)

    sys.addaudithook(lambda name, _: tick() if name in COUNTED else None)
    store = entries.open_store(place)
    event.listen(store.engine, "connect", watch)
    store.engine.dispose()
    act(store)


def _nothing(_: Store) -> None:
    """An empty store needs no preparing."""


RECEIPTS: list[tuple[receipt.Receipt, ...]] = []


def _take_in(store: Store) -> object:
    return receipt.take_in(store, RECEIPTS[0], "a test")


def _undo(store: Store) -> object:
    return record.record_undo(store, 1, "a test")


if __name__ == "__main__":
    where = Path(sys.argv[1])
    empty = entries.open_store(where / "empty")
    RECEIPTS.append(hub.prepare(empty, *READINGS))
    empty.engine.dispose()
    doing = {"import": (_take_in, _nothing), "undo": (_undo, _take_in)}[sys.argv[2]]
    for outcome in main(where, *doing):
        sys.stdout.write(json.dumps(outcome) + "\n")
