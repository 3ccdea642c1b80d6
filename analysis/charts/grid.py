"""The honest grid: every cell of the frame, with its state and its number."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from analysis import palette
from analysis.charts import canvas
from analysis.palette import Role

ROW: Final = 36
HEADING: Final = 88  # what the names of the columns take where they are turned
ROW_NAME: Final = 14
_NAMED: Final = 3
# Which number a cell shows, where it is not the number of partners.
_NUMBER: Final = {"waiting": "enquiries", "unknown": "unsure"}
# A thin space: on a phone a cell is 26 pixels wide.
_THIN: Final = "\u2009"
_OUTSIDE: Final = "not-applicable"


@dataclass(frozen=True)
class Cell:
    """One cell as a chart reads it; a row of `coverage_grid`'s frame."""

    row_label: str
    column_label: str
    state: str
    partners: int
    enquiries: int
    unsure: int
    whole_hub: int
    target: int
    reason: object

    @property
    def name(self) -> str:
        """The cell's terms, as text that a chart may draw."""
        return ", ".join(canvas.plain(part) for part in (self.row_label, self.column_label) if part)


def coverage_grid(cells: pd.DataFrame, lifted: pd.DataFrame | None = None) -> go.Figure:
    """Draw every cell of a frame, rows and columns in the order they first come.

    Parameters
    ----------
    cells
        One row per cell: `row`, `row_label`, `column`, `column_label`, `state`, `partners`,
        `enquiries`, `unsure`, `whole_hub`, `target`, `reason`. A frame of one dimension leaves
        `column` and `column_label` empty. `reason` is shown where a cell does not apply, and the
        counts are not.
    lifted
        The same without any filter, all cells of the frame: those that the filters leave out are
        drawn faintly, and those whose state the filters change have a strip of what it would be.

    Returns
    -------
    plotly.graph_objects.Figure
        At most three traces, one more for what is faint, the last for the key only.
        A point's `customdata` is `[row, column]`, the codes of its cell.

    Raises
    ------
    DashboardError
        If the palette has no such state.
    """
    states = palette.load().states
    found = read(cells)
    drawn = [palette.find(states, cell.state) for cell in found]
    frame = cells if lifted is None else lifted
    rows, columns = places(frame, "row"), places(frame, "column")
    points: canvas.Points = {
        **canvas.boxes([columns[c] for c in cells["column"]], [rows[r] for r in cells["row"]]),
        "text": [text(*pair, alone=len(columns) == 1) for pair in zip(found, drawn, strict=True)],
        "hovertext": [hover(*pair) for pair in zip(found, drawn, strict=True)],
        "customdata": cells[["row", "column"]].to_numpy().tolist(),
    }
    faint = _ghosts(cells, frame)
    points = canvas.raised(points, canvas.meet(cells, faint, ["row", "column"]))
    marks = canvas.Marks(canvas.BOXES, points, drawn)
    across = canvas.across(labels(frame, "column"))
    down = canvas.down([canvas.wrapped(label, ROW_NAME) for label in labels(frame, "row")])
    height = HEADING + ROW * len(rows)
    return canvas.figure(marks, (across, down), height, states, _drawn(faint, (rows, columns)))


def describe_grid(cells: pd.DataFrame) -> str:
    """Say what the grid shows, for those who cannot see it: counts by state, and the gaps.

    Parameters
    ----------
    cells
        As for `coverage_grid`.
    """
    found = read(cells)
    gaps = [cell.name for cell in found if cell.state == "gap"]
    more = f" and {len(gaps) - _NAMED} more" if len(gaps) > _NAMED else ""
    named = f"Gaps: {'; '.join(gaps[:_NAMED])}{more}." if gaps else "No gaps."
    states = [cell.state for cell in found]
    counts = canvas.tallied(palette.load().states, states)
    return f"{canvas.counted(len(found), 'cell')}: {counts}. {named}"


def places(cells: pd.DataFrame, axis: str) -> dict[str, int]:
    """The place of each row or column by its code, in the order they first come."""
    return {code: place for place, code in enumerate(cells[axis].drop_duplicates())}


def _ghosts(cells: pd.DataFrame, lifted: pd.DataFrame) -> pd.DataFrame:
    """What lifting the filters would change: cells left out, `beside` those of another state."""
    now = cells[["row", "column", "state"]]
    both = lifted.merge(now, on=["row", "column"], how="left", suffixes=("", "_now"))
    differs = both["state"] != both["state_now"]
    return both.assign(beside=both["state_now"].notna())[differs]


def _drawn(faint: pd.DataFrame, axes: tuple[dict[str, int], dict[str, int]]) -> canvas.Ghosts:
    rows, columns = axes
    beside, found = faint["beside"].tolist(), read(faint)
    roles = [palette.find(palette.load().states, cell.state) for cell in found]
    pairs = list(zip(found, roles, strict=True))
    points: canvas.Points = {
        **canvas.strips(
            [columns[code] for code in faint["column"]],
            [rows[code] for code in faint["row"]],
            beside,
        ),
        "text": [
            "" if is_strip else text(*pair) for pair, is_strip in zip(pairs, beside, strict=True)
        ],
        "hovertext": [f"{canvas.LIFTED}{hover(*pair)}" for pair in pairs],
        "customdata": faint[["row", "column"]].to_numpy().tolist(),
    }
    return canvas.Ghosts(canvas.BOXES, points, roles, beside)


def read(cells: pd.DataFrame) -> list[Cell]:
    """The cells of a frame, in its order."""
    columns = [field.name for field in fields(Cell)]
    return [Cell(*values) for values in cells[columns].itertuples(index=False, name=None)]


def labels(cells: pd.DataFrame, axis: str) -> Sequence[str]:
    """The labels of a frame's rows or columns, in the order they first come."""
    return cells.drop_duplicates(axis)[f"{axis}_label"].tolist()


def text(cell: Cell, state: Role, *, alone: bool = False) -> str:
    """The symbol of a cell's state and the number that goes with it; `alone`, its word too."""
    word = f" {state.word}" if alone else ""
    if state.code == _OUTSIDE:
        return f"{state.symbol}{word}"
    number: int = getattr(cell, _NUMBER.get(state.code, "partners"))
    return f"{state.symbol}{_THIN}{number}{word}"


def hover(cell: Cell, state: Role) -> str:
    """All that a cell counts, for the pointer that rests on it."""
    heading = f"<b>{cell.name}</b><br>{state.symbol} {state.word}: "
    if state.code == _OUTSIDE:
        reason = canvas.plain(cell.reason) if isinstance(cell.reason, str) else state.meaning
        return heading + reason
    whole = f", {cell.whole_hub} only through a whole-hub claim" if cell.whole_hub else ""
    return (
        f"{heading}{state.meaning}<br>"
        f"Partners: {cell.partners}{whole} (target {cell.target})<br>"
        f"Enquiries: {cell.enquiries}<br>Unsure: {cell.unsure}"
    )
