"""What every chart shares: safe text, the key, the frame of the figure."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from analysis import palette
from analysis.charts import base_map, key
from analysis.charts.key import Spec
from analysis.palette import Role

Points = Mapping[str, Sequence[object]]

# A mode bar adds seven tab stops and nothing we need; a click may only choose, never zoom.
CONFIG: Final[dict[str, object]] = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
    "topojsonURL": base_map.URL,
}

# Plotly draws any < > in a label as markup, links included.
_MARKUP: Final = str.maketrans({"<": "", ">": ""})
# Half transparent, it shows on a light and on a dark page.
_OUTLINE: Final[Spec] = {"color": "rgba(127,127,127,0.55)", "width": 1}
_BOLD: Final = 3
_OPACITY: Final = 0.25
_STRIP_OPACITY: Final = 0.6
# How much of a row the strip of a ghost takes, and the gap above it.
STRIP: Final = 0.2
ROOM: Final = 0.24
GHOSTS: Final = "without the filters"
LIFTED: Final = "Without the filters: "
_FAINT: Final = "rgba(127,127,127,0.25)"
_FONT: Final = 13
# Bars, because they stretch with the page, take a click and are cheap: heat maps give no
# selection, and markers keep their size in pixels. Their text shrinks until it fits.
BARS: Final[Spec] = {
    "type": "bar",
    "textposition": "inside",
    "insidetextanchor": "middle",
    "textangle": 0,
    "constraintext": "inside",
}
BOXES: Final[Spec] = {**BARS, "width": 0.95}


def plain(text: object) -> str:
    """Text that a chart draws as it is written: on one line, without `<` and `>`."""
    return " ".join(str(text).translate(_MARKUP).split())


def wrapped(text: object, width: int, lines: int = 2) -> str:
    """Text broken at words into a few lines of about `width` characters, the rest cut by "…"."""
    parts = textwrap.wrap(
        plain(text), width, max_lines=lines, placeholder="…", break_long_words=False
    )
    return "<br>".join(parts)


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: "1 cell", "2 cells"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def tallied(roles: Sequence[Role], codes: Iterable[str]) -> str:
    """Count how often each role occurs, in the palette's order: "3 covered, 2 gaps"."""
    counts = Counter(codes)
    present = [(counts[role.code], role) for role in roles if counts[role.code]]
    return ", ".join(
        f"{number} {role.word if number == 1 else role.many}" for number, role in present
    )


@dataclass(frozen=True)
class Marks:
    """What a chart draws: `roles` and each sequence of `points` have one entry per mark, in order.

    `kind` and `marker` hold for all of them. Those in `outlined` stand out by their edge.
    """

    kind: Spec
    points: Points
    roles: Sequence[Role]
    marker: Spec = field(default_factory=dict)
    outlined: Sequence[bool] = ()


@dataclass(frozen=True)
class Ghosts:
    """What lifting the filters would bring back: marks drawn faintly, one entry per mark.

    Those in `beside` are strips beside a mark that stands there now; all others stand alone.
    """

    kind: Spec
    points: Points
    roles: Sequence[Role]
    beside: Sequence[bool]
    marker: Spec = field(default_factory=dict)


def meet(shown: pd.DataFrame, faint: pd.DataFrame, place: list[str]) -> list[bool]:
    """Which marks have a strip of a ghost at their place."""
    strips = set(map(tuple, faint.loc[faint["beside"], place].to_numpy().tolist()))
    return [tuple(found) in strips for found in shown[place].to_numpy().tolist()]


def raised(points: Points, short: Sequence[bool]) -> Points:
    """The boxes, those in `short` less high, so that a strip has room beneath them."""
    heights = zip(points["y"], short, strict=True)
    return {**points, "y": [float(str(high)) - ROOM * is_short for high, is_short in heights]}


def boxes(columns: Iterable[int], rows: Iterable[int]) -> Points:
    """Place one box at each column and row of a grid."""
    bases = [row - 0.47 for row in rows]
    return {"x": list(columns), "base": bases, "y": [0.94] * len(bases)}


def across(labels: Sequence[str]) -> Spec:
    """Draw the axis along the top, one label a column; where they would touch, they are turned."""
    return _axis([plain(label) for label in labels]) | {
        "range": [-0.5, len(labels) - 0.5],
        "side": "top",
        "autotickangles": [0, -90],
    }


