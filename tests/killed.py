"""Kills a process amid an act on a store, again and again; tells what each left, as JSON lines.

Run as `python -m tests.killed FOLDER TIMES SEED ACT…`. Every line that Python runs in the ledger,
in keeping, and in what writes files for them is a step, and so is each statement of SQLite and
every few instructions of its machine. The act is done once undisturbed, to know its steps, its
stages, and in which of our functions each step falls. Each stage gets as many kills as any other,
however short it is, the last first; within it each function does, and anywhere in that. Every other
kill comes from outside, up to a few milliseconds after its step, so that it also falls into what no
step divides.

With LEDGER_URL, as the address of a PostgreSQL server, each store's ledger is a database there.
"""

import json
import os
import pickle
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection
from types import FrameType
from typing import cast

from sqlalchemy import event

from analysis.ledger import entries
from analysis.ledger.entries import Store
from tests import postgresql
from tests.acts import ACTS, Act, Told, faults, is_whole

ROOT = Path(__file__).resolve().parents[1]
OURS = (str(ROOT / "analysis" / "ledger"), str(ROOT / "analysis" / "keeping"))
WATCHED = (*OURS, *(str(sys.modules[name].__file__) for name in ("zipfile", "tempfile", "shutil")))
MACHINE_STEPS = 10  # instructions of SQLite's machine between two chances to die
LATEST = 0.003  # seconds after its step that a kill from outside comes

Step = Callable[[FrameType], None]
Outcome = dict[str, object]


@dataclass(frozen=True)
class Kill:
    """At which step a process is killed, and how long after it; 0 where by its own hand."""

    step: int
    after: float


def main(folder: Path, name: str, times: int, seed: int) -> Iterator[Outcome]:
    act, chance = ACTS[name], random.Random(seed)
    postgresql.make(_name(folder / "0"))
    _apart(lambda: _with(folder / "0", act.prepare))
    _copy(folder / "0", folder / "1")
    old = _apart(lambda: _with(folder / "1", act.tell))
    places = cast(list[str], _apart(lambda: _watched(folder / "1", act)))
    new = _apart(lambda: _with(folder / "1", act.tell))
    proved = [old]
    for number, kill in enumerate(_kills(places, times, chance), start=2):
        place = folder / str(number)
        _copy(folder / "0", place)
        died, at = _killed(place, act, kill)
        found = _apart(lambda place=place: _found(place, act, old, proved))  # noqa: B023 - done here
        left, wrong, again = cast(tuple[Told, list[str], Told], found)
        proved += [left] if left not in proved else []
        _remove(place)
        yield {
            "act": name,
            "killed": died,
            "at": at,
            "old": left == old,
            "new": left == new,
            "faults": wrong,
            "again": again == new,
        }


def _kills(places: list[str], times: int, chance: random.Random) -> Iterator[Kill]:
    """As many in each stage as in any other, in each of its functions, and anywhere in these."""
    stages: dict[str, dict[str, list[int]]] = {}
    for step, place in enumerate(places, start=1):
        stages.setdefault(place.split()[0], {}).setdefault(place, []).append(step)
    for number in range(times):
        functions = list(stages.values())[-1 - number % len(stages)]
        steps = functions[chance.choice(list(functions))]
        yield Kill(chance.choice(steps), chance.uniform(0, LATEST) if number % 2 else 0)


def _found(place: Path, act: Act, old: object, proved: list[object]) -> tuple[object, ...]:
    """What was left, what is wrong with it, and what doing it again leads to.

    A database is built to prove only what was not left before: it is made of nothing else.
    """
    left = _with(place, act.tell)
    wrong = _with(place, is_whole if left in proved else faults)
    if left == old:
        _with(place, act.do)
    return left, wrong, _with(place, act.tell)


def _apart(act: Callable[[], object]) -> object:
    """What an act gives, done in a process of its own, so that nothing of it stays in this one."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "wb") as out:
            pickle.dump(act(), out)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        said = told.read()
    _, status = os.waitpid(child, 0)
    if status:
        raise SystemExit(f"a child failed with {status}")
    return cast(object, pickle.loads(said))


def _killed(place: Path, act: Act, kill: Kill) -> tuple[bool, str]:
    """Whether the act was still going on when it was killed, and in which function."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _with(place, _Countdown(act, kill, writing))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        at = told.readline().decode()
        time.sleep(kill.after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) and status:
        raise SystemExit(f"step {kill.step} failed by itself")
    return os.WIFSIGNALED(status), at.strip()


@dataclass
class _Countdown:
    """Does an act, and at one of its steps tells where it is, and dies or waits to be killed."""

    act: Act
    kill: Kill
    writing: int

    def __call__(self, store: Store) -> None:
        _step_by_step(store, self.act, self._tick)

    def _tick(self, frame: FrameType) -> None:
        self.kill = Kill(self.kill.step - 1, self.kill.after)
        if self.kill.step == 0:
            os.write(self.writing, f"{_place(frame)}\n".encode())
            if not self.kill.after:
                os.kill(os.getpid(), signal.SIGKILL)


def _watched(place: Path, act: Act) -> list[str]:
    """Do the act; the place of each of its steps."""
    places: list[str] = []
    _with(
        place,
        lambda store: _step_by_step(store, act, lambda frame: places.append(_place(frame))),
    )
    return places


def _step_by_step(store: Store, act: Act, tick: Step) -> None:
    def of_machine(*_: object) -> None:
        tick(sys._getframe(1))

    def watch(connection: Connection, _record: object) -> None:
        if store.engine.dialect.name == "sqlite":
            connection.set_trace_callback(of_machine)
            connection.set_progress_handler(of_machine, MACHINE_STEPS)

    def line(frame: FrameType, what: str, _: object) -> object:
        if what == "line":
            tick(frame)
        return line

    event.listen(store.engine, "connect", watch)
    store.engine.dispose()
    sys.settrace(lambda frame, _, __: line if _is_watched(frame) else None)
    act.do(store)
    sys.settrace(None)


def _is_watched(frame: FrameType) -> bool:
    return frame.f_code.co_filename.startswith(WATCHED)


def _place(frame: FrameType | None) -> str:
    """The stage of the act that is under way, and the innermost of our functions."""
    ours: list[str] = []
    while frame:
        if frame.f_code.co_filename.startswith(OURS):
            ours.append(f"{Path(frame.f_code.co_filename).stem}.{frame.f_code.co_name}")
        frame = frame.f_back
    return f"{(ours or ['-'])[-2:][0]} {(ours or ['-'])[0]}"


def _with(place: Path, act: Callable[[Store], object]) -> object:
    """Open the store anew, as another process would, and close it again."""
    store = entries.open_store(place / "store", postgresql.database(_name(place)))
    done = act(store)
    store.engine.dispose()
    return done


def _copy(place: Path, to: Path) -> None:
    shutil.copytree(place, to)
    postgresql.make(_name(to), like=_name(place))


def _remove(place: Path) -> None:
    shutil.rmtree(place)
    postgresql.remove(_name(place))


def _name(place: Path) -> str:
    return f"{place.parent.name} {place.name}"


if __name__ == "__main__":
    where, count, chosen, *names = sys.argv[1:]
    for act in names:
        for outcome in main(Path(where) / act, act, int(count), int(chosen)):
            sys.stdout.write(json.dumps(outcome) + "\n")
