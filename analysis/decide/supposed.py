"""What the hub would look like if more were recorded: the same build, with more entries."""

from collections.abc import Sequence
from datetime import UTC, datetime

from analysis import database
from analysis.database import Database
from analysis.ledger import entries
from analysis.ledger.entries import Draft, Entry, Store
from analysis.ledger.state import replay
from analysis.vocabulary import Vocabulary


def supposing(
    store: Store, drafts: Sequence[Draft], vocabulary: Vocabulary, after: int | None = None
) -> Database:
    """Build the database of a store as if some drafts had been recorded. Records nothing.

    They come after the newest entry, or after the one of that number as if it were the newest.
    """
    told = entries.entries(store)[:after]
    more = (
        Entry(number, datetime.now(UTC), draft.by, draft.kind, draft.why, draft.payload)
        for number, draft in enumerate(drafts, start=len(told) + 1)
    )
    return database.build(replay((*told, *more)), store.archive, vocabulary)
