"""Commands that say what to do about the gaps."""

import sys
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

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
from analysis.decide import departures, gaps, pipeline, shortlist
from analysis.decide.cover import cover
from analysis.decide.gaps import HEAVIEST, MEASURE, Ranking, Weights
from analysis.decide.shortlist import Wishes
from analysis.report import gaps as told
from analysis.report import pipeline as enquiries
from analysis.report import planning

MOST_SETS = 10
MustOption = Annotated[
    list[str] | None, typer.Option("--must", help="An organisation to have. May be repeated.")
]
NeverOption = Annotated[
    list[str] | None, typer.Option("--never", help="An organisation to leave out. Likewise.")
]
WeightOption = Annotated[int, typer.Option(min=0, max=HEAVIEST, help="What it counts, 0 to 5.")]


class Worth(StrEnum):
    """What a cell counts in a shortlist."""

    CELLS = "cells"
    POINTS = "points"


def list_gaps(
    rows: AxisOption = "function",
    columns: ColumnsOption = "area",
    layers: LayersOption = None,
    where: WhereOption = None,
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
    missing: WeightOption = Weights.missing,
    children: WeightOption = Weights.children,
    need: WeightOption = Weights.need,
    priority: WeightOption = Weights.priority,
    measure: Annotated[str, typer.Option(help="A measure of need, by its code.")] = MEASURE,
    *,
    whole_hub: WholeHubOption = True,
) -> None:
    """List every cell short of its target, the one worth most first, and who could close it."""
    axes = options.axes(rows, columns, layers)
    database, words = options.ask(store, as_of)
    chosen = options.filters(where, words, whole_hub=whole_hub)
    ranking = Ranking(Weights(missing, children, need, priority), gaps.known(database, measure))
    ranked = gaps.gaps(database, list(axes.values()), chosen, ranking)
    could = gaps.could_close(database, list(axes.values()), chosen)
    if form is Format.JSON:
        listed = told.gaps_in_full(ranked, could, list(axes), ranking)
        options.print_json({"as_of": database.state.number, **axes, "gaps": listed})
    else:
        options.show(told.of_gaps(ranked, could, list(axes.values()), ranking), form)


def list_best(
    most: Annotated[int, typer.Argument(metavar="K", min=0, help="How many organisations.")],
    rows: AxisOption = "function",
    columns: ColumnsOption = "area",
    layers: LayersOption = None,
    where: WhereOption = None,
    must: MustOption = None,
    never: NeverOption = None,
    cap: Annotated[
        int | None, typer.Option(min=1, help="The most cells one organisation counts for.")
    ] = None,
    by: Annotated[
        Worth, typer.Option(help="What a cell counts: 1, or the points of its gap.")
    ] = Worth.CELLS,
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
    *,
    whole_hub: WholeHubOption = True,
) -> None:
    """Choose the organisations with open enquiries that together close most cells."""
    axes = options.axes(rows, columns, layers)
    database, words = options.ask(store, as_of)
    chosen = options.filters(where, words, whole_hub=whole_hub)
    served = cover(database, list(axes.values()), chosen)
    wishes = Wishes(most, _names(database, must), _names(database, never), cap)
    worth = gaps.worth(database, served, chosen) if by is Worth.POINTS else ()
    found = shortlist.shortlist(served, wishes, worth)
    if form is Format.JSON:
        sets = [[pick.organisation for pick in one] for one in found.sets[:MOST_SETS]]
        options.print_json({"closed": found.worth, "ties": found.ties, "sets": sets})
        return
    if form is Format.TABLE:
        told_first = planning.shortlist_told(served, found, by_points=by is Worth.POINTS)
        sys.stdout.write("\n".join([told_first, *planning.flagged(served, found)]) + "\n\n")
    options.show(planning.of_shortlist(served, found, MOST_SETS), form)


def without(
    organisation: Annotated[str, typer.Argument(help="The organisation that leaves.")],
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
    """Say which cells an organisation would leave without a partner, or short of their target."""
    axes = options.axes(rows, columns, layers)
    database, words = options.ask(store, as_of)
    chosen = options.filters(where, words, whole_hub=whole_hub)
    served = cover(database, list(axes.values()), chosen)
    loss = departures.without(served, options.organisation_name(database, organisation))
    if form is Format.JSON:
        places = [name[:-1] for name in axes]
        become = {"lost": loss.lost, "fragile": loss.fragile}
        options.print_json(
            {
                what: served.cells.loc[list(cells), places].to_dict(orient="records")
                for what, cells in become.items()
            }
        )
        return
    could = gaps.could_close(database, list(axes.values()), chosen)
    options.show(planning.of_loss(served, loss, could), form)


def weakest(
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
    """Say how much of the cover rests on how few, and who it would take to lose half of it."""
    axes = options.axes(rows, columns, layers)
    database, words = options.ask(store, as_of)
    chosen = options.filters(where, words, whole_hub=whole_hub)
    found = departures.resilience(cover(database, list(axes.values()), chosen))
    if form is Format.JSON:
        options.print_json({**asdict(found), "departures": len(found.leavers)})
    elif form is Format.CSV:
        options.show(planning.of_resilience(found), form)
    else:
        sys.stdout.write("\n".join(planning.resilience_told(found)) + "\n")


def list_pipeline(
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
    """List the open enquiries, overdue ones first, with what is next and what each would fill."""
    axes = list(options.axes(rows, columns, layers).values())
    database, words = options.ask(store, as_of)
    chosen = options.filters(where, words, whole_hub=whole_hub)
    waiting = pipeline.pipeline(database, axes, options.day(database, as_of), chosen)
    if form is Format.TABLE:
        sys.stdout.write("\n".join([enquiries.headline(waiting), *enquiries.by_stage(waiting)]))
        sys.stdout.write("\n\n")
    options.show(enquiries.of_pipeline(waiting), form)


def _names(database: Database, named: list[str] | None) -> tuple[str, ...]:
    return tuple({options.organisation_name(database, name): None for name in named or []})
