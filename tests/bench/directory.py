"""How long the directory takes to answer a keystroke, beside reading the same rows once."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from analysis import database, organisations, vocabulary
from analysis.ledger import entries
from analysis.ledger.state import replay
from analysis.report import organisations as told
from tests.bench import invented
from tests.bench.measured import Measured, by_turns, say

OFFERS, MOST_MILLISECONDS = 10_000, 100
TODAY = date(2026, 12, 1)
LIMIT = """
select organisation.name, count(*), max(offer.submitted_at)
from marts.offer as offer
inner join marts.organisation as organisation using (organisation)
group by organisation.name
"""


def measure(folder: Path) -> Iterator[Measured]:
    say(f"directory: its limit is, without stages, ages or search:{LIMIT}")
    store = invented.store(folder, OFFERS)
    built = database.build(replay(entries.entries(store)), store.archive, vocabulary.load())
    plain = built.connection.cursor()
    for typed in ("", "a", "amber brass"):
        own, limit = by_turns(
            lambda typed=typed: told.listed(organisations.directory(built, typed, TODAY)),
            lambda: plain.execute(LIMIT).df(),
        )
        what = f'directory, {OFFERS:,} offers, "{typed}" typed'
        met = own < MOST_MILLISECONDS
        yield Measured(what, own, limit, aim=f"< {MOST_MILLISECONDS} ms", is_met=met)
    built.connection.close()
