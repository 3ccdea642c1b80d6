"""The key beneath a chart: each role's colour, symbol and word."""

from collections.abc import Sequence
from typing import Final

from analysis.palette import Role

Spec = dict[str, object]

# Streamlit draws this very colour as strong text, dark on light and light on dark; elsewhere it
# is almost black. Its own colour for labels is too faint on white (3.7 where 4.5 is wanted).
LABEL: Final = "#000037"
HEIGHT: Final = 68
EDGE: Final = 4
_GAP: Final = 10
_BAR: Final = 12
_FONT: Final = 10
# As wide as the page on the narrowest screen: 320 pixels, or 1280 at four times the size.
_WIDTH: Final = 288


def trace(roles: Sequence[Role], total: int) -> Spec:
    """Draw the key at the foot of a figure that is `total` pixels high, in `HEIGHT` of them."""
    # A stepped colour scale: unlike a legend it keeps its height on a narrow page, and hides no
    # state when it is clicked. It belongs to a trace that draws nothing, because Plotly warns
    # about bars that are coloured by number.
    scale = {
        "color": [0],
        "colorscale": steps(roles),
        "cmin": -0.5,
        "cmax": len(roles) - 0.5,
        "colorbar": _bar(roles, total),
    }
    return {"type": "scatter", "x": [None], "y": [None], "hoverinfo": "skip", "marker": scale}


def steps(roles: Sequence[Role]) -> list[list[object]]:
    """A colour scale of equal steps, one for each role."""
    size = len(roles)
    edges = [(place / size, (place + 1) / size, role.fill) for place, role in enumerate(roles)]
    return [[edge, fill] for start, end, fill in edges for edge in (start, end)]


def _bar(roles: Sequence[Role], total: int) -> Spec:
    return {
        "orientation": "h",
        "xref": "container",
        "yref": "container",
        "x": 0,
        "xanchor": "left",
        "lenmode": "pixels",
        "len": _WIDTH,
        "xpad": EDGE,
        "y": (HEIGHT - _GAP) / total,
        "yanchor": "top",
        "ypad": 0,
        "thickness": _BAR,
        "outlinewidth": 0,
        "ticks": "",
        "tickangle": 0,
        "ticklabeloverflow": "allow",
        "tickfont": {"size": _FONT, "color": LABEL},
        "tickvals": list(range(len(roles))),
        "ticktext": [_text(role) for role in roles],
    }


def _text(role: Role) -> str:
    return "<br>".join([role.symbol, *role.word.split()] if role.symbol else [role.word])
