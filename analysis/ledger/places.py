"""What the ledger remembers of places: the outlines of areas, and figures of their need."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.intake.places.boundaries import Boundaries
from analysis.intake.places.figures import Figures, Measure
from analysis.ledger import archive, entries
from analysis.ledger.entries import Store
from analysis.ledger.state import State
from analysis.need import Figure

BOUNDARIES, FIGURES = "boundaries", "need figures"
# One row per ring; `middle_x` and `middle_y` are the area's, where its name stands.
OUTLINES = pa.schema(
    {
        "area": pa.string(),
        "polygon": pa.int16(),
        "ring": pa.int16(),
        "xs": pa.list_(pa.float64()),
        "ys": pa.list_(pa.float64()),
        "middle_x": pa.float64(),
        "middle_y": pa.float64(),
    }
)
# One row per area and measure that has a figure.
NEEDS = pa.schema(
    {
        "area": pa.string(),
        "measure": pa.string(),
        "label": pa.string(),
        "value": pa.float64(),
        "unit": pa.string(),
        "period": pa.string(),
        "source": pa.string(),
    }
)


def record_boundaries(store: Store, boundaries: Boundaries, by: str, why: str = "") -> int:
    """Draw the hub's areas by these outlines from now on; return the entry's number."""
    digests = archive.put_tables(store.archive, {"outlines": drawn(boundaries)})
    payload = {"file": boundaries.file, "areas": len(boundaries.shapes), "archive": digests}
    return entries.append(store, BOUNDARIES, payload, by, why)


def record_figures(store: Store, figures: Figures, by: str, why: str = "") -> int:
    """Add measures of need; one of a name that is there already takes its place."""
    digests = archive.put_tables(store.archive, {"needs": _needs(figures)})
    labels = [measure.label for measure in figures.measures]
    payload = {"file": figures.file, "measures": labels, "archive": digests}
    return entries.append(store, FIGURES, payload, by, why)


def outlines(store_archive: Path, state: State) -> pa.Table:
    """The outlines that stand: those recorded last, or none."""
    for entry in reversed(state.of(BOUNDARIES)):
        return pq.read_table(archive.of_entry(store_archive, entry.payload, "outlines"))
    return OUTLINES.empty_table()


def figures(store_archive: Path, state: State) -> tuple[Figure, ...]:
    """The figures that stand: of each measure those recorded last."""
    found: dict[str, list[Figure]] = {}
    for entry in state.of(FIGURES):
        table = pq.read_table(archive.of_entry(store_archive, entry.payload, "needs"))
        rows = [Figure(**row, licence="") for row in table.to_pylist()]
        measures = {row.measure for row in rows}
        found = {m: kept for m, kept in found.items() if m not in measures}
        for row in rows:
            found.setdefault(row.measure, []).append(row)
    return tuple(row for rows in found.values() for row in rows)


def drawn(boundaries: Boundaries) -> pa.Table:
    """The outlines as the archive keeps them, in the columns of `OUTLINES`."""
    rows = [
        (one.area, polygon, ring, [x for x, _ in points], [y for _, y in points], *one.middle)
        for one in boundaries.shapes
        for polygon, rings in enumerate(one.polygons)
        for ring, points in enumerate(rings)
    ]
    named = [dict(zip(OUTLINES.names, row, strict=True)) for row in rows]
    return pa.Table.from_pylist(named, schema=OUTLINES)


def _needs(figures: Figures) -> pa.Table:
    rows = [row for measure in figures.measures for row in _rows(measure)]
    return pa.Table.from_pylist(rows, schema=NEEDS)


def _rows(measure: Measure) -> Iterator[dict[str, object]]:
    told = {
        "measure": measure.code,
        "label": measure.label,
        "unit": measure.unit,
        "period": measure.period,
        "source": measure.source,
    }
    return ({"area": area, "value": value, **told} for area, value in measure.values)
