"""What is known about each area from public statistics, and where its tile lies on the map."""

import csv
from dataclasses import dataclass
from pathlib import Path

from analysis.vocabulary import DATA

CHILDREN = "children_0_18"


@dataclass(frozen=True)
class Figure:
    """One published figure about one area, as `data/need.csv` states it, with its source."""

    area: str
    measure: str
    label: str
    value: float
    unit: str
    period: str
    source: str
    licence: str


@dataclass(frozen=True)
class Tile:
    """Where an area lies on the tile map, in widths of a tile; `y` counts downwards."""

    area: str
    x: float
    y: float


def figures(folder: Path = DATA) -> tuple[Figure, ...]:
    """Every figure of `data/need.csv`."""
    return tuple(map(_figure, _rows(folder / "need.csv")))


def tiles(folder: Path = DATA) -> tuple[Tile, ...]:
    """Every tile of `data/area_tiles.csv`."""
    return tuple(
        Tile(row["area"], float(row["x"]), float(row["y"]))
        for row in _rows(folder / "area_tiles.csv")
    )


def _figure(row: dict[str, str]) -> Figure:
    return Figure(
        area=row["area"],
        measure=row["measure"],
        label=row["label"],
        value=float(row["value"]),
        unit=row["unit"],
        period=row["period"],
        source=row["source"],
        licence=row["licence"],
    )


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
