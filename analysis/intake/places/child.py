"""The process that parses a stranger's file of places, inside bounds, and hands back plain text.

Run as `python -m analysis.intake.places.child NAME`: bytes on standard input, JSON on standard
output. Only the rows and the outlines of the hub's own areas leave it.
"""

import json
import sys
import zipfile
from dataclasses import asdict
from typing import Final

from analysis import vocabulary
from analysis.errors import DashboardError
from analysis.intake import child, limits, packed, sniff
from analysis.intake.places import boundaries, tables

_JSON: Final = (b"{", b"[")
_MARK: Final = b"\xef\xbb\xbf"
# The register comes as a zip beside files of links between schools.
_PLACES: Final = (".geojson", ".json", ".csv")
_SHAPEFILE: Final = ".shp"
_AGAIN: Final = "Upload boundaries as GeoJSON, or a table as .csv or .xlsx."


def outcome(name: str, data: bytes) -> dict[str, object]:
    """What a file says, or the sentence that refuses it."""
    try:
        return _read(name, _unpacked(name, data))
    except DashboardError as refusal:
        return {"refused": str(refusal).replace(sniff.EXPORT_AGAIN, _AGAIN)}


def _read(name: str, data: bytes) -> dict[str, object]:
    words = vocabulary.load()
    if data.removeprefix(_MARK).lstrip()[:1] in _JSON:
        return {"boundaries": asdict(boundaries.read(name, data, words))}
    return {"tables": [asdict(table) for table in tables.read(name, data, words)]}


def _unpacked(name: str, data: bytes) -> bytes:
    """The one file of places in a zip, the largest of its kind; any other bytes as they are."""
    if not data.startswith(limits.ZIP):
        return data
    with limits.opened(name, data) as zipped:
        members = zipped.infolist()
        if any(part in zipped.namelist() for part in packed.WORKBOOK_PARTS):
            return data
        if any(member.filename.lower().endswith(_SHAPEFILE) for member in members):
            raise DashboardError(f"{name} is a shapefile, which is another form. {boundaries.FORM}")
        found = [member for member in members if member.filename.lower().endswith(_PLACES)]
        largest = max(found, key=_size, default=None)
        return data if largest is None else limits.unpacked(name, zipped, largest.filename)


def _size(member: zipfile.ZipInfo) -> int:
    return member.file_size


if __name__ == "__main__":  # pragma: no cover - runs in the child
    child.bound()
    found = outcome(sys.argv[1], sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(found))
