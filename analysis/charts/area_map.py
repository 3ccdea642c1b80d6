"""A map of the areas' real outlines, drawn without asking anything of another machine."""

from collections.abc import Sequence
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import canvas, key, room, tiles
from analysis.charts.key import Spec
from analysis.palette import Role

_HEIGHT: Final = 520
_NAME: Final = 10
_FONT: Final = 11
# Names reach beyond small areas onto other fills: dark, with a light edge, they show on all.
_INK: Final = "#0B0C0C"
_EDGES: Final = (
    "1px 0",
    "-1px 0",
    "0 1px",
    "0 -1px",
    "1px 1px",
    "-1px -1px",
    "1px -1px",
    "-1px 1px",
)
_HALO: Final = ", ".join(f"{edge} 1px #FFFFFF" for edge in _EDGES)
_BORDER: Final[Spec] = {"color": "#FFFFFF", "width": 1}
_FAINTNESS: Final = 0.25
_GHOST: Final = 16
_ROOM: Final = 0.03
_BELOW: Final = 0.06


def area_map(
    shaded: pd.DataFrame, outlines: pd.DataFrame, lifted: pd.DataFrame | None = None
) -> go.Figure:
    """Draw each area's outline, coloured by its state or by a share, with its name and figure.

    A name that would lie on another label is left off, those of the largest areas last; its figure
    stays, and the table has all names.

    Parameters
    ----------
    shaded
        As for `tile_map`; where a tile lies is not looked at.
    outlines
        `areas.outlines`.
    lifted
        The same as `shaded` without any filter, all areas: those that the filters leave out are
        drawn faintly, and those that the filters change hold a mark of what they would be.

    Returns
    -------
    plotly.graph_objects.Figure
        Areas, their names and the key, and up to two traces of what is faint. A point's
        `customdata` is `[area]`.

    Raises
    ------
    DashboardError
        If the palette has no such state.
    """
    look = tiles.look(shaded)
    middles = _middles(outlines)
    faint = [] if lifted is None else _ghosts(shaded, lifted, outlines, middles)
    areas = _areas(shaded, look, outlines) | {"hovertext": tiles.hovers(shaded)}
    height = key.EDGE + _HEIGHT + key.HEIGHT
    layout = {
        **canvas.plain_layout(height),
        "xaxis": canvas.hidden([0, 1]),
        "yaxis": canvas.hidden([0, 1]),
        "geo": {
            "visible": False,
            "bgcolor": "rgba(0,0,0,0)",
            "projection": {"type": "mercator"},
            "lonaxis": {"range": _reach(outlines["xs"])},
            "lataxis": {"range": _reach(outlines["ys"])},
        },
    }
    drawn = [areas, *faint, _names(shaded, look, outlines), key.trace(look.roles, height)]
    return go.Figure(drawn, layout, _validate=False)


def map_of_areas(
    shaded: pd.DataFrame, outlines: pd.DataFrame, lifted: pd.DataFrame | None = None
) -> go.Figure:
    """Draw the areas by their outlines where all of them have one, else as tiles: `area_map`."""
    if set(shaded["area"]) <= set(outlines["area"]):
        return area_map(shaded, outlines, lifted)
    return tiles.tile_map(shaded, lifted)


def _reach(rings: pd.Series) -> list[float]:
    """From the lowest to the highest of all points, with a little room."""
    low, high = min(map(min, rings)), max(map(max, rings))
    room = (high - low) * _ROOM
    return [float(low - room), float(high + room)]


