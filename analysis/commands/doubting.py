"""The command that says how sure a headline is."""

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
from analysis.decide import pairs
from analysis.decide.doubts import Asked
from analysis.decide.sure import sureness
from analysis.report import sentences
from analysis.report import sure as told


def sure(
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
    """Say in how many of 200 plausible readings each number holds, and what alone would flip it."""
    axes = options.axes(rows, columns, layers)
    database, words = options.ask(store, as_of)
    chosen = options.filters(where, words, whole_hub=whole_hub)
    asked = Asked(tuple(axes.values()), chosen, options.day(database, as_of))
    found = sureness(database, asked, pairs.pairs(database))
    if form is Format.JSON:
        options.print_json({"as_of": database.state.number, **axes, **told.in_full(found)})
    elif form is Format.CSV:
        options.show(told.of_cells(found), form)
    else:
        lines = [sentences.headline(found.cells, list(axes.values())), told.headline(found)]
        sys.stdout.write("\n".join([*lines, *told.kinds(found)]) + "\n\n")
        for table in (told.of_states(found), told.of_flips(found)):
            options.show(table, form)
            sys.stdout.write("\n")
