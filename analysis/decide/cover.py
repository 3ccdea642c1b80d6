"""Who serves each cell of a frame, or offers to: what every decision about cover begins with."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis import need, questions
from analysis.database import Database
from analysis.questions import EVERYTHING, Filters

Cells = dict[str, frozenset[int]]


@dataclass(frozen=True)
class Cover:
    """The cells of a frame that apply, by their place in it (from 0), and who fits which.

    `cells` has one row per cell of the whole frame, as `questions.coverage` gives it. `partners`
    and `enquiries` hold the cells that each organisation serves or offers to serve; an
    organisation with an open enquiry is there though it fits none. Cells that are not applicable
    are in neither.
    """

    axes: tuple[str, ...]
    cells: pd.DataFrame
    partners: Cells
    enquiries: Cells

    @property
    def applicable(self) -> frozenset[int]:
        """The cells that apply."""
        return frozenset(self.cells.index[self.cells["state"] != "not-applicable"])

    @property
    def children(self) -> pd.Series | None:
        """The children aged 0 to 18 behind each cell; None where no axis is the area."""
        if "area" not in self.axes:
            return None
        people = {
            figure.area: int(figure.value)
            for figure in need.figures()
            if figure.measure == need.CHILDREN
        }
        area = self.cells[("row", "column", "layer")[self.axes.index("area")]]
        return area.map(people).astype("Int64")


def cover(database: Database, axes: Sequence[str], filters: Filters = EVERYTHING) -> Cover:
    """Who serves each cell of a frame, and who offers to."""
    cells = questions.coverage(database, axes, filters)
    statement = "from questions.fitting($axes, $chosen, $stages, $whole_hub)"
    fitting = questions.ask(database, statement, questions.view(axes, filters))
    fitting = fitting.assign(cell=fitting["cell"] - 1)
    applies = cells["state"] != "not-applicable"
    fitting = fitting[fitting["cell"].map(applies).astype(bool)]
    known = questions.organisations(database)
    waiting = known.loc[known["enquiry_offers"] > 0, "name"]
    return Cover(
        tuple(axes),
        cells,
        _by_organisation(fitting[fitting["is_partner"]]),
        {
            **dict.fromkeys(waiting, frozenset[int]()),
            **_by_organisation(fitting[fitting["is_enquiry"]]),
        },
    )


def _by_organisation(fitting: pd.DataFrame) -> Cells:
    cells = fitting.groupby("organisation")["cell"].agg(frozenset)
    return {str(name): cells[name] for name in cells.index}
