"""The rows of a form as records: each answer with its words and where they stood."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from analysis.intake import cells, dates, headers, offered
from analysis.intake.cells import Asked
from analysis.intake.forms import plain_key
from analysis.intake.reach import whole_number
from analysis.intake.reading import Answer, Cell, Record
from analysis.intake.recognise import Form
from analysis.vocabulary import DIMENSIONS

CONSENT = "consent"
NAME = "contact_name"


def records(form: Form) -> Iterator[Record]:
    """Every row below the header as a record, whatever it turns out to be."""
    sent, asked, parts = _sent(form), cells.asked(form), _name_parts(form)
    agreed, meant = _agreed(form), offered.codes(form, asked)
    for row, line in form.sheet.rows:
        said = _answers(asked, parts, (row, line), sent.get(row, ""))
        found = tuple(_with_code(answer, meant) for answer in said)
        yield Record(row, agreed(found), found, _cells(row, line))


def head(form: Form) -> tuple[Cell, ...]:
    """The cells of the header rows and of all that stands above or between them.

    What heads a column that only a later table of the sheet has stands beside the first header.
    """
    last = form.sheet.last_header_row
    above = enumerate(form.sheet.grid.rows[:last], start=1)
    cells = tuple(cell for row, line in above for cell in _cells(row, line))
    width = max((cell.column for cell in cells), default=0)
    later = ((column, header) for column, header in form.sheet.columns if column > width)
    return (*cells, *(Cell(last, column, header) for column, header in later if header))


def _sent(form: Form) -> dict[int, str]:
    """The submission time of each row that states one."""
    column = form.columns.first("submitted_at")
    if column is None:
        return {}
    rows = [(row, line[column - 1]) for row, line in form.sheet.rows if column <= len(line)]
    values = dates.read_all([text for _, text in rows], form.habit)
    return {row: value for (row, _), value in zip(rows, values, strict=True)}


def _answers(
    asked: tuple[Asked, ...],
    parts: tuple[int, ...],
    place: tuple[int, tuple[str, ...]],
    sent: str,
) -> Iterator[Answer]:
    row, line = place
    for each in asked:
        filled = _filled(each, line)
        if not filled:
            continue
        if each.field in DIMENSIONS:
            for position, (column, text) in enumerate(filled, start=1):
                yield Answer(row, column, each.field, position, text)
        else:
            column, text = filled[0]
            if each.field == NAME and parts:
                told = dict(filled)
                text = " ".join(" ".join(told.get(part, "") for part in parts).split())
            yield Answer(row, column, each.field, 1, text, _value(each.field, text, sent))


def _with_code(answer: Answer, meant: dict[tuple[str, str], str]) -> Answer:
    code = meant.get((answer.field, answer.text))
    return replace(answer, value=code) if code else answer


def _filled(each: Asked, line: tuple[str, ...]) -> list[tuple[int, str]]:
    """What a row says in each column of one field."""
    found = []
    for column, read in each.columns:
        if column <= len(line) and (cell := line[column - 1]):
            found += [(column, text) for text in read(cell)]
    return found


def _name_parts(form: Form) -> tuple[int, ...]:
    """The columns of a name asked part by part, the first name first; none where it is whole."""
    columns = form.columns.fields.get(NAME, ())
    places = {column: _part(form, form.sheet.heading(column)) for column in columns}
    if None in places.values():
        return ()
    return tuple(sorted(columns, key=lambda column: (places[column] or 0, column)))


def _part(form: Form, header: str) -> int | None:
    """Where a part of a name stands in it; None for a header that asks for no part."""
    parts = enumerate(form.known.questions["name_part"].likely)
    keys = headers.keys(header)
    return next((place for place, part in parts if any(map(part.search, keys))), None)


def _value(field: str, text: str, sent: str) -> str:
    if field == "submitted_at":
        return sent
    return whole_number(text) if field == "reach" else ""


def _agreed(form: Form) -> Callable[[tuple[Answer, ...]], bool | None]:
    """None where nobody was asked; a blank answer is a refusal, and so is a yes to an objection."""
    questions = form.known.questions

    @cache
    def agrees(text: str) -> bool:
        return plain_key(text) not in questions["unticked"].exact and not questions["refused"].says(
            text
        )

    column = form.columns.first(CONSENT)
    header = form.sheet.heading(column) if column else ""
    objects = questions["objection"].says(headers.clean(header))

    def agreed(found: tuple[Answer, ...]) -> bool | None:
        text = next((answer.text for answer in found if answer.field == CONSENT), "")
        return bool(text) and agrees(text) != objects

    return agreed if form.columns.asks(CONSENT) else lambda _: None


def _cells(row: int, line: tuple[str, ...]) -> tuple[Cell, ...]:
    return tuple(Cell(row, column, text) for column, text in enumerate(line, start=1) if text)
