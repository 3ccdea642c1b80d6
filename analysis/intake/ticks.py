"""Columns that stand for one choice each, ticked or left blank."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from analysis.intake import choice_groups, choice_runs, headers, paraphrased
from analysis.intake.choice_groups import Group, is_other
from analysis.intake.forms import plain_key
from analysis.intake.sheet import Known, Sheet
from analysis.vocabulary import DIMENSIONS

# Of the cells of a tick column, as many as this are marks. The rest are a person's own words
# ("from 2027", "?"), which stay with their row as wordings to be decided.
MOSTLY = 0.5
LONGEST_CODE = 3  # characters of the number some tools write in place of a choice's words


@dataclass(frozen=True)
class Tick:
    """A column that stands for one choice.

    `choice` is its wording as the header has it, without the question before it. `other` marks
    the column where something else is typed. `question` stands over this choice and others.
    `code` is the one number that ticks it, where the tool wrote numbers.
    """

    dimension: str
    choice: str
    other: bool = False
    question: str = ""
    code: str = ""


def recognise(sheet: Sheet, known: Known) -> dict[int, Tick]:
    """Every tick column of a sheet, by its number."""
    found: dict[int, Tick] = {}
    left: list[Group] = []
    groups = [
        group
        for group in choice_groups.asked(sheet, known)
        if not all(is_other(choice, known) for choice in group.choices.values())
    ]
    told = choice_groups.dimensions(groups, known)
    for place, group in enumerate(groups):
        if dimension := told.get(place):
            found |= _asked(sheet, known, group, dimension)
        else:
            left.append(group)
    asked = {*_by_header(sheet, known), *(tick.dimension for tick in found.values())}
    for group, dimension in paraphrased.groups(left, known, asked):
        found |= _asked(sheet, known, group, dimension)
    for column, dimension in choice_runs.recognise(sheet, known, frozenset(found)).items():
        found |= _alone(sheet, known, column, dimension)
    return _without_lone_blanks(sheet, found)


def chosen(sheet: Sheet, known: Known, fields: Mapping[int, str]) -> dict[int, Tick]:
    """Of the columns that staff gave a dimension, those whose cells tick their header's choice."""
    split = {
        c: choice for g in choice_groups.asked(sheet, known) for c, choice in g.choices.items()
    }
    found: dict[int, Tick] = {}
    for column, dimension in fields.items():
        if dimension in DIMENSIONS and sheet.sample(column):
            choice = split.get(column) or headers.clean(sheet.headers[column - 1])
            label = choice_groups.wording(choice, dimension, known)
            tick = Tick(dimension, label, is_other(choice, known))
            found |= _if_ticked(sheet, column, tick, known)
    return found


def _by_header(sheet: Sheet, known: Known) -> Iterator[str]:
    """The dimensions that a column is headed with by itself."""
    for column, header in sheet.columns:
        if not sheet.choice(column)[1]:
            scores = headers.scores(header, known.questions)
            yield from (d for d in DIMENSIONS if scores.get(d, 0) >= headers.EXACT)


def is_mark(cell: str, known: Known) -> bool:
    """Whether a cell is a tick or its absence, whatever the choice."""
    key = plain_key(cell)
    return key in known.questions["ticked"].exact or key in known.questions["unticked"].exact


def _asked(sheet: Sheet, known: Known, group: Group, dimension: str) -> dict[int, Tick]:
    """The tick columns of a question, up to a column of something else.

    A heading over several columns is seen to reach on until the next, over what stands behind them.
    """
    found: dict[int, Tick] = {}
    is_over = False
    for column, choice in group.choices.items():
        if is_over and known.vocabulary.match(dimension, headers.clean(choice)) is None:
            continue
        label = choice_groups.wording(choice, dimension, known)
        tick = Tick(dimension, label, is_other(choice, known), group.question)
        ticked = _if_ticked(sheet, column, tick, known)
        is_over = is_over or not ticked
        found |= ticked
    return found


def _alone(sheet: Sheet, known: Known, column: int, dimension: str) -> dict[int, Tick]:
    choice = headers.clean(sheet.headers[column - 1])
    return _if_ticked(sheet, column, Tick(dimension, choice, is_other(choice, known)), known)


def _if_ticked(sheet: Sheet, column: int, tick: Tick, known: Known) -> dict[int, Tick]:
    """The column, if its cells are marks, or repeat the choice or its code as form tools do."""
    cells = sheet.sample(column)
    if tick.other:
        return {column: tick}
    labels = {plain_key(tick.choice), plain_key(sheet.headers[column - 1])}
    telling = _telling(cells, known)
    marked = sum(is_mark(cell, known) or plain_key(cell) in labels for cell in telling)
    if marked >= MOSTLY * len(telling) and (telling or not cells):
        return {column: tick}
    codes = set(cells)
    if len(codes) == 1 and (code := codes.pop()).isdigit() and len(code) <= LONGEST_CODE:
        return {column: Tick(tick.dimension, tick.choice, question=tick.question, code=code)}
    return {}


def _telling(cells: tuple[str, ...], known: Known) -> list[str]:
    """The cells that say something, without the total below them; several numbers are no total."""
    silent = known.questions["nothing"].exact
    said = [cell for cell in cells if is_mark(cell, known) or plain_key(cell) not in silent]
    counts = [cell for cell in said if cell.isdigit() and not is_mark(cell, known)]
    return [cell for cell in said if len(counts) != 1 or cell not in counts]


def _without_lone_blanks(sheet: Sheet, settled: dict[int, Tick]) -> dict[int, Tick]:
    """A column that nobody wrote in is a choice only beside one that somebody ticked."""
    used = {column for column in settled if sheet.sample(column)}
    asked = {settled[column].dimension for column in used}
    return {
        column: tick
        for column, tick in settled.items()
        if column in used or tick.dimension in asked
    }
