"""A map of equal hexagons: every area has the same room, and nothing is fetched to draw it."""

import math
from dataclasses import dataclass
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from analysis import palette
from analysis.charts import canvas
from analysis.charts.key import Spec
from analysis.palette import Role

# Pixels from flat side to flat side: three abreast still fit a page of 320 pixels.
_TILE: Final = 92
_CORNERS: Final = _TILE * 2 / math.sqrt(3)
_TEXT: Final[Spec] = {"type": "scatter", "mode": "markers+text", "cliponaxis": False}
_HEXAGON: Final[Spec] = {"symbol": "hexagon", "size": _CORNERS, "opacity": 1}
_STEP: Final = math.sqrt(3) / 2
_NAME: Final = 10
# How far below the middle of a tile the small hexagon of a ghost is, in tiles, and its size.
_LOW: Final = 0.36
_SMALL: Final = 0.2


@dataclass(frozen=True)
class Look:
    """Which roles a map uses: all those of its key, and one for each tile."""

    roles: tuple[Role, ...]
    drawn: list[Role]


def tile_map(tiles: pd.DataFrame, lifted: pd.DataFrame | None = None) -> go.Figure:
    """Draw one hexagon per area that has a place, coloured by its state or by a share.

    Parameters
    ----------
    tiles
        One row per area: `area`, `label`, `x`, `y` (in tiles, y counted downwards), `value_text`,
        `detail`, and either `shade_state` (a state's code) or `share` (0 to 1; missing where it
        is not known, which is never drawn as 0).
    lifted
        The same without any filter, all areas: those that the filters leave out are drawn faintly,
        and those that the filters change hold a small hexagon of what they would be.

    Returns
    -------
    plotly.graph_objects.Figure
        At most three traces, one more for what is faint, the last for the key only.
        A point's `customdata` is `[area]`.

    Raises
    ------
    DashboardError
        If the palette has no such state.
    """
    tiles = tiles.dropna(subset=["x", "y"])
    shaded, frame = look(tiles), tiles if lifted is None else lifted.dropna(subset=["x", "y"])
    points: canvas.Points = {
        "x": tiles["x"].tolist(),
        "y": (tiles["y"] * _STEP).tolist(),
        "text": _texts(tiles, shaded.drawn),
        "hovertext": hovers(tiles),
        "customdata": tiles[["area"]].to_numpy().tolist(),
    }
    marks = canvas.Marks(_TEXT, points, shaded.drawn, _HEXAGON)
    down = _extent(frame["y"] * _STEP, _CORNERS / _TILE / 2)
    height = math.ceil((down[1] - down[0]) * _TILE)
    # One scale for both axes: the hexagons touch whatever the width of the page.
    axes = (
        canvas.hidden(_extent(frame["x"], 0.5))
        | {"constrain": "domain", "constraintoward": "left"},
        canvas.hidden(down[::-1]) | {"scaleanchor": "x", "constrain": "domain"},
    )
    return canvas.figure(marks, axes, height, shaded.roles, _ghosts(tiles, frame))


def describe_tiles(tiles: pd.DataFrame) -> str:
    """Say what the map shows, for those who cannot see it: every area with its words.

    Parameters
    ----------
    tiles
        As for `tile_map`.
    """
    labels = zip(tiles["label"], tiles["value_text"], look(tiles).drawn, strict=True)
    parts = [
        f"{canvas.plain(label)} {canvas.plain(value)}, {role.word}" for label, value, role in labels
    ]
    return f"Map of {canvas.counted(len(tiles), 'area')}: {'; '.join(parts)}."


def _ghosts(tiles: pd.DataFrame, lifted: pd.DataFrame) -> canvas.Ghosts:
    """What lifting the filters would change: areas left out, and those with another figure."""
    now = tiles.set_index("area")["value_text"]
    values = lifted["area"].map(now)
    faint = lifted[values != lifted["value_text"]]
    beside, roles = faint["area"].isin(now.index).tolist(), look(faint).drawn
    texts = _texts(faint, roles)
    points: canvas.Points = {
        "x": faint["x"].tolist(),
        "y": [y * _STEP + _LOW * at for y, at in zip(faint["y"], beside, strict=True)],
        "text": ["" if at else text for text, at in zip(texts, beside, strict=True)],
        "hovertext": [f"{canvas.LIFTED}{text}" for text in hovers(faint)],
        "customdata": faint[["area"]].to_numpy().tolist(),
    }
    sizes = [_CORNERS * (_SMALL if at else 1) for at in beside]
    return canvas.Ghosts(_TEXT, points, roles, beside, {"symbol": "hexagon", "size": sizes})


def look(tiles: pd.DataFrame) -> Look:
    """The roles of areas shaded by a state or by a share."""
    colours = palette.load()
    if "shade_state" in tiles:
        drawn = [palette.find(colours.states, code) for code in tiles["shade_state"]]
        return Look(colours.states, drawn)
    steps = [colours.step(None if pd.isna(share) else share) for share in tiles["share"]]
    return Look((*colours.shares, colours.no_share), steps)


def _extent(centres: pd.Series, reach: float) -> list[float]:
    if centres.empty:  # no area has a place: a hub whose tiles nobody has laid out
        return [-reach, reach]
    return [float(centres.min()) - reach, float(centres.max()) + reach]


def _texts(tiles: pd.DataFrame, drawn: list[Role]) -> list[str]:
    labels = zip(tiles["label"], tiles["value_text"], drawn, strict=True)
    return [
        f"{canvas.wrapped(label, _NAME)}<br><b>{canvas.plain(f'{role.symbol} {value}')}</b>"
        for label, value, role in labels
    ]


def hovers(tiles: pd.DataFrame) -> list[str]:
    """What each area says when it is pointed at."""
    return [
        f"<b>{canvas.plain(label)}</b>: {canvas.plain(value)}<br>{canvas.plain(detail)}"
        for label, value, detail in zip(
            tiles["label"], tiles["value_text"], tiles["detail"], strict=True
        )
    ]
