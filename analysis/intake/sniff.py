"""What a file is, told by its bytes: names lie."""

import re

from analysis.errors import DashboardError
from analysis.intake import decoding, delimited, limits, packed, workbook
from analysis.intake.grid import Grid

OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
WORD = "WordDocument".encode("utf-16-le")
EXPORT_AGAIN = "Upload the export of the answers as .xlsx or .csv."
IN_EXCEL = "Open it in Excel, save it as .xlsx, and upload that."
NO_SPREADSHEET = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"II*\0": "a picture",
    b"MM\0*": "a picture",
    b"BM": "a picture",
    b"RIFF": "a picture, a sound or a film",
    b"{\\rtf": "a text document",
    b"\x1f\x8b": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"Rar!": "a compressed file",
    b"SQLite format 3": "a database",
    b"MZ": "a program",
    b"\x7fELF": "a program",
}
ONLY_IN_EXCEL = {
    b"\x09\x00\x04\x00": "a workbook of before 1993",
    b"\x09\x02\x06\x00": "a workbook of before 1993",
    b"\x09\x04\x06\x00": "a workbook of before 1993",
    b"ID;P": "a SYLK file, a way to keep a sheet that few programs read",
    b"TABLE\r\n0,1": "a DIF file, a way to keep a sheet that few programs read",
    b"TABLE\n0,1": "a DIF file, a way to keep a sheet that few programs read",
    b"MIME-Version:": "a web archive",
}
FILM_OR_PHOTO = b"ftyp"  # after four bytes of length: HEIC, MP4 and their like
NAME_LENGTH = 2  # a mark this short may also begin a text
LOOKED_AT = 4000
MARKUP = re.compile(r"<(?:!doctype|html|head|body|table|\?xml|(?:ss:)?workbook\b)", re.IGNORECASE)
SOFT_MARKUP = re.compile(r"<(?:!--|meta|style|script|div|center)", re.IGNORECASE)
ROOT = re.compile(r"<([a-z][\w:.-]*)", re.IGNORECASE)
HTML = ("html", "head", "body", "table", "meta", "style", "script", "div", "center")
JSON = re.compile(r"\{\s*\"|\[\s*\{")
TABLE = b"<table"


def parse(name: str, data: bytes) -> list[Grid]:
    """Read the bytes of a file into grids, by what they are and not by what they are called.

    Raises
    ------
    DashboardError
        If they are no spreadsheet, or one that cannot be read; the message says what to do.
    """
    if data.startswith(limits.ZIP):
        return packed.parse(name, data, _single)
    return _single(name, data)


def _single(name: str, data: bytes) -> list[Grid]:
    """Anything but a zip of files."""
    _refuse_other_files(name, data)
    if data.startswith(OLD_OFFICE):
        return _old_office(name, data)
    if data.startswith(limits.ZIP):
        return workbook.parse(name, data)
    return _text(name, data)


def _refuse_other_files(name: str, data: bytes) -> None:
    for start, what in NO_SPREADSHEET.items():
        if data.startswith(start) and (len(start) > NAME_LENGTH or 0 in data[:LOOKED_AT]):
            raise DashboardError(f"{name} is {what}, not a spreadsheet. {EXPORT_AGAIN}")
    if data[4:8] == FILM_OR_PHOTO:
        raise DashboardError(f"{name} is a photo or a film, not a spreadsheet. {EXPORT_AGAIN}")
    for start, what in ONLY_IN_EXCEL.items():
        if data.startswith(start):
            raise DashboardError(f"{name} is {what}. {IN_EXCEL}")


def _old_office(name: str, data: bytes) -> list[Grid]:
    if ENCRYPTED in data:
        raise DashboardError(limits.LOCKED.format(name=name))
    if WORD in data:
        raise DashboardError(f"{name} is a Word document, not a spreadsheet. {EXPORT_AGAIN}")
    return workbook.parse(name, data)


def _text(name: str, data: bytes) -> list[Grid]:
    start = _start(data)
    if MARKUP.match(start) or (SOFT_MARKUP.match(start) and TABLE in data.lower()):
        return _markup(name, data, start)
    if JSON.match(start):
        raise DashboardError(f"{name} is JSON, which is written for programs. {EXPORT_AGAIN}")
    return [delimited.parse(name, data)]


def _markup(name: str, data: bytes, start: str) -> list[Grid]:
    # lxml is loaded only for these: it would make every other upload wait.
    from analysis.intake import old_xml, web_page  # noqa: PLC0415

    root = ROOT.search(start)
    if root is None or root[1].lower() in HTML:
        return web_page.parse(name, data)
    return old_xml.parse(name, data)


def _start(data: bytes) -> str:
    """The first characters, whatever is damaged further on."""
    encoding = decoding.marked(data) or decoding.unmarked_utf16(data) or "latin-1"
    return data[:LOOKED_AT].decode(encoding, errors="ignore").lstrip("\ufeff \t\r\n")
