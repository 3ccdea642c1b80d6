"""What is told of backups, restores and proofs."""

from datetime import datetime
from pathlib import Path

import pandas as pd

from analysis.keeping.backup import Backup
from analysis.keeping.erase import Erased, Plan
from analysis.keeping.proof import Proof
from analysis.keeping.restore import Restored
from analysis.keeping.subject import ORGANISATION, PERSON, Subject
from analysis.ledger.entries import Entry, Head
from analysis.report.export import Export
from analysis.report.sentences import counted, listed, moment

PRECIOUS = (
    "It holds people's names and addresses: keep it where only those may read it who may see them, "
    "and delete it when you no longer need it."
)
ELSEWHERE = (
    "Backups and files that were downloaded before still hold them: delete those backups, or erase "
    "again after restoring one. Erase them in the form tool and the partner sheet too, or the next "
    "export brings them back. Restart other running dashboards, which may hold them in memory."
)
READ_FIRST = "Read it before you send it: a row may speak of others too."
_SHOWN = 20
_WHOSE = {ORGANISATION: "the organisation", PERSON: "submissions that name them as the contact"}
_ALSO = {
    ORGANISATION: ["All that its rows say goes, and every decision and note about it."],
    PERSON: ["Those rows also lose what stands in columns that were not recognised."],
}
NOTE = (
    "Note the last hash somewhere else: only against that can it be told later that nobody wrote "
    "the whole ledger anew."
)


def of_backup(file: Path, made: Backup) -> list[str]:
    """What was packed, and the last hash to be noted."""
    entries = counted(made.head.number, "entry", "entries")
    return [
        f"Written: {file} ({entries}, {counted(made.files, 'archived file')}).",
        f"Last hash: {made.head.hash or 'none'} (entry {made.head.number}).",
        PRECIOUS,
    ]


def of_head(head: Head) -> list[str]:
    """How far the ledger goes, and its last hash."""
    if not head.number:
        return ["The hub's own store is empty: there is nothing to back up yet."]
    return [
        f"The ledger holds {counted(head.number, 'entry', 'entries')}.",
        f"Last hash: {head.hash}",
        NOTE,
    ]


def of_unpacked(made_at: datetime, proof: Proof, now: Head) -> list[str]:
    """What a proved backup holds, and what it would take the place of."""
    held = counted(proof.head.number, "entry", "entries")
    instead = counted(now.number, "entry", "entries") if now.number else "an empty store"
    return [
        f"This backup was made on {moment(made_at)} and holds {held}. All of it holds.",
        f"Last hash: {proof.head.hash}",
        f"It would take the place of {instead}.",
    ]


def of_restore(done: Restored) -> list[str]:
    """What stands now, and where that is which stood before."""
    lines = [
        f"The backup of {moment(done.made_at)} was proved and now stands (entry {done.entry})."
    ]
    if done.aside:
        lines.append(f"What was there before is kept in {done.aside}; restore that to go back.")
    return [*lines, *map(_brought_back, done.brought_back)]


def _brought_back(erasure: Entry) -> str:
    why = f" ({erasure.why})" if erasure.why else ""
    return (
        f"The backup is older than the erasure of one {erasure.payload['what']} on "
        f"{moment(erasure.at)} by {erasure.by}{why}: they are back. Erase them again."
    )


def of_proof(proof: Proof) -> list[str]:
    """What was checked and holds."""
    checked = [
        counted(proof.head.number, "entry", "entries"),
        counted(proof.looks, "look at details", "looks at details"),
        counted(proof.files, "archived file"),
    ]
    lines = [
        f"Checked: {listed(checked)}.",
        f"Last hash: {proof.head.hash or 'none'} (entry {proof.head.number}).",
        *(f"Entry {number} lost words by entry {by}, an erasure." for number, by in proof.erased),
    ]
    return [*lines, *proof.faults] if proof.faults else [*lines, "All of it holds.", NOTE]


def fault(proof: Proof) -> str:
    """That something is wrong, in one line."""
    count = counted(len(proof.faults), "fault", "faults")
    return f"The store does not hold: {count}. Restore a backup from before it was changed."


def of_plan(planned: Plan) -> list[str]:
    """What an erasure would take out, and the words by which it is found."""
    said = ", ".join(f"“{word}”" for word in sorted(planned.subject.words))
    parts = [
        f"{counted(planned.rows, 'row')} of {_WHOSE[planned.subject.what]}",
        counted(len(planned.entries), "entry", "entries"),
        counted(len(planned.looks), "recorded look", "recorded looks"),
    ]
    return [
        f"Sought: {said}.",
        f"Found: {listed(parts)} to be rewritten without them.",
        *_ALSO[planned.subject.what],
    ]


def of_erased(done: Erased) -> list[str]:
    """What was erased, what of it still stands elsewhere, and what the dashboard cannot reach."""
    lines = [f"Erased, as entry {done.entry} says without repeating a name."]
    if done.aside:
        copies = counted(done.aside, "copy", "copies")
        lines.append(f"{copies} of the store that restores had kept aside went too.")
    if done.left:
        lines.append("The words still stand where they are part of something else:")
        lines += [f"- {place}" for place in done.left[:_SHOWN]]
        lines += [f"- and {len(done.left) - _SHOWN} more"] if len(done.left) > _SHOWN else []
    return [*lines, ELSEWHERE]


def access_request(kept: pd.DataFrame, whom: Subject) -> Export:
    """All that is kept of a person as a workbook, with the words by which it was found."""
    about = (("Found by", ", ".join(sorted(whom.words))), ("Before it is sent", READ_FIRST))
    return Export("What is kept of you", about, kept)
