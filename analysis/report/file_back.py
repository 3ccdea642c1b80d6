"""An import written again just as it lay, with what is wrong beside each row."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analysis import fixes, palette
from analysis.database import Database
from analysis.decide.meaning import suggestion
from analysis.errors import DashboardError
from analysis.ledger import archive
from analysis.ledger.state import Import
from analysis.report import kinds, problems
from analysis.report.workbook import Formats, formats, start, write_text
from analysis.vocabulary import Vocabulary

# As data/forms/questions.toml knows them: recognising a file takes these columns off again.
ADDED = ("Problem", "Why it matters", "Suggested value")
# A sheet called this tells which kind of file it is, where the uploaded one had no sheets.
SHEETS = {"eoi": "EOIs", "partner": "Partners"}
NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
LONGEST_SHEET_NAME = 31
WIDEST = 40  # characters

Place = tuple[int, int]


@dataclass(frozen=True)
class Note:
    """What is wrong in one row. `column` is 0 where no cell can be pointed at."""

    row: int
    column: int
    problem: str
    why: str
    suggested: str


@dataclass(frozen=True)
class FileBack:
    """An import's cells by row and column from 1, and what is wrong with them.

    It holds people's details: whoever may not see those must not have it.
    """

    name: str
    sheet: str
    header_row: int
    cells: Mapping[Place, str]
    notes: tuple[Note, ...]

    @property
    def width(self) -> int:
        """The furthest column that is written in."""
        return max(column for _, column in (*self.cells, *((0, n.column) for n in self.notes)))


def file_back(database: Database, number: int, vocabulary: Vocabulary) -> FileBack:
    """The rows of an import as they lay, each with what is wrong with it.

    Rows without consent were never kept. Rows that a newer import speaks of again are left out:
    taken in again, they would put the older words in place of the newer ones.

    Raises
    ------
    DashboardError
        If there is no such import, or nothing of it counts any more.
    """
    import_ = _import(database, number)
    outdated = set(fixes.outdated_rows(database, number)["row"])
    kept = archive.all_cells(database.archive, import_.archive)
    cells = {place: text for place, text in kept.items() if place[0] not in outdated}
    header = import_.header_row or max(1, min(row for row, _ in kept) - 1)
    if all(row <= header for row, _ in cells):
        raise DashboardError(
            f"Every row of entry {number} was sent again in a newer file. Take that one back."
        )
    written = cells if import_.header_row else {**_header(import_, header), **cells}
    notes = tuple(_notes(database, number, written, vocabulary))
    return FileBack(named(database, number), _sheet(import_), header, written, notes)


def named(database: Database, number: int) -> str:
    """What the file back of an import is called; of one sheet of several, after that too."""
    mine = _import(database, number)
    beside = any(
        each.file == mine.file and each.sheet != mine.sheet for each in database.state.imports
    )
    sheet = f", {_sheet(mine)}" if beside else ""
    return f"{mine.file.rsplit('.', 1)[0]}{sheet} to mend.xlsx"


def as_xlsx(back: FileBack) -> bytes:
    """Write a file back as a workbook: texts only, what is wrong marked, the reasons at the right.

    Taking the workbook in again as it is changes nothing.
    """
    stream = io.BytesIO()
    with start(stream, back.name) as workbook:
        sheet, look = workbook.add_worksheet(back.sheet), formats(workbook)
        mark = palette.find(palette.load().states, "waiting")
        marked = workbook.add_format(
            {"bg_color": mark.fill, "font_color": mark.ink, "quote_prefix": True, "valign": "top"}
        )
        _write_cells(sheet, back, look, marked)
        _write_notes(sheet, back, look)
        _lay_out(sheet, back)
    return stream.getvalue()


def _import(database: Database, number: int) -> Import:
    for import_ in database.state.imports:
        if import_.number == number:
            return import_
    known = ", ".join(str(import_.number) for import_ in database.state.imports) or "none"
    raise DashboardError(f"Entry {number} is no import that stands. These are: {known}.")


def _sheet(import_: Import) -> str:
    name = NO_SHEET_NAME.sub(" ", import_.sheet).strip(" '")[:LONGEST_SHEET_NAME]
    return name or SHEETS[import_.kind]


def _header(import_: Import, row: int) -> dict[Place, str]:
    """A header for an import of an older version, which did not keep it as it lay."""
    return {(row, column): header for column, header, _ in import_.columns if header}


def _notes(
    database: Database, number: int, cells: Mapping[Place, str], vocabulary: Vocabulary
) -> Iterator[Note]:
    told = problems.by_key(fixes.problems(database))
    for _, each in fixes.of_import(database, number).iterrows():
        kind, dimension, text = each["kind"], each["dimension"], each["text"]
        if not kinds.KINDS[kind].in_file:
            continue
        place = int(each["row"]), 0 if pd.isna(each["column"]) else int(each["column"])
        why = problems.consequence(told[kind, dimension, each["about"]])
        suggested = _suggested(vocabulary, dimension, text, cells.get(place, ""))
        yield Note(*place, problems.in_row(kind, dimension, text), why, suggested)


def _suggested(vocabulary: Vocabulary, dimension: str, text: str, cell: str) -> str:
    """The whole cell with the words that nobody knows replaced, where one term is clearly meant."""
    code = suggestion(vocabulary, dimension, text) if text and dimension else None
    if code is None:
        return ""
    label = vocabulary.term(dimension, code).label
    return cell.replace(text, label) if cell.count(text) == 1 else label


def _write_cells(sheet: Worksheet, back: FileBack, look: Formats, marked: Format) -> None:
    wrong = {(note.row, note.column) for note in back.notes if note.column}
    for (row, column), text in back.cells.items():
        plain = look.header if row <= back.header_row else look.beside
        shown = marked if (row, column) in wrong else plain
        write_text(sheet, (row - 1, column - 1), text, shown)
    for row, column in wrong - set(back.cells):
        sheet.write_blank(row - 1, column - 1, None, marked)


def _write_notes(sheet: Worksheet, back: FileBack, look: Formats) -> None:
    by_row: dict[int, list[Note]] = {}
    for note in back.notes:
        by_row.setdefault(note.row, []).append(note)
    for place, header in enumerate(ADDED):
        write_text(sheet, (back.header_row - 1, back.width + place), header, look.header)
    for row, notes in by_row.items():
        texts = [(note.problem, note.why, note.suggested) for note in notes]
        for place, lines in enumerate(zip(*texts, strict=True)):
            told = "\n".join(dict.fromkeys(filter(None, lines)))
            write_text(sheet, (row - 1, back.width + place), told, look.risky)


def _lay_out(sheet: Worksheet, back: FileBack) -> None:
    sheet.freeze_panes(back.header_row, 0)
    sheet.set_column(0, back.width - 1, WIDEST // 2)
    sheet.set_column(back.width, back.width + len(ADDED) - 1, WIDEST)
