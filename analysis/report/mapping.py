"""How a file's columns were understood, as a table for the person who has to agree."""

import re
from collections.abc import Iterator
from itertools import islice

import pandas as pd

from analysis.intake.grid import letter
from analysis.intake.reading import (
    DOUBTFUL,
    FIELDS,
    LIKELY,
    PERSONAL_FIELDS,
    Column,
    Reading,
)
from analysis.vocabulary import HEADINGS

NOT_OURS = "None of ours"
NOT_SHOWN = "(kept, not shown)"
# Columns that no wording of ours heads: told by likeness, or by what stands in them.
LOOK_FIRST = {each: f"{each}: told by its words" for each in (LIKELY, DOUBTFUL)}
EXAMPLES, LONGEST, LOOKED_AT = 3, 40, 200

# What may be an e-mail address or a telephone number is not shown where nobody knows the column.
_PERSONAL = re.compile(r"@|(?:\d[\s()+-]*){9,}")


def field_labels() -> dict[str, str]:
    """Every field a column may answer, "" for none of ours, by the words a person reads."""
    return {**{name: label(name) for name in FIELDS}, "": NOT_OURS}


def label(field: str) -> str:
    """A field in words: "Contact name", "Inclusion focus"."""
    return HEADINGS.get(field, field.replace("_", " ").capitalize())


def column_names(reading: Reading) -> dict[int, str]:
    """Each column by its letter and header, as a person would point at it."""
    return {c.column: f"{letter(c.column)}: {_short(c.header)}" for c in reading.columns}


def of_columns(reading: Reading) -> pd.DataFrame:
    """One row per column: where it stands, what it says, and what it was taken for, how surely."""
    rows = [
        (
            letter(column.column),
            _short(column.header),
            _answered(column),
            LOOK_FIRST.get(column.confidence, column.confidence),
            "; ".join(_examples(reading, column)),
        )
        for column in reading.columns
    ]
    return pd.DataFrame(rows, columns=["Column", "Header", "Answers", "How sure", "Examples"])


def _answered(column: Column) -> str:
    if not column.field:
        return NOT_OURS
    of_choice = f" (ticks: {_short(column.choice)})" if column.choice else ""
    return label(column.field) + of_choice


def _examples(reading: Reading, column: Column) -> list[str]:
    if column.field in PERSONAL_FIELDS:
        return [NOT_SHOWN]
    texts = islice(dict.fromkeys(_written(reading, column)), EXAMPLES)
    shown = (NOT_SHOWN if not column.field and _PERSONAL.search(t) else t for t in texts)
    return list(dict.fromkeys(shown))


def _written(reading: Reading, column: Column) -> Iterator[str]:
    for record in islice(reading.agreed(), LOOKED_AT):
        yield from (_short(cell.text) for cell in record.cells if cell.column == column.column)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
