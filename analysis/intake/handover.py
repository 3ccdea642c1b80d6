"""What the child found, on its way to the parent: one line of JSON, then the cells as plain text.

The cells of a row are parted by the unit separator and the rows by the record separator, the two
characters made for it; a reader of JSON takes four times as long over as many cells. Nothing in
it can do more than be text: the child may have been taken over by the file it read.
"""

import json
from typing import TypedDict

CELL, ROW = "\x1f", "\x1e"
INSTEAD = str.maketrans({CELL: "\ufffd", ROW: "\ufffd"})

Rows = tuple[tuple[str, ...], ...]


class Sheet(TypedDict):
    """A grid, between the two processes."""

    sheet: str
    rows: Rows
    hidden: bool
    assumed: tuple[str, ...]


class Outcome(TypedDict):
    """What the child found: sheets, or the sentence that refuses the file (else empty)."""

    sheets: list[Sheet]
    refused: str


class _About(TypedDict):
    sheet: str
    hidden: bool
    assumed: tuple[str, ...]
    size: int


def written(outcome: Outcome) -> bytes:
    """An outcome as bytes."""
    bodies = [_written_rows(sheet["rows"]) for sheet in outcome["sheets"]]
    about = [
        _About(sheet=s["sheet"], hidden=s["hidden"], assumed=s["assumed"], size=len(body))
        for s, body in zip(outcome["sheets"], bodies, strict=True)
    ]
    head = json.dumps({"refused": outcome["refused"], "sheets": about})
    return b"".join([head.encode(), b"\n", *bodies])


def read(data: bytes) -> Outcome:
    """The outcome that some bytes say."""
    line, _, bodies = data.partition(b"\n")
    head = json.loads(line)
    sheets: list[Sheet] = []
    start = 0
    for about in head["sheets"]:
        body = bodies[start : start + about["size"]]
        start += about["size"]
        sheets.append(
            Sheet(
                sheet=about["sheet"],
                rows=_read_rows(body),
                hidden=about["hidden"],
                assumed=tuple(about["assumed"]),
            )
        )
    return Outcome(sheets=sheets, refused=head["refused"])


def _written_rows(rows: Rows) -> bytes:
    text = ROW.join(map(CELL.join, rows))
    cells = sum(max(0, len(row) - 1) for row in rows)
    if text.count(CELL) != cells or text.count(ROW) != max(0, len(rows) - 1):
        clean = ([cell.translate(INSTEAD) for cell in row] for row in rows)
        text = ROW.join(map(CELL.join, clean))
    return text.encode("utf-8", errors="replace")


def _read_rows(body: bytes) -> Rows:
    """A row without cells is empty: none ends in an empty cell."""
    if not body:
        return ()
    lines = body.decode("utf-8").split(ROW)
    return tuple(tuple(line.split(CELL)) if line else () for line in lines)
