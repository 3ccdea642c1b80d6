"""Official boundaries, whatever their properties are called and however their rings are wound."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import DashboardError
from analysis.intake.places import boundaries, national_grid, shapes
from analysis.intake.places.read import read
from tests.intake.files import zipped
from tests.intake.places import geo
from tests.intake.places.geo import AREAS, WORDS, collection, feature, features, polygon, square

REAL = Path(__file__).resolve().parents[4] / "shared" / "geo" / "derbyshire_areas.geojson"
WORD = st.text("abcXYZ_09é ", min_size=1, max_size=12)


def drawn(data: bytes, name: str = "areas.geojson") -> boundaries.Boundaries:
    return boundaries.read(name, data, WORDS)


def extents(found: boundaries.Boundaries) -> dict[str, float]:
    return {one.area: shapes._extent(one.polygons[0][0]) for one in found.shapes}


@settings(max_examples=40, deadline=None)
@given(
    code=WORD,
    name=WORD,
    flips=st.lists(st.booleans(), min_size=9, max_size=9),
    starts=st.lists(st.integers(0, 3), min_size=9, max_size=9),
    opened=st.booleans(),
)
def test_any_property_names_and_any_winding_give_the_same_map(code, name, flips, starts, opened):
    def properties(area: str, label: str) -> dict[str, object]:
        return {"Shape__Area": 1.5, name: label, code: area}

    def ring(place: int) -> geo.Ring:
        points = square(place)[:-1]
        points = points[starts[place] :] + points[: starts[place]]
        points = points[::-1] if flips[place] else points
        return points if opened else [*points, points[0]]

    found = drawn(collection(features(properties, ring)))

    assert sorted(one.area for one in found.shapes) == sorted(area for area, _ in AREAS)
    assert {round(extent, 6) for extent in extents(found).values()} == {-0.02}
    assert all(one.polygons[0][0][0] == one.polygons[0][0][-1] for one in found.shapes)


def test_codes_are_believed_before_names():
    swapped = [(code, AREAS[(at + 1) % 9][1]) for at, (code, _) in enumerate(AREAS)]
    made = [feature(geo.named(*area), polygon(square(place))) for place, area in enumerate(swapped)]

    found = drawn(collection(made))

    assert (found.by, found.column) == ("code", "LAD24CD")
    assert [one.area for one in found.shapes] == [code for code, _ in AREAS]


def test_names_alone_will_do_with_what_councils_write_around_them():
    def properties(_: str, label: str) -> dict[str, object]:
        return {"Name": "Bolsover District" if label == "Bolsover" else label.upper()}

    found = drawn(collection(features(properties)))

    assert (found.by, found.column, len(found.shapes)) == ("name", "Name", 9)


def test_a_town_is_not_the_district_that_it_lies_in():
    def properties(_: str, label: str) -> dict[str, object]:
        return {"NAME": "Swadlincote" if label == "South Derbyshire" else label}

    with pytest.raises(DashboardError, match="no shape for South Derbyshire"):
        drawn(collection(features(properties)))


def test_places_beyond_the_hub_are_counted_and_left_out():
    others = [feature({"LAD24CD": f"E0700{n}"}, polygon(square(1))) for n in range(300, 330)]

    found = drawn(collection([*others, *features(), feature({}, None)]))

    assert (len(found.shapes), found.others) == (9, 31)


def test_several_shapes_of_one_area_are_drawn_together():
    wards = [feature(geo.named(*AREAS[0]), polygon(square(10 + n))) for n in range(3)]

    found = drawn(collection([*features(), *wards]))

    assert [len(one.polygons) for one in found.shapes] == [4, *[1] * 8]


def test_a_hole_is_wound_against_its_border_and_islands_stay():
    hole = [[x / 2 - 1 + 0.025, y / 2 + 26.5 + 0.025] for x, y in square(0)]
    island = square(20)
    both = {"type": "MultiPolygon", "coordinates": [[square(0), hole], [island]]}

    found = drawn(collection([feature(geo.named(*AREAS[0]), both), *features()[1:]]))

    border, inner = found.shapes[0].polygons[0]
    assert shapes._extent(border) < 0 < shapes._extent(inner)
    assert len(found.shapes[0].polygons) == 2


def test_the_middle_of_a_crescent_lies_inside_it():
    crescent = [[-2, 53], [-2, 54], [-1, 54], [-1, 53], [-1.1, 53], [-1.1, 53.9], [-1.9, 53.9]]
    crescent = [*crescent, [-1.9, 53], [-2, 53]]

    found = drawn(collection([feature(geo.named(*AREAS[0]), polygon(crescent)), *features()[1:]]))

    x, y = found.shapes[0].middle
    assert y > 53.9 or x < -1.9 or x > -1.1


def test_metres_of_the_national_grid_become_degrees():
    def ring(place: int) -> geo.Ring:
        east, north = 400_000 + place * 5_000, 330_000
        far = [[east, north + 5_000], [east + 5_000, north + 5_000], [east + 5_000, north]]
        return [[east, north], *far, [east, north]]

    found = drawn(collection(features(ring=ring), crs={"name": "urn:ogc:def:crs:EPSG::27700"}))

    assert found.was_grid
    x, y = found.shapes[0].polygons[0][0][0]
    assert (round(x, 3), round(y, 3)) == (-2.001, 52.867)


@pytest.mark.parametrize(
    ("east", "north", "lon", "lat"),
    [
        # The worked example of the Ordnance Survey's guide, by its own transformation.
        (651_409.903, 313_177.270, 1.716051944, 52.657978611),
        # The true origin, and a point by the far north-west, by their published degrees.
        (400_000, -100_000, -2.0008, 49.0005),
    ],
)
def test_the_grid_agrees_with_the_ordnance_survey(east, north, lon, lat):
    x, y = national_grid.degrees(east, north)

    assert math.hypot((x - lon) * 0.6, y - lat) < 0.0008


def test_too_many_points_are_thinned_and_shared_borders_stay_shared():
    def ring(place: int) -> geo.Ring:
        (x, y), side = square(place)[0], 0.1
        steps = [side * at / 2_000 for at in range(2_000)]
        wave = [0.002 * math.sin(at / 20) for at in range(2_000)]
        left = [[x + w, y + s] for s, w in zip(steps, wave, strict=True)]
        right = [[x + side + w, y + s] for s, w in zip(steps, wave, strict=True)]
        return [*left, [x, y + side], [x + side, y + side], *right[::-1], left[0]]

    found = drawn(collection(features(ring=ring)))

    assert found.points_before > 30_000
    assert shapes.count(found.shapes) <= shapes.MOST_POINTS
    one, other = (set(found.shapes[at].polygons[0][0]) for at in (0, 1))
    assert len(one & other) > 50


def test_a_speck_among_thousands_of_points_keeps_its_area():
    wave = [[-2 + 0.1 * at / 7_000, 53 + 0.01 * (at % 2)] for at in range(7_000)]
    speck = [[-1, 53], [-1, 53.00004], [-0.99996, 53.00002], [-1, 53]]
    made = features()
    made[0] = feature(geo.named(*AREAS[0]), polygon([*wave, [-1.9, 53.2], wave[0]]))
    made[1] = feature(geo.named(*AREAS[1]), polygon(speck))

    found = drawn(collection(made))

    assert len(found.shapes) == 9
    assert all(one.polygons for one in found.shapes)


BROKEN = {
    "cut off": (collection(features())[:-40], "only partly downloaded: shape 9"),
    "not json": (b'{"type": "FeatureCollection" nonsense', "damaged"),
    "too deep": (b"[" * 100_000, "damaged"),
    "topojson": (b'{"type": "Topology", "objects": {}}', "TopoJSON"),
    "no shapes": (b'{"type": "FeatureCollection"}', "holds no shapes"),
    "a list": (b"[1, 2]", "holds no shapes"),
    "a point": (
        collection([*features()[1:], feature(geo.named(*AREAS[0]), {"type": "Point"})]),
        "shape 9: it is Point",
    ),
    "nothing drawn": (
        collection([feature(geo.named(*AREAS[0]), None), *features()[1:]]),
        "shape 1: it is nothing",
    ),
    "no numbers": (
        collection([feature(geo.named(*AREAS[0]), polygon([["a", "b"]])), *features()[1:]]),  # type: ignore[list-item]
        "shape 1: its coordinates are not pairs",
    ),
    "not a number": (
        collection(features()).replace(b"[-2.0, 53.0]", b"[NaN, 53.0]", 1),
        "shape 1: its coordinates are not pairs",
    ),
    "no extent": (
        collection([feature(geo.named(*AREAS[0]), polygon([[-2, 53]] * 4)), *features()[1:]]),
        "no extent",
    ),
    "an empty list": (
        collection([feature(geo.named(*AREAS[0]), polygon()), *features()[1:]]),
        "no extent",
    ),
    "latitude first": (
        collection(features(ring=lambda place: [[y, x] for x, y in square(place)])),
        "neither longitude before latitude",
    ),
    "web mercator": (
        collection(features(ring=lambda p: [[x * 111_000, y * 166_000] for x, y in square(p)])),
        "EPSG:4326 or",
    ),
    "another county": (
        collection([feature({"LAD24CD": "E07000001"}, polygon(square(0)))]),
        "no shape for Derby and Amber Valley and",
    ),
}


@pytest.mark.parametrize(("data", "said"), BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(data, said):
    with pytest.raises(DashboardError, match=said) as refused:
        drawn(data)

    assert str(refused.value).startswith("areas.geojson")


def test_one_feature_alone_is_read_as_such():
    alone = json.dumps(features()[0]).encode()

    with pytest.raises(DashboardError, match="no shape for Amber Valley"):
        drawn(alone)


def test_boundaries_come_through_the_child_as_they_were_found():
    data = collection(features())

    assert read("areas.geojson", data, WORDS) == drawn(data)
    assert (
        read("folder\\areas.zip", zipped({"a.geojson": data}), WORDS).shapes == drawn(data).shapes
    )


def test_a_shapefile_is_refused_by_its_name():
    with pytest.raises(DashboardError, match=r"a\.zip is a shapefile.*GeoJSON"):
        read("a.zip", zipped({"lad.shp": b"x", "lad.dbf": b"y"}), WORDS)


@pytest.mark.skipif(not REAL.exists(), reason="the real outlines are not part of the project")
def test_real_outlines_are_drawn_as_they_are():
    found = read(REAL.name, REAL.read_bytes(), WORDS)

    assert (found.by, found.column, found.others) == ("code", "code", 0)
    assert shapes.count(found.shapes) == found.points_before > 3_000
    assert not found.was_grid
