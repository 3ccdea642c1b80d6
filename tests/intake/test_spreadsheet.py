import codecs
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import DashboardError
from analysis.intake import child, decoding, delimited, handover, limits, sniff, spreadsheet
from analysis.intake.cell_text import Value, cell_text
from analysis.intake.grid import Grid, letter, trimmed
from tests.intake.files import workbook, zipped

NO_TEXT = "".join(map(chr, (*range(9), *range(14, 32))))  # where many of them stand, no text is
EXPORTS = Path(__file__).parents[1] / "exports"


def rows(data: bytes) -> tuple[tuple[str, ...], ...]:
    return spreadsheet.grids("a", data)[0].rows


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (120.0, "120"), (118900032952.0, "118900032952"), (2.5, "2.5"), (7, "7"), (True, "TRUE"),
        (False, "FALSE"), ("as it is ", "as it is "), (dt.date(2026, 9, 3), "2026-09-03"),
        (dt.datetime.fromisoformat("2026-09-03 09:04:10.999800"), "2026-09-03 09:04:11"),
        (dt.time(9, 4), "09:04:00"), (dt.timedelta(hours=1.5), "1:30:00"),
    ],
)  # fmt: skip
def test_every_kind_of_value_becomes_text(value: Value, text: str) -> None:
    assert cell_text(value) == text


def test_rows_and_columns_keep_their_places() -> None:
    found = spreadsheet.grids("a.xlsx", workbook({"Answers": {"C3": "first", "B5": 120}}))[0]

    assert found.rows == ((), (), ("", "", "first"), (), ("", "120"))


def test_hidden_sheets_are_marked() -> None:
    found = spreadsheet.grids("a.xlsx", workbook({"A": {"A1": 1}, "B": {"A1": 2}}, hidden=("B",)))

    assert [(grid.sheet, grid.hidden) for grid in found] == [("A", False), ("B", True)]


def test_line_breaks_and_spaces_in_cells_stay() -> None:
    assert rows(workbook({"A": {"A1": "one\r\ntwo\u00a0"}})) == (("one\r\ntwo\u00a0",),)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_parts_rows_alike(mark: str) -> None:
    text = f'name{mark}where\n"Ash, Oak; Elm"{mark}"Derby{mark} Leeds\nYork"\nFir{mark}'

    assert rows(text.encode())[1] == ("Ash, Oak; Elm", f"Derby{mark} Leeds\nYork")


def test_a_record_of_several_lines_is_one_row() -> None:
    assert rows(b'a,b\r\n"x\r\ny",1\r\n\r\nz,2') == (("a", "b"), ("x\r\ny", "1"), (), ("z", "2"))


@pytest.mark.parametrize(
    ("data", "assumed"),
    [
        ("Café,£250\n".encode("utf-8-sig"), ()),
        ("Café,£250\n".encode(), ()),
        (codecs.BOM_UTF16_LE + "Café,£250\n".encode("utf-16-le"), ()),
        (codecs.BOM_UTF16_BE + "Café,£250\n".encode("utf-16-be"), ()),
        ("Café,£250\n".encode("utf-16-le"), ()),
        ("Café,£250\n".encode("utf-16-be"), ()),
        (codecs.BOM_UTF32_LE + "Café,£250\n".encode("utf-32-le"), ()),
        ("Café,£250\n".encode("cp1252"), (decoding.WINDOWS,)),
        ("Café,".encode() + "£250\n".encode("cp1252") + b"\n\xc3\xa9", (decoding.MIXED,)),
    ],
    ids=[
        "UTF-8 with a mark",
        "UTF-8",
        "UTF-16",
        "UTF-16 the other way",
        "UTF-16 without a mark",
        "UTF-16 the other way without a mark",
        "UTF-32",
        "Windows-1252",
        "UTF-8 with some of it",
    ],
)
def test_text_is_decoded_and_a_guess_is_said(data: bytes, assumed: tuple[str, ...]) -> None:
    found = delimited.parse("a.csv", data)

    assert (found.rows[0], found.assumed) == (("Café", "£250"), assumed)


def test_a_line_that_names_the_delimiter_is_no_row() -> None:
    assert rows(b"sep=;\r\nname;where\r\nAsh, Oak;Derby, Leeds") == (
        ("name", "where"),
        ("Ash, Oak", "Derby, Leeds"),
    )


def test_line_ends_of_old_macs_end_rows_too() -> None:
    assert rows(b'a,b\r"1\r2",3\r') == (("a", "b"), ("1\r2", "3"))


def test_columns_that_nobody_wrote_in_do_not_count() -> None:
    wide = b"a,b" + b"," * 5000

    assert rows(wide + b"\n" + wide) == (("a", "b"), ("a", "b"))


def test_a_quotation_mark_left_open_is_named_by_its_place() -> None:
    with pytest.raises(DashboardError, match=r"a, row 3, column B: a quotation mark"):
        rows(b'name,offer\nAsh,x\nOak,"brass\nElm,y\nFir,z\n')


