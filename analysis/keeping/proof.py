"""Whether all that a store remembers is there and as it was recorded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from analysis import database
from analysis.errors import DashboardError
from analysis.ledger import archive, chain, entries
from analysis.ledger.entries import Entry, Head, Store
from analysis.ledger.schema import LOOK
from analysis.ledger.state import replay, undone
from analysis.vocabulary import Vocabulary


@dataclass(frozen=True)
class Proof:
    """What was checked of a store, and what is wrong with it, in sentences.

    `head` is the newest entry and `at` its time; `erased` says for each entry that lost words by
    which erasure; `files` counts the archive's files that entries speak of.
    """

    head: Head
    at: datetime | None
    looks: int
    files: int
    erased: tuple[tuple[int, int], ...]
    faults: tuple[str, ...]


def prove(store: Store, vocabulary: Vocabulary, noted: str = "") -> Proof:
    """Check every hash of the ledger, every file of the archive, and that a database can be built.

    `noted` is the hash of an entry as somebody noted it elsewhere: it has to be among the hashes.

    Raises
    ------
    DashboardError
        If the ledger cannot be read.
    """
    told, looks = entries.entries(store), entries.entries(store, LOOK)
    broken = [
        *chain.faults(told),
        *(f"Of the looks at details: {fault}" for fault in _unseen(looks, told)),
        *_rewritten(told, noted),
        *_damaged(store.archive, told),
    ]
    return Proof(
        _head(told),
        told[-1].at if told else None,
        len(looks),
        len(archive.mentioned(told) & archive.files(store.archive).keys()),
        tuple((number, by) for number, (by, _) in sorted(chain.erased(told).items())),
        tuple(broken or _unbuilt(store, told, vocabulary)),
    )


def _unseen(looks: Sequence[Entry], told: Sequence[Entry]) -> list[str]:
    return chain.faults(looks, chain.erased(told, "looks"))


def needed(told: Sequence[Entry]) -> frozenset[str]:
    """The files that the standing entries need; what is undone can be done without."""
    gone = undone(told)
    return archive.mentioned(entry for entry in told if entry.number not in gone)


def _head(told: Sequence[Entry]) -> Head:
    return Head(told[-1].number, told[-1].seal.hash) if told and told[-1].seal else entries.NONE


def _rewritten(told: Sequence[Entry], noted: str) -> Iterator[str]:
    if noted and noted not in {entry.seal.hash for entry in told if entry.seal}:
        yield (
            f"No entry has the hash that was noted ({noted}): the ledger lost its newest entries, "
            "was written anew, or is another one."
        )


def _damaged(folder: Path, told: Sequence[Entry]) -> Iterator[str]:
    there = archive.files(folder)
    for name in sorted(archive.mentioned(told)):
        if name in there and not archive.is_whole(there[name]):
            yield f"The archive's file {there[name].name} is not what was recorded."
    for name in sorted(needed(told) - there.keys()):
        yield f"The archive's file {name} is missing."


def _unbuilt(store: Store, told: Sequence[Entry], vocabulary: Vocabulary) -> list[str]:
    """What keeps the figures from being counted; only asked where all else holds."""
    try:
        database.build(replay(told), store.archive, vocabulary).connection.close()
    except DashboardError as fault:
        return [str(fault)]
    return []
