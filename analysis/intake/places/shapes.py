"""Rings of points: closed, wound one way, thinned out where there are too many."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

Point = tuple[float, float]
Ring = tuple[Point, ...]
Polygon = tuple[Ring, ...]

# More points than a screen can show; beyond them all are set on a grid, so that the borders which
# areas share stay shared.
MOST_POINTS: Final = 6_000
_FINEST: Final = 1e-5  # degrees, about a metre
_COARSEST: Final = 0.5  # no map any more
_FEWEST: Final = 4  # points of a closed ring
_GRID: Final = 14  # how many places across are tried for the middle of an area


@dataclass(frozen=True)
class Shape:
    """One area's outline, in degrees of longitude and latitude.

    Of each polygon the first ring is its border, wound clockwise as maps are drawn; the others are
    holes, wound the other way. `middle` lies inside the largest polygon, far from its border.
    """

    area: str
    polygons: tuple[Polygon, ...]
    middle: Point


def shape(area: str, polygons: Iterable[Sequence[Ring]]) -> Shape | None:
    """An area's shape from rings wound either way; None where nothing has any extent."""
    wound = tuple(polygon for rings in polygons if (polygon := _polygon(rings)))
    if not wound:
        return None
    largest = max(wound, key=lambda polygon: abs(_extent(polygon[0])))
    return Shape(area, wound, _middle(largest))


def thinned(shapes: Sequence[Shape]) -> tuple[Shape, ...]:
    """The shapes with as few points as a screen can show, on the finest grid that does it."""
    step, found = _FINEST, tuple(shapes)
    while count(found) > MOST_POINTS and step < _COARSEST:
        step *= 2
        found = tuple(_on_grid(one, step) for one in shapes)
    return found


def count(shapes: Iterable[Shape]) -> int:
    """How many points they have in all."""
    return sum(len(ring) for one in shapes for polygon in one.polygons for ring in polygon)


def _on_grid(one: Shape, step: float) -> Shape:
    polygons = (tuple(_snapped(ring, step) for ring in polygon) for polygon in one.polygons)
    kept = tuple(
        (polygon[0], *(hole for hole in polygon[1:] if len(hole) >= _FEWEST))
        for polygon in polygons
        if len(polygon[0]) >= _FEWEST
    )
    # An island smaller than the grid's step is left out, but never a whole area.
    return Shape(one.area, kept or ((_fewer(one.polygons[0][0]),),), one.middle)


def _snapped(ring: Ring, step: float) -> Ring:
    points = [(round(x / step), round(y / step)) for x, y in ring]
    apart = [point for point, after in pairwise(points) if point != after]
    kept = [
        p
        for at, p in enumerate(apart)
        if not _is_straight(apart[at - 1], p, apart[(at + 1) % len(apart)])
    ]
    closed = [*kept, *kept[:1]]
    return tuple((round(x * step, 5), round(y * step, 5)) for x, y in closed)


def _is_straight(before: Point, at: Point, after: Point) -> bool:
    return (at[0] - before[0]) * (after[1] - at[1]) == (at[1] - before[1]) * (after[0] - at[0])


def _polygon(rings: Sequence[Ring]) -> Polygon:
    """The rings closed and wound, those without extent left out; empty without a border."""
    closed = [_closed(ring) for ring in rings]
    if not closed or not _extent(closed[0]):
        return ()
    holes = (_wound(ring, clockwise=False) for ring in closed[1:] if _extent(ring))
    return (_wound(closed[0], clockwise=True), *holes)


def _closed(ring: Ring) -> Ring:
    rounded = tuple((round(x, 5), round(y, 5)) for x, y in ring)
    return rounded if rounded[:1] == rounded[-1:] else (*rounded, rounded[0])


def _wound(ring: Ring, *, clockwise: bool) -> Ring:
    return ring if (_extent(ring) < 0) == clockwise else ring[::-1]


def _extent(ring: Ring) -> float:
    """Twice the area within a ring; below 0 where it is wound clockwise."""
    if len(ring) < _FEWEST:
        return 0
    # From its first point, so that small shapes far from nought keep their digits.
    x0, y0 = ring[0]
    return sum(
        (x - x0) * (after_y - y0) - (after_x - x0) * (y - y0)
        for (x, y), (after_x, after_y) in pairwise(ring)
    )


def _middle(polygon: Polygon) -> Point:
    """The place within a polygon, of those on a grid, that is furthest from its border."""
    xs, ys = zip(*polygon[0], strict=True)
    narrowing = math.cos(math.radians(sum(ys) / len(ys)))
    edges = [_fewer(ring) for ring in polygon]
    places = [(x, y) for y in _between(ys) for x in _between(xs) if _is_within(edges, (x, y))] or [
        (sum(xs) / len(xs), sum(ys) / len(ys))
    ]
    x, y = max(places, key=lambda place: _to_border(edges, place, narrowing))
    return round(x, 5), round(y, 5)


def _fewer(ring: Ring) -> Ring:
    every = max(1, len(ring) // 150)
    return (*ring[:-1:every], ring[-1])


def _between(values: Sequence[float]) -> Iterator[float]:
    low, high = min(values), max(values)
    return (low + (high - low) * (step + 0.5) / _GRID for step in range(_GRID))


def _is_within(rings: Sequence[Ring], place: Point) -> bool:
    """Whether a line from the place to the right crosses the border an odd number of times."""
    x, y = place
    crossings = sum(
        x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for ring in rings
        for (x1, y1), (x2, y2) in pairwise(ring)
        if (y1 > y) != (y2 > y)
    )
    return crossings % 2 == 1


def _to_border(rings: Sequence[Ring], place: Point, narrowing: float) -> float:
    return min(
        math.hypot((x - place[0]) * narrowing, y - place[1]) for ring in rings for x, y in ring
    )
