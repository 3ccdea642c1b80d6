"""From the British National Grid (EPSG:27700) to degrees (WGS84), to within about 5 metres.

The formulas are those of Ordnance Survey, "A guide to coordinate systems in Great Britain",
annexes B and C: grid to the Airy 1830 ellipsoid, then a shift of three translations, three turns
and one scale.
"""

import math
from typing import Final

# Airy 1830 and WGS84: half axes in metres.
_AIRY: Final = (6_377_563.396, 6_356_256.909)
_WGS84: Final = (6_378_137.0, 6_356_752.314_2)
_SCALE: Final = 0.999_601_271_7
_ORIGIN: Final = (math.radians(49), math.radians(-2))
_FALSE: Final = (400_000.0, -100_000.0)
# OSGB36 to WGS84: metres, parts per million, seconds of arc.
_SHIFT: Final = (446.448, -125.157, 542.060)
_PPM: Final = -20.4894
_TURNS: Final = (0.1502, 0.2470, 0.8421)
_NEAR: Final = 1e-5  # metres along the meridian


def degrees(easting: float, northing: float) -> tuple[float, float]:
    """Longitude and latitude of a point of the grid, given in metres."""
    return _shifted(*_on_airy(easting, northing))


def _on_airy(easting: float, northing: float) -> tuple[float, float]:
    """Latitude and longitude on the grid's own ellipsoid, in radians."""
    a, b = _AIRY
    e2 = 1 - (b / a) ** 2
    lat = _ORIGIN[0]
    while True:
        left = northing - _FALSE[1] - _meridian(lat)
        lat += left / (a * _SCALE)
        if abs(left) < _NEAR:
            break
    sin, cos, tan = math.sin(lat), math.cos(lat), math.tan(lat)
    nu = a * _SCALE / math.sqrt(1 - e2 * sin**2)
    rho = a * _SCALE * (1 - e2) / (1 - e2 * sin**2) ** 1.5
    eta2, t2 = nu / rho - 1, tan**2
    d = (easting - _FALSE[0]) / nu
    up = 5 + 3 * t2 + eta2 - 9 * t2 * eta2
    lat -= nu / rho * tan * (d**2 / 2 - d**4 / 24 * up + d**6 / 720 * (61 + 90 * t2 + 45 * t2**2))
    across = d - d**3 / 6 * (nu / rho + 2 * t2) + d**5 / 120 * (5 + 28 * t2 + 24 * t2**2)
    return lat, _ORIGIN[1] + across / cos


def _meridian(lat: float) -> float:
    """Metres along the central meridian from the grid's origin."""
    a, b = _AIRY
    n = (a - b) / (a + b)
    off, both = lat - _ORIGIN[0], lat + _ORIGIN[0]
    return (
        b
        * _SCALE
        * (
            (1 + n + 5 / 4 * n**2 + 5 / 4 * n**3) * off
            - (3 * n + 3 * n**2 + 21 / 8 * n**3) * math.sin(off) * math.cos(both)
            + (15 / 8 * n**2 + 15 / 8 * n**3) * math.sin(2 * off) * math.cos(2 * both)
            - 35 / 24 * n**3 * math.sin(3 * off) * math.cos(3 * both)
        )
    )


def _shifted(lat: float, lon: float) -> tuple[float, float]:
    """Longitude and latitude in degrees on WGS84, from radians on Airy 1830."""
    a, b = _AIRY
    e2 = 1 - (b / a) ** 2
    nu = a / math.sqrt(1 - e2 * math.sin(lat) ** 2)
    x, y = nu * math.cos(lat) * math.cos(lon), nu * math.cos(lat) * math.sin(lon)
    z = nu * (1 - e2) * math.sin(lat)
    scale = 1 + _PPM / 1e6
    rx, ry, rz = (math.radians(turn / 3600) for turn in _TURNS)
    return _from_space(
        _SHIFT[0] + x * scale - y * rz + z * ry,
        _SHIFT[1] + x * rz + y * scale - z * rx,
        _SHIFT[2] - x * ry + y * rx + z * scale,
    )


def _from_space(x: float, y: float, z: float) -> tuple[float, float]:
    a, b = _WGS84
    e2 = 1 - (b / a) ** 2
    flat = math.hypot(x, y)
    lat = math.atan2(z, flat * (1 - e2))
    for _ in range(5):  # each step gains three digits
        nu = a / math.sqrt(1 - e2 * math.sin(lat) ** 2)
        lat = math.atan2(z + e2 * nu * math.sin(lat), flat)
    return math.degrees(math.atan2(y, x)), math.degrees(lat)
