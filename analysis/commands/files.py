"""Commands that take files: read one, load some, look at what was loaded, undo it."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

from analysis import access, receipt, sample, vocabulary
from analysis.commands import options
from analysis.commands.options import (
    DEFAULT_STORE,
    ME,
    ByOption,
    Format,
    FormatOption,
    StoreOption,
    WhyOption,
)
from analysis.errors import DashboardError
from analysis.intake import personal
from analysis.intake.choices import NO_CHOICES, Choices, Heading, Remembered, headings
from analysis.intake.listing import as_json
from analysis.intake.read import read as read_file
from analysis.intake.read import refuse_open, understand
from analysis.intake.reading import FIELDS, Reading
from analysis.intake.spreadsheet import grids
from analysis.ledger import entries, permits, record
from analysis.receipt import Receipt
from analysis.report import history, sentences
from analysis.report.personal import of_noticed

FileArgument = Annotated[Path, typer.Argument(help="An export of the form, or a partner sheet.")]
KindOption = Annotated[
    str | None, typer.Option("--kind", help="eoi or partner; only where the file does not tell.")
]

ColumnOption = Annotated[
    list[str] | None,
    typer.Option("--column", help='What a column answers, as "Header=field"; remembered.'),
]
BlankOption = Annotated[
    bool | None,
    typer.Option(
        "--blank/--no-blank",
        help="Remove e-mail addresses, phone numbers and names of people from answers that "
        "everyone may see, or keep them; remembered. Without either: as remembered, else removed.",
    ),
]
NONE = "none"


class Dates(StrEnum):
    """How dates in numbers alone are written."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


DatesOption = Annotated[
    Dates | None, typer.Option("--dates", help="How ambiguous dates are written; remembered.")
]


def read(
    file: FileArgument,
    kind: KindOption = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print what was understood.")] = False,
    grid: Annotated[
        bool, typer.Option("--grid", help="Print the cells as they were read.")
    ] = False,
) -> None:
    """Say what we make of a file. Changes nothing."""
    if grid:
        options.print_json(
            [{"sheet": part.sheet, "rows": part.rows} for part in grids(file.name, content(file))]
        )
        return
    if json:
        options.print_json(as_json(_reading(file, kind), vocabulary.load()))
        return
    for reading in _understood(file, Choices(kind=kind), ()):
        _say([*sentences.of_reading(reading), *_without_details(reading, blank=None)[1]])


def load(
    files: Annotated[list[Path], typer.Argument(help="Exports or partner sheets.")],
    kind: KindOption = None,
    store: StoreOption = DEFAULT_STORE,
    by: ByOption = ME,
    column: ColumnOption = None,
    dates: DatesOption = None,
    blank: BlankOption = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Change nothing.")] = False,
) -> None:
    """Say what files change, then record them. The same file twice changes nothing."""
    opened = options.open_store(store)
    before, told = options.at_entry(opened, None), _choices(kind, column or [], dates)
    understood = [
        reading for file in files for reading in _understood(file, told, before.state.remembered)
    ]
    _refuse_unheaded(told, understood)
    readings, noticed = zip(
        *(_without_details(each, blank=blank) for each in understood), strict=True
    )
    receipts = receipt.prepare(before, readings, vocabulary.load())
    for prepared in receipts:
        _say(sentences.of_receipt(prepared))
    _say([sentence for sentences_ in noticed for sentence in sentences_])
    _say([_recorded(opened, receipts, by) if not dry_run else "Nothing was recorded (--dry-run)."])


def imports(store: StoreOption = DEFAULT_STORE, form: FormatOption = Format.TABLE) -> None:
    """List every entry of the ledger, oldest first, and whether it still stands."""
    told = options.told(options.open_store(store))
    rows = history.history(told)
    options.show(pd.DataFrame(rows, columns=list(history.HISTORY)), form)


