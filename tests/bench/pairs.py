"""How long the search for likely pairs takes, beside RapidFuzz comparing all names with all."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from analysis import database, questions, receipt, sample, vocabulary
from analysis.database import Database
from analysis.decide import pairs
from analysis.intake.read import read
from analysis.ledger import entries
from analysis.ledger.state import replay
from tests.bench.measured import Measured, by_turns, say

OFFERS = 14_000  # of about 10,000 organisations
MOST_MILLISECONDS = 5_000


def measure(folder: Path) -> Iterator[Measured]:
    say("pairs: its limit is one rapidfuzz.process.cdist of the names, which finds less")
    hub = _hub(folder)
    names = questions.organisations(hub)["name"].tolist()
    own, limit = by_turns(partial(pairs.pairs, hub), partial(_all_with_all, names), times=3)
    what, aim = f"pairs, {len(names):,} organisations", f"{MOST_MILLISECONDS:,} ms"
    yield Measured(what, own, limit, aim=aim, is_met=own <= MOST_MILLISECONDS)


def _hub(folder: Path) -> Database:
    words, store = vocabulary.load(), entries.open_store(folder / "pairs")
    file = folder / "pairs.csv"
    sample.write_export(file, OFFERS, sample.SEED)
    empty = database.build(replay(()), store.archive, words)
    (prepared,) = receipt.prepare(empty, [read(file.name, file.read_bytes(), words)], words)
    return prepared.after


def _all_with_all(names: list[str]) -> int:
    alike = process.cdist(
        names, names, scorer=fuzz.token_sort_ratio, score_cutoff=84, dtype=np.uint8
    )
    return int(np.count_nonzero(alike))
