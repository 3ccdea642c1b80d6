"""One coverage index, with its arithmetic: a weighted geometric mean that no zero averages out of.

The form is that of the UNDP's Human Development Index since 2010 (Human Development Report 2010,
technical note 1): a geometric mean, in which one part cannot make up for the lack of another.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis import questions
from analysis.database import Database
from analysis.need import CHILDREN
from analysis.questions import EVERYTHING, Filters, ask

PLACES = ("row", "column", "layer")


@dataclass(frozen=True)
class Index:
    """The index of some cells, beside their plain count.

    `value` is from 0 to 1, null where no cell has a weight. `cells` are those that apply and have a
    weight, `covered` those of them with their target of partners, `empty` those without a partner:
    one is enough to make the index 0. `beside` is the index of the others alone, null without any.
    """

    value: float | None
    cells: int
    covered: int
    empty: int
    beside: float | None


def parts(database: Database, axes: Sequence[str], filters: Filters = EVERYTHING) -> pd.DataFrame:
    """What the index of a frame is made of.

    Returns
    -------
    DataFrame
        One row per cell that applies: the columns of `questions.coverage`; `met` (the share of the
        target that its partners make, at most 1) and `weight` (children aged 0 to 18 in its area; 1
        where no axis is the area; null where nobody published a figure: the cell is left out).
    """
    cells = questions.coverage(database, axes, filters)
    cells = cells[cells["state"] != "not-applicable"].reset_index(drop=True)
    return cells.assign(met=met(cells), weight=weights(database, cells, axes))


def met(cells: pd.DataFrame) -> pd.Series:
    """The share of its target that each cell's partners make, at most 1."""
    return (cells["partners"] / cells["target"]).clip(upper=1)


def weights(database: Database, cells: pd.DataFrame, axes: Sequence[str]) -> pd.Series:
    """The children behind each cell; 1 where no axis is the area."""
    if "area" not in axes:
        return pd.Series(1.0, index=cells.index)
    shares = ask(database, "from questions.need_share()", {})
    people = shares[shares["measure"] == CHILDREN].set_index("area")["value"]
    return cells[PLACES[list(axes).index("area")]].map(people).astype(float)


def index(parts: pd.DataFrame) -> Index:
    """The index of some cells: their shares met, each to the power of its share of the weight."""
    known = parts[parts["weight"] > 0]
    served = known[known["met"] > 0]
    return Index(
        value_of(known["met"], known["weight"]),
        len(known),
        int((known["state"] == "covered").sum()),
        len(known) - len(served),
        value_of(served["met"], served["weight"]),
    )


def value_of(met: pd.Series, weight: pd.Series) -> float | None:
    """The weighted geometric mean of some shares; None without any."""
    if not len(met):
        return None
    if (met == 0).any():
        return 0.0
    return float(np.exp((weight * np.log(met)).sum() / weight.sum()))


def by_term(parts: pd.DataFrame, place: str) -> list[tuple[str, Index]]:
    """The index of each term of one axis, named by its label; `place` is "row" or "column"."""
    groups = parts.groupby(place, sort=False)
    return [(str(cells[f"{place}_label"].iloc[0]), index(cells)) for _, cells in groups]
