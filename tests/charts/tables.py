"""Small tables for the tests of the charts, written as text."""

import re
from io import StringIO
from types import SimpleNamespace

import pandas as pd
import plotly.graph_objects as go

GRID = """
row     | row_label | column | column_label | state          | partners | enquiries | unsure | whole_hub | target | reason
schools | Schools   | derby  | Derby        | covered        | 3        | 1         | 0      | 1         | 2      |
schools | Schools   | peak   | High Peak    | fragile        | 1        | 0         | 2      | 0         | 2      |
lasting | Lasting   | derby  | Derby        | waiting        | 0        | 4         | 1      | 0         | 2      |
lasting | Lasting   | peak   | High Peak    | unknown        | 0        | 0         | 5      | 0         | 2      |
access  | Access    | derby  | Derby        | gap            | 0        | 0         | 0      | 0         | 2      |
access  | Access    | peak   | High Peak    | not-applicable | 1        | 0         | 0      | 0         | 2      | No schools here
"""  # noqa: E501 - a table is easier to check when its columns stand under each other
TALLY = """
term  | label   | state   | cells
derby | Derby   | gap     | 1
derby | Derby   | covered | 2
derby | Derby   | fragile | 0
peak  | Hi Peak | covered | 1
peak  | Hi Peak | gap     | 2
peak  | Hi Peak | fragile | 0
"""
MARKS = """
organisation | area  | area_label | mark
Birch        | derby | Derby      | partner
Birch        | peak  | High Peak  | whole_hub
Ash          | peak  | High Peak  | enquiry
Cedar        | derby | Derby      | unsure
"""
TILES = """
area  | label            | x   | y | value_text | detail       | shade_state | share
derby | Derby            | 0   | 0 | 4 of 5     | one gap      | covered     | 0.8
peak  | High Peak        | 0.5 | 1 | 0 of 5     | five gaps    | gap         | 0
dales | Derbyshire Dales | 1.5 | 1 | none       | not counted  | unknown     |
"""
BESIDE = """
area  | label            | covered | cells | need | need_unit | need_middle | quadrant
derby | Derby            | 4       | 5     | 10   | percent   | 25          | low-covered
peak  | High Peak        | 0       | 5     | 40   | percent   | 25          | cold-spot
dales | Derbyshire Dales | 1       | 5     |      |           | 25          | not-known
"""


def read(text: str) -> pd.DataFrame:
    frame = pd.read_csv(StringIO(re.sub(r" *\| *", "|", text.strip())), sep="|")
    return frame.rename(columns=str.strip)


def cells() -> pd.DataFrame:
    return read(GRID)


def one_dimension() -> pd.DataFrame:
    return cells().query("column == 'derby'").assign(column="", column_label="")


def before_and_after(after: pd.DataFrame | None = None) -> pd.DataFrame:
    """The grid of `cells`, that was one partner in Derby's Schools and in High Peak's Lasting."""
    now = cells() if after is None else after
    counts = ["partners", "enquiries", "unsure", "whole_hub"]
    told = now.assign(**{f"{name}_before": now[name] for name in ("state", *counts)})
    told.loc[[0, 3], ["state_before", "partners_before"]] = ["fragile", 1]
    return told


def tally() -> pd.DataFrame:
    return read(TALLY)


def marks() -> pd.DataFrame:
    return read(MARKS)


def tiles_by_state() -> pd.DataFrame:
    return read(TILES).drop(columns="share")


def tiles_by_share() -> pd.DataFrame:
    return read(TILES).drop(columns="shade_state")


def beside() -> pd.DataFrame:
    return read(BESIDE)


def shown(figure: go.Figure) -> SimpleNamespace:
    """Every mark of a figure, the key left out: rows from the top, each from left to right."""
    marks = [mark for trace in figure.data[:-1] for mark in _marks(trace)]
    across, down = ("base", "y") if figure.data[0].orientation == "h" else ("x", "base")
    marks.sort(key=lambda mark: (mark[down], mark[across]))
    return SimpleNamespace(**{name: [mark[name] for mark in marks] for name in marks[0]})


def _marks(trace: go.Bar | go.Scatter) -> list[dict[str, object]]:
    named = {"x": trace.x, "y": trace.y, "text": trace.text, "hovertext": trace.hovertext}
    named |= {"customdata": map(list, trace.customdata), "fill": trace.marker.color}
    named |= {"base": getattr(trace, "base", trace.y), "ink": [trace.textfont.color] * len(trace.x)}
    return [dict(zip(named, values, strict=True)) for values in zip(*named.values(), strict=True)]