def undo(
    number: Annotated[int, typer.Argument(help="The number of the entry to take back.")],
    store: StoreOption = DEFAULT_STORE,
    by: ByOption = ME,
    why: WhyOption = "",
    *,
    only: Annotated[bool, typer.Option("--only", help="Leave what was saved with it.")] = False,
) -> None:
    """Take back an entry and what was saved with it, or take back an undo."""
    opened = options.open_store(store)
    told = entries.entries(opened)
    undone = (number,) if only else record.together(told, number)
    for each in undone:
        access.require(options.role(opened, by), permits.to_undo(told, each))
    first = record.record_undo(opened, number, by, why, only=only)
    _say([history.taken_back(undone, first)])


def write_sample(
    file: Annotated[
        Path | None, typer.Argument(help="An .xlsx or .csv file; without one, data/sample.")
    ] = None,
    offers: Annotated[int, typer.Option("--offers", min=1, help="How many offers.")] = 90,
    seed: Annotated[int, typer.Option("--seed", help="Another seed, another hub.")] = sample.SEED,
) -> None:
    """Write an invented hub: its form export and partner sheet, or one export of many offers."""
    if file is None:
        sample.write(sample.FOLDER, offers, seed)
    else:
        sample.write_export(file, offers, seed)
    _say([f"Written: {file or sample.FOLDER}. Every organisation and person in it is invented."])


def _reading(file: Path, kind: str | None) -> Reading:
    return read_file(file.name, content(file), vocabulary.load(), kind)


def _without_details(reading: Reading, *, blank: bool | None) -> tuple[Reading, list[str]]:
    """A reading as it may be kept, and what was noticed; only an answer to it is remembered."""
    found = personal.noticed(reading)
    if found and blank is not None:
        usual = replace(reading, choices=replace(reading.choices, blanked=None))
        told = personal.chosen(reading, personal.decided(usual, found) if blank else frozenset())
        choices = replace(reading.choices, blanked=told.blanked)
        reading = replace(reading, told=told, choices=choices)
    columns = personal.decided(reading, found)
    return personal.blanked(reading, columns), of_noticed(found, columns)


def _understood(file: Path, told: Choices, remembered: Sequence[Remembered]) -> Iterator[Reading]:
    """A file's sheets, with what is said of it now and on record of its form.

    A kind is said for once.
    """
    found = grids(file.name, content(file))
    for reading in understand(file.name, found, vocabulary.load(), told, remembered):
        refuse_open(reading, found)
        yield reading if told != Choices(kind=told.kind) else replace(reading, told=NO_CHOICES)


def _choices(kind: str | None, columns: list[str], dates: Dates | None) -> Choices:
    fields = dict(_field(column) for column in columns)
    return Choices(kind, fields, None if dates is None else dates is Dates.MONTH_FIRST)


def _field(column: str) -> tuple[Heading, str]:
    header, _, field = column.rpartition("=")
    if not header or field not in (*FIELDS, NONE):
        raise DashboardError(
            f'"{column}" does not say which field a column answers. Write "Header=field", the '
            f"field one of: {', '.join((*FIELDS, NONE))}."
        )
    return headings([header])[0], "" if field == NONE else field


def _refuse_unheaded(told: Choices, found: Sequence[Reading]) -> None:
    files = sentences.listed([reading.file for reading in found])
    there = {heading for reading in found for heading in headings(reading.headings)}
    for header, count in told.fields:
        if (header, count) not in there:
            raise DashboardError(
                f'No column is headed "{header}" in {files}. Write the header as the file does.'
            )


def content(file: Path) -> bytes:
    """The bytes of a file that a command names.

    Raises
    ------
    DashboardError
        If it cannot be read.
    """
    try:
        return file.read_bytes()
    except OSError as fault:
        raise DashboardError(f"{file} cannot be read: {fault.strerror}. Check the path.") from fault


def _recorded(store: entries.Store, receipts: tuple[Receipt, ...], by: str) -> str:
    numbers = receipt.take_in(store, receipts, by)
    if not numbers:
        return "Nothing new: nothing was recorded."
    return f"Recorded as {sentences.listed([f'entry {number}' for number in numbers])}."


def _say(lines: list[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
