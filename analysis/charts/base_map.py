"""The base map of every map: an empty one, so that nothing is fetched to draw it."""

import json
from typing import Final
from urllib.parse import quote

# Plotly fetches a base map for every map, also for one that shows none. This is an empty one, as an
# address that is itself the file; what Plotly adds to it stands behind the #.
_LAYERS: Final = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
_NOTHING: Final = {
    "type": "Topology",
    "objects": {name: {"type": "GeometryCollection", "geometries": []} for name in _LAYERS},
    "arcs": [],
}
URL: Final = f"data:application/json,{quote(json.dumps(_NOTHING))}#"
