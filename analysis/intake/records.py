"""The rows of a form as records: each answer with its words and where they stood."""

import re
from collections.abc import Iterator

from analysis.intake import answers, dates, plain
from analysis.intake.forms import plain_key
from analysis.intake.reach import whole_number
from analysis.intake.reading import FIELDS, Answer, Cell, Record
from analysis.intake.recognise import Form
from analysis.intake.ticks import Tick
from analysis.vocabulary import DIMENSIONS

CONSENT = "consent"
DASHES = ("-", "\u2013", "\u2014")
OTHER_SAYS = re.compile(r"^other\s*(?:\(please [a-z]+\))?\s*[:\u2013-]\s+", re.IGNORECASE)
MAILTO = re.compile(r"^mailto:\s*", re.IGNORECASE)


def records(form: Form) -> Iterator[Record]:
    """Every row below the header as a record, whatever it turns out to be."""
    sent = _sent(form)
    for row, line in form.sheet.rows:
        found = tuple(_answers(form, row, line, sent.get(row, "")))
        yield Record(row, _consent(form, found), found, _cells(row, line))


def head(form: Form) -> tuple[Cell, ...]:
    """The cells of the header rows and of all that stands above or between them."""
    above = enumerate(form.sheet.grid.rows[: form.sheet.last_header_row], start=1)
    return tuple(cell for row, line in above for cell in _cells(row, line))


def _sent(form: Form) -> dict[int, str]:
    """The submission time of each row that states one."""
    column = form.columns.first("submitted_at")
    if column is None:
        return {}
    rows = [(row, line[column - 1]) for row, line in form.sheet.rows if column <= len(line)]
    values = dates.read_all([text for _, text in rows], form.habit)
    return {row: value for (row, _), value in zip(rows, values, strict=True)}


def _answers(form: Form, row: int, line: tuple[str, ...], sent: str) -> Iterator[Answer]:
    for field in FIELDS:
        if field in DIMENSIONS:
            yield from _choices(form, row, line, field)
        elif found := _written(form, line, field):
            column, text = found
            yield Answer(row, column, field, 1, text, _value(field, text, sent))


def _written(form: Form, line: tuple[str, ...], field: str) -> tuple[int, str] | None:
    """The first column of a field that this row filled in; the parts of a name are put together."""
    columns = form.columns.fields.get(field, ())
    filled = [(column, text) for column in columns if (text := _text(form, line, column))]
    if not filled:
        return None
    column, text = filled[0]
    if field == "contact_name" and _in_parts(form, columns):
        return column, " ".join(part for _, part in sorted(filled))
    return column, MAILTO.sub("", text) if field == "email" else text


def _in_parts(form: Form, columns: tuple[int, ...]) -> bool:
    part = form.known.questions["name_part"]
    return all(part.says(form.sheet.headers[column - 1]) for column in columns)


def _text(form: Form, line: tuple[str, ...], column: int) -> str:
    """What a tool wrapped around the words is left to the cell; a dash alone says nothing."""
    text = plain.text(line[column - 1]) if column <= len(line) else ""
    blank = form.tool.blank
    return "" if text in DASHES or (blank and plain_key(text) in blank) else text


def _value(field: str, text: str, sent: str) -> str:
    if field == "submitted_at":
        return sent
    return whole_number(text) if field == "reach" else ""


def _choices(form: Form, row: int, line: tuple[str, ...], dimension: str) -> Iterator[Answer]:
    found = [
        (column, text)
        for column in _columns_of(form, dimension)
        for text in _texts(form, line, column, dimension)
    ]
    for position, (column, text) in enumerate(found, start=1):
        yield Answer(row, column, dimension, position, text)


def _columns_of(form: Form, dimension: str) -> list[int]:
    ticked = [c for c, tick in form.columns.ticks.items() if tick.dimension == dimension]
    return sorted([*ticked, *form.columns.fields.get(dimension, ())])


def _texts(form: Form, line: tuple[str, ...], column: int, dimension: str) -> tuple[str, ...]:
    text = _text(form, line, column)
    if not text or _says(form, "nothing", text):
        return ()
    if tick := form.columns.ticks.get(column):
        return _ticked(form, text, tick)
    return _listed(form, text, dimension)


def _ticked(form: Form, text: str, tick: Tick) -> tuple[str, ...]:
    """The choice where it is ticked; the words themselves where somebody wrote others."""
    if _says(form, "unticked", text):
        return ()
    label = plain_key(text) in (plain_key(tick.choice), *_other_words(form))
    if label or _says(form, "ticked", text):
        return () if tick.other else (tick.choice,)
    return (text,)


def _listed(form: Form, cell: str, dimension: str) -> tuple[str, ...]:
    known = form.known.wordings[dimension]
    if form.tool.typed_by_hand:
        items = answers.by_hand(cell, known, form.separators)
    else:
        items = answers.joined(cell, known, form.separators[0])
    said = (item if known.know(item) else OTHER_SAYS.sub("", item) for item in items)
    spoken = (item for item in said if plain_key(item) not in _other_words(form))
    return tuple(item for item in spoken if not _says(form, "nothing", item))


def _other_words(form: Form) -> frozenset[str]:
    """Choices such as "Other", which say nothing by themselves; the cell keeps them."""
    return form.known.questions["other"].exact


def _says(form: Form, mark: str, text: str) -> bool:
    return plain_key(text) in form.known.questions[mark].exact


def _consent(form: Form, found: tuple[Answer, ...]) -> bool | None:
    """None where nobody was asked; a blank answer is a refusal."""
    if not form.columns.asks(CONSENT):
        return None
    text = next((answer.text for answer in found if answer.field == CONSENT), "")
    refused = _says(form, "unticked", text) or form.known.questions["refused"].says(text)
    return bool(text) and not refused


def _cells(row: int, line: tuple[str, ...]) -> tuple[Cell, ...]:
    return tuple(Cell(row, column, text) for column, text in enumerate(line, start=1) if text)
