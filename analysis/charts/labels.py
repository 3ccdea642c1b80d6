"""Where the name of each point stands, so that none covers another at any width of the page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

Point = tuple[float, float]
Box = tuple[float, float, float, float]

# Widths of a plot in pixels: on a phone, on half a page, on a whole one.
_WIDTHS: Final = (230, 520, 1040)
_CHARACTER: Final = 6.6
_LINE: Final = 15
_GAP: Final = 2
# A name that leaves the plot costs more than one that touches another.
_OUTSIDE: Final = 4


@dataclass(frozen=True)
class Side:
    """On which side of its point a name stands, in pixels.

    `shift` is how far the end that is named by `anchor` is off, `across` and `down` its middle.
    """

    anchor: str
    shift: float
    across: float
    down: float


def sides(points: Sequence[Point], names: Sequence[str], height: int, size: int) -> list[Side]:
    """Put each name right, left, above or below its point, where it touches least.

    Parameters
    ----------
    points
        Across and downwards in the plot, each from 0 to 1.
    names
        As drawn, `<br>` between lines.
    height, size
        Of the plot and of a point, in pixels.
    """
    chosen: list[Side] = []
    for point, name in zip(points, names, strict=True):
        costs = {
            side: sum(
                _cost(
                    _box(point, name, side, plot), _taken(points, names, chosen, plot, size), plot
                )
                for plot in ((width, height) for width in _WIDTHS)
            )
            for side in _around(name, size)
        }
        chosen.append(min(costs, key=lambda side: costs[side]))
    return chosen


def _around(name: str, size: int) -> Iterable[Side]:
    wide, high = _extent(name)
    off, over = size / 2 + _GAP, (size + high) / 2
    yield Side("left", off, off + wide / 2, 0)
    yield Side("right", -off, -off - wide / 2, 0)
    yield Side("center", 0, 0, -over)
    yield Side("center", 0, 0, over)


def _extent(name: str) -> Point:
    lines = name.split("<br>")
    return max(map(len, lines)) * _CHARACTER, len(lines) * _LINE


def _box(point: Point, name: str, side: Side, plot: tuple[int, int]) -> Box:
    wide, high = _extent(name)
    return _around_middle(
        point[0] * plot[0] + side.across, point[1] * plot[1] + side.down, wide, high
    )


def _around_middle(x: float, y: float, wide: float, high: float) -> Box:
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def _taken(
    points: Sequence[Point],
    names: Sequence[str],
    chosen: Sequence[Side],
    plot: tuple[int, int],
    size: int,
) -> Iterable[Box]:
    """The room of all points, and of the names that have a side already."""
    for x, y in points:
        yield _around_middle(x * plot[0], y * plot[1], size, size)
    for point, name, side in zip(points, names, chosen, strict=False):
        yield _box(point, name, side, plot)


def _cost(box: Box, taken: Iterable[Box], plot: tuple[int, int]) -> float:
    outside = max(0, -box[0]) + max(0, box[2] - plot[0])
    outside += max(0, -box[1]) + max(0, box[3] - plot[1])
    return _OUTSIDE * _LINE * outside + sum(_overlap(box, other) for other in taken)


def _overlap(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0
