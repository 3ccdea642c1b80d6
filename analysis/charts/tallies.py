"""How many cells are in each state: of each term, or at the end of one day after another."""

from typing import Final

import pandas as pd
import plotly.graph_objects as go

from analysis import palette
from analysis.charts import canvas
from analysis.palette import Role

_ROW: Final = 34
_NAME: Final = 16
_BAR: Final = 0.84
_HEIGHT: Final = 340
# So many columns leave room for a symbol beside each number.
_ROOMY: Final = 14


def state_bars(tally: pd.DataFrame, lifted: pd.DataFrame | None = None) -> go.Figure:
    """Draw one stacked bar per term, its states in the palette's order.

    Parameters
    ----------
    tally
        One row per term and state, zeros included: `term`, `label`, `state`, `cells`.
    lifted
        The same without any filter, all terms: those that the filters leave out are drawn
        faintly, and those whose cells the filters change have a strip of what they would be.

    Returns
    -------
    plotly.graph_objects.Figure
        A trace for each ink and one for what is faint; a state without cells takes no room.
        A point's `customdata` is `[term, state]`.

    Raises
    ------
    DashboardError
        If the palette has no such state.
    """
    states = palette.load().states
    frame = tally if lifted is None else lifted
    labels = frame.drop_duplicates("term")["label"].tolist()
    order = {term: place for place, term in enumerate(frame["term"].drop_duplicates())}
    segments, faint = _segments(tally, states, order), _ghosts(tally, lifted, order)
    short = set(faint.loc[faint["beside"], "term"])
    drawn = [palette.find(states, code) for code in segments["state"]]
    points: canvas.Points = {
        "x": segments["cells"].tolist(),
        "base": segments["start"].tolist(),
        "y": segments["place"].tolist(),
        "text": [f"{s.symbol} {n}" for s, n in zip(drawn, segments["cells"], strict=True)],
        "hovertext": _hovers(segments, drawn),
        "customdata": segments[["term", "state"]].to_numpy().tolist(),
    }
    points = _above(points, [term in short for term in segments["term"]])
    marks = canvas.Marks({**canvas.BARS, "orientation": "h"}, points, drawn)
    across = canvas.hidden([0, int(frame.groupby("term")["cells"].sum().max())])
    down = canvas.down([canvas.wrapped(label, _NAME) for label in labels])
    return canvas.figure(marks, (across, down), _ROW * len(labels), states, _drawn(faint))


def over_time(tally: pd.DataFrame) -> go.Figure:
    """Draw one stacked column per day, its states in the palette's order, covered at the foot.

    Parameters
    ----------
    tally
        As for `state_bars`; its terms are days, in order.

    Returns
    -------
    plotly.graph_objects.Figure
        At most three traces, the last for the key only. A point's `customdata` is
        `[term, state]`.

    Raises
    ------
    DashboardError
        If the palette has no such state.
    """
    states = palette.load().states
    days = tally.drop_duplicates("term")
    order = {term: place for place, term in enumerate(days["term"])}
    segments = _segments(tally, states, order)
    drawn = [palette.find(states, code) for code in segments["state"]]
    counts = segments["cells"].tolist()
    is_roomy = len(days) <= _ROOMY
    points: canvas.Points = {
        "x": segments["place"].tolist(),
        "base": segments["start"].tolist(),
        "y": counts,
        "text": [
            f"{s.symbol} {n}" if is_roomy else str(n) for s, n in zip(drawn, counts, strict=True)
        ],
        "hovertext": _hovers(segments, drawn),
        "customdata": segments[["term", "state"]].to_numpy().tolist(),
    }
    marks = canvas.Marks({**canvas.BARS, "width": _BAR}, points, drawn)
    across = {**canvas.across(days["label"].tolist()), "side": "bottom"}
    down = canvas.hidden([0, int(tally.groupby("term")["cells"].sum().max())])
    return canvas.figure(marks, (across, down), _HEIGHT, states)


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


def _above(points: canvas.Points, short: list[bool]) -> canvas.Points:
    """The bars, those in `short` thinner and higher, so that a strip has room beneath them."""
    places = zip(points["y"], short, strict=True)
    rows = [float(str(row)) - canvas.ROOM / 2 * is_short for row, is_short in places]
    return {**points, "y": rows, "width": [_BAR - canvas.ROOM * is_short for is_short in short]}


def _ghosts(
    tally: pd.DataFrame, lifted: pd.DataFrame | None, order: dict[str, int]
) -> pd.DataFrame:
    """What lifting the filters would change: terms left out, and `beside` those that differ."""
    lifted = tally.head(0) if lifted is None else lifted
    counts = {term: list(cells["cells"]) for term, cells in tally.groupby("term", sort=False)}
    then = {term: list(cells["cells"]) for term, cells in lifted.groupby("term", sort=False)}
    changed = [term for term, cells in then.items() if counts.get(term) != cells]
    segments = _segments(lifted[lifted["term"].isin(changed)], palette.load().states, order)
    return segments.assign(beside=segments["term"].isin(list(counts)))


def _drawn(faint: pd.DataFrame) -> canvas.Ghosts:
    beside = faint["beside"].tolist()
    roles = [palette.find(palette.load().states, code) for code in faint["state"]]
    told = zip(roles, faint["cells"], beside, strict=True)
    foot = _BAR / 2 - canvas.STRIP / 2
    points: canvas.Points = {
        "x": faint["cells"].tolist(),
        "base": faint["start"].tolist(),
        "y": [row + foot * is_strip for row, is_strip in zip(faint["place"], beside, strict=True)],
        "width": [canvas.STRIP if is_strip else _BAR for is_strip in beside],
        "text": ["" if is_strip else f"{role.symbol} {n}" for role, n, is_strip in told],
        "hovertext": [f"{canvas.LIFTED}{text}" for text in _hovers(faint, roles)],
        "customdata": faint[["term", "state"]].to_numpy().tolist(),
    }
    return canvas.Ghosts({**canvas.BARS, "orientation": "h"}, points, roles, beside)


def _segments(tally: pd.DataFrame, states: tuple[Role, ...], order: dict[str, int]) -> pd.DataFrame:
    ranks = {state.code: rank for rank, state in enumerate(states)}
    placed = tally.assign(place=tally["term"].map(order), rank=tally["state"].map(ranks))
    placed = placed.sort_values(["place", "rank"])
    placed["start"] = placed.groupby("place")["cells"].cumsum() - placed["cells"]
    return placed[placed["cells"] > 0]


def _hovers(segments: pd.DataFrame, drawn: list[Role]) -> list[str]:
    return [
        f"<b>{canvas.plain(label)}</b><br>{state.symbol} {state.word}: "
        f"{canvas.counted(number, 'cell')}"
        for label, number, state in zip(segments["label"], segments["cells"], drawn, strict=True)
    ]
