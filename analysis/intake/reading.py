"""What an uploaded file says, before anything is recorded."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from analysis.intake.choices import NO_CHOICES, Choices
from analysis.vocabulary import DIMENSIONS, STAGE

EOI, PARTNER = "eoi", "partner"
SURE, LIKELY, DOUBTFUL, CHOSEN = "sure", "likely", "doubtful", "chosen"
# What only a person can say: whose column names the organisation, which kind of file it is, and
# whether 3/9 is in September or in March.
ASKS = ("organisation", "kind", "dates")

PERSONAL_FIELDS = ("contact_name", "email", "postcode")
FIELDS = (
    "entry_id",
    "submitted_at",
    "organisation",
    "contact_name",
    "email",
    "postcode",
    "website",
    STAGE,
    *DIMENSIONS,
    "offer",
    "reach",
    "consent",
)

# A row's number in its sheet, from 1, and its cells as they were written.
Line: TypeAlias = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class Cell:
    """One cell as it was written. Rows and columns count from 1, as a spreadsheet shows them."""

    row: int
    column: int
    text: str


@dataclass(frozen=True)
class Column:
    """One column of the file and the field it answers; None where it answers none of ours.

    `choice` is the choice that a tick column stands for, and empty for all others. `confidence`
    is "sure", "likely" or "doubtful", "chosen" where staff said so, and empty without a field.
    """

    column: int
    header: str
    field: str | None
    choice: str = ""
    confidence: str = ""


@dataclass(frozen=True)
class Answer:
    """One answer: the column it stood in, its field and its words; every row that says so has it.

    A multiple-choice cell gives one answer for each choice, in the order written. `value` is the
    typed form of `text` where the field has one: an ISO date or date and time with its offset for
    `submitted_at`, a whole number for `reach`, the term of a choice that the form offers in words
    of its own. It is empty where the words state none.
    """

    column: int
    field: str
    text: str
    value: str = ""


@dataclass(frozen=True)
class Record:
    """One submission, or one row of a partner sheet.

    `consent` is None where the form asks no such question. `lines` are the rows it was read from.
    """

    row: int
    consent: bool | None
    answers: tuple[Answer, ...]
    lines: tuple[Line, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """What is written in its rows."""
        return tuple(cell for line in self.lines for cell in written(line))

    def text(self, field: str) -> str:
        """The words of a field with one answer; empty where it was left blank or not asked."""
        return next((answer.text for answer in self.answers if answer.field == field), "")

    def value(self, field: str) -> str:
        """The typed form of a field with one answer; empty where the words state none."""
        return next((answer.value for answer in self.answers if answer.field == field), "")

    def to(self, field: str) -> tuple[Answer, ...]:
        """Every answer given for a field, in the order written."""
        return tuple(answer for answer in self.answers if answer.field == field)

    def texts(self, field: str) -> tuple[str, ...]:
        """Their words."""
        return tuple(answer.text for answer in self.to(field))


def written(line: Line) -> Iterator[Cell]:
    """The cells of a row that are written in."""
    row, texts = line
    return (Cell(row, column, text) for column, text in enumerate(texts, start=1) if text)


@dataclass(frozen=True)
class SetAside:
    """A row that is not a submission, and why.

    `cells` are kept only where the file needs them to be written again as it lay: rows that staff
    can mend, and headings and totals. Of somebody who did not agree, nothing is kept.
    """

    row: int
    reason: str
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Reading:
    """One file, understood. Nothing has been recorded yet.

    `tool` is the code of the form tool or template (a file of `data/forms/`), or "spreadsheet".
    `notes` are sentences on what was assumed (text encoding, stage, date order, consent).
    `headings` are the headers by which the form is known again, `choices` what staff ever decided
    about it, and `told` what they say now and should not have to say again. `asks` are those of
    `ASKS` that the file leaves open; records rest on an assumption until they are answered, and
    without an organisation's column every row is one.
    `head` are the cells of the header rows and of what stands above or between them. `beside` are
    the other sheets of the same workbook that were read, each into a reading of its own.
    `sent_back` says that the file is one of ours, sent back to be mended.
    """

    file: str
    sheet: str
    kind: str
    tool: str
    columns: tuple[Column, ...]
    records: tuple[Record, ...]
    set_aside: tuple[SetAside, ...]
    notes: tuple[str, ...]
    headings: tuple[str, ...] = ()
    choices: Choices = NO_CHOICES
    told: Choices = NO_CHOICES
    asks: tuple[str, ...] = ()
    head: tuple[Cell, ...] = ()
    beside: tuple[str, ...] = ()
    sent_back: bool = False

    @property
    def title(self) -> str:
        """What to call it: its file, and its sheet where others of the file were read too."""
        return f'{self.file}, sheet "{self.sheet}"' if self.beside else self.file

    @property
    def asked(self) -> frozenset[str]:
        """The fields that have a column. A field outside it was not asked."""
        return frozenset(column.field for column in self.columns if column.field)

    def agreed(self) -> Iterator[Record]:
        """The records that may be kept: consent given, or never asked for."""
        return (record for record in self.records if record.consent is not False)
