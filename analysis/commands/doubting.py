"""The command that says how sure a headline is."""

import sys
from datetime import UTC, date, datetime

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
from analysis.database import Database
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
    asked = Asked(tuple(axes.values()), chosen, _day(database, as_of))
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


def _day(database: Database, as_of: int | None) -> date:
    """The day on which the data is looked at: that of the entry, where one is named."""
    at = database.state.at if as_of is not None else None
    return (at or datetime.now(UTC)).astimezone(sentences.LOCAL).date()
