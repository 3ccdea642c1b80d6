"""Which rows of a grid are its header: one, or two where choices stand under their question."""

import re
from collections import Counter
from itertools import takewhile

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

SILENT = {"", "-"}
OTHER = "Other"
DEEPEST = 3  # rows below the first
# An e-mail address, a postcode, or a date with the time.
DATUM = re.compile(
    r"[^@\s]+@[^@\s]+\.[^@\s]+|[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}"
    r"|\d{1,4}[/-]\d{1,2}[/-]\d{1,4}[ T]\d{1,2}:\d\d.*"
)

Line = tuple[str, ...]


def find(grid: Grid, known: Known, *, named: bool = True) -> Sheet | None:
    """The grid with its header: of the first rows, the one most like headers of ours.

    None where no row could head a column with the organisation's name. Without `named`, a row of
    several other headers of ours is enough: staff can say which column names the organisation.
    """
    likeness = _likeness if named else _unnamed_likeness
    first = [
        (row, () if _is_answered(line) else line)
        for row, line in enumerate(grid.rows[:SEARCHED_ROWS], start=1)
    ]
    written = next((each for each in first if _is_a_tools(each[1], known)), None)
    if written and (deep := _with_rows_below(grid, known, *written)):
        return deep
    best = max(first, key=lambda each: likeness(each[1], known), default=None)
    if best is None or not likeness(best[1], known):
        return None
    least = EARLIER * likeness(best[1], known)
    first_like_it = (each for each in first[: best[0] - 2] if likeness(each[1], known) >= least)
    row, line = next(first_like_it, best)
    line = _padded(line, grid.width)
    return (
        _with_choices_below(grid, known, row, line)
        or _with_choices_in_cells(grid, row, line)
        or _with_groups_above(grid, row, line)
    )


def _is_answered(line: Line) -> bool:
    """Whether a row holds what stands under headers, and in none."""
    return any(DATUM.fullmatch(cell.strip()) for cell in line)


def _is_a_tools(line: Line, known: Known) -> bool:
    written = frozenset(plain_key(cell) for cell in line if cell.strip())
    return any(tool.wrote(written) for tool in known.tools)


def _with_rows_below(grid: Grid, known: Known, row: int, line: Line) -> Sheet | None:
    """A tool's header of several rows: those below it are blank where the first column is headed.

    None where there are none such.
    """
    line = _padded(line, grid.width)
    below = [_padded(each, grid.width) for each in grid.rows[row : row + DEEPEST]]
    deeper = list(takewhile(_goes_below, below))
    if not line[0].strip() or not deeper or len(deeper) == len(below):
        return None
    lowest = (
        next((cell for cell in cells if cell.strip()), "")
        for cells in zip(*deeper[::-1], strict=True)
    )
    choices = tuple("" if _is_filler(cell, known) else cell for cell in lowest)
    return Sheet(grid, line, row + len(deeper), _carried(line), choices)


def _goes_below(line: Line) -> bool:
    return any(line) and not line[0].strip() and not _is_answered(line)


def _likeness(line: Line, known: Known) -> float:
    """Nought unless some cell may head the organisation's column: without it, no row counts."""
    cells = [cell for cell in line if cell.strip() and len(cell) <= headers.LONGEST]
    found = [fields for cell in cells if (fields := headers.scores(cell, known.questions))]
    best = max((fields.get("organisation", 0) for fields in found), default=0)
    if best < (headers.HINT if len(found) > 1 else headers.EXACT):
        return 0
    choices = sum(_is_choice(cell, known) for cell in cells)
    return sum(max(fields.values()) for fields in found) + headers.HINT * choices


def _unnamed_likeness(line: Line, known: Known) -> float:
    """Nought unless several fields of ours are headed without much doubt."""
    cells = [cell for cell in line if cell.strip() and len(cell) <= headers.LONGEST]
    found = [fields for cell in cells if (fields := headers.scores(cell, known.questions))]
    clear = {max(fields, key=fields.__getitem__) for fields in found if _is_clear(fields)}
    return sum(max(fields.values()) for fields in found) if len(clear) >= FEWEST_FIELDS else 0


def _is_clear(fields: dict[str, float]) -> bool:
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


def _with_choices_in_cells(grid: Grid, row: int, line: Line) -> Sheet | None:
    """A question over its first choice alone; what stands in the cells says the choices."""
    runs = Counter(question for question in _carried(line) if question.strip())
    if len(grid.rows) == row or max(runs.values(), default=0) < FEWEST_CHOICES:
        return None
    below = list(zip(*(_padded(each, grid.width) for each in grid.rows[row:]), strict=True))
    said = [{cell.strip() for cell in cells} - SILENT for cells in below]
    spread = {
        question
        for question, columns in runs.items()
        if columns >= FEWEST_CHOICES
        if _is_one_each(
            [each for each, of in zip(said, _carried(line), strict=True) if of == question]
        )
    }
    if not spread:
        return None
    choices = tuple(
        (next(iter(each)) if len(each) == 1 else OTHER) if of in spread and each else ""
        for each, of in zip(said, _carried(line), strict=True)
    )
    return Sheet(grid, line, row, _carried(line), choices)


def _is_one_each(said: list[set[str]]) -> bool:
    """Whether each column holds one text of its own, but for one where anything was typed."""
    single = [min(each) for each in said if len(each) == 1]
    several = sum(len(each) > 1 for each in said)
    return len(set(single)) == len(single) >= FEWEST_CHOICES - 1 and several <= 1


def _with_groups_above(grid: Grid, row: int, line: Line) -> Sheet:
    """A group's name, merged or not, over the columns it holds."""
    above = _padded(grid.rows[row - 2], grid.width) if row > 1 else ()
    named = [cell for cell in above if cell.strip()]
    each_its_own = len(set(named)) == len(line)  # a second name for every column groups none
    if len(named) < FEWEST_GROUPS or each_its_own:
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
