"""Official boundaries: GeoJSON as the ONS Open Geography Portal gives it, or anybody else."""

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from analysis.errors import DashboardError
from analysis.intake import decoding
from analysis.intake.places import known, national_grid, shapes
from analysis.intake.places.shapes import Point, Ring, Shape
from analysis.vocabulary import Vocabulary

Json: TypeAlias = Mapping[str, object]
Spotted: TypeAlias = dict[str, str]

FORM = (
    "On the ONS Open Geography Portal choose the boundaries of local authority districts, "
    "generalised (BUC or BGC), and download them as GeoJSON."
)
_FEATURES: Final = re.compile(r'"features"\s*:\s*\[')
_PARTED: Final = re.compile(r"[\s,]*")
_SPACE: Final = re.compile(r"\s*")
_DEGREES: Final = 180
# Great Britain and Northern Ireland with their waters, in degrees.
_WEST, _SOUTH, _EAST, _NORTH = -12.0, 49.0, 4.0, 62.0
_GRID_EAST, _GRID_NORTH = 800_000, 1_400_000  # the British National Grid, in metres
_NESTED: Final = {"Polygon": 1, "MultiPolygon": 2}


@dataclass(frozen=True)
class Boundaries:
    """What a file of boundaries says of the hub's areas.

    `by` is "code" or "name", whichever the areas were known by, `column` the property that has it;
    `others` counts the shapes of other places. `was_grid` where they were in metres of the British
    National Grid; `points_before` are those before thinning.
    """

    file: str
    shapes: tuple[Shape, ...]
    by: str
    column: str
    others: int
    was_grid: bool
    points_before: int


@dataclass(frozen=True)
class _Feature:
    number: int
    spotted: dict[str, Spotted]
    geometry: object


def read(name: str, data: bytes, vocabulary: Vocabulary) -> Boundaries:
    """Read GeoJSON: any property names, either winding, degrees or the British National Grid.

    Raises
    ------
    DashboardError
        If it is no GeoJSON of areas, is damaged, lacks one of the hub's areas, or is in other
        coordinates.
    """
    text, _ = decoding.decoded(name, data)
    books = {"code": known.codes(vocabulary), "name": known.names(vocabulary)}
    features, others = [], 0
    for number, feature in enumerate(_features(name, text), start=1):
        spotted = {by: _spotted(feature, book) for by, book in books.items()}
        if any(spotted.values()):
            features.append(_Feature(number, spotted, feature.get("geometry")))
        else:
            others += 1
    by, column = _column(features)
    named = [one for one in features if column in one.spotted[by]]
    _refuse_missing(name, {one.spotted[by][column] for one in named}, vocabulary)
    others += len(features) - len(named)
    return _drawn(name, named, by, column, others)


def _drawn(name: str, named: Sequence[_Feature], by: str, column: str, others: int) -> Boundaries:
    rings: dict[str, list[list[Ring]]] = {}
    grids = set()
    for one in named:
        polygons = _polygons(name, one)
        grids.add(is_grid := _is_grid(name, one.number, polygons))
        place = national_grid.degrees if is_grid else _as_it_is
        moved = [[tuple(place(*point) for point in ring) for ring in rings] for rings in polygons]
        rings.setdefault(one.spotted[by][column], []).extend(moved)
    found = [_shaped(name, area, polygons) for area, polygons in rings.items()]
    before = shapes.count(found)
    return Boundaries(name, shapes.thinned(found), by, column, others, True in grids, before)


def _as_it_is(x: float, y: float) -> Point:
    return x, y


def _shaped(name: str, area: str, polygons: Sequence[Sequence[Ring]]) -> Shape:
    made = shapes.shape(area, polygons)
    if made is None:
        raise DashboardError(f"{name}: the shape of {area} has no extent. Download it again.")
    return made


def _features(name: str, text: str) -> Iterator[Json]:
    """The features one by one: a whole country at full detail would not fit into memory."""
    start = _FEATURES.search(text)
    if start is None:
        yield from _single(name, text)
        return
    at, number, decode = start.end(), 0, json.JSONDecoder().raw_decode
    while True:
        parted = _PARTED.match(text, at)
        at = parted.end() if parted else at
        if text[at : at + 1] == "]":
            return
        number += 1
        feature, at = _decoded(name, f"shape {number:,}", decode, text, at)
        yield feature if isinstance(feature, dict) else {}


