"""A map of equal hexagons: every area has the same room, and nothing is fetched to draw it."""

import math
from dataclasses import dataclass
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from analysis import palette
from analysis.charts import canvas
from analysis.palette import Role

# Pixels from flat side to flat side: four tiles abreast still fit a page of 320 pixels.
_TILE: Final = 78
_CORNERS: Final = _TILE * 2 / math.sqrt(3)
_STEP: Final = math.sqrt(3) / 2
_NAME: Final = 10


@dataclass(frozen=True)
class _Look:
    """Which roles a map uses: all those of its key, and one for each tile."""

    roles: tuple[Role, ...]
    drawn: list[Role]


def tile_map(tiles: pd.DataFrame) -> go.Figure:
    """Draw one hexagon per area, coloured by its state or by a share.

    Parameters
    ----------
    tiles
        One row per area: `area`, `label`, `x`, `y` (in tiles, y counted downwards), `value_text`,
        `detail`, and either `shade_state` (a state's code) or `share` (0 to 1; missing where it
        is not known, which is never drawn as 0).

    Returns
    -------
    plotly.graph_objects.Figure
        One trace. A point's `customdata` is `[area]`.

    Raises
    ------
    DashboardError
        If the palette has no such state.
    """
    look = _look(tiles)
    trace = {
        "type": "scatter",
        "mode": "markers+text",
        "x": tiles["x"].tolist(),
        "y": (tiles["y"] * _STEP).tolist(),
        **canvas.filled(look.roles, look.drawn),
    }
    return canvas.figure(trace, {}, {}, 400)
