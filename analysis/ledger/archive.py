"""Each import's cells and answers, kept as Parquet files named after their own SHA-256."""

import hashlib
import json
import os
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.errors import FaultError
from analysis.intake.reading import PERSONAL_FIELDS, Answer, Cell, Reading, Record
from analysis.ledger.chain import ERASURE, Entry

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

PART = ".part"
_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")

# What is half-written for this long was left by a killed process, not by one still at work.
ABANDONED_SECONDS = 3600


@dataclass(frozen=True)
class Received:
    """What one import leaves behind, each relation in the order of the file.

    `answers` and `cells` hold nothing about people. `private` holds the answers that do (names,
    e-mail addresses, postcodes); `private_cells` the cells of those columns, and of every column
    that we did not recognise, because we cannot know that it holds nothing personal. For the same
    reason they hold the header rows, and those rows set aside that the file needs to be written
    again as it lay.
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
    cells = tuple(cell for record in kept for cell in record.cells)
    return Received(
        answers=_answers(kept, personal=False),
        private=_answers(kept, personal=True),
        cells=_cells(cell for cell in cells if cell.column in open_columns),
        private_cells=_cells(
            (
                *(reading.head if kept else ()),
                *(cell for row in reading.set_aside for cell in row.cells),
                *(cell for cell in cells if cell.column not in open_columns),
            )
        ),
    )


def put(folder: Path, import_: Received) -> dict[str, str]:
    """Put the four relations of an import into the archive; return their SHA-256s.

    Raises
    ------
    DashboardError
        If the folder cannot be written to, or the disk is full.
    """
    return put_tables(folder, {name: getattr(import_, name) for name in RELATIONS})


def put_tables(folder: Path, tables: Mapping[str, pa.Table]) -> dict[str, str]:
    """Write each relation whole, flush it, and rename it into place; return their SHA-256s.

    Raises
    ------
    DashboardError
        If the folder cannot be written to, or the disk is full.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        flush_folder(folder.parent)
        _sweep(folder)
        return {name: _put(folder, table) for name, table in tables.items()}
    except OSError as fault:
        raise FaultError(
            f"The archive in {folder} cannot be written to ({fault.strerror}). Nothing was "
            "recorded; free some space or correct the folder's permissions, and try again."
        ) from fault


def digest(table: pa.Table) -> str:
    """The SHA-256 of a relation as it would be archived."""
    return hashlib.sha256(_content(table)).hexdigest()


def whole(folder: Path, name: str, entry: int | None = None) -> Path:
    """Where the relation with this SHA-256 lies, once its bytes have proved to be those recorded.

    Raises
    ------
    DashboardError
        If the file is missing, damaged or may not be read; it names the entry, where that is given.
    """
    file = _path(folder, name)
    try:
        fault = "" if _is_whole(file, name) else "is not what was recorded"
    except OSError as error:
        fault = f"cannot be read ({error.strerror})"
    if fault:
        where = f" (entry {entry})" if entry else ""
        raise FaultError(
            f"The archive's file {file} {fault}. Put it back from a backup, or undo the import "
            f"that it belongs to{where}."
        )
    return file


def table(folder: Path, name: str) -> pa.Table:
    """The relation with this SHA-256.

    Raises
    ------
    DashboardError
        If the file is missing or damaged.
    """
    return pq.read_table(whole(folder, name))


def mentioned(told: Iterable[Entry]) -> frozenset[str]:
    """The SHA-256s of all files that entries need: whatever stands in a payload's `archive`."""
    return frozenset(
        name
        for entry in told
        if entry.kind != ERASURE
        for name in _DIGEST.findall(json.dumps(entry.payload.get("archive")))
    )


def files(folder: Path) -> dict[str, Path]:
    """The files of an archive by their SHA-256s, as far as their names say."""
    there = folder.iterdir() if folder.is_dir() else ()
    return {file.stem: file for file in there if _is_archived(file)}


def is_whole(file: Path) -> bool:
    """Whether a file's bytes are those that its name stands for."""
    return _is_whole(file, file.stem)


