"""What taking a file in would change: shown before anything is recorded, and recorded on a word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import pandas as pd

from analysis import database, questions
from analysis.database import Database, Pending
from analysis.intake.choices import NO_CHOICES, recalled
from analysis.intake.reading import Reading
from analysis.ledger import again, archive, entries, lineage, record
from analysis.ledger.entries import Draft, Entry, Store
from analysis.ledger.state import read_import
from analysis.vocabulary import Vocabulary

DEFAULT_AXES = ("function", "area")


@dataclass(frozen=True)
class Receipt:
    """One file's effect on the hub's coverage.

    `offers` is `questions.receipt`, `cells` is `questions.changes` over function × area, and
    `unmatched` holds the wordings of this file that nobody has given a meaning.
    `is_told` where staff said something of the form that is not on record yet.
    """

    reading: Reading
    pending: Pending
    after: Database
    offers: pd.DataFrame
    cells: pd.DataFrame
    unmatched: pd.DataFrame
    is_told: bool

    def count(self, change: str) -> int:
        """How many offers are "new", "changed", "same" or "gone"."""
        return int((self.offers["change"] == change).sum())

    @property
    def is_news(self) -> bool:
        """Whether recording the file would change anything."""
        return bool(self.count("new") or self.count("changed"))

    @property
    def is_open(self) -> bool:
        """Whether a person has to answer something before the file can be recorded."""
        return bool(self.reading.asks)


def prepare(
    before: Database,
    readings: Sequence[Reading],
    vocabulary: Vocabulary,
    decided: Sequence[Draft] = (),
) -> tuple[Receipt, ...]:
    """What each file would change, in the order they would be recorded. Records nothing.

    Files of one kind and tool are put in the order of their newest submissions, so that of several
    exports of one form the newest counts, however they were dropped. `decided` are decisions that
    would be recorded with them; what they change is counted as the first file's doing.
    """
    receipts: list[Receipt] = []
    ahead = before.state.number + len(readings)
    state = before.state.supposing(decided, ahead)
    known = (again.as_before(each, before.state.imports, before.archive) for each in readings)
    for reading in _in_order(tuple(known)):
        waiting = tuple(receipt.pending for receipt in receipts)
        pending = _pending(before, reading, waiting)
        after = database.build(state, before.archive, vocabulary, (*waiting, pending))
        receipts.append(_receipt(before, after, reading, pending))
        before = after
    return tuple(receipts)


def take_in(
    store: Store, receipts: Sequence[Receipt], by: str, decided: Sequence[Draft] = ()
) -> tuple[int, ...]:
    """Record the files that change something, all or none; return the numbers of their entries.

    What staff said about their forms and wordings is recorded after them, in the same transaction.

    Raises
    ------
    DashboardError
        If the store cannot be written to, or has moved on since the receipts were prepared.
    """
    drafts = [
        record.import_draft(
            store, receipt.reading, receipt.pending.received, receipt.pending.import_.form, by
        )
        for receipt in receipts
        if receipt.is_news
    ]
    drafts += [record.choices_draft(receipt.reading, by) for receipt in receipts if receipt.is_told]
    drafts += decided
    if not drafts:
        return ()
    return entries.append_all(store, drafts, after=receipts[0].pending.import_.number - 1)


def _in_order(readings: Sequence[Reading]) -> Iterator[Reading]:
    """The oldest of each kind and tool first, each sort in the places that it had."""
    sorts = {(reading.kind, reading.tool) for reading in readings}
    oldest_first = {
        sort: iter(sorted((r for r in readings if (r.kind, r.tool) == sort), key=_newest))
        for sort in sorts
    }
    return (next(oldest_first[reading.kind, reading.tool]) for reading in readings)


def _newest(reading: Reading) -> float:
    """The moment of the newest submission; 0 where the file gives no times."""
    times = (record.value("submitted_at") for record in reading.records)
    return max((_moment(time) for time in times if time), default=0.0)


def _moment(value: str) -> float:
    at = datetime.fromisoformat(value)
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()


def _receipt(before: Database, after: Database, reading: Reading, pending: Pending) -> Receipt:
    wordings = questions.wordings(after, pending.import_.number)
    said = wordings["means"].notna() | wordings["is_outside"] | wordings["is_no_answer"]
    return Receipt(
        reading=reading,
        pending=pending,
        after=after,
        offers=questions.receipt(after, pending.import_.number),
        cells=questions.changes(before, after, DEFAULT_AXES),
        unmatched=wordings[~said],
        is_told=_is_told(before, reading),
    )


def _is_told(before: Database, reading: Reading) -> bool:
    on_record = recalled(before.state.remembered, reading.tool, reading.headings)
    return reading.told != NO_CHOICES and reading.choices != on_record


def _pending(before: Database, reading: Reading, waiting: tuple[Pending, ...]) -> Pending:
    received = archive.received(reading)
    unrecorded = {pending.import_.number: pending.received.answers for pending in waiting}
    form = lineage.form_of(
        reading,
        archive.digest(received.answers),
        (*before.state.imports, *(pending.import_ for pending in waiting)),
        lambda import_: (
            unrecorded[import_.number]
            if import_.number in unrecorded
            else archive.answers(before.archive, import_.archive)
        ),
    )
    payload = record.import_payload(reading, form, {})
    number = before.state.number + len(waiting) + 1
    return Pending(
        read_import(Entry(number, datetime.now(UTC), "", "import", "", payload)), received
    )
