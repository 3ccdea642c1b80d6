"""The rows of a form as records: each answer with its words and where they stood."""

from collections.abc import Iterator

from analysis.intake import cells, dates, headers
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
    for row, line in form.sheet.rows:
        found = tuple(_answers(asked, parts, (row, line), sent.get(row, "")))
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


def _answers(
    asked: tuple[Asked, ...],
    parts: tuple[int, ...],
    place: tuple[int, tuple[str, ...]],
    sent: str,
) -> Iterator[Answer]:
    row, line = place
    for each in asked:
        filled = [
            (column, text)
            for column, read in each.columns
            if column <= len(line) and line[column - 1]
            for text in read(line[column - 1])
        ]
        if each.field in DIMENSIONS:
            for position, (column, text) in enumerate(filled, start=1):
                yield Answer(row, column, each.field, position, text)
        elif filled:
            column, text = filled[0]
            if each.field == NAME and parts:
                text = " ".join(dict(filled).get(part, "") for part in parts)
                text = " ".join(text.split())
            yield Answer(row, column, each.field, 1, text, _value(each.field, text, sent))


def _name_parts(form: Form) -> tuple[int, ...]:
    """The columns of a name asked part by part, the first name first; none where it is whole."""
    columns = form.columns.fields.get(NAME, ())
    places = {column: _part(form, form.sheet.headers[column - 1]) for column in columns}
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


def _consent(form: Form, found: tuple[Answer, ...]) -> bool | None:
    """None where nobody was asked; a blank answer is a refusal."""
    if not form.columns.asks(CONSENT):
        return None
    text = next((answer.text for answer in found if answer.field == CONSENT), "")
    questions = form.known.questions
    refused = plain_key(text) in questions["unticked"].exact or questions["refused"].says(text)
    return bool(text) and not refused


def _cells(row: int, line: tuple[str, ...]) -> tuple[Cell, ...]:
    return tuple(Cell(row, column, text) for column, text in enumerate(line, start=1) if text)