def _is_archived(file: Path) -> bool:
    return bool(_DIGEST.fullmatch(file.stem)) and file.suffix != PART


def of_entry(folder: Path, payload: Mapping[str, object], name: str) -> Path:
    """Where a relation lies that an entry's payload names, once its bytes have proved right."""
    return whole(folder, cast(dict[str, str], payload["archive"])[name])


def answers(folder: Path, digests: dict[str, str]) -> pa.Table:
    """The answers of an import that say nothing about a person."""
    return pq.read_table(whole(folder, digests["answers"]))


def row_cells(folder: Path, digests: dict[str, str], row: int) -> list[tuple[int, str]]:
    """The cells of one row of an import as (column, words), personal ones left out."""
    table = pq.read_table(whole(folder, digests["cells"]), filters=[("row", "==", row)])
    return list(zip(table["column"].to_pylist(), table["text"].to_pylist(), strict=True))


def all_cells(folder: Path, digests: dict[str, str]) -> dict[tuple[int, int], str]:
    """Every cell kept of an import by row and column, the personal ones too."""
    tables = [pq.read_table(whole(folder, digests[name])) for name in ("cells", "private_cells")]
    return {
        (cell["row"], cell["column"]): cell["text"]
        for table in tables
        for cell in table.to_pylist()
    }


def all_answers(folder: Path, digests: dict[str, str]) -> dict[int, list[Answer]]:
    """Every answer of an import by its row, the personal ones too, those of a field in order."""
    found: dict[int, list[Answer]] = {}
    for name in ("answers", "private"):
        for each in pq.read_table(whole(folder, digests[name])).to_pylist():
            answer = Answer(each["column"], each["field"], each["text"], each["value"])
            found.setdefault(each["row"], []).append(answer)
    return found


def _answers(records: tuple[Record, ...], *, personal: bool) -> pa.Table:
    rows = (
        (record.row, answer.column, answer.field, position, answer.text, answer.value)
        for record in records
        for position, answer in _placed(record)
        if (answer.field in PERSONAL_FIELDS) == personal
    )
    return _table(rows, ANSWERS)


def _placed(record: Record) -> Iterator[tuple[int, Answer]]:
    """Each answer and which one it is, from 1, of those given for its field."""
    given: Counter[str] = Counter()
    for answer in record.answers:
        given[answer.field] += 1
        yield given[answer.field], answer


def _cells(cells: Iterable[Cell]) -> pa.Table:
    return _table(((cell.row, cell.column, cell.text) for cell in cells), CELLS)


def _table(rows: Iterable[tuple[int | str, ...]], schema: pa.Schema) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.Table.from_arrays(
        [pa.array(each, field.type) for each, field in zip(columns, schema, strict=True)],
        schema=schema,
    )


def _path(folder: Path, name: str) -> Path:
    return folder / f"{name}.parquet"


def _is_whole(file: Path, name: str) -> bool:
    return hashlib.sha256(file.read_bytes()).hexdigest() == name


def _put(folder: Path, table: pa.Table) -> str:
    content = _content(table)
    name = hashlib.sha256(content).hexdigest()
    file = _path(folder, name)
    if file.exists() and _is_whole(file, name):
        file.touch()  # so that nobody takes it for forgotten before an entry speaks of it
    else:
        write_whole(file, content)
    return name


def _content(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue())


def write_whole(target: Path, content: bytes) -> None:
    """Put the bytes under their name at once, or not at all, whenever the power goes."""
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=PART)
    part = Path(name)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - a handle is no path
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    flush_folder(target.parent)


def _sweep(folder: Path) -> None:
    """Remove what killed processes left half-written: it may name people, and nothing tells."""
    for part in folder.glob(f"*{PART}"):
        with suppress(FileNotFoundError):
            if time.time() - part.stat().st_mtime > ABANDONED_SECONDS:
                part.unlink()


def flush_folder(folder: Path) -> None:
    """Make the names in a folder last, whenever the power goes."""
    if os.name == "nt":  # pragma: no cover - Windows gives no handle; its rename is journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
