"""How many cells of each term are in each state."""

from typing import Final

import pandas as pd
import plotly.graph_objects as go

from analysis import palette
from analysis.charts import canvas
from analysis.palette import Role

_ROW: Final = 34
_NAME: Final = 16


def state_bars(tally: pd.DataFrame) -> go.Figure:
    """Draw one stacked bar per term, its states in the palette's order.

    Parameters
    ----------
    tally
        One row per term and state, zeros included: `term`, `label`, `state`, `cells`.

    Returns
    -------
    plotly.graph_objects.Figure
        One trace; a state without cells takes no room. A point's `customdata` is `[term, state]`.

    Raises
    ------
    DashboardError
        If the palette has no such state.
    """
    states = palette.load().states
    labels = tally.drop_duplicates("term")["label"].tolist()
    segments = _segments(tally, states)
    drawn = [palette.find(states, code) for code in segments["state"]]
    points: canvas.Points = {
        "x": segments["cells"].tolist(),
        "base": segments["start"].tolist(),
        "y": segments["place"].tolist(),
        "text": [f"{s.symbol} {n}" for s, n in zip(drawn, segments["cells"], strict=True)],
        "hovertext": _hovers(segments, drawn),
        "customdata": segments[["term", "state"]].to_numpy().tolist(),
    }
    marks = canvas.Marks({**canvas.BARS, "orientation": "h", "width": 0.84}, points, drawn)
    across = canvas.hidden([0, int(tally.groupby("term")["cells"].sum().max())])
    down = canvas.down([canvas.wrapped(label, _NAME) for label in labels])
    return canvas.figure(marks, (across, down), _ROW * len(labels), states)


def describe_bars(tally: pd.DataFrame) -> str:
    """Say what the bars show, for those who cannot see them: every term's cells by state.

    Parameters
    ----------
    tally
        As for `state_bars`.
    """
    states = palette.load().states
    return " ".join(
        f"{canvas.plain(cells['label'].iloc[0])}: {_in_words(cells, states)}."
        for _, cells in tally.groupby("term", sort=False)
    )


def _in_words(cells: pd.DataFrame, states: tuple[Role, ...]) -> str:
    numbers = zip(cells["state"], cells["cells"], strict=True)
    return canvas.tallied(states, [state for state, number in numbers for _ in range(number)])


def _segments(tally: pd.DataFrame, states: tuple[Role, ...]) -> pd.DataFrame:
    ranks = {state.code: rank for rank, state in enumerate(states)}
    placed = tally.assign(place=pd.factorize(tally["term"])[0], rank=tally["state"].map(ranks))
    placed = placed.sort_values(["place", "rank"])
    placed["start"] = placed.groupby("place")["cells"].cumsum() - placed["cells"]
    return placed[placed["cells"] > 0]


def _hovers(segments: pd.DataFrame, drawn: list[Role]) -> list[str]:
    return [
        f"<b>{canvas.plain(label)}</b><br>{state.symbol} {state.word}: "
        f"{canvas.counted(number, 'cell')}"
        for label, number, state in zip(segments["label"], segments["cells"], drawn, strict=True)
    ]
