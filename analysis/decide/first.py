"""How sure it is how many cells are short of their target, and which of them stands first."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.database import Database
from analysis.decide.gaps import Ranking, is_priority
from analysis.decide.joins import Numbers
from analysis.decide.sure import Sureness
from analysis.need import CHILDREN
from analysis.questions import STATES, ask

MET = [STATES.index("covered"), STATES.index("not-applicable")]
NOBODY_KNOWS = -1  # children of an area without a figure: after all others


@dataclass(frozen=True)
class First:
    """How sure the first line of the gaps is.

    `short` cells are short of their target today; in `holds` readings just as many are, in any
    `fewest` to `most`. `first` is the place of the cell that stands first today, None without one,
    and does so in `first_holds` readings.
    """

    short: int
    holds: int
    fewest: int
    most: int
    first: int | None
    first_holds: int


def first(database: Database, told: Sureness, axes: Sequence[str], ranking: Ranking) -> First:
    """How sure the first line of the gaps is, put in order as `analysis.decide.gaps` does."""
    shares = ask(database, "from questions.need_share()", {})
    children = _of(shares, told.cells, axes, CHILDREN)
    need = _of(shares, told.cells, axes, ranking.measure)
    weights = ranking.weights
    rest = weights.children * children["share"] + weights.need * need["share"]
    rest += weights.priority * 100 * is_priority(database, axes, told.cells).to_numpy()
    people = children["value"].where(children["value"] > 0, NOBODY_KNOWS)

    def order(states: Numbers, partners: Numbers) -> Numbers:
        """The cell that stands first in each reading; -1 where none is short."""
        target = told.cells["target"].to_numpy()
        missing = np.floor(100 * (target - partners) / np.maximum(target, 1) + 0.5)
        points = weights.missing * missing + rest.to_numpy()
        key = points * 1e9 + people.to_numpy()
        is_short = ~np.isin(states, MET)
        return np.where(is_short.any(axis=1), np.where(is_short, key, -np.inf).argmax(axis=1), -1)

    now = order(told.now[None], told.cells["partners"].to_numpy(dtype=np.int64)[None])[0]
    short = int((~np.isin(told.now, MET)).sum())
    many = (~np.isin(told.states, MET)).sum(axis=1)
    return First(
        short,
        int((many == short).sum()),
        int(many.min()),
        int(many.max()),
        None if now < 0 else int(now),
        int((order(told.states, told.partners) == now).sum()),
    )


def _of(
    shares: pd.DataFrame, cells: pd.DataFrame, axes: Sequence[str], measure: str
) -> pd.DataFrame:
    """One measure's figure and share behind each cell; 0 where there is none."""
    figures = shares[shares["measure"] == measure].set_index("area")[["value", "share"]]
    if "area" not in axes:
        return pd.DataFrame(0.0, index=cells.index, columns=["value", "share"])
    areas = cells[("row", "column", "layer")[list(axes).index("area")]]
    return figures.reindex(areas).fillna(0).astype(float).reset_index(drop=True)
