import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import DashboardError
from analysis.intake import child, limits, sniff, spreadsheet
from analysis.intake.read import read
from tests.intake.files import WORDS, workbook, zipped

EXPORTS = Path(__file__).parents[1] / "exports"
OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)
BOOK = workbook({"A": {"A1": "Organisation", "A2": "Oak"}})
FAR_APART = workbook({"A": {"A1": "a", "XFD1048576": "b"}})


OLD_XML = (EXPORTS / "ms_forms_2003.xml").read_bytes()
ENTITY_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b']><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&j;</Workbook>'
)
# The record after the one that opens the stream becomes the one that says how it is encrypted.
_OPENED = b"\x09\x08\x10\0"
_XLS = (EXPORTS / "ms_forms_old.xls").read_bytes()
LOCKED_XLS = _XLS[: _XLS.index(_OPENED) + 20] + b"\x2f\0" + _XLS[_XLS.index(_OPENED) + 22 :]
LOCKED_ODS = zipped(
    {"content.xml": b"\x99\x01", "META-INF/manifest.xml": b"<manifest:encryption-data/>"}
)
SHORT_CELLS = zipped({"xl/workbook.bin": b"x", "xl/worksheets/sheet1.bin": b"\x11\x02ab\x81\x01\0"})


def swollen(part: str) -> bytes:
    """A workbook with one part of 250 MB of blanks."""
    data = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(BOOK)) as old,
        zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, bytes(250 * limits.MEGABYTE) if name == part else old.read(name))
    return data.getvalue()


REFUSED = {
    "an empty file": (b"", "is empty"),
    "a file of blanks": (b" \r\n ", "is empty"),
    "a file over the limit": (b"a,b\n" * 7_000_000, "larger than 25 MB"),
    "half a workbook": (BOOK[:3000], "only partly downloaded"),
    "a zip of too many files": (zipped({f"{n}.csv": b"x" for n in range(21)}), "holds 21 files"),
    "a zip of two unrelated files": (zipped({"a.csv": b"x", "b.csv": b"y"}), "no column headed"),
    "a zip without a CSV": (zipped({"a.bin": b"x"}), "holds no spreadsheet"),
    "a zip with a PDF called CSV": (zipped({"a.csv": b"%PDF-1.7"}), "is a PDF"),
    "a Word document": (zipped({"word/document.xml": b"<w/>"}), "is a Word document"),
    "an old Word document": (OLD_OFFICE + "WordDocument".encode("utf-16-le"), "a Word document"),
    "a Numbers document": (zipped({"Index/Document.iwa": b"x"}), "Apple Numbers"),
    "a text document": (
        zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}),
        "another kind of document",
    ),
    "an empty shell of a workbook": (zipped({"xl/workbook.xml": b"<a/>"}), "may be damaged"),
    "a workbook with a password": ((EXPORTS / "locked.xlsx").read_bytes(), "password"),
    "an old workbook with a password": (LOCKED_XLS, "password"),
    "an .ods with a password": (LOCKED_ODS, "password"),
    "a broken .xls": (OLD_OFFICE + b"junk" * 200, "may be damaged"),
    "a web page": (b"<html><p>Sign in", "a web page without a table of answers"),
    "a web page with a mark before it": (b"\xef\xbb\xbf <!DOCTYPE html>", "is a web page"),
    "a page of prices": (b"<table><tr><td>Price<td>Item<tr><td>3<td>Reed</table>", "headed"),
    "another XML file": (b"<?xml version='1.0'?><rss><channel/></rss>", "is an XML file"),
    "half an XML workbook": (OLD_XML[:3000], "damaged or breaks off"),
    "an entity bomb": (ENTITY_BOMB, "is an XML file"),
    "JSON": (b' {"answers": [1, 2]}', "is JSON"),
    "a SYLK file": (b"ID;PWXL;N;E\nP;PGeneral\n", "is a SYLK file"),
    "a web archive": (b"MIME-Version: 1.0\r\n", "is a web archive"),
    "a film": (b"\0\0\0\x18ftypmp42", "a photo or a film"),
    "an .xlsb that Excel did not write": (SHORT_CELLS, "was not written by Excel"),
    "a PDF": (b"%PDF-1.7", "is a PDF"),
    "a picture": (b"\x89PNG\r\n", "is a picture"),
    "bytes that are no text": (b"Organisation\0,Email\n", "no text has"),
    "half a UTF-16 text": (b"\xff\xfe\x00", "UTF-16"),
    "a mark left open": (b"Organisation\n\"Oak\n" + b"Ash, Elm\n" * 20_000, "never closed"),
    "a zip bomb of text": (zipped({"a.csv": bytes(100 * limits.MEGABYTE)}), "unpacks to far more"),
    "a zip bomb of a workbook": (swollen("xl/worksheets/sheet1.xml"), "unpacks to far more"),
    "two cells at the far corners": (FAR_APART, "limits of time and memory"),
    "too many rows": (b"Organisation\n" + b"Oak\n" * 50_001, "at most 50,000 rows"),
    "too many columns": (b"a," * 3000, "2,000 columns"),
    "a workbook without cells": (workbook({"A": {}}), "no cells that are written in"),
    "a header alone": (b"Organisation,Email\n", "no submissions below it"),
    "no known column": (b"a,b\n1,2\n", 'head that column "Organisation"'),
    "a price list": (b"Item,Price\nReed,3\nStrings,9\n", 'head that column "Organisation"'),
    "codes without meaning": (b"Organisation,Which aims?\nOak,1;2\nAsh,3\n", "labels"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "sentence"), REFUSED.values(), ids=REFUSED)
