"""A file's grids into one understood form: which sheet, which tool, which kind, which columns."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.errors import DashboardError
from analysis.intake import answers, columns, dates, header_rows, headers
from analysis.intake.answers import Wordings
from analysis.intake.choices import NO_CHOICES, Choices, Remembered, recalled
from analysis.intake.columns import Columns
from analysis.intake.dates import Habit
from analysis.intake.forms import Tool, plain_key, plain_spreadsheet
from analysis.intake.grid import Grid
from analysis.intake.sheet import Known, Sheet
from analysis.vocabulary import DIMENSIONS

PROVEN = 30  # times one separator stands between known wordings before others are ruled out
SELDOM = 0.1  # of that: what others do less often is somebody's typed answer


@dataclass(frozen=True)
class Form:
    """One sheet of answers, ready to be read row by row.

    `separators` part choices in a cell: one, exactly as the tool writes it, or those a person may
    type. `habit` is how its submission times are written. `choices` are what staff decided about
    this form, and `asks` what they still have to.
    """

    sheet: Sheet
    tool: Tool
    columns: Columns
    known: Known
    separators: tuple[str, ...]
    habit: Habit
    notes: tuple[str, ...]
    choices: Choices = NO_CHOICES
    asks: tuple[str, ...] = ()


def form(
    name: str,
    grids: tuple[Grid, ...],
    known: Known,
    told: Choices = NO_CHOICES,
    remembered: Sequence[Remembered] = (),
) -> Form:
    """Understand a file's sheets, with what staff say of it and said of its form before.

    Raises
    ------
    DashboardError
        If no visible sheet has columns that we know, or its answers are codes.
    """
    sheet, others = _chosen(name, grids, known)
    tool = _tool(sheet, known)
    choices = told.over(recalled(remembered, tool.code, sheet.headers))
    found = columns.recognise(sheet, tool, known, columns.told(sheet, choices.fields))
    _refuse_codes(name, sheet, found)
    habit, order_note = _habit(sheet, tool, found, choices)
    separators = _separators(sheet, tool, found, known)
    notes = (*sheet.grid.assumed, *others, *order_note)
    asks = ("organisation",) * (not found.asks("organisation"))
    asks += ("dates",) * bool(order_note and tool.month_first is None)
    return Form(sheet, tool, found, known, separators, habit, notes, choices, asks)


def _chosen(name: str, grids: tuple[Grid, ...], known: Known) -> tuple[Sheet, tuple[str, ...]]:
    visible = [grid for grid in grids if not grid.hidden]
    sheets = [sheet for grid in visible if (sheet := header_rows.find(grid, known))]
    sheets = sheets or [
        sheet for grid in visible if (sheet := header_rows.find(grid, known, named=False))
    ]
    if not sheets:
        raise DashboardError(no_organisation(name, grids))
    best = max(sheets, key=lambda sheet: (min(len(sheet.rows), 1), _likeness(sheet, known)))
    left = [s.grid.sheet for s in sheets if s is not best and s.rows]
    return best, tuple(
        f'Only the sheet "{best.grid.sheet}" was read; "{other}" looks like answers too. '
        "To take it in as well, save it as a file of its own."
        for other in left
    )


def no_organisation(name: str, grids: tuple[Grid, ...]) -> str:
    """The sentence for a file in which no column is headed like an organisation's name."""
    if not any(grid.rows for grid in grids if not grid.hidden):
        return f"{name} has no cells that are written in. Export it again."
    return (
        f"{name} has no column headed with the organisation's name in its first "
        f"{header_rows.SEARCHED_ROWS} rows. Export it with the questions' own words as headers "
        '(not codes such as Q1), or head that column "Organisation".'
    )


def _likeness(sheet: Sheet, known: Known) -> tuple[int, int]:
    found = [headers.scores(header, known.questions) for header in sheet.headers]
    return sum(map(bool, found)), len(sheet.rows)


def _tool(sheet: Sheet, known: Known) -> Tool:
    written = frozenset(plain_key(header) for header in sheet.headers if header.strip())
    return next((tool for tool in known.tools if tool.wrote(written)), plain_spreadsheet())


def _refuse_codes(name: str, sheet: Sheet, found: Columns) -> None:
    cells = [cell for _, _, cell in _choices(sheet, found)]
    if cells and all(
        cell.replace(";", "").replace(",", "").replace(" ", "").isdigit() for cell in cells
    ):
        raise DashboardError(
            f"{name} answers its choices with numbers, without saying what they mean. "
            "Export it again with labels (the answers' own words) instead of codes."
        )


def _choices(sheet: Sheet, found: Columns) -> Iterator[tuple[str, int, str]]:
    """Cells of multiple choice: dimension, column and words."""
    for dimension in DIMENSIONS:
        for column in found.fields.get(dimension, ()):
            for cell in sheet.sample(column):
                yield dimension, column, cell


def _separators(sheet: Sheet, tool: Tool, found: Columns, known: Known) -> tuple[str, ...]:
    """Those that stand between known wordings in this file; without any, the tool's or the usual.

    A form joins the choices of all its questions with one; people use several.
    """
    candidates = answers.USUAL if tool.typed_by_hand else tool.separators
    between: Counter[str] = Counter()
    for dimension, _, cell in _choices(sheet, found):
        wordings = known.wordings[dimension]
        for mark in candidates:
            items = _split_by(cell, wordings, mark, tool)
            between[mark] += max(0, sum(map(wordings.know, items)) - 1)
    return _used(between, tool)


def _used(between: Counter[str], tool: Tool) -> tuple[str, ...]:
    """A machine's file holds to one separator; a person's may use any, the seldom ones too."""
    usual = tool.separators or answers.USUAL
    ranked = sorted(between, key=lambda mark: -between[mark])
    if not ranked or not between[ranked[0]]:
        return usual if tool.typed_by_hand else usual[:1]
    alone = sum(between[mark] for mark in ranked[1:]) < SELDOM * between[ranked[0]]
    proven = alone and between[ranked[0]] >= PROVEN and ranked[0] != answers.COMMA
    if not tool.typed_by_hand or proven:
        return tuple(ranked[:1])
    return usual if ranked[0] in usual else answers.USUAL


def _split_by(cell: str, wordings: Wordings, mark: str, tool: Tool) -> tuple[str, ...]:
    if tool.typed_by_hand:
        return answers.by_mark(cell, wordings, mark)
    return answers.joined(cell, wordings, mark)


def _habit(
    sheet: Sheet, tool: Tool, found: Columns, choices: Choices
) -> tuple[Habit, tuple[str, ...]]:
    """How the submission times are written, with a note where nobody and no row tells."""
    column = found.first("submitted_at")
    if column is None:
        return Habit(month_first=False), ()
    header = sheet.headers[column - 1]
    zone = dates.zone_in(header, tool.zone)
    texts = list(sheet.written(column))
    told = dates.month_first(texts)
    told = choices.month_first if told is None else told
    if told is not None or not dates.has_two_orders(texts):
        return Habit(bool(told), zone), ()
    assumed = bool(tool.month_first)
    order = "month first, as this tool writes them" if assumed else "day first"
    note = f'The dates under "{header.strip()}" fit both orders; they were read {order}.'
    return Habit(assumed, zone), (note,)
