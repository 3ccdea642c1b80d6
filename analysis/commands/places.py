"""Commands about the hub's areas: their need beside their cover, and files about them."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from analysis import areas, vocabulary
from analysis.charts import figure_of
from analysis.commands import options
from analysis.commands.files import content
from analysis.commands.options import (
    DEFAULT_STORE,
    ME,
    AsOfOption,
    ByOption,
    Format,
    FormatOption,
    StoreOption,
    WhereOption,
    WholeHubOption,
    WhyOption,
)
from analysis.decide import gaps
from analysis.decide.gaps import MEASURE
from analysis.intake.places import figures
from analysis.intake.places.boundaries import Boundaries
from analysis.intake.places.read import read
from analysis.ledger import places
from analysis.report import areas as told
from analysis.report import place_files


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
    table = told.of_beside(beside)
    if form is Format.TABLE:
        table["Need"] = table["Need"].map(figure_of)
    options.show(table, form)
    if form is Format.TABLE:
        sys.stdout.write(f"\n{told.of_children_from(shares)}\n")
        options.show(told.of_children(shares, axis), form)


def take(
    file: Annotated[Path, typer.Argument(help="Boundaries (GeoJSON), register of schools, table.")],
    measure: Annotated[
        list[str] | None, typer.Option("--measure", help="Only this measure. May be repeated.")
    ] = None,
    source: Annotated[str, typer.Option(help="Who published the figures.")] = "",
    period: Annotated[str, typer.Option(help="Of which year or date they are.")] = "",
    store: StoreOption = DEFAULT_STORE,
    by: ByOption = ME,
    why: WhyOption = "",
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Record nothing.")] = False,
) -> None:
    """Take in boundaries for the map, or more figures of need; says first what they would add."""
    words = vocabulary.load()
    said = read(file.name, content(file), words)
    if isinstance(said, Boundaries):
        _say(place_files.of_boundaries(said))
        if not dry_run:
            number = places.record_boundaries(options.open_store(store), said, by, why)
            _say([place_files.recorded([f"the outlines of {len(said.shapes)} areas"], number)])
        return
    labels = measure or [one.label for one in said.measures]
    kept = figures.chosen(said, labels, source, period)
    _say(place_files.of_figures(said, words))
    options.show(place_files.of_measures(kept, words), Format.TABLE)
    if not dry_run:
        number = places.record_figures(options.open_store(store), kept, by, why)
        _say([place_files.recorded(labels, number)])


def _say(lines: list[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
