"""A place in the ledger as a link holds it: an entry's number, and a mark that it is that one."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from analysis.ledger.entries import Entry

_MARK = 8


def written(number: int, at: datetime) -> str:
    """The place of an entry: "12-3fa9c1d0". Entry 12 of another ledger is written otherwise."""
    mark = sha256(f"{number} {at.timestamp()}".encode()).hexdigest()[:_MARK]
    return f"{number}-{mark}"


def found(entries: Iterable[Entry], place: str) -> Entry | None:
    """The entry at a place as it is written; None where this ledger has no such entry."""
    return next((e for e in entries if written(e.number, e.at) == place), None)