def test_is_refused_with_a_sentence_that_says_why(data: bytes, sentence: str) -> None:
    with pytest.raises(DashboardError) as refusal:
        read("offers.xlsx", data, WORDS)

    assert str(refusal.value).startswith("offers.xlsx")
    assert sentence in str(refusal.value)


IN_THE_CHILD = (
    "a zip of too many files", "a zip without a CSV", "a zip with a PDF called CSV", "a picture",
    "an empty shell of a workbook", "a workbook with a password", "a broken .xls", "a web page",
    "bytes that are no text", "half a UTF-16 text", "a mark left open", "too many rows",
)  # fmt: skip


@pytest.mark.parametrize("what", IN_THE_CHILD)
def test_the_child_refuses_what_its_parent_cannot_judge(what: str) -> None:
    data, sentence = REFUSED[what]

    assert sentence in child.outcome("offers.xlsx", data)["refused"]


def test_a_zip_that_lies_about_its_size_is_not_unpacked_further(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 100)

    assert "unpacks to far more" in child.outcome("a", zipped({"a.csv": b"a,b" * 99}))["refused"]


def test_a_damaged_member_of_a_zip_is_refused() -> None:
    good = zipped({"a.csv": b"Organisation,Email\nOak,oak@example.org\n" * 50})
    start = good.index(b"a.csv") + 5

    broken = good[:start] + b"\xff" * 20 + good[start + 20 :]

    assert "is damaged" in child.outcome("a.zip", broken)["refused"]


def test_a_locked_zip_is_refused() -> None:
    locked = bytearray(zipped({"a.csv": b"Organisation\nOak\n"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + place] |= 1

    assert "password" in child.outcome("a.zip", bytes(locked))["refused"]


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        grids = sniff.parse("a", data)
    except DashboardError:
        return

    assert grids


@given(st.integers(0, len(BOOK) - 1), st.integers(0, 255), st.binary(max_size=40))
def test_a_workbook_with_changed_bytes_is_read_or_refused(
    place: int, byte: int, more: bytes
) -> None:
    data = BOOK[:place] + bytes([byte]) + more + BOOK[place + 1 :]

    try:
        limits.check("a", data)
        grids = sniff.parse("a", data)
    except DashboardError:
        return

    assert grids


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("Traceback ... MemoryError", DashboardError),
        ("memory allocation of 549 bytes failed", DashboardError),
        ("Traceback ... PanicException: overflow", DashboardError),
        ("Traceback ... NameError", RuntimeError),
    ],
)
def test_a_child_that_failed_by_our_mistake_keeps_its_traceback(
    said: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        spreadsheet.raise_failure("a.xlsx", said)
