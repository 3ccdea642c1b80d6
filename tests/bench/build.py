"""How long the database takes to build from the archive, beside merely reading the same files."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import duckdb

from analysis import database, vocabulary
from analysis.ledger import archive, entries
from analysis.ledger.state import replay
from tests.bench import invented
from tests.bench.measured import Measured, by_turns, say
from tests.bench.serving import megabytes

SIZES = (1_000, 100_000, 1_000_000)
LIMIT = "create table read as from read_parquet($files)"
MOST_MEMORY = 4_096


def measure(folder: Path) -> Iterator[Measured]:
    say(f"build: its limit is {LIMIT}, for the answers and the private answers")
    for offers in SIZES:
        invented.store(folder, offers)
        own, limit = by_turns(partial(_build, folder, offers), partial(_read, folder, offers))
        yield Measured(f"build, {offers:,} offers", own, limit)
    yield _memory(folder, SIZES[-1])


def _memory(folder: Path, offers: int) -> Measured:
    """The most memory a process has held that does nothing but build, and nothing but read."""
    own, limit = (_peak(act, folder, offers) for act in ("build", "read"))
    is_met = own <= MOST_MEMORY
    return Measured(f"peak memory, {offers:,}", own, limit, "MB", f"{MOST_MEMORY} MB", is_met)


def _peak(act: str, folder: Path, offers: int) -> float:
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawned) as pool:
        return pool.submit(_held, act, folder, offers).result()


def _held(act: str, folder: Path, offers: int) -> float:
    {"build": _build, "read": _read}[act](folder, offers)
    return megabytes("self", "VmHWM")


def _build(folder: Path, offers: int) -> None:
    store = invented.store(folder, offers)
    built = database.build(replay(entries.entries(store)), store.archive, vocabulary.load())
    built.connection.close()


def _read(folder: Path, offers: int) -> None:
    store = invented.store(folder, offers)
    files = [
        str(archive.whole(store.archive, import_.archive[name]))
        for import_ in replay(entries.entries(store)).imports
        for name in ("answers", "private")
    ]
    with duckdb.connect(config={"preserve_insertion_order": False}) as connection:
        connection.execute("set enable_progress_bar = false")
        connection.execute(LIMIT, {"files": files})
