"""A file that was sent back to be mended, without the columns that were added to it."""

from dataclasses import replace

from analysis.intake.forms import Question, plain_key
from analysis.intake.grid import Grid, trimmed
from analysis.intake.header_rows import SEARCHED_ROWS

FEWEST = 2  # of the columns we add: a form may well ask for a "Problem"


def as_sent(grids: tuple[Grid, ...], added: Question) -> tuple[Grid, ...]:
    """The sheets as they were before the columns with these headers were added at the right."""
    return tuple(_as_sent(grid, added) for grid in grids)


def _as_sent(grid: Grid, added: Question) -> Grid:
    told = (_own_width(line, added) for line in grid.rows[:SEARCHED_ROWS])
    width = next((width for width in told if width is not None), None)
    if width is None:
        return grid
    return replace(grid, rows=trimmed([list(line[:width]) for line in grid.rows]))


def _own_width(line: tuple[str, ...], added: Question) -> int | None:
    """How many columns are the sheet's own; None where the row does not head added ones."""
    tail = 0
    while tail < len(line) and plain_key(line[-1 - tail]) in added.exact:
        tail += 1
    return len(line) - tail if tail >= FEWEST else None
