"""Excel and OpenDocument workbooks as grids of text."""

import io
import re
from collections.abc import Iterator

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from analysis.errors import DashboardError
from analysis.intake import limits
from analysis.intake.cell_text import cell_text
from analysis.intake.grid import Grid, trimmed

# The record that opens a sheet's stream, then the one that says how it is encrypted.
LOCKED_XLS = re.compile(rb"\x09\x08\x10\0.{16}(?:\x86\0\0\0)?\x2f\0", re.DOTALL)
LIST, LOCKED_ODS = "META-INF/manifest.xml", b"encryption-data"
BINARY_SHEET = re.compile(r"xl/worksheets/[^/]*\.bin")
SHORT_CELLS = frozenset(range(12, 19))
MOST_GROUPS = 4
MORE_FOLLOWS = 0x80


def parse(name: str, data: bytes) -> list[Grid]:
    """Read every worksheet, hidden ones marked.

    Raises
    ------
    DashboardError
        If the workbook has a password, is damaged or uses too many rows or columns.
    """
    _refuse_short_cells(name, data)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            sheets = [sheet for sheet in workbook.sheets_metadata if _holds_cells(sheet)]
            return [_grid(name, workbook, sheet) for sheet in sheets]
    except (CalamineError, OSError) as error:
        if _is_locked(name, data):
            raise DashboardError(limits.LOCKED.format(name=name)) from error
        raise DashboardError(
            f"{name} looks like a workbook but cannot be read as one; it may be damaged. "
            "Open it in Excel, save it again as .xlsx, and upload that."
        ) from error


def _is_locked(name: str, data: bytes) -> bool:
    """An .xls or .ods with a password; the reader cannot tell one from a damaged file."""
    if not data.startswith(limits.ZIP):
        return bool(LOCKED_XLS.search(data))
    with limits.opened(name, data) as packed:
        return LIST in packed.namelist() and LOCKED_ODS in limits.unpacked(name, packed, LIST)


def _refuse_short_cells(name: str, data: bytes) -> None:
    """A way to write cells in an .xlsb that Excel does not use and our reader loses in silence."""
    if not data.startswith(limits.ZIP):
        return
    with limits.opened(name, data) as packed:
        sheets = [part for part in packed.namelist() if BINARY_SHEET.fullmatch(part)]
        written = (limits.unpacked(name, packed, sheet) for sheet in sheets)
        if any(SHORT_CELLS & set(_record_types(part)) for part in written):
            raise DashboardError(
                f"{name} is a binary workbook that was not written by Excel, and cannot be read "
                "in full. Open it in Excel, save it as .xlsx, and upload that."
            )


def _record_types(part: bytes) -> Iterator[int]:
    """The kind of each record of a binary part: a type and a length of one byte or more each."""
    place = 0
    while place < len(part):
        kind, place = _counted(part, place)
        length, place = _counted(part, place)
        place += length
        yield kind


def _counted(part: bytes, place: int) -> tuple[int, int]:
    """A number written in groups of seven bits, and where it ends."""
    number = shift = 0
    for byte in part[place : place + MOST_GROUPS]:
        number |= (byte & 0x7F) << shift
        shift, place = shift + 7, place + 1
        if byte < MORE_FOLLOWS:
            break
    return number, place


def _holds_cells(sheet: SheetMetadata) -> bool:
    return sheet.typ == SheetTypeEnum.WorkSheet


def _grid(name: str, workbook: CalamineWorkbook, sheet: SheetMetadata) -> Grid:
    cells = workbook.get_sheet_by_name(sheet.name)
    rows, columns = _extent(cells)
    limits.check_extent(f'{name}, sheet "{sheet.name}",', rows, columns)
    # Most cells are text already, and asking each costs as much as parsing it did.
    lines = [
        [value if type(value) is str else cell_text(value) for value in row]
        for row in cells.to_python(skip_empty_area=False)
    ]
    return Grid(sheet.name, trimmed(lines), hidden=sheet.visible != SheetVisibleEnum.Visible)


def _extent(cells: CalamineSheet) -> tuple[int, int]:
    row, column = cells.end or (-1, -1)
    return row + 1, column + 1
