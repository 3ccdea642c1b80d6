"""The invented hub's two files: a Microsoft Forms download and the staff's partner sheet."""

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime
from heapq import merge
from itertools import chain
from operator import attrgetter
from pathlib import Path

import xlsxwriter

from analysis.errors import DashboardError
from analysis.sample import hub, invent, words
from analysis.sample.hub import Submission
from analysis.sample.words import Form, Words
from analysis.vocabulary import DATA

FOLDER, SEED = DATA / "sample", 2026
ENQUIRIES_FILE, PARTNERS_FILE = "expressions of interest.xlsx", "partners.xlsx"
PARTNERS_SHEET = "Partners"
SHEET_HOLDS = 1_048_575  # rows beside the header: Excel's own limit

# The same offers must give the same bytes, so no file says when it was really made.
MADE = datetime.fromisoformat("2026-11-20")

TIME_FORMAT = "m/d/yy h:mm:ss"  # of Microsoft Forms, also outside the United States

Cell = str | int | datetime


def write(folder: Path, offers: int = 90, seed: int = SEED) -> tuple[Path, Path]:
    """Write the invented hub: its expressions of interest and its partner sheet.

    The first 90 offers are written by hand, 39 of them as rows of the partner sheet. All beyond
    are invented expressions of interest. The same offers and seed give the same bytes.

    Raises
    ------
    DashboardError
        If fewer offers are asked for than the partner sheet has, or more than a sheet holds.
    """
    header, rows = hub.partner_rows()
    if offers <= len(rows):
        raise DashboardError(
            f"The sample hub has {len(rows)} offers in its partner sheet alone. "
            f"Ask for at least {len(rows) + 1}."
        )
    enquiries, partners = folder / ENQUIRIES_FILE, folder / PARTNERS_FILE
    write_export(enquiries, offers - len(rows), seed)
    _write_workbook(partners, PARTNERS_SHEET, chain([header], map(_typed, rows)))
    return enquiries, partners


def write_export(file: Path, offers: int, seed: int = SEED) -> None:
    """Write only expressions of interest, as Microsoft Forms downloads them.

    The first 51 are written by hand, the others are invented. A `.csv` is what Excel saves such a
    download as: US dates, in UTF-8 with a byte order mark.

    Raises
    ------
    DashboardError
        If the name ends in neither `.xlsx` nor `.csv`, or no such file can hold that many offers.
    """
    _check(file, offers)
    file.parent.mkdir(parents=True, exist_ok=True)
    said = words.load()
    rows = (
        _row(number, submission, said.form)
        for number, submission in enumerate(_submissions(offers, said, seed), start=1)
    )
    lines: Iterator[Iterable[Cell]] = chain([said.form.headers], rows)
    if file.suffix == ".csv":
        _write_csv(file, lines)
    else:
        _write_workbook(file, said.form.sheet, lines)


def _check(file: Path, offers: int) -> None:
    if file.suffix not in (".csv", ".xlsx"):
        raise DashboardError(f'The sample\'s file "{file.name}" must end in .xlsx or .csv.')
    if offers < 1:
        raise DashboardError(f"A sample of {offers} offers is none. Ask for at least 1.")
    if file.suffix == ".xlsx" and offers > SHEET_HOLDS:
        raise DashboardError(
            f"An Excel sheet holds {SHEET_HOLDS:,} offers, not {offers:,}. Ask for a .csv instead."
        )


def _submissions(offers: int, said: Words, seed: int) -> Iterator[Submission]:
    by_hand = hub.submissions(said.form, seed)[:offers]
    invented = invent.submissions(offers - len(by_hand), said, seed)
    return merge(by_hand, invented, key=attrgetter("completed"))


def _row(number: int, submission: Submission, form: Form) -> tuple[Cell, ...]:
    """One row of a download. Every choice ends in a semicolon, the last one too."""
    choices = (submission.aims, submission.functions, submission.districts, submission.inclusion)
    return (
        number,
        submission.started,
        submission.completed,
        form.signed_in_as,
        "",
        "",
        submission.organisation,
        submission.contact_name,
        submission.email,
        submission.postcode,
        submission.website,
        *("".join(f"{choice};" for choice in answer) for answer in choices),
        submission.offer,
        submission.reach,
        f"{form.consent};" if submission.agreed else "",
    )


def _typed(row: Iterable[str]) -> tuple[Cell, ...]:
    return tuple(int(text) if text.isdecimal() else text for text in row)


def _write_csv(file: Path, rows: Iterable[Iterable[Cell]]) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as lines:
        csv.writer(lines).writerows(map(_texts, rows))


def _texts(row: Iterable[Cell]) -> list[str]:
    """Return the cells as Excel saves them, times in `TIME_FORMAT`."""
    return [
        f"{cell.month}/{cell.day}/{cell:%y} {cell.hour}:{cell:%M:%S}"
        if isinstance(cell, datetime)
        else str(cell)
        for cell in row
    ]


def _write_workbook(file: Path, sheet: str, rows: Iterable[Iterable[Cell]]) -> None:
    """Write a workbook of one sheet, row by row, so that 100,000 rows need little memory."""
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as workbook:
        workbook.set_properties({"created": MADE})
        time, page = workbook.add_format({"num_format": TIME_FORMAT}), workbook.add_worksheet(sheet)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime):
                    page.write_datetime(number, column, cell, time)
                elif isinstance(cell, int):
                    page.write_number(number, column, cell)
                elif cell:
                    page.write_string(number, column, cell)
