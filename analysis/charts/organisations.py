"""Which organisation works in which area, and on what ground."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from analysis import palette
from analysis.charts import canvas
from analysis.palette import Role

_ROW: Final = 26
_HEADING: Final = 40
_NAME: Final = 24


def who_covers(
    rows: pd.DataFrame, organisations: Sequence[str], areas: Mapping[str, str]
) -> go.Figure:
    """Draw a matrix of organisations by areas, a symbol where there is a mark.

    Parameters
    ----------
    rows
        One row per organisation and area with a mark: `organisation`, `area`, `area_label`,
        `mark`. Rows outside the lists below are not drawn.
    organisations
        The rows of the matrix in order; one without marks keeps its empty row.
    areas
        The columns in order: code to short label.

    Returns
    -------
    plotly.graph_objects.Figure
        At most three traces, the last for the key only. A point's `customdata` is
        `[organisation, area]`, as given.

    Raises
    ------
    DashboardError
        If the palette has no such mark.
    """
    marks = palette.load().marks
    shown = _shown(rows, organisations, areas)
    drawn = [palette.find(marks, code) for code in shown["mark"]]
    drawing = canvas.Marks(canvas.BOXES, _points(shown, drawn, (organisations, areas)), drawn)
    across = canvas.across(list(areas.values()))
    down = canvas.down([canvas.wrapped(name, _NAME, lines=1) for name in organisations], lines=True)
    return canvas.figure(drawing, (across, down), _HEADING + _ROW * len(organisations), marks)


def describe_who(rows: pd.DataFrame, organisations: Sequence[str], areas: Mapping[str, str]) -> str:
    """Say what the matrix shows, for those who cannot see it: its size and its marks by kind.

    Parameters
    ----------
    rows, organisations, areas
        As for `who_covers`.
    """
    marks = canvas.tallied(palette.load().marks, _shown(rows, organisations, areas)["mark"])
    size = f"{canvas.counted(len(organisations), 'organisation')}"
    return f"{size} by {canvas.counted(len(areas), 'area')}: {marks or 'no marks'}."


def _shown(
    rows: pd.DataFrame, organisations: Sequence[str], areas: Mapping[str, str]
) -> pd.DataFrame:
    return rows[rows["organisation"].isin(list(organisations)) & rows["area"].isin(list(areas))]


def _points(
    shown: pd.DataFrame, drawn: Sequence[Role], axes: tuple[Sequence[str], Mapping[str, str]]
) -> canvas.Points:
    rows = {organisation: place for place, organisation in enumerate(axes[0])}
    columns = {area: place for place, area in enumerate(axes[1])}
    return {
        **canvas.boxes(
            [columns[area] for area in shown["area"]],
            [rows[organisation] for organisation in shown["organisation"]],
        ),
        "text": [mark.symbol for mark in drawn],
        "hovertext": _hovers(shown, drawn),
        "customdata": shown[["organisation", "area"]].to_numpy().tolist(),
    }


def _hovers(shown: pd.DataFrame, drawn: Sequence[Role]) -> list[str]:
    places = zip(shown["organisation"], shown["area_label"], drawn, strict=True)
    return [
        f"<b>{canvas.plain(organisation)}</b><br>{canvas.plain(area)}<br>"
        f"{mark.symbol} {mark.word}: {mark.meaning}"
        for organisation, area, mark in places
    ]
