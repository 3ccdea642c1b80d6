"""Zips: a workbook is one, and form tools hand out a CSV, or several files, in one."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from analysis.errors import DashboardError
from analysis.intake import limits, workbook
from analysis.intake.grid import Grid

Parse: TypeAlias = Callable[[str, bytes], list[Grid]]

WORKBOOK_PARTS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")
SPREADSHEETS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".xml", ".html")
MOST_FILES = 20
EXPORT_AGAIN = "Upload the export of the answers as .xlsx or .csv."
# What a zip holds that another program keeps its documents in.
OTHERS = {
    "word/document.xml": "a Word document",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "Index/Document.iwa": "an Apple Numbers, Pages or Keynote document",
    "index.xml": "an Apple Numbers, Pages or Keynote document",
    "mimetype": "no spreadsheet, but another kind of document",
}
SPREADSHEET_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def parse(name: str, data: bytes, parse_one: Parse) -> list[Grid]:
    """Read a workbook, or every spreadsheet that a zip of files holds.

    Of several files each grid is called after its own; those that are no spreadsheet are passed
    over. A zip within a zip is not opened, but a workbook within one is.

    Raises
    ------
    DashboardError
        If nothing in it can be read; the message says why.
    """
    with limits.opened(name, data) as packed:
        members = packed.namelist()
        if any(part in members for part in WORKBOOK_PARTS) and not _is_other(name, packed):
            return workbook.parse(name, data)
        _refuse_documents(name, members)
        found = [member for member in members if _is_spreadsheet(member)]
        if not found or len(found) > MOST_FILES:
            raise DashboardError(_how_many(name, len(found)))
        contents = [(member, limits.unpacked(name, packed, member)) for member in found]
    if len(contents) == 1:
        return _one(name, contents[0][1], parse_one)
    return _several(name, contents, parse_one)


def _is_other(name: str, packed: zipfile.ZipFile) -> bool:
    """Whether an OpenDocument file says that it is something else than a spreadsheet."""
    if "mimetype" not in packed.namelist() or "content.xml" not in packed.namelist():
        return False
    return not limits.unpacked(name, packed, "mimetype").startswith(SPREADSHEET_TYPE)


def _refuse_documents(name: str, members: list[str]) -> None:
    for part, what in OTHERS.items():
        if part in members:
            raise DashboardError(f"{name} is {what}. {EXPORT_AGAIN}")


def _is_spreadsheet(member: str) -> bool:
    """By its name alone; what the system of its packer adds is passed over."""
    last = shown(member)
    is_added = member.startswith("__MACOSX/") or last.startswith((".", "~$"))
    return last.lower().endswith(SPREADSHEETS) and not is_added


def shown(member: str) -> str:
    """A file's own name, without the folders it lies in."""
    return member.replace("\\", "/").rsplit("/", 1)[-1]


def _how_many(name: str, files: int) -> str:
    if not files:
        return f"{name} holds no spreadsheet that can be read. {EXPORT_AGAIN}"
    return f"{name} holds {files} files. Unpack it and upload the ones with the answers."


def _one(name: str, data: bytes, parse_one: Parse) -> list[Grid]:
    limits.check(name, data)
    return parse_one(name, data)


def _several(name: str, contents: list[tuple[str, bytes]], parse_one: Parse) -> list[Grid]:
    grids: list[Grid] = []
    refusals: list[DashboardError] = []
    for member, data in contents:
        try:
            grids += _named(shown(member), _one(f"{shown(member)} in {name}", data, parse_one))
        except DashboardError as refusal:
            refusals.append(refusal)
    if not grids:
        raise refusals[0]
    return grids


def _named(file: str, grids: list[Grid]) -> list[Grid]:
    return [replace(g, sheet=f"{file}, {g.sheet}" if g.sheet else file) for g in grids]
