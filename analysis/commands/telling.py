"""The command that writes one page to act on some gaps."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from analysis import access
from analysis.access import Action, Role
from analysis.commands import options
from analysis.commands.options import (
    DEFAULT_STORE,
    AsOfOption,
    StoreOption,
    WhereOption,
    WholeHubOption,
)
from analysis.decide.gaps import MEASURE, Ranking, known
from analysis.errors import DashboardError
from analysis.keeping import looks
from analysis.report import brief as briefs
from analysis.report import sentences

CellOption = Annotated[
    list[str],
    typer.Option("--cell", help="A term of a gap; one of a dimension again begins another gap."),
]


def brief(
    file: Annotated[Path, typer.Argument(help="The .pdf file to write.")],
    cell: CellOption,
    where: WhereOption = None,
    measure: Annotated[str, typer.Option(help="A measure of need.")] = MEASURE,
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    *,
    contacts: Annotated[bool, typer.Option("--contacts", help="With people to speak to.")] = False,
    whole_hub: WholeHubOption = True,
) -> None:
    """Write one page to act on one to four gaps: the gap, the need, who is near, the ask."""
    if file.suffix.lower() != ".pdf":
        raise DashboardError(f"{file} would hold a PDF. End its name in .pdf.")
    database, words = options.ask(store, as_of)
    cells = [[name.split(":") for name in options.cell(terms, words)] for terms in _cells(cell)]
    axes = tuple(dimension for dimension, _ in cells[0])
    if any(tuple(dimension for dimension, _ in each) != axes for each in cells):
        raise DashboardError("Name the same dimensions for every gap, in the same order.")
    chosen = options.filters(where, words, whole_hub=whole_hub)
    asked = briefs.Asked(axes, chosen, Ranking(measure=known(database, measure)))
    codes = [tuple(code for _, code in each) for each in cells]
    told = briefs.briefs(database, asked, codes, _who_sees(store, codes) if contacts else None)
    at = database.state.at
    as_told = f"{sentences.moment(at) if at else 'nothing'} (entry {database.state.number})"
    filters = "; ".join(where or []) + ("" if whole_hub else "; whole-hub claims left out")
    options.written(file, briefs.as_pdf(told, filters.strip("; ") or "none", as_told))
    sys.stdout.write(f"Written: {file}.\n")


def _who_sees(store: Path, cells: list[tuple[str, ...]]) -> Role:
    """Whoever asks for contacts, once it is on record that they do."""
    opened = options.open_store(store)
    role = options.role(opened)
    access.require(role, Action.CONTACTS)
    looks.record(
        opened, looks.CONTACTS, {"gaps": [" ".join(cell) for cell in cells]}, options.name(opened)
    )
    return role


def _cells(terms: list[str]) -> list[list[str]]:
    """Terms as the cells they make: one of a dimension that a cell has begins the next."""
    cells: list[list[str]] = []
    for term in terms:
        dimension = term.partition("=")[0]
        if not cells or dimension in {each.partition("=")[0] for each in cells[-1]}:
            cells.append([])
        cells[-1].append(term)
    return cells