def _single(name: str, text: str) -> Iterator[Json]:
    start = _SPACE.match(text)
    decode = json.JSONDecoder().raw_decode
    whole, _ = _decoded(name, "its beginning", decode, text, start.end() if start else 0)
    kind = whole.get("type") if isinstance(whole, dict) else None
    if kind == "Topology":
        raise DashboardError(f"{name} is TopoJSON, which is another form. {FORM}")
    if not isinstance(whole, dict) or kind != "Feature":
        raise DashboardError(f"{name} is JSON, but holds no shapes with names. {FORM}")
    yield whole


def _decoded(
    name: str, where: str, decode: Callable[[str, int], tuple[object, int]], text: str, at: int
) -> tuple[object, int]:
    try:
        return decode(text, at)
    except (json.JSONDecodeError, RecursionError) as error:
        raise DashboardError(
            f"{name} is damaged or was only partly downloaded: {where} cannot be read. "
            "Download it again."
        ) from error


def _spotted(feature: Json, book: Mapping[str, str]) -> Spotted:
    """The areas that a feature's properties name, by property; its own id counts as one."""
    properties = feature.get("properties")
    said = properties if isinstance(properties, dict) else {}
    pairs = [*said.items(), ("id", feature.get("id"))]
    return {str(column): book[at] for column, text in pairs if (at := known.key(text)) in book}


def _column(features: Sequence[_Feature]) -> tuple[str, str]:
    """By what the areas are known: the property that names most of them, by code before name."""
    best: tuple[str, str] = ("code", "")
    most = 0
    for by in ("code", "name"):
        found: dict[str, dict[str, object]] = {}
        for one in features:
            for column, area in one.spotted[by].items():
                found.setdefault(column, {})[area] = one.number
        named = known.best(found)
        if named is not None and len(found[named]) > most:
            best, most = (by, named), len(found[named])
    return best


def _refuse_missing(name: str, found: set[str], vocabulary: Vocabulary) -> None:
    missing = [t.label for t in vocabulary.frame(known.AREA) if t.code not in found]
    if missing:
        raise DashboardError(
            f"{name} has no shape for {' and '.join(missing)}, neither by code nor by name. A map "
            f"without them would hide them. {FORM}"
        )


def _polygons(name: str, one: _Feature) -> list[list[Ring]]:
    geometry = one.geometry if isinstance(one.geometry, dict) else {}
    depth = _NESTED.get(str(geometry.get("type")), 0)
    coordinates = geometry.get("coordinates")
    if not depth:
        kind = geometry.get("type") or "nothing"
        raise DashboardError(
            f"{name}, shape {one.number}: it is {kind}, and an area needs a Polygon or "
            f"MultiPolygon. {FORM}"
        )
    try:
        polygons = coordinates if depth > 1 else [coordinates]
        return [[tuple(map(_point, ring)) for ring in rings] for rings in polygons]  # type: ignore[union-attr]  # what is no list of lists is refused below
    except (TypeError, ValueError, IndexError) as error:
        raise DashboardError(
            f"{name}, shape {one.number}: its coordinates are not pairs of numbers. Download it "
            "again."
        ) from error


def _point(position: Sequence[float]) -> Point:
    x, y = float(position[0]), float(position[1])
    if not (math.isfinite(x) and math.isfinite(y)):
        raise ValueError(position)
    return x, y


def _is_grid(name: str, number: int, polygons: Sequence[Sequence[Ring]]) -> bool:
    """Whether points are metres of the grid; refused where they are neither that nor degrees."""
    points = [point for rings in polygons for ring in rings for point in ring]
    if all(_WEST <= x <= _EAST and _SOUTH <= y <= _NORTH for x, y in points):
        return False
    if all(0 <= x <= _GRID_EAST and _DEGREES < y <= _GRID_NORTH for x, y in points):
        return True
    raise DashboardError(
        f"{name}, shape {number}: its coordinates are neither longitude before latitude in Britain "
        "nor metres of the British National Grid. Download it in one of these (EPSG:4326 or "
        "EPSG:27700)."
    )
