"""The command that gives one coverage index, with its arithmetic."""

import sys

from analysis.commands import options
from analysis.commands.options import (
    DEFAULT_STORE,
    AsOfOption,
    AxisOption,
    ColumnsOption,
    Format,
    FormatOption,
    LayersOption,
    StoreOption,
    WhereOption,
    WholeHubOption,
)
from analysis.decide.index import parts
from analysis.report import index as told


def index(
    rows: AxisOption = "function",
    columns: ColumnsOption = "area",
    layers: LayersOption = None,
    where: WhereOption = None,
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
    *,
    whole_hub: WholeHubOption = True,
) -> None:
    """Give one coverage index of all cells and of each term; as CSV, its arithmetic by cell."""
    axes = list(options.axes(rows, columns, layers).values())
    database, words = options.ask(store, as_of)
    found = parts(database, axes, options.filters(where, words, whole_hub=whole_hub))
    if form is Format.TABLE:
        sys.stdout.write(f"{told.headline(found)}\n{told.empty(found)}\n\n")
    options.show(told.arithmetic(found) if form is Format.CSV else told.of_terms(found, axes), form)
