"""A backup opened again, beside the store: every file as it was packed, and proved."""

import json
import re
import zipfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from shutil import copyfileobj, disk_usage
from tempfile import TemporaryDirectory
from typing import IO, cast

from analysis.errors import DashboardError, FaultError
from analysis.keeping.backup import ABOUT, ARCHIVE, FORMAT, LEDGER
from analysis.keeping.proof import Proof, prove
from analysis.ledger import entries
from analysis.ledger.entries import Store
from analysis.vocabulary import Vocabulary

# Where a restore works, in the folder of the store it is for.
BESIDE = "restoring-"
_ALLOWED = re.compile(rf"{re.escape(LEDGER)}|{ARCHIVE}[0-9a-f]{{64}}\.[a-z]+")
_NO_BACKUP = "This file is no backup, or it is damaged; nothing was changed. Choose another file."


@dataclass(frozen=True)
class Unpacked:
    """A backup as a store of its own, when it was made, and the proof that it holds."""

    store: Store
    made_at: datetime
    proof: Proof


@contextmanager
def unpacked(file: IO[bytes], beside: Path, vocabulary: Vocabulary) -> Generator[Unpacked]:
    """Open a backup in a folder of its own, which goes away afterwards.

    Raises
    ------
    DashboardError
        If the file is no backup, is damaged, is of a newer version, or does not hold.
    """
    try:
        made = TemporaryDirectory(prefix=BESIDE, dir=beside, ignore_cleanup_errors=True)
    except OSError as fault:
        raise _no_room(beside, fault) from fault
    with made as folder:
        about = _taken_out(file, Path(folder))
        store = entries.open_store(Path(folder))
        try:
            yield Unpacked(
                store,
                datetime.fromisoformat(str(about["made_at"])),
                _proved(store, about, vocabulary),
            )
        finally:
            store.engine.dispose()


def _proved(store: Store, about: Mapping[str, object], vocabulary: Vocabulary) -> Proof:
    proof = prove(store, vocabulary)
    told = entries.entries(store)
    hashes = {entry.seal.hash for entry in told if entry.seal} | {entries.NONE.hash}
    if proof.faults:
        raise DashboardError(f"This backup does not hold; nothing was changed. {proof.faults[0]}")
    if about["last_hash"] not in hashes:
        raise DashboardError(_NO_BACKUP)
    return proof


def _taken_out(file: IO[bytes], folder: Path) -> Mapping[str, object]:
    try:
        with zipfile.ZipFile(file) as packed:
            about = _about(packed)
            _leave_room(packed, folder)
            (folder / ARCHIVE).mkdir()
            for name, digest in cast(Mapping[str, str], about["files"]).items():
                _take_out(packed, name, digest, folder)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, KeyError, ValueError, EOFError) as fault:
        raise DashboardError(_NO_BACKUP) from fault
    except OSError as fault:
        raise _no_room(folder.parent, fault) from fault
    return about


def _no_room(folder: Path, fault: OSError) -> FaultError:
    return FaultError(
        f"The backup cannot be unpacked in {folder} ({fault.strerror}); nothing was changed. Free "
        "some space or correct the folder's permissions."
    )


def _about(packed: zipfile.ZipFile) -> Mapping[str, object]:
    about = cast(Mapping[str, object], json.loads(packed.read(ABOUT)))
    if cast(int, about["format"]) > FORMAT:
        raise DashboardError(
            "This backup was made by a newer version of the dashboard; nothing was changed. "
            "Upgrade the dashboard, then restore it."
        )
    return about


def _leave_room(packed: zipfile.ZipFile, folder: Path) -> None:
    """What a zip swells to is stated in it; what swells further is cut off there."""
    if sum(member.file_size for member in packed.infolist()) > disk_usage(folder).free:
        raise FaultError(
            "There is no room to unpack this backup; nothing was changed. Free some space."
        )


def _take_out(packed: zipfile.ZipFile, name: str, digest: str, folder: Path) -> None:
    file = folder / name
    if not _ALLOWED.fullmatch(name) or (name != LEDGER and file.stem != digest):
        raise DashboardError(_NO_BACKUP)
    with packed.open(name) as member, file.open("wb") as out:
        copyfileobj(member, out)
    with file.open("rb") as written:
        if file_digest(written, "sha256").hexdigest() != digest:
            raise DashboardError(_NO_BACKUP)
