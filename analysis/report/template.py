"""The empty sheet that staff fill in, and the words they may fill it with."""

import csv
import io

import pandas as pd
from xlsxwriter import Workbook

from analysis.report.cells import csv_text
from analysis.report.workbook import formats, start, write_cell, write_text
from analysis.vocabulary import STAGE, Vocabulary

# Each column of the template and what goes in it. `data/forms/template.toml` reads them back.
NOTES = {
    "Entry id": "Your own reference for the offer. The same id in a later file means the same "
    "offer. Leave it empty if you have none.",
    "Submitted at": "The date, or date and time, such as 2026-09-03 or 2026-09-03 14:05.",
    "Organisation": "Needed. One row for each offer: an organisation with three programmes has "
    "three rows.",
    "Contact name": "Personal data: only people whose role allows it will see it.",
    "Email": "Personal data. With the organisation, it tells a second submission from a first.",
    "Postcode": "Of the organisation. It says nothing about where it works.",
    "Website": "Optional.",
    "Stage": "One of the stages on the sheet Allowed values. Empty means an expression of "
    "interest that has just arrived.",
    "Aims": "One or more from the sheet Allowed values, with ; between them.",
    "Functions": "One or more from the sheet Allowed values, with ; between them.",
    "Areas": "One or more from the sheet Allowed values, with ; between them. Empty means that "
    "they did not say.",
    "Inclusion focuses": "One or more from the sheet Allowed values, with ; between them. Empty "
    "means that they did not say.",
    "Offer": "What they do, in their own words.",
    "Reach": "How many children and young people a year, as a whole number. Empty means unknown.",
}
HEADERS = tuple(NOTES)

# The columns that take only words of the vocabulary, and the dimension of each.
CHOICES = {
    "Stage": STAGE,
    "Aims": "aim",
    "Functions": "function",
    "Areas": "area",
    "Inclusion focuses": "focus",
}

SHEET, VALUES_SHEET = "Offers", "Allowed values"
ROWS = 2000  # how far down the list of stages is offered
WIDTHS = (12, 20, 12, 70)
DATES = "yyyy-mm-dd hh:mm"


def allowed_values(vocabulary: Vocabulary) -> pd.DataFrame:
    """Every value the template's choices take.

    Returns
    -------
    pd.DataFrame
        One row per term, with columns Column, Label, Code and Description. Label and code may
        both be written in the template. A term without a description has an empty text.
    """
    terms = [
        (header, term.label, term.code, term.description)
        for header, dimension in CHOICES.items()
        for term in vocabulary.of(dimension)
    ]
    return pd.DataFrame(terms, columns=["Column", "Label", "Code", "Description"])


def as_csv() -> bytes:
    """Write the template's headers, one line of UTF-8 with a byte order mark."""
    return _lines([HEADERS])


def allowed_values_csv(vocabulary: Vocabulary) -> bytes:
    """Write the allowed values as CSV, in the columns of `allowed_values`."""
    values = allowed_values(vocabulary)
    return _lines([tuple(values.columns), *values.itertuples(index=False, name=None)])


def as_xlsx(vocabulary: Vocabulary) -> bytes:
    """Write the template as a workbook: an empty sheet with notes, and the allowed values.

    The Stage column offers the stages as a list. It warns of others and does not forbid them,
    because codes and known wordings are read as well.
    """
    stream = io.BytesIO()
    with start(stream, "Offers for the Local Plan") as workbook:
        _add_offers(workbook)
        values = allowed_values(vocabulary)
        _add_values(workbook, values)
        _offer_stages(workbook, values["Column"].tolist())
    return stream.getvalue()


def _lines(rows: list[tuple[str, ...]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(map(csv_text, row) for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _add_offers(workbook: Workbook) -> None:
    """Every column but the date is text, so that Excel does not make dates of codes."""
    sheet, look = workbook.add_worksheet(SHEET), formats(workbook)
    words = workbook.add_format({"num_format": "@"})
    times = workbook.add_format({"num_format": DATES})
    for column, (header, note) in enumerate(NOTES.items()):
        sheet.set_column(column, column, 20, times if header == "Submitted at" else words)
        write_text(sheet, (0, column), header, look.header)
        sheet.write_comment(0, column, note, {"x_scale": 2, "author": "The hub"})
    sheet.freeze_panes(1, 0)


def _add_values(workbook: Workbook, values: pd.DataFrame) -> None:
    sheet, look = workbook.add_worksheet(VALUES_SHEET), formats(workbook)
    for column, header in enumerate(values.columns):
        write_text(sheet, (0, column), header, look.header)
    for number, row in enumerate(values.itertuples(index=False, name=None), start=1):
        for column, text in enumerate(row):
            write_cell(sheet, (number, column), text, look)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)


def _offer_stages(workbook: Workbook, columns: list[str]) -> None:
    first, many = columns.index("Stage") + 2, columns.count("Stage")
    listed = {
        "validate": "list",
        "source": f"='{VALUES_SHEET}'!$B${first}:$B${first + many - 1}",
        "error_type": "warning",
        "error_title": "Not one of the stages",
        "error_message": f"The stages are on the sheet {VALUES_SHEET}.",
    }
    column = HEADERS.index("Stage")
    workbook.get_worksheet_by_name(SHEET).data_validation(1, column, ROWS, column, listed)