@pytest.mark.parametrize(
    "member",
    ["a.csv", "folder/within/a.csv", "../../a.csv", "C:\\folder\\a.CSV", "/etc/a.csv"],
)
def test_a_zip_with_one_csv_is_opened(member: str) -> None:
    data = zipped({"__MACOSX/._a.csv": b"junk", member: b"a,b\n1,2", ".DS_Store": b"x"})

    assert spreadsheet.grids("a.zip", data) == (Grid("", (("a", "b"), ("1", "2"))),)


def test_a_workbook_in_a_zip_is_read() -> None:
    book = workbook({"A": {"A1": 1}, "B": {"B2": "x"}})

    assert spreadsheet.grids("a.zip", zipped({"a.xlsx": book})) == spreadsheet.grids("a", book)


def test_a_zip_of_several_files_gives_a_sheet_for_each_that_can_be_read() -> None:
    files = {
        "in/a.csv": b"a,b",
        "b.xlsx": workbook({"S": {"A1": 1}}),
        "c.csv": b"%PDF",
        "d.md": b"",
    }

    found = spreadsheet.grids("a.zip", zipped(files))

    assert [grid.sheet for grid in found] == ["a.csv", "b.xlsx, S"]


def test_a_zip_within_a_zip_is_not_opened() -> None:
    inner = zipped({"a.csv": b"a,b"})

    with pytest.raises(DashboardError, match="cannot be read"):
        spreadsheet.grids("a.zip", zipped({"a.xlsx": inner}))


def test_the_name_shown_has_no_folders_and_no_strange_characters() -> None:
    names = ("C:\\tmp\\a\0b.csv", "/tmp/x.csv", "\udcff\n")

    assert [spreadsheet.shown_name(name) for name in names] == ["ab.csv", "x.csv", "The file"]


def test_the_child_hands_back_what_it_parsed_or_why_not() -> None:
    assert child.outcome("a.csv", b"a,b")["sheets"][0]["rows"] == (("a", "b"),)
    assert "is a PDF" in child.outcome("a.csv", b"%PDF")["refused"]


def test_a_child_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WALL_SECONDS", 0.001)

    with pytest.raises(DashboardError, match="limits of time"):
        spreadsheet.grids("a.csv", b"a,b")


def test_passwords_of_the_environment_do_not_reach_the_child(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LEDGER_URL", "postgresql://somebody:secret@example.org")

    assert "LEDGER_URL" not in spreadsheet.environment()


def test_cells_are_found_by_place_and_are_empty_elsewhere() -> None:
    found = Grid("", (("a", "b"), ("c",)))

    assert [found.cell(1, 2), found.cell(2, 2), found.cell(9, 1)] == ["b", "", ""]
    assert found.width == 2


def test_nothing_is_kept_after_the_last_written_cell() -> None:
    assert trimmed([["a", "", ""], ["", " "], ["", ""]]) == (("a",), ("", " "))


def test_columns_have_letters() -> None:
    assert [letter(number) for number in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_characters=NO_TEXT, codec="utf-8")),
            min_size=2,
            max_size=2,
        ),
        min_size=3,
    )
)
def test_quoted_cells_come_back_as_they_were(table: list[list[str]]) -> None:
    text = "\r\n".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table
    )

    found = delimited.parse("a.csv", b"\xef\xbb\xbf" + text.encode())

    assert found.rows == trimmed(table)


@pytest.mark.parametrize(
    "file", ["ms_forms.xlsx", "google_forms_download.csv", "saved_as_web_page.xls"]
)
def test_parsing_here_and_in_the_child_give_the_same(file: str) -> None:
    data = (EXPORTS / file).read_bytes()

    assert tuple(sniff.parse(file, data)) == spreadsheet.grids(file, data)


def test_an_opendocument_sheet_is_read_too() -> None:
    names = ("office", "table", "text")
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in names)
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in ("Organisation", "Areas")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="Answers"><table:table-row>{cells}</table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    book = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": b"<manifest/>",
        "content.xml": content.encode(),
    }

    found = spreadsheet.grids("a.ods", zipped(book))

    assert (found[0].sheet, found[0].rows) == ("Answers", (("Organisation", "Areas"),))


@given(st.lists(st.lists(st.text(), max_size=4), max_size=5))
def test_cells_come_through_between_the_processes_as_they_were(table: list[list[str]]) -> None:
    rows = trimmed(table)
    sent = handover.written(
        {"sheets": [{"sheet": "S", "rows": rows, "hidden": True, "assumed": ("x",)}], "refused": ""}
    )
    marks = str.maketrans("\x1e\x1f", "\ufffd\ufffd")

    came = handover.read(sent)["sheets"][0]

    assert came["rows"] == tuple(tuple(cell.translate(marks) for cell in row) for row in rows)
    assert (came["sheet"], came["hidden"], came["assumed"]) == ("S", True, ("x",))
