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
_FAINT: Final = "rgba(127,127,127,0.25)"
_EDGE: Final = 4
_KEY_BAR: Final = 12
_KEY_WORD: Final = 10
# As wide as the page on the narrowest screen: 320 pixels, or 1280 at four times the size.
_KEY_WIDTH: Final = 288
_KEY_GAP: Final = 10
_KEY_HEIGHT: Final = 68
_KEY_FONT: Final = 10
_FONT: Final = 13
# Streamlit draws this very colour as strong text, dark on light and light on dark; elsewhere it
# is almost black. Its own colour for labels is too faint on white (3.7 where 4.5 is wanted).
_LABEL: Final = "#000037"
# Text shrinks until it fits its box, and is never turned.
INSIDE: Final = {
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


def boxes(columns: Sequence[int], rows: Sequence[int]) -> Spec:
    """Begin a trace of one box at each place of a grid.

    Bars, because they stretch with the page, take a click and cost one trace: heat maps give no
    selection, and markers keep their size in pixels.
    """
    return {
        "type": "bar",
        "x": list(columns),
        "base": [row - 0.47 for row in rows],
        "y": [0.94] * len(rows),
        "width": 0.95,
        **INSIDE,
    }


def coloured(drawn: Sequence[Role]) -> Spec:
    """Fill each mark of a trace in its role's colour."""
    return {"color": [role.fill for role in drawn], "line": _OUTLINE}


def inked(drawn: Sequence[Role], size: int = _FONT) -> Spec:
    """Set a trace's text in the ink of each fill, and fill the point that is clicked anew.

    Plotly's own way to show a choice, fading all others, would leave white ink on pale fills. It
    cannot change the ink of one point alone, so the chosen fill has to carry either ink.
    """
    chosen = palette.load().chosen
    return {
        "textfont": {"color": [role.ink for role in drawn], "size": size},
        "selected": {"marker": {"color": chosen.fill}},
        "unselected": {"marker": {"opacity": 1}},
        "hoverinfo": "text",
    }


def across(labels: Sequence[str]) -> Spec:
    """Draw the axis along the top, one label a column; where they would touch, they are turned."""
    return _axis(labels) | {
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


def figure(trace: Spec, axes: tuple[Spec, Spec], height: int, roles: Sequence[Role]) -> go.Figure:
    """One trace on its axes (across, down), with the key of `roles` beneath.

    `height` is in pixels and excludes the key. The background is the page's own.
    """
    total = height + _KEY_HEIGHT
    layout = {
        "template": "none",
        "xaxis": axes[0],
        "yaxis": axes[1],
        "height": total,
        "margin": {"l": _EDGE, "r": _EDGE, "t": _EDGE, "b": _KEY_HEIGHT, "pad": _EDGE},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"align": "left", "font": {"color": _LABEL}},
    }
    return go.Figure([trace, _key(roles, total)], layout)


def _axis(labels: Sequence[str]) -> Spec:
    return {
        "tickvals": list(range(len(labels))),
        "ticktext": list(labels),
        "tickfont": {"color": _LABEL},
        "automargin": True,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
    }


def _key(roles: Sequence[Role], total: int) -> Spec:
    # A stepped colour scale: unlike a legend it keeps its height on a narrow page, and hides no
    # state when it is clicked. It belongs to a trace that draws nothing, because Plotly warns
    # about bars that are coloured by number.
    scale = {
        "color": [0],
        "colorscale": _steps(roles),
        "cmin": -0.5,
        "cmax": len(roles) - 0.5,
        "colorbar": _key_bar(roles, total),
    }
    return {"type": "scatter", "x": [None], "y": [None], "hoverinfo": "skip", "marker": scale}


def _steps(roles: Sequence[Role]) -> list[list[object]]:
    size = len(roles)
    edges = [(place / size, (place + 1) / size, role.fill) for place, role in enumerate(roles)]
    return [[edge, fill] for start, end, fill in edges for edge in (start, end)]


def _key_bar(roles: Sequence[Role], total: int) -> Spec:
    return {
        "orientation": "h",
        "xref": "container",
        "yref": "container",
        "x": 0.5,
        "lenmode": "pixels",
        "len": _KEY_WIDTH,
        "xpad": 0,
        "y": (_KEY_HEIGHT - _KEY_GAP) / total,
        "yanchor": "top",
        "ypad": 0,
        "thickness": _KEY_BAR,
        "outlinewidth": 0,
        "ticks": "",
        "tickangle": 0,
        "tickfont": {"size": _KEY_FONT, "color": _LABEL},
        "tickvals": list(range(len(roles))),
        "ticktext": [_key_text(role) for role in roles],
    }


def _key_text(role: Role) -> str:
    return "<br>".join(part for part in (role.symbol, wrapped(role.word, _KEY_WORD)) if part)
