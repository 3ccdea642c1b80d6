"""A chart as a picture to take away: on white, and above it all that the page says around it."""

import textwrap
from collections.abc import Sequence
from typing import Final

import plotly.graph_objects as go

from analysis.charts import canvas, key

WIDTH: Final = 900
_INK: Final = "#0B0C0C"
_HEADING: Final = 20
_SMALL: Final = 12
_LINE: Final = 16
_CHARACTERS: Final = 135
_LABELS: Final = 44  # room for the labels of an axis along the top


def picture(figure: go.Figure, title: str, about: Sequence[tuple[str, str]]) -> go.Figure:
    """Add to a chart what it says on the page around it.

    Parameters
    ----------
    figure
        One of our charts; it is not changed.
    about
        Lines of a name and a text, such as Filters and Data as of.

    Returns
    -------
    plotly.graph_objects.Figure
        The same marks, `WIDTH` pixels wide.
    """
    lines = [line for name, text in about for line in _wrapped(f"{name}: {text}")]
    heading = f"<b><span style='font-size:{_HEADING}px'>{canvas.plain(title)}</span></b>"
    head = 2 * _HEADING + _LINE * len(lines) + _LABELS
    drawn = figure.to_dict()
    layout, height = drawn["layout"], drawn["layout"]["height"]
    layout |= {
        "title": {
            "text": "<br>".join([heading, *lines]),
            "font": {"size": _SMALL, "color": _INK},
            "xref": "container",
            "yref": "container",
            "yanchor": "top",
            "x": 0,
            "y": 1,
            "pad": {"l": 2 * key.EDGE, "t": _HEADING},
        },
        "width": WIDTH,
        "height": height + head,
        "margin": layout["margin"] | {"t": head},
        "paper_bgcolor": "white",
        "plot_bgcolor": "white",
    }
    bar = drawn["data"][-1]["marker"]["colorbar"]
    bar["y"] *= height / layout["height"]
    return go.Figure(drawn["data"], layout, _validate=False)


def picture_config(name: str, form: str) -> dict[str, object]:
    """What Plotly is told of a picture: one button, that saves it as "png" or "svg"."""
    saved = {"format": form, "filename": name, "width": WIDTH, "scale": 2 if form == "png" else 1}
    buttons = {"displayModeBar": True, "displaylogo": False, "modeBarButtons": [["toImage"]]}
    return {**canvas.CONFIG, **buttons, "toImageButtonOptions": saved}


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(canvas.plain(text), _CHARACTERS)
