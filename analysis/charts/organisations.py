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
_PLACE: Final = ["organisation", "area"]


def who_covers(
    rows: pd.DataFrame,
    organisations: Sequence[str],
    areas: Mapping[str, str],
    lifted: pd.DataFrame | None = None,
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
    lifted
        The marks without any filter: those that the filters take away or change are drawn faintly.

    Returns
    -------
    plotly.graph_objects.Figure
        At most three traces, one more for what is faint, the last for the key only.
        A point's `customdata` is `[organisation, area]`, as given.

    Raises
    ------
    DashboardError
        If the palette has no such mark.
    """
    marks = palette.load().marks
    shown = _shown(rows, organisations, areas)
    drawn = [palette.find(marks, code) for code in shown["mark"]]
    points = _points(shown, drawn, (organisations, areas))
    faint = _ghosts(shown, shown if lifted is None else _shown(lifted, organisations, areas))
    points = canvas.raised(points, canvas.meet(shown, faint, _PLACE))
    drawing = canvas.Marks(canvas.BOXES, points, drawn)
    across = canvas.across(list(areas.values()))
    down = canvas.down([canvas.wrapped(name, _NAME, lines=1) for name in organisations], lines=True)
    height = _HEADING + _ROW * len(organisations)
    ghosts = _drawn(faint, (organisations, areas))
    return canvas.figure(drawing, (across, down), height, marks, ghosts)


def first_rows(rows: pd.DataFrame, most: int) -> list[str]:
    """As many organisations of a matrix as can be taken in: partners first, in their order.

    Parameters
    ----------
    rows
        As for `who_covers`.
    """
    ranks = {role.code: rank for rank, role in enumerate(palette.load().marks)}
    best = rows["mark"].map(ranks).groupby(rows["organisation"], sort=False).min()
    first = set(best.sort_values(kind="stable").index[:most])
    return [str(name) for name in best.index if name in first]


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


def _ghosts(shown: pd.DataFrame, lifted: pd.DataFrame) -> pd.DataFrame:
    """What lifting the filters would change: marks taken away, and `beside` those that differ."""
    now = shown[[*_PLACE, "mark"]]
    both = lifted.merge(now, on=_PLACE, how="left", suffixes=("", "_now"))
    return both.assign(beside=both["mark_now"].notna())[both["mark"] != both["mark_now"]]


def _drawn(faint: pd.DataFrame, axes: tuple[Sequence[str], Mapping[str, str]]) -> canvas.Ghosts:
    roles = [palette.find(palette.load().marks, code) for code in faint["mark"]]
    beside, points = faint["beside"].tolist(), _points(faint, roles, axes)
    rows = {organisation: place for place, organisation in enumerate(axes[0])}
    strips = canvas.strips(
        [int(str(x)) for x in points["x"]], [rows[name] for name in faint["organisation"]], beside
    )
    texts = ["" if at else role.symbol for role, at in zip(roles, beside, strict=True)]
    hovers = [f"{canvas.LIFTED}{text}" for text in _hovers(faint, roles)]
    told = {"text": texts, "hovertext": hovers}
    return canvas.Ghosts(canvas.BOXES, {**points, **strips, **told}, roles, beside)


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
