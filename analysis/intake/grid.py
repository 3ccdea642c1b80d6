"""The cells of one sheet, before anybody has asked what they mean."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Grid:
    """One sheet as text.

    Row 1 is `rows[0]` and column A is the first of each row, as in the sheet itself: nothing
    above or to the left is skipped. Rows end at their last written cell, so their lengths differ.
    `sheet` is empty for a file without sheets. `assumed` are sentences on how the bytes were read.
    """

    sheet: str
    rows: tuple[tuple[str, ...], ...]
    hidden: bool = False
    assumed: tuple[str, ...] = ()

    def cell(self, row: int, column: int) -> str:
        """The text of a cell, counted from 1; empty outside what was written."""
        line = self.rows[row - 1] if row <= len(self.rows) else ()
        return line[column - 1] if column <= len(line) else ""

    @cached_property
    def width(self) -> int:
        """The furthest column that is written in."""
        return max((len(line) for line in self.rows), default=0)


def trimmed(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    """The rows without the empty cells and rows after the last one written."""
    lines = [_trimmed_line(row) for row in rows]
    while lines and not lines[-1]:
        lines.pop()
    return tuple(lines)


def letter(column: int) -> str:
    """A column's letters, as a spreadsheet shows them.

    Examples
    --------
    >>> letter(1), letter(28)
    ('A', 'AB')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _trimmed_line(row: list[str]) -> tuple[str, ...]:
    end = len(row)
    while end and not row[end - 1]:
        end -= 1
    return tuple(row[:end])
