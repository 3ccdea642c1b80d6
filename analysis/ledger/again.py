"""A file that was sent back to be mended, understood as it was the first time.

What a reader learns from all rows of a file it may not learn again from those of the file back:
rows without consent are not in it. So cells that say what they said before mean what they meant.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.intake.reading import FIELDS, Answer, Column, Reading, Record
from analysis.ledger import archive
from analysis.ledger.state import Import

ALIKE = 0.9  # of all columns: staff may have added one


@dataclass(frozen=True)
class Kept:
    """What the archive has of an import, by row: its cells by column, and its answers."""

    import_: Import
    cells: Mapping[int, Mapping[int, str]]
    answers: Mapping[int, list[Answer]]


def as_before(reading: Reading, imports: Iterable[Import], folder: Path) -> Reading:
    """The reading with the answers on record wherever the cells that gave them are as they were.

    Only of a file that was sent back, and where staff never said what its columns mean.
    """
    if not reading.sent_back or reading.choices.fields:
        return reading
    found = [_kept(each, folder) for each in imports if _is_alike(reading, each)]
    if not found:
        return reading
    best = max(found, key=lambda kept: (_same_cells(reading, kept), kept.import_.number))
    return replace(
        reading,
        columns=tuple(_columns(reading, best.import_)),
        records=tuple(_as_before(record, best) for record in reading.records),
    )


def _is_alike(reading: Reading, import_: Import) -> bool:
    mine = {(column.column, column.header) for column in reading.columns}
    theirs = {(column, header) for column, header, _ in import_.columns}
    same_sort = (reading.kind, reading.tool) == (import_.kind, import_.tool)
    return same_sort and len(mine & theirs) >= ALIKE * len(mine | theirs)


def _kept(import_: Import, folder: Path) -> Kept:
    cells: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for (row, column), text in archive.all_cells(folder, import_.archive).items():
        cells[row][column] = text
    return Kept(import_, cells, archive.all_answers(folder, import_.archive))


def _same_cells(reading: Reading, kept: Kept) -> int:
    return sum(
        kept.cells.get(cell.row, {}).get(cell.column) == cell.text
        for record in reading.records
        for cell in record.cells
    )


def _columns(reading: Reading, import_: Import) -> Iterator[Column]:
    """The columns as they were understood before, and those that were added since."""
    mine = {column.column: column for column in reading.columns}
    for at, header, field in import_.columns:
        now = mine.pop(at, Column(at, header, None))
        yield replace(now, header=header, field=field or None)
    yield from mine.values()


def _as_before(record: Record, kept: Kept) -> Record:
    then = kept.answers.get(record.row, [])
    changed = _changed(record, kept)
    answers = list(record.answers)
    for field in FIELDS if then else ():
        before = [answer for answer in then if answer.field == field]
        now = list(record.to(field))
        if before != now and changed.isdisjoint(answer.column for answer in (*before, *now)):
            answers = [answer for answer in answers if answer.field != field] + before
    return replace(record, answers=tuple(answers))


def _changed(record: Record, kept: Kept) -> set[int]:
    """The columns in which a record's rows say something else than before."""
    found: set[int] = set()
    for row, texts in record.lines:
        now = {at: text for at, text in enumerate(texts, start=1) if text}
        then = kept.cells.get(row, {})
        found |= {at for at in now.keys() | then.keys() if now.get(at) != then.get(at)}
    return found
