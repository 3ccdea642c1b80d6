"""A file that heads no column like an organisation's name: told by what stands in the cells."""

import re
from dataclasses import replace

from analysis.intake import headers
from analysis.intake.columns import Columns
from analysis.intake.forms import Tool, plain_key
from analysis.intake.sheet import Known, Sheet

# Of a column's cells, as many read like names of organisations; fewer, and staff are asked.
ENOUGH = 0.5
DIFFERENT = 0.5  # a column of one answer over and over names nobody
LONGEST = 80
DOUBTFUL = 1.0
_NAME = re.compile(r"(?:(?:[A-Z0-9&(\"'“‘]\S*|of|and|the|for|in|at|with|on|y|de|la)(?:\s+|$))+")


def named(sheet: Sheet, tool: Tool, found: Columns, known: Known) -> tuple[Columns, str]:
    """The columns with the likeliest one for the organisation's name, and a note on it.

    As they were, without a note, where a header names it or no cells do.
    """
    if found.asks("organisation"):
        return found, ""
    taken = {column for columns in found.fields.values() for column in columns} | set(found.ticks)
    shares = {
        column: _share(sheet.sample(column), known)
        for column, header in sheet.columns
        if column not in taken and not tool.ignores(plain_key(header))
        if header.strip() and not headers.is_ignored(header, known.questions)
    }
    best = max(shares, key=lambda column: shares[column], default=0)
    if not best or shares[best] < ENOUGH:
        return found, ""
    fields, weights = {"organisation": (best,)}, {best: DOUBTFUL}
    note = (
        f'No column is headed like an organisation\'s name; "{sheet.headers[best - 1].strip()}" '
        "was taken, because its answers read like such names."
    )
    named = replace(found, fields={**found.fields, **fields}, weights={**found.weights, **weights})
    return named, note


def _share(cells: tuple[str, ...], known: Known) -> float:
    different = set(cells)
    if not cells or len(different) < DIFFERENT * len(cells):
        return 0.0
    return sum(_is_name(cell, known) for cell in different) / len(different)


def _is_name(cell: str, known: Known) -> bool:
    if len(cell) > LONGEST or not _NAME.fullmatch(cell):
        return False
    return known.questions["organisation_cell"].says(cell)
