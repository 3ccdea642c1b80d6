"""Areas by their need and their cover, in one picture with two dividing lines."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from analysis import palette
from analysis.charts import canvas, key, labels
from analysis.charts.key import Spec
from analysis.palette import Role

_HEIGHT: Final = 420
_SIZE: Final = 24
_POINTS: Final[Spec] = {"type": "scatter", "mode": "markers+text", "cliponaxis": False}
_NAME: Final = 12
_FONT: Final = 12
# Room beyond the outermost points, of the plot; the band of areas without a figure is below.
_EDGE: Final = 0.14
_BAND: Final = 0.16
_LINE: Final[Spec] = {"color": "rgba(127,127,127,0.9)", "width": 1, "dash": "dash"}
_NEAR: Final = 0.08
_COLD: Final = "cold-spot"
_TINT: Final = 0.12


@dataclass(frozen=True)
class _Scale:
    """How figures of need become heights, from 0 at the foot to 1 at the top."""

    lowest: float
    highest: float
    has_band: bool
    is_rank: bool

    def height(self, need: float) -> float:
        if pd.isna(need):
            return _BAND / 2
        foot = (_BAND if self.has_band else 0) + _EDGE
        share = (need - self.lowest) / (self.highest - self.lowest or 1)
        share = 1 - share if self.is_rank else share
        return foot + (1 - _EDGE - foot) * (share if self.highest > self.lowest else 0.5)


def need_beside_cover(beside: pd.DataFrame, lifted: pd.DataFrame | None = None) -> go.Figure:
    """Draw one point per area: the higher its need, the higher; the more is safe, the righter.

    Parameters
    ----------
    beside
        `areas.beside`. An area without a figure of need stands in a band of its own beneath, and
        one to which no cell applies is not drawn; neither is ever drawn as 0.
    lifted
        The same without any filter, all areas: what the filters leave out or change is drawn
        faintly.

    Returns
    -------
    plotly.graph_objects.Figure
        At most three traces, one more for what is faint, the last for the key only. A point's
        `customdata` is `[area]`.
    """
    roles = palette.load().quadrants
    shown, scale = beside[beside["cells"] > 0], _scale(beside if lifted is None else lifted)
    drawn = _roles(shown)
    points: canvas.Points = {
        **_placed(shown, scale),
        "text": [role.symbol for role in drawn],
        "hovertext": _hovers(shown, drawn),
        "customdata": shown[["area"]].to_numpy().tolist(),
    }
    marks = canvas.Marks(_POINTS, points, drawn, {"symbol": "circle", "size": _SIZE})
    axes = (_across(), _down(beside, scale))
    ghosts = None if lifted is None else _ghosts(shown, lifted[lifted["cells"] > 0], scale)
    figure = canvas.figure(marks, axes, _HEIGHT, roles, ghosts)
    figure.layout.shapes = [_corner(beside, scale), *_lines(beside, scale)]
    figure.layout.annotations = [_corner_name(), *_names(shown, points)]
    return figure


def describe_need_beside_cover(beside: pd.DataFrame) -> str:
    """Say what the points show, for those who cannot see them: the areas of each quadrant.

    Parameters
    ----------
    beside
        As for `need_beside_cover`.
    """
    parts = [
        f"{role.meaning.capitalize()}: {', '.join(_in_words(area) for _, area in here.iterrows())}"
        for role in palette.load().quadrants
        if len(here := beside[beside["quadrant"] == role.code])
    ]
    return f"{canvas.counted(len(beside), 'area')} by need and by cover. {'. '.join(parts)}."


def figure_of(need: float) -> str:
    """A figure of need as it is told: "1,234" or "30.8"; "not known" where there is none."""
    return "not known" if pd.isna(need) else f"{need:,.6g}"


def _in_words(area: pd.Series) -> str:
    need = figure_of(area["need"])
    return f"{canvas.plain(area['label'])} ({area['covered']} of {area['cells']} safe, need {need})"


def _scale(beside: pd.DataFrame) -> _Scale:
    known = beside["need"].dropna()
    is_rank = bool((beside["need_unit"] == "rank").any())
    has_band = bool(beside["need"].isna().any())
    if known.empty:
        return _Scale(0, 0, has_band, is_rank)
    return _Scale(float(known.min()), float(known.max()), has_band, is_rank)


def _roles(beside: pd.DataFrame) -> list[Role]:
    return [palette.find(palette.load().quadrants, code) for code in beside["quadrant"]]


def _placed(beside: pd.DataFrame, scale: _Scale) -> dict[str, list[float]]:
    return {
        "x": [c / n for c, n in zip(beside["covered"], beside["cells"], strict=True)],
        "y": [scale.height(need) for need in beside["need"]],
    }


def _hovers(beside: pd.DataFrame, drawn: Sequence[Role]) -> list[str]:
    rows = zip(beside.to_dict("records"), drawn, strict=True)
    return [
        f"<b>{canvas.plain(area['label'])}</b><br>{role.symbol} {role.word}: {role.meaning}<br>"
        f"{area['covered']} of {area['cells']} safe<br>Need: {figure_of(area['need'])}"
        for area, role in rows
    ]


def _across() -> Spec:
    return canvas.hidden([-_EDGE, 1 + _EDGE]) | {
        "visible": True,
        "tickvals": [0, 0.5, 1],
        "ticktext": ["none safe", "half", "all safe"],
        "tickfont": {"color": key.LABEL},
        "side": "top",
        "showgrid": False,
        "zeroline": False,
    }


def _down(beside: pd.DataFrame, scale: _Scale) -> Spec:
    ticks = _ticks(beside, scale)
    return canvas.hidden([0, 1]) | {
        "visible": True,
        "tickvals": list(ticks),
        "ticktext": list(ticks.values()),
        "tickfont": {"color": key.LABEL},
        "automargin": True,
        "showgrid": False,
        "zeroline": False,
    }


def _ticks(beside: pd.DataFrame, scale: _Scale) -> dict[float, str]:
    """The middle figure, and the outermost where they stand apart from it."""
    ticks = {_BAND / 2: "not<br>known"} if scale.has_band else {}
    middle = _middle(beside)
    if pd.isna(middle):
        return ticks
    at = scale.height(middle)
    for need in (scale.lowest, scale.highest):
        if abs(scale.height(need) - at) > _NEAR:
            ticks[scale.height(need)] = figure_of(need)
    return {**ticks, at: f"middle<br>{figure_of(middle)}"}


def _middle(beside: pd.DataFrame) -> float:
    return float(beside["need_middle"].iloc[0]) if len(beside) else math.nan


def _lines(beside: pd.DataFrame, scale: _Scale) -> list[Spec]:
    """Both dividing lines, and the one above the areas without a figure."""
    foot = _BAND if scale.has_band else 0
    lines = [_line((0.5, 0.5), (foot, 1))]
    middle = _middle(beside)
    if pd.notna(middle):
        lines.append(_line((-_EDGE, 1 + _EDGE), (scale.height(middle),) * 2))
    if scale.has_band:
        lines.append(
            _line((-_EDGE, 1 + _EDGE), (_BAND, _BAND)) | {"line": {**_LINE, "dash": "solid"}}
        )
    return lines


def _corner(beside: pd.DataFrame, scale: _Scale) -> Spec:
    """The quadrant of high need and thin cover, faintly in its colour."""
    cold = palette.find(palette.load().quadrants, _COLD)
    middle = _middle(beside)
    foot = 1 if pd.isna(middle) else scale.height(middle)
    ends = {"x0": -_EDGE, "x1": 0.5, "y0": foot, "y1": 1}
    tint = {"fillcolor": cold.fill, "opacity": _TINT, "line": {"width": 0}}
    return {"type": "rect", "layer": "below", **tint, **ends}


def _corner_name() -> Spec:
    cold = palette.find(palette.load().quadrants, _COLD)
    at = {"x": -_EDGE, "y": 1, "xanchor": "left", "yanchor": "top", "showarrow": False}
    font = {"size": _FONT, "color": key.LABEL}
    return {**at, "text": f"<i>{cold.many.capitalize()}</i>", "font": font}


def _line(across: tuple[float, float], down: tuple[float, float]) -> Spec:
    ends = {"x0": across[0], "x1": across[1], "y0": down[0], "y1": down[1]}
    return {"type": "line", "layer": "below", "line": _LINE, **ends}


def _names(beside: pd.DataFrame, points: canvas.Points) -> list[Spec]:
    """Each area's name beside its point, as notes: a second text of the trace would hide it."""
    names = [canvas.wrapped(label, _NAME) for label in beside["label"]]
    whole = 1 + 2 * _EDGE
    at = [
        ((float(str(x)) + _EDGE) / whole, 1 - float(str(y)))
        for x, y in zip(points["x"], points["y"], strict=True)
    ]
    sides = labels.sides(at, names, _HEIGHT, _SIZE)
    return [
        {
            "x": x,
            "y": y,
            "text": name,
            "showarrow": False,
            "xanchor": side.anchor,
            "yanchor": "middle",
            "xshift": side.shift,
            "yshift": -side.down,
            "align": side.anchor,
            "font": {"size": _FONT, "color": key.LABEL},
        }
        for x, y, name, side in zip(points["x"], points["y"], names, sides, strict=True)
    ]


def _ghosts(beside: pd.DataFrame, lifted: pd.DataFrame, scale: _Scale) -> canvas.Ghosts:
    """What lifting the filters would change: areas left out, and those with other cover."""
    now = dict(zip(beside["area"], beside["covered"] / beside["cells"], strict=True))
    then = lifted["covered"] / lifted["cells"]
    faint = lifted[lifted["area"].map(now).ne(then)]
    roles, beside_now = _roles(faint), faint["area"].isin(list(now)).tolist()
    texts = zip(roles, beside_now, strict=True)
    points: canvas.Points = {
        **_placed(faint, scale),
        "text": ["" if at else role.symbol for role, at in texts],
        "hovertext": [f"{canvas.LIFTED}{text}" for text in _hovers(faint, roles)],
        "customdata": faint[["area"]].to_numpy().tolist(),
    }
    sizes = [_SIZE * (0.5 if at else 1) for at in beside_now]
    return canvas.Ghosts(_POINTS, points, roles, beside_now, {"symbol": "circle", "size": sizes})
