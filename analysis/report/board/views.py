"""The same cells seen otherwise: as one figure, area by area on a map, year by year."""

from collections.abc import Sequence

import pandas as pd

from analysis import areas, charts, questions
from analysis.charts import still, still_map
from analysis.decide import gaps
from analysis.decide import index as indexes
from analysis.report import areas as told
from analysis.report import index as weighed
from analysis.report import over_time, tables
from analysis.report.board.facts import Asked, Facts
from analysis.report.board.parts import Picture, Section, Table
from analysis.report.sentences import listed

MOST_FACTORS = 25
FACTORS = "Those that take most from it first; the factor of all that are not here is 1."
NOTHING = "Nothing has been recorded yet."


def index(facts: Facts, asked: Asked) -> Section:
    """One coverage index with its arithmetic, beside the plain count."""
    parts = indexes.parts(facts.database, asked.axes, asked.filters)
    frame = over_time.crossed(asked.axes)
    terms = weighed.of_terms(parts, asked.axes)
    factors = weighed.arithmetic(parts).sort_values("Factor", kind="stable", ignore_index=True)
    short = min(int((factors["Factor"] < 1).sum()), MOST_FACTORS)
    made = f"{FACTORS} {weighed.BASE}"
    return Section(
        "One coverage index, beside the plain count",
        [line for line in (weighed.headline(parts), weighed.empty(parts)) if line],
        tables=[
            Table("Index", f"Coverage index, {frame}", terms, weighed.BASE),
            Table("Index arithmetic", "Arithmetic of the index", factors, made, most=short),
        ],
    )


def places(facts: Facts, asked: Asked) -> Section:
    """The areas on a map by how much of the plan is safe there, cover beside need."""
    axis = next(axis for axis in (*asked.axes, "function") if axis != "area")
    found = questions.places(facts.database, axis, gaps.MEASURE, asked.filters)
    beside = areas.beside(facts.database, axis, gaps.MEASURE, asked.filters)
    shaded = tables.tiles(found, pd.DataFrame(), None)
    figure = charts.map_of_areas(shaded, areas.outlines(facts.database))
    title = f"Map: share of {told.TERMS[axis]} that are safe"
    rows = tables.of_places(found).merge(told.of_beside(beside)[["Area", "Need, cover"]], on="Area")
    return Section(
        "Area by area",
        [told.cold_spots(beside)],
        pictures=[Picture(title, still_map.as_svg(figure), charts.describe_tiles(shaded))],
        tables=[Table("Areas", "Cover beside need", rows, told.of_lines(beside, axis))],
    )


def years(facts: Facts, asked: Asked) -> Section:
    """How many cells were in each state at the end of each school year of the record."""
    heading = "Over time, by school year"
    if not facts.years.points:
        return Section(heading, [NOTHING])
    points, grids = facts.years.points, facts.years.grids
    names = over_time.school_years(points)
    tally = over_time.tally(points, names, grids)
    title = f"Cells by state over time, {over_time.crossed(asked.axes)}"
    svg, rows = still.as_svg(charts.over_time(tally)), over_time.of_tally(tally)
    rows.insert(0, "School year", names)
    return Section(
        heading,
        [_covered(names, grids), *over_time.begins(facts.told)],
        pictures=[Picture(title, svg, charts.describe_bars(tally))],
        tables=[Table("Over time", title, rows, over_time.base(facts.told))],
    )


def _covered(names: Sequence[str], grids: Sequence[pd.DataFrame]) -> str:
    """How many cells were covered, of those that applied then."""
    states = [grid["state"] for grid in grids]
    covered = [(state == "covered").sum() for state in states]
    applying = [(state != "not-applicable").sum() for state in states]
    parts = [f"{n} of {of} in {name}" for n, of, name in zip(covered, applying, names, strict=True)]
    return f"Covered, of the cells that apply: {listed(parts)}."