def down(labels: Sequence[str], *, lines: bool = False) -> Spec:
    """Draw the axis along the left, one label a row, the first at the top."""
    return _axis(labels) | {
        "range": [len(labels) - 0.5, -0.5],
        "showgrid": lines,
        "gridcolor": _FAINT,
    }


def hidden(extent: Sequence[float]) -> Spec:
    """Leave an axis undrawn, from one end to the other."""
    return {"range": list(extent), "visible": False, "fixedrange": True}


def strips(columns: Iterable[int], rows: Iterable[int], beside: Sequence[bool]) -> Points:
    """Place a box at each column and row of a grid, those in `beside` at its foot only."""
    found = list(zip(rows, beside, strict=True))
    return {
        "x": list(columns),
        "base": [row + (0.47 - STRIP if is_strip else -0.47) for row, is_strip in found],
        "y": [STRIP if is_strip else 0.94 for _, is_strip in found],
    }


def figure(
    marks: Marks,
    axes: tuple[Spec, Spec],
    height: int,
    roles: Sequence[Role],
    ghosts: Ghosts | None = None,
) -> go.Figure:
    """Draw marks on their axes (across, down), with the key of `roles` beneath.

    `height` is that of the axes, in pixels. The background is the page's own.
    """
    total = key.EDGE + height + key.HEIGHT
    layout = {**plain_layout(total), "xaxis": axes[0], "yaxis": axes[1]}
    # Plotly's check of each property costs more than all else here; the tests have it made.
    faint = [_faint(ghosts)] if ghosts and ghosts.roles else []
    return go.Figure([*_traces(marks), *faint, key.trace(roles, total)], layout, _validate=False)


def plain_layout(height: int) -> Spec:
    """What all figures of a height share: the page's background, room for the key, no zoom."""
    return {
        "template": {},
        "height": height,
        "margin": {"l": key.EDGE, "r": key.EDGE, "t": key.EDGE, "b": key.HEIGHT, "pad": key.EDGE},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "barmode": "overlay",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"align": "left", "font": {"color": key.LABEL}},
    }


def is_faint(figure: go.Figure) -> bool:
    """Whether something on a chart is drawn faintly: what it would be without the filters."""
    return any(trace.name == GHOSTS for trace in figure.data)


def _traces(marks: Marks) -> list[Spec]:
    # One trace for each ink, not for each role: once a mark is clicked, Plotly fades the text of
    # all others, unless told a colour for it, and it takes only one colour for a trace.
    inks = sorted({role.ink for role in marks.roles})
    return [_trace(marks, ink) for ink in inks]


def _trace(marks: Marks, ink: str) -> Spec:
    chosen = palette.load().chosen
    kept = [role.ink == ink for role in marks.roles]
    fills = [role.fill for role in compress(marks.roles, kept)]
    return {
        "hoverinfo": "text",
        "textfont": {"color": ink, "size": _FONT},
        "selected": {"marker": {"color": chosen.fill}, "textfont": {"color": chosen.ink}},
        "unselected": {"marker": {"opacity": 1}, "textfont": {"color": ink}},
        **marks.kind,
        **{name: list(compress(values, kept)) for name, values in marks.points.items()},
        "marker": {**marks.marker, "color": fills, "line": _edges(marks, kept)},
    }


def _faint(ghosts: Ghosts) -> Spec:
    faintness = [_STRIP_OPACITY if is_strip else _OPACITY for is_strip in ghosts.beside]
    as_it_is: Spec = {"textfont": {"color": key.LABEL}}
    return {
        "name": GHOSTS,
        "hoverinfo": "text",
        "textfont": {"color": key.LABEL, "size": _FONT},
        "selected": as_it_is,
        "unselected": as_it_is,
        **ghosts.kind,
        **ghosts.points,
        "marker": {
            **ghosts.marker,
            "color": [role.fill for role in ghosts.roles],
            "opacity": faintness,
            "line": _OUTLINE,
        },
    }


def _edges(marks: Marks, kept: Sequence[bool]) -> Spec:
    if not marks.outlined:
        return _OUTLINE
    stands_out = list(compress(marks.outlined, kept))
    return {
        "color": [key.LABEL if out else _OUTLINE["color"] for out in stands_out],
        "width": [_BOLD if out else _OUTLINE["width"] for out in stands_out],
    }


def _axis(labels: Sequence[str]) -> Spec:
    return {
        "tickvals": list(range(len(labels))),
        "ticktext": list(labels),
        "tickfont": {"color": key.LABEL},
        "automargin": True,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
    }
