"""Commands that answer a question."""

from typing import Annotated

import pandas as pd
import typer

from analysis import questions
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
from analysis.receipt import DEFAULT_AXES

FIGURES = ("state", "partners", "enquiries", "unsure", "whole_hub")


def coverage(
    rows: AxisOption = "function",
    columns: ColumnsOption = None,
    layers: LayersOption = None,
    where: WhereOption = None,
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
    *,
    whole_hub: WholeHubOption = True,
) -> None:
    """Say who covers each cell of the frame, whether or not anybody does."""
    axes = options.axes(rows, columns, layers)
    database, words = options.ask(store, as_of)
    chosen = options.filters(where, words, whole_hub=whole_hub)
    cells = questions.coverage(database, list(axes.values()), chosen)
    if form is not Format.JSON:
        places = [f"{name[:-1]}_label" for name in axes]
        options.show(cells[[*places, *FIGURES, "target"]], form)
        return
    places = [name[:-1] for name in axes]
    options.print_json(
        {
            "as_of": database.state.number,
            "rows": rows,
            "columns": columns,
            **({"layers": layers} if layers else {}),
            "cells": cells[[*places, *FIGURES]].to_dict(orient="records"),
        }
    )


def behind(
    cell: Annotated[
        list[str], typer.Argument(help="The cell, such as function=schools area=Derby")
    ],
    where: WhereOption = None,
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the offers behind one cell, and where each stood in its file."""
    database, words = options.ask(store, as_of)
    names = options.cell(cell, words)
    axes = [name.partition(":")[0] for name in names]
    offers = questions.offers_behind(database, axes, names, options.filters(where, words))
    shown = ["counted_as", "organisation", "fit", "is_whole_hub", "stage", "file", "sheet", "row"]
    options.show(pd.DataFrame(offers[shown]), form)


def totals(
    where: WhereOption = None,
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
) -> None:
    """Count partners, organisations with an enquiry only, and offers."""
    database, words = options.ask(store, as_of)
    options.show(questions.totals(database, options.filters(where, words)), form)


def changes(
    since: Annotated[int, typer.Argument(help="The entry to compare with.")],
    where: WhereOption = None,
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the function × area cells that differ from what they were at an entry."""
    database, words = options.ask(store, as_of)
    before, _ = options.ask(store, since)
    chosen = options.filters(where, words)
    cells = questions.changes(before, database, DEFAULT_AXES, chosen)
    shown = ["row_label", "column_label", "state_before", "state", "partners_before", "partners"]
    options.show(cells[shown], form)


def unmatched(
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the wordings that match no term, with the offers that use them."""
    database, _ = options.ask(store, as_of)
    options.show(questions.unmatched(database), form)
