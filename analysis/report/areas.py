"""Need beside cover, and the children behind it: in sentences, as tables, as numbers to open."""

from collections.abc import Iterator, Sequence

import pandas as pd

from analysis import palette
from analysis.charts import figure_of
from analysis.report.numbers import Number, of
from analysis.report.sentences import counted, listed
from analysis.vocabulary import HEADINGS

TERMS = {"aim": "aims", "function": "functions", "focus": "inclusion focuses"}


def cold_spots(beside: pd.DataFrame) -> str:
    """Which areas have high need and thin cover, or that none has; and of which it is not known."""
    cold = _of(beside, "cold-spot")
    named = [
        f"{area['label']} ({area['covered']} of {area['cells']} safe, need "
        f"{figure_of(area['need'])})"
        for _, area in cold.iterrows()
    ]
    if named:
        told = f"High need and thin cover: {listed(named)}."
    else:
        told = "No area has both high need and thin cover."
    unknown = list(_of(beside, "not-known")["label"])
    return f"{told} Not known for {listed(unknown)}." if unknown else told


def of_lines(beside: pd.DataFrame, axis: str) -> str:
    """What need is, where the two lines lie, and of what date and source the figures are."""
    thin = f"Cover is thin where fewer than half of an area's {TERMS[axis]} are safe."
    known = beside.dropna(subset=["need_label"])
    if known.empty:
        return f"No area has a figure of this need. {thin}"
    first = known.iloc[0]
    beyond = "stands before" if first["need_unit"] == "rank" else "is above"
    return (
        f"Need: {first['need_label']} ({first['need_unit']}, {first['need_period']}). "
        f"Source: {first['need_source']}. Need is high where the figure {beyond} the middle one "
        f"of all areas, {figure_of(first['need_middle'])}. {thin}"
    )


def of_opposite(opposite: pd.DataFrame) -> str:
    """Which other needs would put the areas in rather the opposite order; empty where none."""
    if opposite.empty:
        return ""
    named = [
        f"{label} (highest: {highest})"
        for label, highest in zip(opposite["label"], opposite["highest"], strict=True)
    ]
    return (
        "One need is shown at a time, and no two are ever added up. These order the areas rather "
        f"the other way round: {'; '.join(named)}."
    )


def of_beside(beside: pd.DataFrame) -> pd.DataFrame:
    """Need beside cover as a table: one row per area."""
    roles = [palette.find(palette.load().quadrants, code) for code in beside["quadrant"]]
    told = beside.assign(quadrant=[f"{role.symbol} {role.word}" for role in roles])
    return told[["label", "covered", "cells", "need", "quadrant"]].rename(
        columns={
            "label": "Area",
            "covered": "Safe",
            "cells": "Of",
            "need": "Need",
            "quadrant": "Need, cover",
        }
    )


def of_children(shares: pd.DataFrame, axis: str) -> pd.DataFrame:
    """The children who live where each term is safe, as a table: n of N children and areas."""
    children = zip(shares["safe_children"], shares["children"], strict=True)
    areas = zip(shares["safe_areas"], shares["areas"], strict=True)
    return pd.DataFrame(
        {
            HEADINGS[axis]: shares["label"],
            "Children where it is safe": [_n_of_n(n, total) for n, total in children],
            "Areas": [f"{n} of {total}" for n, total in areas],
        }
    )


def of_children_from(shares: pd.DataFrame) -> str:
    """Who is counted as a child, when and by whom; and where nobody was."""
    known = shares.dropna(subset=["children_label"])
    if known.empty:
        return "Nobody published how many children live in these areas."
    first = known.iloc[0]
    missing = int(shares["areas_not_known"].max())
    without = (
        f" Without {counted(missing, 'area')} whose children are not known." if missing else ""
    )
    return (
        f"{first['children_label']}, {first['children_period']}. "
        f"Source: {first['children_source']}.{without}"
    )


def numbers(cells: pd.DataFrame, beside: pd.DataFrame) -> Iterator[Number]:
    """What of the cells of each quadrant is safe, with the cells; rows of `cells` are areas."""
    for role in palette.load().quadrants:
        areas = _of(beside, role.code)
        here = cells[cells["row"].isin(areas["area"]) & (cells["state"] != "not-applicable")]
        named = f"{role.word} ({listed(list(areas['label']))})"
        if len(areas):
            yield of(f"{named}, {counted(len(here), 'cell')}", here)


def safe_numbers(cells: pd.DataFrame, labels: Sequence[str]) -> Iterator[Number]:
    """In how many areas each term is safe, with the cells; columns of `cells` are terms."""
    for label in labels:
        safe = cells[(cells["column_label"] == label) & (cells["state"] == "covered")]
        yield of(f"{label}, safe in {counted(len(safe), 'area')}", safe)


def _of(beside: pd.DataFrame, quadrant: str) -> pd.DataFrame:
    return beside[beside["quadrant"] == quadrant]


def _n_of_n(some: float, every: float) -> str:
    if pd.isna(every):
        return "not known"
    return f"{int(some):,} of {int(every):,}"
