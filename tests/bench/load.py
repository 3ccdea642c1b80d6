"""Two hundred signed-in viewers filter while an editor takes a file in; and many come and go."""

import asyncio
import json
import os
import random
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from analysis import sample, vocabulary
from analysis.ledger import entries
from tests import signed
from tests.bench.measured import Measured, say
from tests.bench.serving import OURS, Server, megabytes, serving
from tests.bench.wire import RefusedError, Visitor, arrive, token

VIEWERS, SECONDS, PACE = 200, 120.0, 15.0  # each viewer filters once in so many seconds
CORES = os.cpu_count() or 1
ALONE_SECONDS, ALONE_PACE = 30.0, 0.5
OFFERS, EDITOR_AFTER = 10_000, 20.0
COMING, AT_ONCE = 2_000, 10
PAGE = "explore"
SEED = 20_261_128


@dataclass
class Watched:
    """What the visitors met: seconds of each filter, faults, and seconds until a file was in."""

    filters: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    import_seconds: float = 0.0

    @property
    def p95(self) -> float:
        """Milliseconds within which 95 of 100 filters were answered."""
        return statistics.quantiles(self.filters, n=20)[-1] * 1000

    @property
    def median(self) -> float:
        """Milliseconds within which half of the filters were answered."""
        return statistics.median(self.filters) * 1000


def measure(folder: Path) -> Iterator[Measured]:
    """The limit is the same dashboard with one viewer to each core."""
    say(f"load, {VIEWERS} viewers each {PACE:.0f} s: its limit is one viewer to each core")
    store, secrets = folder / "load", folder / ".streamlit" / "secrets.toml"
    _members(store)
    secrets.parent.mkdir()
    secrets.write_text(_secrets(), encoding="utf-8")
    with serving(OURS, store, folder) as server:
        _wait(server)
        alone = asyncio.run(_crowd(server, CORES, ALONE_SECONDS, ALONE_PACE))
        before = megabytes(server.process)
        crowd = asyncio.run(_crowd(server, VIEWERS, SECONDS, PACE, _export(folder)))
        after = megabytes(server.process)
        say(
            f"{len(crowd.filters)} filters, {OFFERS:,} offers in after {crowd.import_seconds:.0f} s"
        )
        for fault in crowd.faults[:5]:
            say(f"fault: {fault}")
        held = asyncio.run(_come_and_go(server))
    yield _compared("filter, median", crowd.median, alone.median, 2)
    yield _compared("filter, 95 of 100", crowd.p95, alone.p95, 2)
    yield Measured("faults", len(crowd.faults), 1, "", "0", is_met=not crowd.faults)
    yield Measured("each further session", (after - before) / VIEWERS, 1, "MB")
    half = len(held) // 2
    yield _compared(
        f"memory over {COMING} sessions", max(held[half:]), max(held[:half]), 1.05, "MB"
    )


async def _crowd(
    server: Server, viewers: int, seconds: float, pace: float, export: bytes = b""
) -> Watched:
    watched, dice = Watched(), random.Random(SEED)
    crowd: list[Visitor] = []
    for start in range(0, viewers, AT_ONCE):
        batch = range(start, min(start + AT_ONCE, viewers))
        crowd += await asyncio.gather(*(_arrive(server, PAGE, "ann") for _ in batch))
    until = time.monotonic() + seconds
    async with asyncio.TaskGroup() as group:
        for viewer in crowd:
            group.create_task(_filter(viewer, watched, until, pace, random.Random(dice.random())))
        if export:
            group.create_task(_edit(server, watched, export))
    for viewer in crowd:
        await viewer.leave()
    return watched


async def _filter(
    viewer: Visitor, watched: Watched, until: float, pace: float, dice: random.Random
) -> None:
    await asyncio.sleep(dice.uniform(0, pace))
    areas = viewer.options("Area")
    while time.monotonic() < until:
        viewer.choose("Area", dice.sample(areas, dice.randint(0, 2)))
        try:
            watched.filters.append(await viewer.run())
        except (RefusedError, OSError, TimeoutError) as fault:
            watched.faults.append(repr(fault))
            return
        await asyncio.sleep(dice.uniform(0.5, 1.5) * pace)


async def _edit(server: Server, watched: Watched, export: bytes) -> None:
    await asyncio.sleep(EDITOR_AFTER)
    begun = time.monotonic()
    try:
        editor = await _arrive(server, "upload", "ed")
        await editor.drop("Files", "offers.csv", export)
        await editor.run()
        await editor.press("Record")
        await editor.leave()
    except (RefusedError, OSError, TimeoutError, KeyError, StopIteration) as fault:
        watched.faults.append(f"the editor: {fault!r}")
    watched.import_seconds = time.monotonic() - begun


async def _come_and_go(server: Server) -> list[float]:
    """The server's memory after each hundred of many visits, all but the last over by then."""
    held = []
    for number in range(0, COMING, AT_ONCE):
        visits = await asyncio.gather(*(_arrive(server, PAGE, "ann") for _ in range(AT_ONCE)))
        for visit in visits:
            await visit.leave()
        if (number + AT_ONCE) % 100 == 0:
            held.append(megabytes(server.process))
            say(f"{number + AT_ONCE} sessions come and gone: {held[-1]:.0f} MB")
    return held


async def _arrive(server: Server, page: str, who: str) -> Visitor:
    xsrf = await asyncio.to_thread(token, server.address)
    said = {**signed.claims(f"{who}@example.org"), "origin": server.address}
    secret = signed.AUTH["cookie_secret"]
    user = create_signed_value(secret, "_streamlit_user", json.dumps(said)).decode()
    return await arrive(server.address, page, xsrf, user)


def _members(folder: Path) -> None:
    store = entries.open_store(folder)
    sample.take_in(store, vocabulary.load())
    signed.invite(store, ann="viewer", ed="editor")
    store.engine.dispose()


def _secrets() -> str:
    return "[auth]\n" + "".join(f"{name} = {json.dumps(it)}\n" for name, it in signed.AUTH.items())


def _export(folder: Path) -> bytes:
    file = folder / "offers.csv"
    sample.write_export(file, OFFERS, sample.SEED)
    return file.read_bytes()


def _wait(server: Server) -> None:
    for _ in range(600):
        try:
            with urlopen(f"{server.address}/health"):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(server.address)


def _compared(what: str, found: float, limit: float, most: float, unit: str = "ms") -> Measured:
    met = found <= most * limit
    return Measured(what, found, limit, unit, f"ratio ≤ {most}", is_met=met)
