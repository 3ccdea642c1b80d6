"""Tables of a web page as grids: what Salesforce and many content systems save as .xls."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from analysis.errors import DashboardError
from analysis.intake import decoding, limits
from analysis.intake.grid import Grid, trimmed

Element: TypeAlias = "etree._Element"  # lxml's own name for it
Cells: TypeAlias = list[tuple[int, str]]

DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-z0-9_-]{3,40})", re.IGNORECASE)
PROLOGUE = re.compile(r"\s*<\?xml[^>]*\?>")
LOOKED_AT = 4000
UNSEEN = ("script", "style", "template", "noscript")
BLOCKS = ("p", "div", "li", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol")
BLANKS = re.compile(r"[ \t\r\n\f]+")
BREAK, EDGE = "\u2028", "\u2029"  # a line break that was written, and the edge of a block
EDGES = re.compile(f"[ {EDGE}]*{EDGE}[ {EDGE}]*")
BREAKS = re.compile(f" *[{EDGE}]?{BREAK}[{EDGE}]? *")
TICK = "\N{CHECK MARK}"
MOST_SPAN = 1000  # as browsers have it
NO_TABLE = (
    "{name} is a web page without a table of answers, perhaps a sign-in page that was saved in "
    "the export's place. Sign in to the form tool, export the answers again as .xlsx or .csv."
)


def parse(name: str, data: bytes) -> list[Grid]:
    """Read every table of a page; one that only lays out others is left out.

    A cell over several columns or rows stands in the first of them, as in a workbook.

    Raises
    ------
    DashboardError
        If the page has no table, or its rows or columns are too many.
    """
    text, assumed = _decoded(name, data)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    prologue = PROLOGUE.match(text)
    page = etree.HTML(text[prologue.end() if prologue else 0 :].encode(), parser)
    tables = [] if page is None else _tables(page)
    if not tables:
        raise DashboardError(NO_TABLE.format(name=name))
    sheets = [""] if len(tables) == 1 else [f"table {number + 1}" for number in range(len(tables))]
    return [
        Grid(sheet, _grid(name, rows), assumed=assumed)
        for sheet, rows in zip(sheets, tables, strict=True)
    ]


def _decoded(name: str, data: bytes) -> decoding.Decoded:
    """As the page says it is encoded, unless a mark before it says otherwise."""
    said = DECLARED.search(data[:LOOKED_AT])
    encoding = said.group(1).decode().lower() if said else ""
    # Browsers read these three, and pages that say so mean it, as Windows-1252.
    if encoding in ("iso-8859-1", "latin1", "windows-1252") and not decoding.marked(data):
        return data.decode("cp1252", errors="replace"), ()
    return decoding.decoded(name, data)


def _tables(page: Element) -> list[list[Element]]:
    """The rows of each table, without those that belong to a table inside it."""
    rows: dict[Element, list[Element]] = {table: [] for table in page.iter("table")}
    inner: Counter[Element] = Counter()
    for row in page.iter("tr"):
        holders = list(row.iterancestors("table"))
        if holders:
            rows[holders[0]].append(row)
            inner.update(holders[1:])
    return [own for table, own in rows.items() if len(own) > inner[table]]


def _grid(name: str, rows: list[Element]) -> tuple[tuple[str, ...], ...]:
    below: Counter[int] = Counter()  # columns taken from above, and for how many rows
    lines: list[list[str]] = []
    for row in rows:
        line: list[str] = []
        for column, words in _placed(row, below):
            limits.check_extent(name, len(lines), column + 1)
            line.extend([""] * (column + 1 - len(line)))
            line[column] = words
        lines.append(line)
    grid = trimmed(lines)
    limits.check_extent(name, len(grid), max(map(len, grid), default=0))
    return grid


def _placed(row: Element, below: Counter[int]) -> Iterator[tuple[int, str]]:
    """Each cell of a row with its column, from nought; `below` learns what reaches further down."""
    taken = {column for column, left in below.items() if left}
    below.subtract(taken)
    column = 0
    for cell in row.iterchildren("td", "th"):
        while column in taken:
            column += 1
        yield column, _words(cell)
        width = _span(cell, "colspan")
        if (height := _span(cell, "rowspan")) > 1:
            below.update({column + more: height - 1 for more in range(width)})
        column += width


def _span(cell: Element, name: str) -> int:
    written = (cell.get(name) or "").strip()
    return min(int(written[:4]), MOST_SPAN) if written.isascii() and written.isdigit() else 1


def _words(cell: Element) -> str:
    """What a reader sees in a cell: spaces run together, lines where the markup breaks them."""
    written = "".join(_pieces(cell)) if len(cell) else cell.text or ""
    text = BREAKS.sub(BREAK, EDGES.sub(EDGE, BLANKS.sub(" ", written)))
    lines = text.strip(f" {BREAK}{EDGE}").replace(BREAK, "\n").replace(EDGE, "\n")
    return lines if lines.strip() else ""  # pages write a blank cell as a hard space


def _pieces(cell: Element) -> Iterator[str]:
    walk = etree.iterwalk(cell, events=("start", "end"))
    for event, element in walk:
        yield EDGE if element.tag in BLOCKS else ""
        if event == "end":
            yield (element.tail or "") if element is not cell else ""
        elif element.tag in UNSEEN:
            walk.skip_subtree()
        else:
            yield _shown(element) + (element.text or "")


def _shown(element: Element) -> str:
    """A line break; a picture's words; a ticked box as a tick."""
    if element.tag in ("br", "img"):
        return BREAK if element.tag == "br" else element.get("alt") or ""
    is_box = (element.get("type") or "").lower() in ("checkbox", "radio")
    return TICK if is_box and element.get("checked") is not None else ""
