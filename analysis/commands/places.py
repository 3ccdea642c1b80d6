"""Commands about the hub's areas: their need beside their cover."""

import sys
from typing import Annotated

import typer

from analysis import areas
from analysis.commands import options
from analysis.commands.options import (
    DEFAULT_STORE,
    AsOfOption,
    Format,
    FormatOption,
    StoreOption,
    WhereOption,
    WholeHubOption,
)
from analysis.decide import gaps
from analysis.decide.gaps import MEASURE
from analysis.report import areas as told


def need(
    by: Annotated[str, typer.Option(help="Whose cells are counted: function, aim, focus.")] = (
        "function"
    ),
    measure: Annotated[str, typer.Option(help="A measure of need, by its code.")] = MEASURE,
    where: WhereOption = None,
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
    *,
    whole_hub: WholeHubOption = True,
) -> None:
    """Put each area's cover beside its need: the cold spots, and the children where it is safe."""
    axis, _ = options.axes(by, "area", None).values()
    database, words = options.ask(store, as_of)
    chosen = options.filters(where, words, whole_hub=whole_hub)
    beside = areas.beside(database, axis, gaps.known(database, measure), chosen)
    shares = areas.safe_children(database, axis, chosen)
    if form is Format.JSON:
        answer = {"as_of": database.state.number, "by": axis, "measure": measure}
        rows = {"areas": options.rows(beside), "children": options.rows(shares)}
        options.print_json({**answer, **rows})
        return
    if form is Format.TABLE:
        lines = (told.cold_spots(beside), told.of_lines(beside, axis), "")
        sys.stdout.write("\n".join(lines) + "\n")
    options.show(told.of_beside(beside), form)
    if form is Format.TABLE:
        sys.stdout.write(f"\n{told.of_children_from(shares)}\n")
        options.show(told.of_children(shares, axis), form)
