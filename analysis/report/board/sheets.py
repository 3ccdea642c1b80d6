"""The report as an Excel workbook: what it says in words, then every table in full."""

import pandas as pd

from analysis.report import export
from analysis.report.board.parts import Report
from analysis.report.export import Export

SUMMARY = "Summary"


def as_xlsx(told: Report) -> bytes:
    """Write the workbook; each table has its filters, its date and its base above it."""
    tables = {
        table.name: Export(table.title, (*told.about, ("Base", table.base)), table.rows)
        for table in told.tables()
    }
    return export.as_workbook(told.title, {SUMMARY: _summary(told), **tables})


def _summary(told: Report) -> Export:
    said = [
        (section.heading, line)
        for section in told.sections
        for line in (*section.lines, *section.points)
    ]
    rows = pd.DataFrame([("The answer", told.answer), *said], columns=["Part", "What it says"])
    return Export(told.title, told.about, rows)
