"""Excel and OpenDocument workbooks as grids of text."""

import io

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from analysis.errors import DashboardError
from analysis.intake import limits
from analysis.intake.cell_text import cell_text
from analysis.intake.grid import Grid, trimmed


def parse(name: str, data: bytes) -> list[Grid]:
    """Read every worksheet, hidden ones marked.

    Raises
    ------
    DashboardError
        If the workbook has a password, is damaged or uses too many rows or columns.
    """
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            sheets = [sheet for sheet in workbook.sheets_metadata if _holds_cells(sheet)]
            return [_grid(name, workbook, sheet) for sheet in sheets]
    except PasswordError as error:  # pragma: no cover - an old .xls, which nothing here can write
        raise DashboardError(locked(name)) from error
    except (CalamineError, OSError) as error:
        raise DashboardError(
            f"{name} looks like a workbook but cannot be read as one; it may be damaged. "
            "Open it in Excel, save it again as .xlsx, and upload that."
        ) from error


def locked(name: str) -> str:
    """The sentence for a workbook that asks for a password."""
    return f"{name} is locked with a password. Remove the password in Excel and save it again."


def _holds_cells(sheet: SheetMetadata) -> bool:
    return sheet.typ == SheetTypeEnum.WorkSheet


def _grid(name: str, workbook: CalamineWorkbook, sheet: SheetMetadata) -> Grid:
    cells = workbook.get_sheet_by_name(sheet.name)
    rows, columns = _extent(cells)
    limits.check_extent(f'{name}, sheet "{sheet.name}",', rows, columns)
    lines = [[cell_text(value) for value in row] for row in cells.to_python(skip_empty_area=False)]
    return Grid(sheet.name, trimmed(lines), hidden=sheet.visible != SheetVisibleEnum.Visible)


def _extent(cells: CalamineSheet) -> tuple[int, int]:
    row, column = cells.end or (-1, -1)
    return row + 1, column + 1
