"""What a file about places says, before anything of it is recorded."""

from collections.abc import Sequence

import pandas as pd

from analysis.charts import figure_of
from analysis.intake.places import shapes
from analysis.intake.places.boundaries import Boundaries
from analysis.intake.places.figures import NOT_STATED, RANK, Figures
from analysis.report.sentences import counted, listed
from analysis.vocabulary import Vocabulary

_HOLDS = "Places draws its map from these outlines until others are recorded or this is undone."


def of_boundaries(said: Boundaries) -> list[str]:
    """Which areas were found by what, and what was done to their outlines."""
    points = shapes.count(said.shapes)
    found = f"All {counted(len(said.shapes), 'area')} found by {said.by} in “{said.column}”."
    told = [f"{found} {_others(said.others, 'shape')}".strip(), _HOLDS]
    if said.was_grid:
        told.append("The coordinates were metres of the British National Grid, and are converted.")
    if points < said.points_before:
        thinned = f"Thinned out from {said.points_before:,} points to {points:,}"
        told.append(f"{thinned}: as many as a screen shows.")
    return told


def of_figures(said: Figures, words: Vocabulary) -> list[str]:
    """Which areas were found by what, which were not, and how the figures were made."""
    names = [words.term("area", area).label for area in said.missing]
    every = len(said.matched) + len(said.missing)
    found = f"{len(said.matched)} of {counted(every, 'area')} found by {said.by}"
    told = [f"{found} in “{said.column}”. {_others(said.others, 'row')}".strip()]
    if names:
        told.append(f"No row for {listed(names)}: the need there stays not known, never 0.")
    told.append(
        "A higher figure is read as higher need"
        + (", and in a rank the first." if _has_rank(said) else ".")
    )
    return [*told, *said.notes, *(f"Left out: {why}" for why in said.passed_over)]


def of_measures(said: Figures, words: Vocabulary) -> pd.DataFrame:
    """The measures that a file would add, each with an example and its range."""
    labels = {term.code: term.label for term in words.frame("area")}
    every = len(said.matched) + len(said.missing)
    rows = []
    for measure in said.measures:
        area, value = measure.values[0]
        numbers = [number for _, number in measure.values]
        rows.append(
            (
                measure.label,
                measure.unit,
                measure.period or NOT_STATED,
                f"{len(measure.values)} of {every}",
                f"{labels[area]}: {figure_of(value)}",
                f"{figure_of(min(numbers))} to {figure_of(max(numbers))}",
            )
        )
    columns = [
        "Measure",
        "Unit",
        "Of",
        "Areas with a figure",
        "For example",
        "From lowest to highest",
    ]
    return pd.DataFrame(rows, columns=columns)


def of_areas(said: Boundaries, words: Vocabulary) -> pd.DataFrame:
    """The outlines found, one row per area."""
    rows = [
        (
            words.term("area", one.area).label,
            one.area,
            len(one.polygons),
            sum(len(ring) for polygon in one.polygons for ring in polygon),
        )
        for one in said.shapes
    ]
    return pd.DataFrame(rows, columns=["Area", "Code", "Parts", "Points"])


def recorded(what: Sequence[str], number: int) -> str:
    """What was recorded, and how to take it back."""
    return f"Recorded as entry {number}: {'; '.join(what)}. It can be undone on the Imports page."


def _others(number: int, noun: str) -> str:
    return f"{counted(number, noun)} of other places left out." if number else ""


def _has_rank(said: Figures) -> bool:
    return any(measure.unit == RANK for measure in said.measures)
