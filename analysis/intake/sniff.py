"""What a file is, told by its bytes: names lie."""

import re
import zipfile
import zlib

from analysis.errors import DashboardError
from analysis.intake import delimited, limits, workbook
from analysis.intake.grid import Grid

OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
WORKBOOK_PARTS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")
NO_SPREADSHEET = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "a text document",
    b"\x1f\x8b": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"Rar!": "a compressed file",
    b"SQLite format 3": "a database",
}
MARKUP = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|head|body|meta|\?xml|div)", re.IGNORECASE
)
SAVE_AGAIN = "Upload the export of the answers as .xlsx or .csv."


def parse(name: str, data: bytes) -> list[Grid]:
    """Read the bytes of a file into grids, by what they are and not by what they are called.

    Raises
    ------
    DashboardError
        If they are no spreadsheet, or one that cannot be read; the message says what to do.
    """
    _refuse_other_files(name, data)
    if data.startswith(limits.ZIP):
        return _packed(name, data)
    if data.startswith(OLD_OFFICE):
        return _old_office(name, data)
    return [delimited.parse(name, data)]


def _refuse_other_files(name: str, data: bytes) -> None:
    for start, what in NO_SPREADSHEET.items():
        if data.startswith(start):
            raise DashboardError(f"{name} is {what}, not a spreadsheet. {SAVE_AGAIN}")
    if MARKUP.match(data[:2000]):
        raise DashboardError(
            f"{name} is a web page under a spreadsheet's name. "
            "Open it in Excel, save it as .xlsx, and upload that."
        )


def _old_office(name: str, data: bytes) -> list[Grid]:
    if ENCRYPTED in data:
        raise DashboardError(workbook.locked(name))
    return workbook.parse(name, data)


def _packed(name: str, data: bytes) -> list[Grid]:
    with limits.opened(name, data) as packed:
        members = packed.namelist()
        if any(part in members for part in WORKBOOK_PARTS):
            return workbook.parse(name, data)
        member = _only_csv(name, members)
        return sniffed_text(name, _unpacked(name, packed, member))


def sniffed_text(name: str, data: bytes) -> list[Grid]:
    """The grid of a CSV that came in a zip; a zip within a zip is not opened."""
    _refuse_other_files(name, data)
    return [delimited.parse(name, data)]


def _only_csv(name: str, members: list[str]) -> str:
    texts = [member for member in members if member.lower().endswith((".csv", ".tsv", ".txt"))]
    found = [member for member in texts if not member.startswith("__MACOSX/")]
    if len(found) == 1:
        return found[0]
    if found:
        raise DashboardError(
            f"{name} holds {len(found)} CSV files. Unpack it and upload the one with the answers."
        )
    raise DashboardError(f"{name} holds no spreadsheet that can be read. {SAVE_AGAIN}")


def _unpacked(name: str, packed: zipfile.ZipFile, member: str) -> bytes:
    """No more than the limit is unpacked, whatever the zip states."""
    try:
        with packed.open(member) as file:
            data = file.read(limits.UNPACKED_BYTES + 1)
    except RuntimeError as error:
        raise DashboardError(workbook.locked(name)) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise DashboardError(f"{name} is damaged. Export or download it again.") from error
    if len(data) > limits.UNPACKED_BYTES:
        raise DashboardError(limits.TOO_SWOLLEN.format(name=name))
    return data
