"""Bytes into text. Never guessed by statistics: guessers call Western files cp1250, and £ Ł."""

import codecs
import re
from typing import TypeAlias

from analysis.errors import DashboardError

Decoded: TypeAlias = tuple[str, tuple[str, ...]]

# The marks of UTF-32 begin like those of UTF-16, so they come first.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LOOKED_AT = 4000
MOSTLY = 0.3  # of every second byte, as many are NUL in UTF-16 text of any Western language
HARDLY = 0.02
SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
STRAY = "stray bytes as Windows-1252"
WINDOWS = (
    "The text was read as Windows-1252, because it is not valid UTF-8. "
    'If names show "?" or odd letters, export the file again as UTF-8.'
)
MIXED = (
    "The text is UTF-8 with some bytes that are not; those were read as Windows-1252. "
    "If names show odd letters, export the file again as UTF-8."
)


def decoded(name: str, data: bytes) -> Decoded:
    """The text of some bytes, and a sentence where its encoding had to be assumed.

    Raises
    ------
    DashboardError
        If the bytes say which encoding they have and are damaged in it.
    """
    encoding = marked(data) or unmarked_utf16(data)
    if encoding and encoding != "utf-8-sig":
        return _strictly(name, data, encoding), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return _western(data)


def marked(data: bytes) -> str:
    """The encoding that a mark before the text names; empty without one."""
    return next((name for mark, name in MARKS if data.startswith(mark)), "")


def unmarked_utf16(data: bytes) -> str:
    """The encoding of UTF-16 text that lost its mark: every second byte is mostly NUL."""
    start = data[:LOOKED_AT]
    even, odd = start[::2], start[1::2]
    if _nuls(odd) >= MOSTLY and _nuls(even) <= HARDLY:
        return "utf-16-le"
    return "utf-16-be" if _nuls(even) >= MOSTLY and _nuls(odd) <= HARDLY else ""


def _nuls(part: bytes) -> float:
    return part.count(0) / max(1, len(part))


def _strictly(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        said = encoding[:6].upper()
        raise DashboardError(
            f"{name} is {said} text but breaks off or is damaged. Export it again."
        ) from error


def _western(data: bytes) -> Decoded:
    """Windows-1252; but UTF-8 into which a few such bytes were pasted stays UTF-8."""
    valid = len(SEQUENCE.findall(data))
    stray = sum(byte > 0x7F for byte in SEQUENCE.sub(b"", data))  # noqa: PLR2004 - beyond ASCII
    if valid > stray:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors=STRAY)
        return text, (MIXED,)
    return data.decode("cp1252", errors="replace"), (WINDOWS,)


def _stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bytes_ = error.object[error.start : error.end]
    return bytes_.decode("cp1252", errors="replace"), error.end


codecs.register_error(STRAY, _stray)
