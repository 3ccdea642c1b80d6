"""A sheet into an understood form: which tool, which columns, which separators and dates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.errors import DashboardError
from analysis.intake import (
    blocks,
    columns,
    dates,
    details,
    nameless,
    second,
    separators,
)
from analysis.intake.choices import NO_CHOICES, Choices, Remembered, recalled
from analysis.intake.columns import Columns
from analysis.intake.dates import Habit
from analysis.intake.forms import Tool, plain_key, plain_spreadsheet
from analysis.intake.sheet import Known, Sheet
from analysis.vocabulary import DIMENSIONS, HEADINGS

CODE = re.compile(r"[a-z]{1,4}_?\d{1,3}(?:[._]\w{1,3})*", re.IGNORECASE)
FEWEST_CODED = 3
FOOTER_ROWS = 4


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
    found: Sheet,
    known: Known,
    told: Choices = NO_CHOICES,
    remembered: Sequence[Remembered] = (),
) -> Form:
    """Understand a sheet, with what staff say of its file and said of its form before.

    Raises
    ------
    DashboardError
        If its answers are codes.
    """
    joined, changes = blocks.joined(found, known)
    sheet = _without_details(joined)
    tool = _tool(sheet, known)
    choices = told.over(recalled(remembered, tool.code, sheet.headers))
    asked = columns.recognise(sheet, tool, known, columns.told(sheet, choices.fields))
    asked, name_note = nameless.named(sheet, tool, asked, known)
    _refuse_codes(name, sheet, asked)
    tool = _exact(tool, sheet, asked, known)
    habit, order_note = _habit(sheet, tool, asked, choices)
    notes = (*sheet.grid.assumed, *changes, *filter(None, [name_note]), *order_note)
    asks = ("organisation",) * (not asked.asks("organisation"))
    asks += ("dates",) * bool(order_note and tool.month_first is None)
    notes += (*_unasked(asked), *second.notes(sheet, tool, asked, known))
    parted = separators.used(sheet, tool, asked, known)
    return Form(sheet, tool, asked, known, parted, habit, notes, choices, asks)


def _unasked(found: Columns) -> tuple[str, ...]:
    """A note on the dimensions that no column was understood to ask for."""
    missing = [HEADINGS[each].lower() for each in DIMENSIONS if not found.asks(each)]
    if not missing:
        return ()
    named = " or ".join(f"the {each}" for each in missing)
    note = (
        f"No column was understood to ask for {named}, so these answers stay unknown. If one does, "
        "say so under what each column means, or with --column."
    )
    return (note,)


def _without_details(sheet: Sheet) -> Sheet:
    """What stands over a column goes into messages and, for good, into the ledger."""
    over = (sheet.headers, sheet.questions, sheet.choices)
    headers, questions, choices = (tuple(map(details.without, line)) for line in over)
    return replace(sheet, headers=headers, questions=questions, choices=choices)


def _tool(sheet: Sheet, known: Known) -> Tool:
    written = frozenset(plain_key(header) for header in sheet.headers if header.strip())
    by_headers = (tool for tool in known.tools if tool.wrote(written))
    return next(by_headers, None) or _by_footer(sheet, known) or plain_spreadsheet()


def _by_footer(sheet: Sheet, known: Known) -> Tool | None:
    below = " ".join(cell for line in sheet.grid.rows[-FOOTER_ROWS:] for cell in line if cell)
    return next((tool for tool in known.tools if tool.signed(below)), None)


def _exact(tool: Tool, sheet: Sheet, found: Columns, known: Known) -> Tool:
    """A file that a machine stamped row by row is joined by a machine too, if it shows one join."""
    if not tool.typed_by_hand or not _is_stamped(sheet, found):
        return tool
    join = separators.machine_join(sheet, found, known)
    return replace(tool, typed_by_hand=False, separators=(join,)) if join else tool


def _is_stamped(sheet: Sheet, found: Columns) -> bool:
    column = found.first("submitted_at")
    cells = sheet.sample(column) if column else ()
    return found.asks("entry_id") or (bool(cells) and all(map(dates.has_clock, cells)))


def _refuse_codes(name: str, sheet: Sheet, found: Columns) -> None:
    cells = [cell for _, cell in separators.choices(sheet, found)]
    asked = any(found.asks(dimension) for dimension in DIMENSIONS)
    if (cells and all(map(_is_code, cells))) or (not asked and _coded(sheet) >= FEWEST_CODED):
        raise DashboardError(
            f"{name} answers its choices with numbers, without saying what they mean. "
            "Export it again with labels (the answers' own words) instead of codes."
        )


def _is_code(cell: str) -> bool:
    return cell.replace(";", "").replace(",", "").replace(" ", "").isdigit()


def _coded(sheet: Sheet) -> int:
    """How many columns are headed with a code, such as Q6_1, and answered with numbers."""
    coded = [column for column, header in sheet.columns if CODE.fullmatch(header.strip())]
    samples = [sample for column in coded if (sample := sheet.sample(column))]
    return sum(all(map(_is_code, sample)) for sample in samples)


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
    told = dates.month_first_by_sequence(texts) if told is None else told
    told = choices.month_first if told is None else told
    if told is not None or not dates.has_two_orders(texts):
        return Habit(bool(told), zone), ()
    assumed = bool(tool.month_first)
    order = "month first, as this tool writes them" if assumed else "day first"
    note = f'The dates under "{header.strip()}" fit both orders; they were read {order}.'
    return Habit(assumed, zone), (note,)
