"""Which sheets of a file are read: the one most like answers, and all that are like that one.

A workbook may have a sheet for each year or district. One that asks other questions is left to
staff: a list of contacts looks like partners, and counts as cover as soon as it is read.
"""

from collections.abc import Iterator

from analysis.errors import DashboardError
from analysis.intake import header_rows, headers
from analysis.intake.choices import COMMON_HEADERS, common
from analysis.intake.forms import plain_key
from analysis.intake.grid import Grid
from analysis.intake.sheet import Known, Sheet

SEVERAL = "The sheets {names} ask the same questions: each was read, as an import of its own."
UNLIKE = (
    'The sheet "{other}" was not read: it looks like answers too, but to other questions than '
    '"{best}". To take it in as well, save it as a file of its own.'
)
REPEATED = (
    'The sheet "{other}" was not read: most of its rows stand in "{best}" too. '
    "If they should count as well, save it as a file of its own."
)
PUT_AWAY = (
    'The sheet "{other}" was not read: its name says that it does not count any more. '
    "If it should count, give it another name, or save it as a file of its own."
)


def chosen(
    name: str, grids: tuple[Grid, ...], known: Known
) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """The sheets to read, in their order, and notes on why those and not the others.

    Raises
    ------
    DashboardError
        If no visible sheet has columns that we know.
    """
    visible = [grid for grid in grids if not grid.hidden]
    found = [sheet for grid in visible if (sheet := header_rows.find(grid, known))]
    found = found or [
        sheet for grid in visible if (sheet := header_rows.find(grid, known, named=False))
    ]
    if not found:
        raise DashboardError(no_organisation(name, grids))
    best = max(found, key=lambda sheet: (min(len(sheet.rows), 1), _likeness(sheet, known)))
    why = [(sheet, _left(sheet, best, known)) for sheet in found if sheet is best or sheet.rows]
    read = tuple(sheet for sheet, left in why if not left)
    names = ", ".join(f'"{sheet.grid.sheet}"' for sheet in read)
    several = [SEVERAL.format(names=names)] * (len(read) > 1)
    return read, (*several, *(left for _, left in why if left))


def no_organisation(name: str, grids: tuple[Grid, ...]) -> str:
    """The sentence for a file in which no column is headed like an organisation's name."""
    if not any(grid.rows for grid in grids if not grid.hidden):
        return f"{name} has no cells that are written in. Export it again."
    return (
        f"{name} has no column headed with the organisation's name in its first "
        f"{header_rows.SEARCHED_ROWS} rows. Export it with the questions' own words as headers "
        '(not codes such as Q1), or head that column "Organisation".'
    )


def _left(sheet: Sheet, best: Sheet, known: Known) -> str:
    """Why a sheet is not read beside the best one; "" where it is."""
    if sheet is best:
        return ""
    told = {"best": best.grid.sheet, "other": sheet.grid.sheet}
    if common(_keys(sheet), _keys(best)) < COMMON_HEADERS:
        return UNLIKE.format(**told)
    if known.questions["put_away"].says(sheet.grid.sheet):
        return PUT_AWAY.format(**told)
    theirs = {texts for _, texts in best.rows}
    again = sum(texts in theirs for _, texts in sheet.rows)
    return REPEATED.format(**told) if again * 2 > len(sheet.rows) else ""


def _keys(sheet: Sheet) -> frozenset[str]:
    return frozenset(plain_key(header) for header in _written(sheet))


def _written(sheet: Sheet) -> Iterator[str]:
    return (header for header in (*sheet.headers, *sheet.choices) if header.strip())


def _likeness(sheet: Sheet, known: Known) -> tuple[int, int]:
    found = [headers.scores(header, known.questions) for header in sheet.headers]
    return sum(map(bool, found)), len(sheet.rows)
