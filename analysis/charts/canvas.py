"""What every chart shares: safe text, the key, the frame of the figure."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import plotly.graph_objects as go

from analysis import palette
from analysis.palette import Role

Spec = dict[str, object]

# A mode bar adds seven tab stops and nothing we need; a click may only choose, never zoom.
CONFIG: Final[dict[str, object]] = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
}

# Plotly draws any < > in a label as markup, links included.
_MARKUP: Final = str.maketrans({"<": "", ">": ""})
# Half transparent, it shows on a light and on a dark page.
_OUTLINE: Final = {"color": "rgba(127,127,127,0.55)", "width": 1}
_KEY_BAR: Final = 12
_KEY_HEIGHT: Final = 58
_KEY_FONT: Final = 11
_FONT: Final = 14
# Text shrinks until it fits its box, and is never turned.
_INSIDE: Final = {
    "textposition": "inside",
    "insidetextanchor": "middle",
    "textangle": 0,
    "constraintext": "inside",
}


def plain(text: object) -> str:
    """Text that a chart draws as it is written: on one line, without `<` and `>`."""
    return " ".join(str(text).translate(_MARKUP).split())


def wrapped(text: object, width: int, lines: int = 2) -> str:
    """Text broken at words into a few lines of about `width` characters, the rest cut by "…"."""
    parts = textwrap.wrap(plain(text), width, max_lines=lines, placeholder="…")
    return "<br>".join(parts)


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 cell", "2 cells"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def tallied(roles: Sequence[Role], codes: Iterable[str]) -> str:
    """How often each role occurs, in the palette's order: "3 covered, 1 gap"."""
    counts = Counter(codes)
    return ", ".join(f"{counts[role.code]} {role.word}" for role in roles if counts[role.code])


def boxes(columns: Sequence[int], rows: Sequence[int]) -> Spec:
    """A trace of one box at each place of a grid.

    Bars, because they stretch with the page, take a click and cost one trace: heat maps give no
    selection, and markers keep their size in pixels.
    """
    return {
        "type": "bar",
        "x": list(columns),
        "base": [row - 0.47 for row in rows],
        "y": [0.94] * len(rows),
        "width": 0.95,
    }


def filled(roles: Sequence[Role], drawn: Sequence[Role]) -> Spec:
    """The colours of a trace: the role of each point in `drawn`, with `roles` as its key.

    One trace with a stepped scale is far cheaper than a trace for each role, and its scale is a
    key that shrinks with the chart. A clicked point is inverted and the others stay as they are:
    Plotly's own way, fading the others, would leave white ink on pale fills.
    """
    chosen = palette.load().chosen
    return {
        "marker": _marker(roles, drawn),
        "textfont": {"color": [role.ink for role in drawn], "size": _FONT},
        "selected": {"marker": {"color": chosen.fill}, "textfont": {"color": chosen.ink}},
        "unselected": {"marker": {"opacity": 1}},
        "hoverinfo": "text",
        **_INSIDE,
    }


def across(labels: Sequence[str]) -> Spec:
    """The axis along the top, one label a column; where they would touch, they are turned."""
    return _axis(labels) | {
        "range": [-0.5, len(labels) - 0.5],
        "side": "top",
        "tickangle": "auto",
        "autotickangles": [0, 60, 90],
    }


def down(labels: Sequence[str]) -> Spec:
    """The axis along the left, one label a row, the first at the top."""
    return _axis(labels) | {"range": [len(labels) - 0.5, -0.5]}


def figure(trace: Spec, across: Spec, down: Spec, height: int) -> go.Figure:
    """One trace on two still axes, on the page's own background; `height` excludes the key."""
    layout = {
        "template": "none",
        "xaxis": across,
        "yaxis": down,
        "height": height + _KEY_HEIGHT,
        "margin": {"l": 4, "r": 4, "t": 4, "b": _KEY_HEIGHT, "pad": 4},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"align": "left"},
    }
    return go.Figure([trace], layout)


def _axis(labels: Sequence[str]) -> Spec:
    return {
        "tickvals": list(range(len(labels))),
        "ticktext": list(labels),
        "automargin": True,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
    }


def _marker(roles: Sequence[Role], drawn: Sequence[Role]) -> Spec:
    place = {role.code: position for position, role in enumerate(roles)}
    return {
        "color": [place[role.code] for role in drawn],
        "colorscale": _steps(roles),
        "cmin": -0.5,
        "cmax": len(roles) - 0.5,
        "line": _OUTLINE,
        "colorbar": _key(roles),
    }


def _steps(roles: Sequence[Role]) -> list[list[object]]:
    width = 1 / len(roles)
    return [
        [edge, role.fill]
        for position, role in enumerate(roles)
        for edge in (position * width, min((position + 1) * width, 1.0))
    ]


def _key(roles: Sequence[Role]) -> dict[str, object]:
    return {
        "orientation": "h",
        "thickness": _KEY_BAR,
        "len": 1,
        "x": 0.5,
        "y": 0,
        "yref": "container",
        "yanchor": "bottom",
        "ypad": 0,
        "outlinewidth": 0,
        "ticks": "",
        "tickangle": 0,
        "tickfont": {"size": _KEY_FONT},
        "tickvals": list(range(len(roles))),
        "ticktext": [_key_text(role) for role in roles],
    }


def _key_text(role: Role) -> str:
    return "<br>".join(part for part in (role.symbol, wrapped(role.word, 10)) if part)
