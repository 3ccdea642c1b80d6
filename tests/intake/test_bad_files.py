import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import DashboardError
from analysis.intake import child, limits, sniff, spreadsheet
from analysis.intake.read import read
from tests.intake.files import WORDS, workbook, zipped

OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)
BOOK = workbook({"A": {"A1": "Organisation", "A2": "Oak"}})
FAR_APART = workbook({"A": {"A1": "a", "XFD1048576": "b"}})


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
    "a zip of several CSVs": (zipped({"a.csv": b"x", "b.csv": b"y"}), "holds 2 CSV files"),
    "a zip without a CSV": (zipped({"a.bin": b"x"}), "holds no spreadsheet"),
    "a zip with a PDF called CSV": (zipped({"a.csv": b"%PDF-1.7"}), "is a PDF"),
    "a Word document": (zipped({"word/document.xml": b"<w/>"}), "holds no spreadsheet"),
    "an empty shell of a workbook": (zipped({"xl/workbook.xml": b"<a/>"}), "may be damaged"),
    "a workbook with a password": (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "a broken .xls": (OLD_OFFICE + b"junk" * 200, "may be damaged"),
    "a web page": (b"<html><table><tr><td>Organisation", "is a web page"),
    "a web page with a mark before it": (b"\xef\xbb\xbf <!DOCTYPE html>", "is a web page"),
    "a PDF": (b"%PDF-1.7", "is a PDF"),
    "a picture": (b"\x89PNG\r\n", "is a picture"),
    "bytes that are no text": (b"Organisation\0,Email\n", "no text has"),
    "half a UTF-16 text": (b"\xff\xfe\x00", "UTF-16"),
    "a quotation mark left open": (b'Organisation\n"Oak\n' + b"Ash, Elm\n" * 20_000, "left open"),
    "a zip bomb of text": (zipped({"a.csv": bytes(100 * limits.MEGABYTE)}), "unpacks to far more"),
    "a zip bomb of a workbook": (swollen("xl/worksheets/sheet1.xml"), "unpacks to far more"),
    "two cells at the far corners": (FAR_APART, "limits of time and memory"),
    "too many rows": (b"Organisation\n" + b"Oak\n" * 50_001, "at most 50,000 rows"),
    "too many columns": (b"a," * 3000, "2,000 columns"),
    "a workbook without cells": (workbook({"A": {}}), "no cells that are written in"),
    "a header alone": (b"Organisation,Email\n", "no submissions below it"),
    "no known column": (b"a,b\n1,2\n", 'head that column "Organisation"'),
    "codes without meaning": (b"Organisation,Which aims?\nOak,1;2\nAsh,3\n", "labels"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "sentence"), REFUSED.values(), ids=REFUSED)
def test_is_refused_with_a_sentence_that_says_why(data: bytes, sentence: str) -> None:
    with pytest.raises(DashboardError) as refusal:
        read("offers.xlsx", data, WORDS)

    assert str(refusal.value).startswith("offers.xlsx")
    assert sentence in str(refusal.value)


IN_THE_CHILD = (
    "a zip of several CSVs", "a zip without a CSV", "a zip with a PDF called CSV", "a picture",
    "an empty shell of a workbook", "a workbook with a password", "a broken .xls", "a web page",
    "bytes that are no text", "half a UTF-16 text", "a quotation mark left open", "too many rows",
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
