"""Each import's cells and answers, kept as Parquet files named after their own SHA-256."""

import hashlib
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.errors import DashboardError
from analysis.intake.reading import PERSONAL_FIELDS, Reading, Record

ANSWERS = pa.schema(
    {
        "row": pa.int32(),
        "column": pa.int16(),
        "field": pa.string(),
        "position": pa.int16(),
        "text": pa.string(),
        "value": pa.string(),
    }
)
CELLS = pa.schema({"row": pa.int32(), "column": pa.int16(), "text": pa.string()})
RELATIONS = {"answers": ANSWERS, "private": ANSWERS, "cells": CELLS, "private_cells": CELLS}


@dataclass(frozen=True)
class Received:
    """What one import leaves behind, each relation in the order of the file.

    `answers` and `cells` hold nothing about people. `private` holds the answers that do (names,
    e-mail addresses, postcodes); `private_cells` the cells of those columns, and of every column
    that we did not recognise, because we cannot know that it holds nothing personal.
    """

    answers: pa.Table
    private: pa.Table
    cells: pa.Table
    private_cells: pa.Table


def received(reading: Reading) -> Received:
    """The four relations of a reading. Rows without consent leave nothing in any of them."""
    open_columns = {
        column.column
        for column in reading.columns
        if column.field and column.field not in PERSONAL_FIELDS
    }
    kept = tuple(reading.agreed())
    return Received(
        answers=_answers(kept, personal=False),
        private=_answers(kept, personal=True),
        cells=_cells(kept, open_columns, inside=True),
        private_cells=_cells(kept, open_columns, inside=False),
    )


def put(folder: Path, import_: Received) -> dict[str, str]:
    """Write each relation whole, flush it, and rename it into place; return their SHA-256s.

    Raises
    ------
    DashboardError
        If the folder cannot be written to, or the disk is full.
    """
    return {name: _put(folder, getattr(import_, name)) for name in RELATIONS}


def digest(table: pa.Table) -> str:
    """The SHA-256 of a relation as it would be archived."""
    return hashlib.sha256(_content(table)).hexdigest()


def path(folder: Path, name: str) -> Path:
    """Where the relation with this SHA-256 lies."""
    return folder / f"{name}.parquet"


def answers(folder: Path, digests: dict[str, str]) -> pa.Table:
    """The answers of an import that say nothing about a person."""
    return pq.read_table(path(folder, digests["answers"]))


def row_cells(folder: Path, digests: dict[str, str], row: int) -> list[tuple[int, str]]:
    """The cells of one row of an import as (column, words), personal ones left out."""
    table = pq.read_table(path(folder, digests["cells"]), filters=[("row", "==", row)])
    return list(zip(table["column"].to_pylist(), table["text"].to_pylist(), strict=True))


def _answers(records: tuple[Record, ...], *, personal: bool) -> pa.Table:
    rows = [
        asdict(answer)
        for record in records
        for answer in record.answers
        if (answer.field in PERSONAL_FIELDS) == personal
    ]
    return pa.Table.from_pylist(rows, schema=ANSWERS)


def _cells(records: tuple[Record, ...], columns: set[int], *, inside: bool) -> pa.Table:
    rows = [
        asdict(cell)
        for record in records
        for cell in record.cells
        if (cell.column in columns) == inside
    ]
    return pa.Table.from_pylist(rows, schema=CELLS)


def _put(folder: Path, table: pa.Table) -> str:
    content = _content(table)
    name = hashlib.sha256(content).hexdigest()
    if not path(folder, name).exists():
        _write_whole(path(folder, name), content)
    return name


def _content(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue())


def _write_whole(target: Path, content: bytes) -> None:
    """Put the bytes under their name at once, or not at all, whenever the power goes."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, suffix=".part", delete=False) as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        Path(part.name).replace(target)
        _flush_folder(target.parent)
    except OSError as fault:
        raise DashboardError(
            f"The archive in {target.parent} cannot be written to ({fault.strerror}). Nothing was "
            "recorded; free some space or correct the folder's permissions, and try again."
        ) from fault


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows gives no handle on a folder; its rename is journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
