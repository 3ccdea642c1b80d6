"""A grid before and after: what recording something would make of every cell."""

from typing import Final

import pandas as pd
import plotly.graph_objects as go

from analysis import palette
from analysis.charts import canvas, grid
from analysis.charts.grid import Cell
from analysis.palette import Role

_COUNTS: Final = ("state", "partners", "enquiries", "unsure", "whole_hub")
_NAMED: Final = 8
# Tall enough for two lines: on a phone a cell is too narrow for its number and its mark in one.
_ROW: Final = 42
GAINED, LOST = "▲", "▼"


def before_and_after(cells: pd.DataFrame) -> go.Figure:
    """Draw a grid twice, as it is and as it would be; cells that change state stand out.

    They have a heavy edge in both, and under their new number a mark: ▲ gained, ▼ lost. Where no
    state changes, one grid says it all.

    Parameters
    ----------
    cells
        As for `coverage_grid`, as it would be; `state_before`, `partners_before`,
        `enquiries_before`, `unsure_before` and `whole_hub_before` tell how it is.

    Returns
    -------
    plotly.graph_objects.Figure
        At most three traces, the last for the key only. A point's `customdata` is
        `[row, column]`, the codes of its cell.
    """
    now, then = grid.read(_before(cells)), grid.read(cells)
    changed = [before.state != after.state for before, after in zip(now, then, strict=True)]
    if not any(changed):
        return grid.coverage_grid(cells)
    states = palette.load().states
    drawn = [palette.find(states, cell.state) for cell in (*now, *then)]
    downs, rows = pd.factorize(cells["row"])
    acrosses, _ = pd.factorize(cells["column"])
    places = [*(downs + 1), *(downs + len(rows) + 2)]
    points: canvas.Points = {
        **canvas.boxes([*acrosses.tolist(), *acrosses.tolist()], [int(row) for row in places]),
        "text": [*map(grid.text, now, drawn), *map(_marked, now, then)],
        "hovertext": [grid.hover(*pair) for pair in zip((*now, *then), drawn, strict=True)],
        "customdata": 2 * cells[["row", "column"]].to_numpy().tolist(),
    }
    marks = canvas.Marks(canvas.BOXES, points, drawn, outlined=[*changed, *changed])
    names = [canvas.wrapped(label, grid.ROW_NAME) for label in grid.labels(cells, "row")]
    down = canvas.down(["<b>Before</b>", *names, "<b>After</b>", *names])
    across = canvas.across(grid.labels(cells, "column"))
    height = grid.HEADING + _ROW * 2 * (len(rows) + 1)
    return canvas.figure(marks, (across, down), height, states)


def describe_before_and_after(cells: pd.DataFrame) -> str:
    """Say what changes, for those who cannot see it: each cell that changes state, by name.

    Parameters
    ----------
    cells
        As for `before_and_after`.
    """
    pairs = zip(grid.read(_before(cells)), grid.read(cells), strict=True)
    moved = [_told(before, after) for before, after in pairs if before.state != after.state]
    if not moved:
        return f"No cell changes state. {grid.describe_grid(cells)}"
    more = f"; and {len(moved) - _NAMED} more" if len(moved) > _NAMED else ""
    changing = f"{canvas.counted(len(moved), 'cell')} of {len(cells)} would change state"
    return f"{changing}: {'; '.join(moved[:_NAMED])}{more}. After: {grid.describe_grid(cells)}"


def _before(cells: pd.DataFrame) -> pd.DataFrame:
    return cells.assign(**{name: cells[f"{name}_before"] for name in _COUNTS})


def _marked(before: Cell, after: Cell) -> str:
    role = _role(after)
    mark = f"<br>{_direction(before, after)}" if before.state != after.state else ""
    return f"{grid.text(after, role)}{mark}"


def _direction(before: Cell, after: Cell) -> str:
    order = [role.code for role in palette.load().states]
    return GAINED if order.index(after.state) < order.index(before.state) else LOST


def _told(before: Cell, after: Cell) -> str:
    return f"{after.name}, from {_role(before).word} to {_role(after).word}"


def _role(cell: Cell) -> Role:
    return palette.find(palette.load().states, cell.state)
