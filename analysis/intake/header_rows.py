"""Which rows of a grid are its header: one, or two where choices stand under their question."""

from analysis.intake import headers
from analysis.intake.forms import plain_key
from analysis.intake.grid import Grid
from analysis.intake.sheet import Known, Sheet
from analysis.vocabulary import DIMENSIONS

SEARCHED_ROWS = 15
FEWEST_GROUPS = 3
FEWEST_CHOICES = 3
FEWEST_FIELDS = 3
EARLIER = 0.6  # as like a header as this, an earlier row heads the first of several tables

Line = tuple[str, ...]


def find(grid: Grid, known: Known, *, named: bool = True) -> Sheet | None:
    """The grid with its header: of the first rows, the one most like headers of ours.

    None where no row could head a column with the organisation's name. Without `named`, a row of
    several other headers of ours is enough: staff can say which column names the organisation.
    """
    likeness = _likeness if named else _unnamed_likeness
    first = list(enumerate(grid.rows[:SEARCHED_ROWS], start=1))
    best = max(first, key=lambda each: likeness(each[1], known), default=None)
    if best is None or not likeness(best[1], known):
        return None
    least = EARLIER * likeness(best[1], known)
    first_like_it = (each for each in first[: best[0] - 2] if likeness(each[1], known) >= least)
    row, line = next(first_like_it, best)
    line = _padded(line, grid.width)
    return _with_choices_below(grid, known, row, line) or _with_groups_above(grid, row, line)


def _likeness(line: Line, known: Known) -> int:
    """Nought unless some cell may head the organisation's column: without it, no row counts."""
    cells = [cell for cell in line if cell.strip() and len(cell) <= headers.LONGEST]
    found = [fields for cell in cells if (fields := headers.scores(cell, known.questions))]
    best = max((fields.get("organisation", 0) for fields in found), default=0)
    if best < (headers.HINT if len(found) > 1 else headers.EXACT):
        return 0
    choices = sum(_is_choice(cell, known) for cell in cells)
    return sum(max(fields.values()) for fields in found) + headers.HINT * choices


def _unnamed_likeness(line: Line, known: Known) -> int:
    """Nought unless several fields of ours are headed without much doubt."""
    cells = [cell for cell in line if cell.strip() and len(cell) <= headers.LONGEST]
    found = [fields for cell in cells if (fields := headers.scores(cell, known.questions))]
    clear = {max(fields, key=fields.__getitem__) for fields in found if _is_clear(fields)}
    return sum(max(fields.values()) for fields in found) if len(clear) >= FEWEST_FIELDS else 0


def _is_clear(fields: dict[str, int]) -> bool:
    return max(fields.values()) >= headers.LIKELY


def _with_choices_below(grid: Grid, known: Known, row: int, line: Line) -> Sheet | None:
    """SurveyMonkey's way: the question over its first choice, the choices in the next row."""
    below = _padded(grid.rows[row], grid.width) if row < len(grid.rows) else ()
    words = [cell for cell in below if cell.strip() and not _is_filler(cell, known)]
    listed = sum(_is_choice(cell, known) for cell in words)
    under_blank = any(
        cell.strip() and not above.strip() for above, cell in zip(line, below, strict=False)
    )
    if not under_blank or listed < FEWEST_CHOICES or listed * 2 < len(words):
        return None
    choices = tuple("" if _is_filler(cell, known) else cell for cell in below)
    return Sheet(grid, line, row + 1, _carried(line), choices)


def _with_groups_above(grid: Grid, row: int, line: Line) -> Sheet:
    """A group's name, merged or not, over the columns it holds."""
    above = _padded(grid.rows[row - 2], grid.width) if row > 1 else ()
    if sum(bool(cell.strip()) for cell in above) < FEWEST_GROUPS:
        return Sheet(grid, line, row)
    filled = tuple(cell if cell.strip() else group for cell, group in zip(line, above, strict=True))
    return Sheet(grid, filled, row, _carried(above), line)


def _carried(line: Line) -> Line:
    """Each blank cell with what stands to its left."""
    carried, last = [], ""
    for cell in line:
        last = cell if cell.strip() else last
        carried.append(last)
    return tuple(carried)


def _is_choice(cell: str, known: Known) -> bool:
    if plain_key(cell) in known.questions["other"].exact:
        return True
    return any(known.vocabulary.match(dimension, cell) for dimension in DIMENSIONS)


def _is_filler(cell: str, known: Known) -> bool:
    return plain_key(cell) in known.questions["filler"].exact


def _padded(line: Line, width: int) -> Line:
    return line + ("",) * (width - len(line))
