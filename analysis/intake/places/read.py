"""A file about places into what it says: outlines of the hub's areas, or figures about them."""

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import TypeAlias, cast

from analysis.errors import DashboardError
from analysis.intake import limits
from analysis.intake.places import figures, schools
from analysis.intake.places.boundaries import Boundaries
from analysis.intake.places.figures import Figures
from analysis.intake.places.shapes import Polygon, Shape
from analysis.intake.places.tables import Line, Table
from analysis.intake.spreadsheet import ROOT, environment, shown_name
from analysis.vocabulary import Vocabulary

Json: TypeAlias = Mapping[str, object]


def read(name: str, data: bytes, vocabulary: Vocabulary) -> Boundaries | Figures:
    """Read boundaries, the register of schools, or any table with the hub's areas in it.

    Raises
    ------
    DashboardError
        If it is none of these, is damaged, or asks for more than the limits.
    """
    shown = shown_name(name)
    if len(data) > limits.FILE_BYTES:
        raise DashboardError(
            f"{shown} is larger than {limits.FILE_BYTES // limits.MEGABYTE} MB. Zip it and upload "
            "the zip; of boundaries, the generalised ones (BUC or BGC) are small and enough."
        )
    limits.check(shown, data)
    found = _parsed(shown, data)
    if "refused" in found:
        raise DashboardError(str(found["refused"]))
    if "boundaries" in found:
        return _boundaries(cast(Json, found["boundaries"]))
    sheets = tuple(_table(table) for table in cast(list[Json], found["tables"]))
    return schools.read(sheets, vocabulary) or figures.read(sheets, vocabulary)


def _parsed(name: str, data: bytes) -> Json:
    too_much = DashboardError(
        f"{name} could not be read within the limits of time and memory. Of boundaries, choose the "
        "generalised ones (BUC or BGC); of a table, keep only the rows of your areas."
    )
    try:
        # The arguments are ours and the name is one argument among them: no shell reads it.
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "analysis.intake.places.child", name],
            input=data,
            capture_output=True,
            timeout=limits.WALL_SECONDS,
            cwd=ROOT,
            env=environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise too_much from error
    said = done.stderr.decode("utf-8", errors="replace")
    if done.returncode and "Traceback" in said and "MemoryError" not in said:
        raise RuntimeError(said)
    if done.returncode:
        raise too_much
    return cast(Json, json.loads(done.stdout))


def _boundaries(said: Json) -> Boundaries:
    return Boundaries(
        file=str(said["file"]),
        shapes=tuple(_shape(one) for one in cast(list[Json], said["shapes"])),
        by=str(said["by"]),
        column=str(said["column"]),
        others=cast(int, said["others"]),
        was_grid=bool(said["was_grid"]),
        points_before=cast(int, said["points_before"]),
    )


def _shape(said: Json) -> Shape:
    polygons = cast(list[list[list[tuple[float, float]]]], said["polygons"])
    x, y = cast(tuple[float, float], said["middle"])
    return Shape(str(said["area"]), tuple(map(_polygon, polygons)), (x, y))


def _polygon(rings: list[list[tuple[float, float]]]) -> Polygon:
    return tuple(tuple((float(x), float(y)) for x, y in ring) for ring in rings)


def _table(said: Json) -> Table:
    lines = cast(list[Json], said["lines"])
    return Table(
        file=str(said["file"]),
        sheet=str(said["sheet"]),
        lines=tuple(
            Line(cast(int, line["row"]), tuple(cast(list[str], line["cells"]))) for line in lines
        ),
        rows=cast(int, said["rows"]),
        assumed=tuple(cast(list[str], said["assumed"])),
    )
