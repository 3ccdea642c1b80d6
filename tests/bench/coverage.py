"""How long coverage takes under a filter, beside the plainest count of the same claims."""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from analysis import database, questions, vocabulary
from analysis.database import Database
from analysis.ledger import entries
from analysis.ledger.state import replay
from analysis.questions import Filters
from tests.bench import invented
from tests.bench.measured import Measured, by_turns, say

SIZES = (1_000, 10_000, 100_000, 1_000_000)
AXES, FILTER = ("function", "area"), Filters(("focus:send",))
AT_10_000, RATIO = 100, 5
CLAIMS = """
create table claim as
select offer.offer, offer.organisation, term.dimension, term.code
from marts.claim as claim
inner join marts.offer as offer using (offer)
inner join marts.term as term using (term)
where offer.counts_as <> 'nothing'
"""
LIMIT = """
select row.code, "column".code, count(distinct row.organisation) as organisations
from claim as row
inner join claim as "column" using (offer)
inner join claim as filter using (offer)
where row.dimension = 'function' and "column".dimension = 'area'
and filter.dimension = 'focus' and filter.code = 'send'
group by row.code, "column".code
"""


def measure(folder: Path) -> Iterator[Measured]:
    say(f"coverage: its limit is, over one row per claim:{LIMIT}")
    for offers in SIZES:
        store = invented.store(folder, offers)
        built = database.build(replay(entries.entries(store)), store.archive, vocabulary.load())
        yield _compare(built, offers)
        built.connection.close()


def _compare(built: Database, offers: int) -> Measured:
    plain = built.connection.cursor()
    plain.execute(CLAIMS)
    _check_same(built, plain)
    own, limit = by_turns(
        lambda: questions.coverage(built, AXES, FILTER), lambda: plain.execute(LIMIT).fetchall()
    )
    what = f"coverage, {offers:,} offers"
    if offers == SIZES[-1]:
        return Measured(what, own, limit, aim=f"ratio ≤ {RATIO}", is_met=own <= RATIO * limit)
    aim = f"< {AT_10_000} ms" if offers == 10_000 else ""
    return Measured(what, own, limit, aim=aim, is_met=not aim or own < AT_10_000)


def _check_same(built: Database, plain: duckdb.DuckDBPyConnection) -> None:
    """A limit that counts something else would be none."""
    cells = questions.coverage(built, AXES, FILTER)
    named = zip(cells["row"], cells["column"], cells["partners"] + cells["enquiries"], strict=True)
    counted = {(row, column, int(count)) for row, column, count in named if count}
    if counted != set(plain.execute(LIMIT).fetchall()):
        raise RuntimeError("coverage and its limit do not count the same organisations")
