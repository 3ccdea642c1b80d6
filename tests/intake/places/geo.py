"""Invented outlines of the hub's areas: squares on a grid, as files of boundaries have them."""

import json
from collections.abc import Callable, Iterable

from analysis import vocabulary

WORDS = vocabulary.load()
AREAS = [(term.code, term.label) for term in WORDS.frame("area")]
Ring = list[list[float]]
WEST, SOUTH, SIDE = -2.0, 53.0, 0.1


def square(place: int, side: float = SIDE) -> Ring:
    """The square of one area, three abreast, wound clockwise."""
    x, y = WEST + place % 3 * SIDE, SOUTH + place // 3 * SIDE
    return [[x, y], [x, y + side], [x + side, y + side], [x + side, y], [x, y]]


def feature(properties: dict[str, object], geometry: object) -> dict[str, object]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def polygon(*rings: Ring) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": list(rings)}


def named(code: str, name: str) -> dict[str, object]:
    """The properties that the ONS gives a district."""
    return {"FID": 1, "LAD24CD": code, "LAD24NM": name, "LAD24NMW": " ", "BNG_E": 435200}


def features(
    properties: Callable[[str, str], dict[str, object]] = named,
    ring: Callable[[int], Ring] = square,
) -> list[dict[str, object]]:
    return [feature(properties(*area), polygon(ring(place))) for place, area in enumerate(AREAS)]


def collection(features: Iterable[dict[str, object]], **more: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", **more, "features": list(features)}).encode()