def _areas(shaded: pd.DataFrame, look: tiles.Look, outlines: pd.DataFrame) -> Spec:
    codes = [role.code for role in look.roles]
    shapes = outlines[outlines["area"].isin(shaded["area"])]
    return {
        "type": "choropleth",
        "geojson": _geojson(shapes),
        "featureidkey": "id",
        "locations": shaded["area"].tolist(),
        "z": [codes.index(role.code) for role in look.drawn],
        "zmin": -0.5,
        "zmax": len(codes) - 0.5,
        "colorscale": key.steps(look.roles),
        "showscale": False,
        "hoverinfo": "text",
        "customdata": shaded[["area"]].to_numpy().tolist(),
        "marker": {"line": _BORDER},
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _geojson(outlines: pd.DataFrame) -> Spec:
    features = [
        {
            "type": "Feature",
            "id": area,
            "properties": {},
            "geometry": {"type": "MultiPolygon", "coordinates": _polygons(rings)},
        }
        for area, rings in outlines.groupby("area", sort=False)
    ]
    return {"type": "FeatureCollection", "features": features}


def _polygons(rings: pd.DataFrame) -> list[list[list[list[float]]]]:
    return [
        [_points(xs, ys) for xs, ys in zip(polygon["xs"], polygon["ys"], strict=True)]
        for _, polygon in rings.groupby("polygon", sort=True)
    ]


def _points(xs: Sequence[float], ys: Sequence[float]) -> list[list[float]]:
    return [[float(x), float(y)] for x, y in zip(xs, ys, strict=True)]


def _names(shaded: pd.DataFrame, look: tiles.Look, outlines: pd.DataFrame) -> Spec:
    here = _middles(outlines).loc[shaded["area"]]
    names = [canvas.wrapped(label, _NAME) for label in shaded["label"]]
    figures = [
        canvas.plain(f"{role.symbol} {value}")
        for value, role in zip(shaded["value_text"], look.drawn, strict=True)
    ]
    reach = (_reach(outlines["xs"]), _reach(outlines["ys"]))
    points = list(zip(here["middle_x"], here["middle_y"], strict=True))
    middles = room.placed(points, reach, _HEIGHT)
    labels = [
        room.box(middle, [*name.split("<br>"), figure])
        for middle, name, figure in zip(middles, names, figures, strict=True)
    ]
    alone = [room.box(middle, [figure]) for middle, figure in zip(middles, figures, strict=True)]
    named = room.with_room(labels, alone, _largest_first(shaded, outlines))
    return {
        **_at(shaded, _middles(outlines)),
        "mode": "text",
        "text": [
            f"{name}<br><b>{figure}</b>" if place in named else f"<b>{figure}</b>"
            for place, (name, figure) in enumerate(zip(names, figures, strict=True))
        ],
        "textfont": {"color": _INK, "size": _FONT, "shadow": _HALO},
        # A click belongs to the area beneath its name.
        "hoverinfo": "skip",
    }


def _middles(outlines: pd.DataFrame) -> pd.DataFrame:
    return outlines.drop_duplicates("area").set_index("area")[["middle_x", "middle_y"]]


def _largest_first(shaded: pd.DataFrame, outlines: pd.DataFrame) -> list[int]:
    """The places of the areas, those that reach furthest first."""
    spans = outlines.assign(
        across=outlines["xs"].map(lambda xs: max(xs) - min(xs)),
        down=outlines["ys"].map(lambda ys: max(ys) - min(ys)),
    )
    size = (spans["across"] * spans["down"]).groupby(spans["area"]).sum()
    here = shaded["area"].map(size).reset_index(drop=True)
    return [int(place) for place in here.sort_values(ascending=False, kind="stable").index]


def _at(shaded: pd.DataFrame, middles: pd.DataFrame) -> Spec:
    here = middles.loc[shaded["area"]]
    return {
        "type": "scattergeo",
        "lon": here["middle_x"].tolist(),
        "lat": here["middle_y"].tolist(),
    }


def _ghosts(
    shaded: pd.DataFrame, lifted: pd.DataFrame, outlines: pd.DataFrame, middles: pd.DataFrame
) -> list[Spec]:
    """What lifting the filters would change: areas left out, and those with another figure."""
    now = shaded.set_index("area")["value_text"]
    is_out = ~lifted["area"].isin(now.index)
    is_changed = ~is_out & (lifted["area"].map(now) != lifted["value_text"])
    gone, other = lifted[is_out], lifted[is_changed]
    traces = []
    if len(gone):
        traces.append(_areas(gone, tiles.look(gone), outlines) | _faintly(gone))
    if len(other):
        marks = {"color": [role.fill for role in _drawn(other)], "size": _GHOST, "opacity": 0.6}
        low, high = _reach(outlines["ys"])
        below = middles.assign(middle_y=middles["middle_y"] - (high - low) * _BELOW)
        drawn = {"mode": "markers", "marker": {**marks, "line": _BORDER}}
        traces.append({**_at(other, below), **drawn, **_told(other)})
    return traces


def _drawn(shaded: pd.DataFrame) -> Sequence[Role]:
    return tiles.look(shaded).drawn


def _faintly(gone: pd.DataFrame) -> Spec:
    faint = {"marker": {"opacity": _FAINTNESS}}
    return {
        **_told(gone),
        "marker": {"line": _BORDER, "opacity": _FAINTNESS},
        "selected": faint,
        "unselected": faint,
    }


def _told(lifted: pd.DataFrame) -> Spec:
    return {
        "name": canvas.GHOSTS,
        "hoverinfo": "text",
        "hovertext": [f"{canvas.LIFTED}{text}" for text in tiles.hovers(lifted)],
    }
