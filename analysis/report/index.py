"""The coverage index in words and tables, always beside the plain count."""

from collections.abc import Sequence

import pandas as pd

from analysis.decide.index import by_term, index
from analysis.decide.split import Past, split
from analysis.report import sentences
from analysis.report.sentences import counted, listed
from analysis.vocabulary import HEADINGS

MOST_NAMED = 5
BASE = "Each cell counts by the children aged 0 to 18 in its area, where an axis is the area."


def headline(parts: pd.DataFrame) -> str:
    """The index of a whole frame, what makes it so, and the plain count beside it."""
    whole = index(parts)
    plain = f"{whole.covered} of {counted(whole.cells, 'cell')} covered"
    if whole.value is None:
        return "No cell applies, so there is no index."
    if not whole.empty:
        return f"Coverage index {_figure(whole.value)}; {plain}."
    beside = f" Without those cells it would be {_figure(whole.beside)}." if whole.beside else ""
    return (
        f"Coverage index 0, because {counted(whole.empty, 'cell has', 'cells have')} no partner, "
        f"and nothing averages that away; {plain}.{beside}"
    )


def empty(parts: pd.DataFrame) -> str:
    """Which cells make the index 0."""
    none = parts[(parts["met"] == 0) & (parts["weight"] > 0)]
    names = [sentences.place(cell) for _, cell in none.iterrows()]
    left = len(names) - MOST_NAMED
    told = [*names[:MOST_NAMED], f"{left} more"] if left > 0 else names
    return f"Without a partner: {listed(told)}." if names else ""


def of_terms(parts: pd.DataFrame, axes: Sequence[str]) -> pd.DataFrame:
    """The index of the whole, and of each term of its axes, beside the plain count."""
    rows = [("All", "", index(parts))]
    for axis, place in zip(axes, ("row", "column", "layer"), strict=False):
        rows += [(HEADINGS[axis], name, each) for name, each in by_term(parts, place)]
    return pd.DataFrame(
        {
            "Of": [of for of, _, _ in rows],
            "Term": [name for _, name, _ in rows],
            "Index": [each.value for _, _, each in rows],
            "Covered": [each.covered for _, _, each in rows],
            "Of cells": [each.cells for _, _, each in rows],
            "Without a partner": [each.empty for _, _, each in rows],
            "Index of the others": [each.beside for _, _, each in rows],
        }
    ).round(2)


def arithmetic(parts: pd.DataFrame) -> pd.DataFrame:
    """The arithmetic, cell by cell: the index is the product of the factors."""
    share = parts["weight"] / parts["weight"].sum()
    return pd.DataFrame(
        {
            "Cell": [sentences.place(cell) for _, cell in parts.iterrows()],
            "Partners": parts["partners"],
            "Target": parts["target"],
            "Share met": parts["met"].round(4),
            "Weight (children)": parts["weight"],
            "Share of weight": share.round(6),
            "Factor": (parts["met"] ** share).round(6),
        }
    )


def of_change(parts: pd.DataFrame, of: Past, axes: Sequence[str]) -> pd.DataFrame:
    """How the index of the whole and of each term changed, and what each kind of change added.

    `parts` has every cell of the frame, in its order, with its weight.
    """
    weight = pd.Series(parts["weight"].fillna(0).to_numpy(), index=of.before.index)
    rows = [("All", "", split(of, weight))]
    for axis, place in zip(axes, ("row", "column", "layer"), strict=False):
        for name in parts[f"{place}_label"].unique():
            is_here = (parts[f"{place}_label"] == name).to_numpy()
            rows.append((HEADINGS[axis], name, split(of, weight.where(is_here, 0))))
    kinds = dict.fromkeys(kind for _, _, each in rows for kind in each.shares)
    table = pd.DataFrame(
        {
            "Of": [of_what for of_what, _, _ in rows],
            "Term": [name for _, name, _ in rows],
            "Before": [each.before for _, _, each in rows],
            "After": [each.after for _, _, each in rows],
            **{
                kind.capitalize(): [each.shares.get(kind, 0.0) for _, _, each in rows]
                for kind in kinds
            },
        }
    )
    return table.round(4)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
