"""Gaps in the order of what closing them is worth, and who could close them."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis import areas, questions
from analysis.database import Database
from analysis.decide.cover import Cover
from analysis.errors import DashboardError
from analysis.need import CHILDREN
from analysis.questions import EVERYTHING, Filters

MEASURE = "children_in_low_income_families"
HEAVIEST = 5


@dataclass(frozen=True)
class Weights:
    """What each part of a gap counts for, from 0 to 5.

    `missing` is the share of the target's partners that are missing; `children` and `need` are
    the area's figures, as shares of the area with the highest; `priority` is all or nothing, where
    the plan marks the cell. Each part is a whole number of hundredths.
    """

    missing: int = 3
    children: int = 1
    need: int = 1
    priority: int = 2


USUAL = Weights()


@dataclass(frozen=True)
class Ranking:
    """How gaps are put in order: what counts for how much, and the measure of need."""

    weights: Weights = USUAL
    measure: str = MEASURE


def gaps(
    database: Database,
    axes: Sequence[str],
    filters: Filters = EVERYTHING,
    ranking: Ranking | None = None,
) -> pd.DataFrame:
    """Put every cell short of its target in order, the one worth most first.

    Returns
    -------
    DataFrame
        One row per cell: `cell` (its number in the frame, from 1), the columns of
        `questions.coverage`; `area` (its code, null where no axis is the area); `kind` ("nobody",
        "offered", "unanswered", "whole-hub": only by whole-hub claims, "one", "few");
        `children` (aged 0 to 18) with `children_period` and `children_source`, and `need` with its
        `need_label`, `need_unit`, `need_period` and `need_source`, null where nobody published a
        figure; `missing_part`, `children_part`, `need_part` (0 to 100, null likewise),
        `priority_part` (100 where the plan marks the cell as a priority, with `priority_why`) and
        `points`, their sum by weight, in which a null adds nothing.
    """
    chosen = ranking or Ranking()
    weights = chosen.weights
    statement = """from questions.gaps(
        $axes, $chosen, $stages, $whole_hub, $people, $measure,
        [$missing_counts, $children_count, $need_counts, $priority_counts]
    )"""
    return questions.ask(
        database,
        statement,
        {
            **questions.view(axes, filters),
            "people": CHILDREN,
            "measure": chosen.measure,
            "missing_counts": weights.missing,
            "children_count": weights.children,
            "need_counts": weights.need,
            "priority_counts": weights.priority,
        },
    )


def is_priority(database: Database, axes: Sequence[str], cells: pd.DataFrame) -> "pd.Series[bool]":
    """Whether the plan marks each of some cells, named by their codes, as a priority."""
    place = ["row", "column", "layer"]
    marked = questions.ask(database, "from questions.priority($axes, [])", {"axes": list(axes)})
    known = pd.MultiIndex.from_frame(marked[place])
    return pd.Series(pd.MultiIndex.from_frame(cells[place]).isin(known), cells.index)


def worth(database: Database, cover: Cover, filters: Filters = EVERYTHING) -> tuple[int, ...]:
    """What each cell of a frame counts by its points, as they usually are; 0 where it is no gap."""
    points = gaps(database, cover.axes, filters).set_index("cell")["points"]
    return tuple(int(points.get(place + 1, 0)) for place in cover.cells.index)


def known(database: Database, measure: str) -> str:
    """A measure of need by its code.

    Raises
    ------
    DashboardError
        If there is none of that code.
    """
    codes = list(areas.labels(database))
    if measure not in codes:
        raise DashboardError(
            f'"{measure}" is not a measure of need. Choose from: {", ".join(codes)}.'
        )
    return measure


def could_close(
    database: Database, axes: Sequence[str], filters: Filters = EVERYTHING
) -> pd.DataFrame:
    """Who could serve which cell, besides its partners.

    Returns
    -------
    DataFrame
        One row per cell and organisation: `cell` (its number in the frame, from 1),
        `organisation`, `how` ("waiting": it has an enquiry that fits; "next door": it is a partner
        of the same cell in an area beside this one; "sister": of the same cell for an inclusion
        focus near to this one).
    """
    statement = "from questions.could_close($axes, $chosen, $stages, $whole_hub)"
    return questions.ask(database, statement, questions.view(axes, filters))
