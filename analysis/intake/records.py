"""The rows of a form as records: each answer with its words and the column they stood in.

Every distinct cell of a column is read once; its answers serve all the rows that repeat it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from itertools import chain
from typing import TypeAlias

from analysis.intake import cells, dates, headers, offered
from analysis.intake.forms import plain_key
from analysis.intake.reach import whole_number
from analysis.intake.reading import Answer, Cell, Record, written
from analysis.intake.recognise import Form
from analysis.vocabulary import DIMENSIONS

CONSENT = "consent"
NAME = "contact_name"
NONE: tuple[Answer, ...] = ()

# What a cell answers, and what each row answers to one field.
Read: TypeAlias = Callable[[str], tuple[Answer, ...]]
Said: TypeAlias = Iterable[tuple[Answer, ...]]


def records(form: Form) -> Iterator[Record]:
    """Every row below the header as a record, whatever it turns out to be."""
    agreed = _agreed(form)
    rows = form.sheet.rows
    said = zip((NONE for _ in rows), *_fields(form), strict=True)
    for (row, texts), fields in zip(rows, said, strict=True):
        found = tuple(chain.from_iterable(fields))
        yield Record(row, agreed(found), found, ((row, texts),))


def head(form: Form) -> tuple[Cell, ...]:
    """The cells of the header rows and of all that stands above or between them.

    What heads a column that only a later table of the sheet has stands beside the first header.
    """
    last = form.sheet.last_header_row
    above = enumerate(form.sheet.grid.rows[:last], start=1)
    cells = tuple(cell for line in above for cell in written(line))
    width = max((cell.column for cell in cells), default=0)
    later = ((column, header) for column, header in form.sheet.columns if column > width)
    return (*cells, *(Cell(last, column, header) for column, header in later if header))


def _fields(form: Form) -> Iterator[Said]:
    """For each field that is asked, what every row answers to it."""
    asked, parts = cells.asked(form), _name_parts(form)
    meant = offered.codes(form, asked)
    for each in asked:
        columns = [
            map(
                _answers(each.field, column, read, _values(form, each.field, column, meant)),
                form.sheet.cells(column),
            )
            for column, read in each.columns
        ]
        if len(columns) == 1 and not parts:
            yield columns[0]
        elif each.field in DIMENSIONS:
            yield map(_all, *columns)
        elif each.field == NAME and parts:
            yield map(partial(_in_parts, parts), *columns)
        else:
            yield map(_first, *columns)


def _answers(field: str, column: int, read: cells.Reader, value: Callable[[str, str], str]) -> Read:
    """What a cell of a column answers; every distinct one is read once."""

    @cache
    def answers(cell: str) -> tuple[Answer, ...]:
        texts = read(cell) if cell else ()
        return tuple(Answer(column, field, text, value(cell, text)) for text in texts)

    return answers


def _values(
    form: Form, field: str, column: int, meant: Mapping[tuple[str, str], str]
) -> Callable[[str, str], str]:
    """The typed form of an answer, by its cell and its words."""
    if field == "submitted_at":
        sent = _sent(form) if column == form.columns.first(field) else {}
        return lambda cell, _: sent.get(cell, "")
    if field == "reach":
        return lambda _, text: whole_number(text)
    return lambda _, text: meant.get((field, text), "")


def _sent(form: Form) -> dict[str, str]:
    """The submission time that each cell states."""
    texts = form.sheet.cells(form.columns.first("submitted_at") or 1)
    return dict(zip(texts, dates.read_all(texts, form.habit), strict=True))


def _all(*columns: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """What every column says: the choices of one question."""
    return tuple(chain.from_iterable(columns))


def _first(*columns: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """What the first column says that says anything."""
    return next(filter(None, columns), NONE)


def _in_parts(parts: tuple[int, ...], *columns: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """One name from several columns."""
    found = _all(*columns)
    told = {answer.column: answer.text for answer in found}
    whole = " ".join(" ".join(told.get(part, "") for part in parts).split())
    return (replace(found[0], text=whole),) if found else NONE


def _name_parts(form: Form) -> tuple[int, ...]:
    """The columns of a name asked part by part, the first name first; none where it is whole.

    The part before the first name is a title, and no name.
    """
    columns = form.columns.fields.get(NAME, ())
    questions, heading = form.known.questions, form.sheet.heading
    places = {column: headers.name_part(heading(column), questions) for column in columns}
    if None in places.values():
        return ()
    names = [column for column in columns if places[column]]
    return tuple(sorted(names, key=lambda column: (places[column] or 0, column)))


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
