"""Charts: each is one DataFrame in, one figure out, and a sentence that says the same."""

from analysis.charts.area_map import area_map, map_of_areas
from analysis.charts.canvas import CONFIG, is_faint
from analysis.charts.changes import before_and_after, describe_before_and_after
from analysis.charts.grid import coverage_grid, describe_grid
from analysis.charts.organisations import describe_who, first_rows, who_covers
from analysis.charts.picture import picture, picture_config
from analysis.charts.quadrants import (
    describe_need_beside_cover,
    figure_of,
    need_beside_cover,
)
from analysis.charts.tallies import describe_bars, over_time, state_bars
from analysis.charts.tiles import describe_tiles, tile_map

__all__ = [
    "CONFIG",
    "area_map",
    "before_and_after",
    "coverage_grid",
    "describe_bars",
    "describe_before_and_after",
    "describe_grid",
    "describe_need_beside_cover",
    "describe_tiles",
    "describe_who",
    "figure_of",
    "first_rows",
    "is_faint",
    "map_of_areas",
    "need_beside_cover",
    "over_time",
    "picture",
    "picture_config",
    "state_bars",
    "tile_map",
    "who_covers",
]
