"""What is told of backups, restores and proofs."""

from datetime import datetime
from pathlib import Path

from analysis.keeping.backup import Backup
from analysis.keeping.proof import Proof
from analysis.keeping.restore import Restored
from analysis.ledger.entries import Head
from analysis.report.sentences import counted, listed, moment

PRECIOUS = (
    "It holds people's names and addresses: keep it where only those may read it who may see them, "
    "and delete it when you no longer need it."
)
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
    return lines


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
