"""Commands that answer a question."""

from typing import Annotated

import pandas as pd
import typer

from analysis import past, questions, vocabulary
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
from analysis.decide import why
from analysis.ledger.state import replay
from analysis.report import two_days

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
    since: Annotated[str, typer.Option(help="An entry, or a day such as 2026-08-31: its end.")],
    until: Annotated[str | None, typer.Option(help="Likewise; without it, now.")] = None,
    rows: AxisOption = "function",
    columns: ColumnsOption = "area",
    layers: LayersOption = None,
    where: WhereOption = None,
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
    *,
    whole_hub: WholeHubOption = True,
) -> None:
    """List the cells that changed between two entries or days, with why and by which entries."""
    frame, words = options.axes(rows, columns, layers), vocabulary.load()
    chosen = options.filters(where, words, whole_hub=whole_hub)
    opened = options.open_store(store)
    told = options.told(opened)
    ends = (options.entry(told, since), options.entry(told, until))
    moments = [
        past.moment(replay(told, number), opened.archive, words)
        for number in past.spanning(told, min(ends), max(ends))
    ]
    story = why.story(past.past(moments, words), told, tuple(frame.values()), chosen)
    if form is not Format.JSON:
        options.show(two_days.as_rows(story, len(frame)), form)
        return
    ends_told = {"since": min(ends), "until": max(ends)}
    options.print_json({**ends_told, **frame, **two_days.as_json(story, told)})


def unmatched(
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the wordings that match no term, with the offers that use them."""
    database, _ = options.ask(store, as_of)
    options.show(questions.unmatched(database), form)
