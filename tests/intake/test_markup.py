"""Web pages and old XML that pass for workbooks."""

import pytest

from analysis.errors import DashboardError
from analysis.intake import limits, sniff
from analysis.intake.grid import Grid

Rows = tuple[tuple[str, ...], ...]


def page(html: str, encoding: str = "utf-8") -> list[Grid]:
    return sniff.parse("a.xls", html.encode(encoding))


def cell(html: str) -> str:
    return page(f"<table><tr><td>{html}")[0].cell(1, 1)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Oak &amp; Ash&#39;s &eacute; &pound;5", "Oak & Ash's é £5"),
        (" spread \n over\t lines ", "spread over lines"),
        ("one<br>two<br/><br>four", "one\ntwo\n\nfour"),
        ("<p>one</p> <p>two</p>", "one\ntwo"),
        ("intro <ul><li>one<li>two</ul> end", "intro\none\ntwo\nend"),
        ("<b>bold</b> <!-- not this --><script>nor()</script>text", "bold text"),
        ("&nbsp;", ""),
        ('<img src="t.gif" alt="Yes">', "Yes"),
        ('<input type="checkbox" checked>', "✓"),
        ('<input type="checkbox">', ""),
    ],
)
def test_a_cell_says_what_its_reader_sees(html: str, text: str) -> None:
    assert cell(html) == text


def test_cells_over_several_columns_and_rows_stand_in_the_first_of_them() -> None:
    html = """<table><tr><th rowspan=2>Organisation<th colspan=2>Areas<th>Stage
        <tr><td>Derby<td>Erewash<td rowspan=3>pilot<tr><td>Oak<td>x<tr><td colspan=0>Ash</table>"""

    assert page(html)[0].rows == (
        ("Organisation", "Areas", "", "Stage"),
        ("", "Derby", "Erewash", "pilot"),
        ("Oak", "x"),
        ("Ash",),
    )


def test_a_table_that_only_lays_out_another_is_left_out() -> None:
    html = "<table><tr><td>Menu<td><table><tr><td>a<tr><td>b</table></table>"

    assert [grid.rows for grid in page(html)] == [(("a",), ("b",))]


def test_a_table_in_a_cell_is_part_of_it() -> None:
    html = "<table><tr><td>a<tr><td>b<table><tr><td>c</table><tr><td>d</table>"

    assert page(html)[0].rows == (("a",), ("b\nc",), ("d",))


def test_several_tables_are_several_sheets() -> None:
    found = page("<body><table><tr><td>a</table><table><tr><td>b</table>")

    assert [(grid.sheet, grid.rows) for grid in found] == [
        ("table 1", (("a",),)),
        ("table 2", (("b",),)),
    ]


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        ("", "utf-8"), ("", "utf-8-sig"), ("", "utf-16"), ("", "cp1252"),
        ("<meta charset=utf-8>", "utf-8"), ("<meta charset='ISO-8859-1'>", "cp1252"),
        ('<meta http-equiv=Content-Type content="text/html; charset=windows-1252">', "cp1252"),
    ],
)  # fmt: skip
def test_a_page_is_decoded_as_it_says(said: str, encoding: str) -> None:
    html = f"<html><head>{said}</head><table><tr><td>Café – £5</table></html>"

    assert page(html, encoding)[0].rows == (("Café – £5",),)


def test_a_page_with_an_xml_prologue_is_a_page() -> None:
    html = '<?xml version="1.0" encoding="utf-8"?><html><table><tr><td>a</td></tr></table></html>'

    assert page(html)[0].rows == (("a",),)


def test_a_table_wider_than_any_form_is_refused() -> None:
    with pytest.raises(DashboardError, match="2,000 columns"):
        page("<table><tr>" + "<td colspan=999>a" * 5)


def old_xml(rows: str, more: str = "") -> Grid:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return sniff.parse(
        "a.xml",
        f"""<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}">
        <Worksheet ss:Name="A"><Table>{rows}</Table>{more}</Worksheet></Workbook>""".encode(),
    )[0]


def test_an_old_xml_workbook_keeps_places_and_kinds_of_cells() -> None:
    found = old_xml(
        """<Row ss:Index="2"><Cell ss:Index="2" ss:MergeAcross="1"><Data ss:Type="String">a</Data>
        </Cell><Cell><Data ss:Type="Number">12</Data></Cell></Row>
        <Row><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell/>
        <Cell><Data ss:Type="DateTime">2026-09-03T09:04:11.000</Data></Cell>
        <Cell><Data ss:Type="DateTime">2026-09-03T00:00:00.000</Data></Cell>
        <Cell><Data ss:Type="Number">#N/A</Data></Cell></Row>"""
    )

    assert found.rows == (
        (),
        ("", "a", "", "12"),
        ("TRUE", "", "2026-09-03 09:04:11", "2026-09-03", "#N/A"),
    )


def test_a_hidden_sheet_of_an_old_xml_workbook_is_marked() -> None:
    hidden = (
        '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">'
        "<Visible>SheetHidden</Visible></WorksheetOptions>"
    )

    assert [old_xml("").hidden, old_xml("", hidden).hidden] == [False, True]


def test_a_cell_far_away_is_refused_before_anything_is_made_for_it() -> None:
    for place in ('<Row ss:Index="1048576"/>', '<Row><Cell ss:Index="16384"/></Row>'):
        with pytest.raises(DashboardError, match=f"at most {limits.ROWS:,} rows"):
            old_xml(place)
