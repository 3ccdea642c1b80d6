"""How much a file may ask of us, checked before and while it is parsed.

A workbook of 1.5 kB can make a parser ask for 500 GB and abort the process, which nothing can
catch. So the stated sizes are checked here, and the parsing happens in a child that has bounds.
"""

import io
import zipfile
import zlib

from analysis.errors import DashboardError

MEGABYTE = 1024 * 1024
FILE_BYTES = 25 * MEGABYTE
UNPACKED_BYTES = 300 * MEGABYTE
RATIO = 200  # real workbooks pack 5 to 60 times; bombs a thousand
RATIO_MATTERS_BYTES = 20 * MEGABYTE
PACKED_PARTS = 5_000
ROWS = 50_000
COLUMNS = 2_000
CELLS = 2_000_000
CHARACTERS = 30_000_000
MEMORY_BYTES = 1000 * MEGABYTE
CPU_SECONDS = 12
WALL_SECONDS = 18

ZIP = b"PK\x03\x04"
# What zipfile lets through from malformed archives, beside its own fault.
DAMAGED = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, EOFError)
LOCKED = "{name} is locked with a password. Remove the password in Excel and save it again."
TOO_SWOLLEN = (
    "{name} unpacks to far more than a sheet of answers needs, so it was not opened. "
    "Save it again from Excel with the answers only, or as CSV."
)


def check(name: str, data: bytes) -> None:
    """Refuse a file by what it states about itself, before anything unpacks it.

    Raises
    ------
    DashboardError
        If the file is empty, too large, a broken zip, or unpacks to more than answers need.
    """
    if not data.strip():
        raise DashboardError(f"{name} is empty. Export it again and check that it opens in Excel.")
    if len(data) > FILE_BYTES:
        raise DashboardError(
            f"{name} is larger than {FILE_BYTES // MEGABYTE} MB. "
            "Save the sheet with the answers as a file of its own and upload that."
        )
    if data.startswith(ZIP):
        _check_packed(name, data)


def check_extent(name: str, rows: int, columns: int) -> None:
    """Refuse a sheet with more rows, columns or cells than a form can have given.

    Raises
    ------
    DashboardError
        If a limit is passed; the message names it.
    """
    if rows > ROWS or columns > COLUMNS or rows * columns > CELLS:
        raise DashboardError(
            f"{name} uses {rows:,} rows and {columns:,} columns; at most {ROWS:,} rows and "
            f"{COLUMNS:,} columns can be read. Delete what stands far from the answers, and save."
        )


def check_words(name: str, characters: int) -> None:
    """Refuse a file that holds more text than anybody wrote: a few words, repeated by reference.

    Raises
    ------
    DashboardError
        If its cells have too many characters in all.
    """
    if characters > CHARACTERS:
        raise DashboardError(
            f"{name} holds {characters:,} characters; at most {CHARACTERS:,} can be read. "
            "Delete what is no answer, and save."
        )


def _check_packed(name: str, data: bytes) -> None:
    with opened(name, data) as packed:
        parts = packed.infolist()
    unpacked = sum(part.file_size for part in parts)
    swollen = unpacked > max(RATIO_MATTERS_BYTES, RATIO * len(data))
    if swollen or unpacked > UNPACKED_BYTES or len(parts) > PACKED_PARTS:
        raise DashboardError(TOO_SWOLLEN.format(name=name))


def opened(name: str, data: bytes) -> zipfile.ZipFile:
    """Open a zip to see what it holds; nothing is unpacked.

    Raises
    ------
    DashboardError
        If its directory is damaged or missing, as after a broken download.
    """
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED as error:
        raise DashboardError(
            f"{name} is damaged or was only partly downloaded. Export or download it again."
        ) from error


def unpacked(name: str, packed: zipfile.ZipFile, member: str) -> bytes:
    """The bytes of one part; no more than the limit is unpacked, whatever the zip states.

    Raises
    ------
    DashboardError
        If it is locked, damaged, or larger than a sheet of answers needs.
    """
    try:
        with packed.open(member) as file:
            data = file.read(UNPACKED_BYTES + 1)
    except RuntimeError as error:
        raise DashboardError(LOCKED.format(name=name)) from error
    except DAMAGED as error:
        raise DashboardError(f"{name} is damaged. Export or download it again.") from error
    if len(data) > UNPACKED_BYTES:
        raise DashboardError(TOO_SWOLLEN.format(name=name))
    return data
