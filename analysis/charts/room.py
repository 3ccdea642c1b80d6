"""Which names on a map have room: one that would lie on another or on a figure is left off."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# A map's usual width beside its table, and what a letter and a line take of it, in pixels.
WIDTH: Final = 440
_LETTER: Final = 6.0
_LINE: Final = 14.0


@dataclass(frozen=True)
class Box:
    """A label's middle and its size, in pixels."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        """Whether two labels lie on each other."""
        across = abs(self.x - other.x) * 2 < self.width + other.width
        return across and abs(self.y - other.y) * 2 < self.height + other.height


def placed(
    middles: Sequence[tuple[float, float]],
    reach: tuple[Sequence[float], Sequence[float]],
    high: float,
) -> list[tuple[float, float]]:
    """Where points of a map, by longitude and latitude, are drawn in its usual width and height."""
    west, east = reach[0]
    south, north = map(mercator, reach[1])
    scale = min(WIDTH / (east - west), high / (north - south))
    return [(lon * scale, -mercator(lat) * scale) for lon, lat in middles]


def box(at: tuple[float, float], lines: Sequence[str]) -> Box:
    """The room that a label of some lines takes."""
    return Box(*at, _LETTER * max(map(len, lines)), _LINE * len(lines))


def with_room(whole: Sequence[Box], figures: Sequence[Box], first: Sequence[int]) -> set[int]:
    """The labels that may stand whole, in the order `first`; of all others only the figure stands.

    `whole` and `figures` are the boxes of each label with its name, and of its figure alone.
    """
    shown: dict[int, Box] = dict(enumerate(figures))
    named: set[int] = set()
    for place in first:
        others = (each for other, each in shown.items() if other != place)
        if not any(whole[place].meets(other) for other in others):
            shown[place] = whole[place]
            named.add(place)
    return named


def mercator(latitude: float) -> float:
    """How far up a latitude is drawn, in degrees of longitude."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))
