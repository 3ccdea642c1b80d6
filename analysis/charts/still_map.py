"""A map as an SVG picture for paper, drawn from the very marks of its figure, without a browser."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

import plotly.graph_objects as go

from analysis.charts import key, paper, room
from analysis.charts.key import Spec

Point = tuple[float, float]

_TILE: Final = 80  # pixels from flat side to flat side
_SIDES: Final = 6
_AXES: Final = ("lonaxis", "lataxis")
_NAME: Final = 11.0
_EDGE: Final = "#848B93"  # shows on the palest fill and between dark ones
# Names have room for each other where a map is as large as on screen, so it shrinks as a whole.
_SCALE: Final = 0.8
_HALO: Final = ' stroke="white" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'


def as_svg(figure: go.Figure) -> str:
    """Draw a map in the middle of a picture `paper.WIDTH` pixels wide, on white.

    Parameters
    ----------
    figure
        What `tile_map` or `area_map` drew, with nothing faint on it.
    """
    drawn = figure.to_dict()
    layout, (*marks, last) = drawn["layout"], drawn["data"]
    shapes, height = _outlines(marks, layout) if "geo" in layout else _tiles(marks, layout)
    total = height + key.HEIGHT + 2 * paper.PAD
    return paper.picture([*shapes, *paper.key_of(last, total)], total)


def _tiles(traces: Sequence[Spec], layout: Mapping[str, Spec]) -> tuple[list[str], float]:
    west, east = cast(Point, layout["xaxis"]["range"])
    foot, top = cast(Point, layout["yaxis"]["range"])
    left = (paper.WIDTH - (east - west) * _TILE) / 2
    shapes: list[str] = []
    for trace in traces:
        ink = str(cast(Spec, trace["textfont"])["color"])
        for x, y, fill, text in _columns(trace):
            middle = (left + (x - west) * _TILE, paper.PAD + (y - top) * _TILE)
            shapes += [
                _hexagon(middle, fill),
                *paper.text(text.split("<br>"), middle, (_NAME, ink, "middle")),
            ]
    return shapes, (foot - top) * _TILE


def _columns(trace: Spec) -> Iterator[tuple[float, float, str, str]]:
    xs, ys = cast(Sequence[float], trace["x"]), cast(Sequence[float], trace["y"])
    fills = cast(Sequence[str], cast(Spec, trace["marker"])["color"])
    yield from zip(xs, ys, fills, cast(Sequence[str], trace["text"]), strict=True)


def _hexagon(middle: Point, fill: str) -> str:
    (x, y), reach = middle, _TILE / math.sqrt(3)
    turns = [math.pi * (2 * side + 1) / _SIDES for side in range(_SIDES)]
    corners = _joined((x + reach * math.cos(turn), y + reach * math.sin(turn)) for turn in turns)
    return f'<polygon points="{corners}" fill="{fill}" stroke="{_EDGE}"/>'


@dataclass(frozen=True)
class _Ground:
    """Where longitudes and latitudes lie in the picture; `high` is the map's height on screen."""

    reach: tuple[Sequence[float], Sequence[float]]
    high: float

    @property
    def corners(self) -> tuple[Point, Point]:
        """Its north-west and its south-east, in pixels of the screen."""
        (west, east), (south, north) = self.reach
        first, last = room.placed([(west, north), (east, south)], self.reach, self.high)
        return first, last

    @property
    def height(self) -> float:
        (_, top), (_, foot) = self.corners
        return (foot - top) * _SCALE

    def at(self, points: Sequence[Point]) -> list[Point]:
        """Points by longitude and latitude, in pixels of the picture."""
        (left, top), (right, _) = self.corners
        edge = (paper.WIDTH - (right - left) * _SCALE) / 2
        return [
            (edge + (x - left) * _SCALE, paper.PAD + (y - top) * _SCALE)
            for x, y in room.placed(points, self.reach, self.high)
        ]


def _outlines(traces: Sequence[Spec], layout: Mapping[str, Spec]) -> tuple[list[str], float]:
    axes = (cast(Sequence[float], cast(Spec, layout["geo"][a])["range"]) for a in _AXES)
    ground = _Ground((next(axes), next(axes)), _height(layout))
    areas, names = traces
    return [*_areas(areas, ground), *_names(names, ground)], ground.height


def _areas(trace: Spec, ground: _Ground) -> Iterator[str]:
    """Each area's outline in its fill; what lies within a hole is not filled."""
    scale = cast(Sequence[tuple[float, str]], trace["colorscale"])
    steps = zip(
        cast(Sequence[str], trace["locations"]), cast(Sequence[int], trace["z"]), strict=True
    )
    fills = {area: scale[2 * step][1] for area, step in steps}
    for feature in cast(Mapping[str, Sequence[Mapping[str, object]]], trace["geojson"])["features"]:
        ways = " ".join(f"M {_joined(ground.at(ring))} Z" for ring in _rings(feature))
        yield (
            f'<path d="{ways}" fill="{fills[str(feature["id"])]}" fill-rule="evenodd" '
            f'stroke="{_EDGE}"/>'
        )


def _rings(feature: Mapping[str, object]) -> Iterator[list[Point]]:
    shape = cast(Mapping[str, Sequence[Sequence[Sequence[Point]]]], feature["geometry"])
    for polygon in shape["coordinates"]:
        for ring in polygon:
            yield [(x, y) for x, y in ring]


def _names(trace: Spec, ground: _Ground) -> Iterator[str]:
    font = cast(Mapping[str, object], trace["textfont"])
    points = zip(
        cast(Sequence[float], trace["lon"]), cast(Sequence[float], trace["lat"]), strict=True
    )
    texts = cast(Sequence[str], trace["text"])
    look = (float(str(font["size"])) * _SCALE, str(font["color"]), "middle")
    for middle, text in zip(ground.at(list(points)), texts, strict=True):
        yield from paper.text(text.split("<br>"), middle, look, _HALO)


def _joined(points: Iterable[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _height(layout: Mapping[str, Spec]) -> float:
    return float(str(layout["height"])) - key.EDGE - key.HEIGHT
