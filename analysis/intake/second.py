"""Second questions for a dimension that another column answers already: told, never in silence."""

from collections.abc import Iterator

from analysis.intake import evidence, headers
from analysis.intake.columns import Columns
from analysis.intake.forms import Tool, plain_key
from analysis.intake.sheet import Known, Sheet
from analysis.vocabulary import DIMENSIONS, HEADINGS

SHOWN = 60  # characters
FEWEST = 3  # different cells: fewer may look like anything
MOSTLY = 0.75  # of its cells
LEFT_OUT = (
    'The column "{header}" also seems to ask for the {dimension}; it was left out, because '
    '"{other}" asks for it already. If both count, say so under what each column means, or with '
    "--column."
)
ADDED = (
    "The columns {headers} ask for the {dimension}: what any of them says was counted. If one "
    "does not, say so under what each column means, or with --column."
)


def notes(sheet: Sheet, tool: Tool, found: Columns, known: Known) -> Iterator[str]:
    """A sentence for each column that was left out, and for each dimension that several answer."""
    for column, header in _left(sheet, tool, found):
        if dimension := _asked(sheet, column, found, known):
            told = {"header": _short(header), "dimension": HEADINGS[dimension].lower()}
            yield LEFT_OUT.format(**told, other=_short(_first(sheet, found, dimension)))
    for dimension in DIMENSIONS:
        columns = found.fields.get(dimension, ())
        if len(columns) > 1:
            named = " and ".join(f'"{_short(sheet.headers[c - 1])}"' for c in sorted(columns))
            yield ADDED.format(headers=named, dimension=HEADINGS[dimension].lower())


def _left(sheet: Sheet, tool: Tool, found: Columns) -> Iterator[tuple[int, str]]:
    """The columns that answer nothing, without what a tool adds or says once more."""
    taken = {*found.ticks, *(c for columns in found.fields.values() for c in columns)}
    summed = {plain_key(tick.question) for tick in found.ticks.values()}
    for column, header in sheet.columns:
        is_tools = tool.ignores(plain_key(header)) or plain_key(headers.clean(header)) in summed
        if column not in taken and not is_tools:
            yield column, header


def _asked(sheet: Sheet, column: int, found: Columns, known: Known) -> str | None:
    """The dimension, answered elsewhere, that a column seems to ask for; None for most."""
    cells = sheet.sample(column)
    scores = headers.scores(sheet.headers[column - 1], known.questions)
    asked = [each for each in DIMENSIONS if found.asks(each)]
    worded = [each for each in asked if scores.get(each, 0) >= headers.LIKELY]
    if not cells or max(scores, key=scores.__getitem__, default="") not in ("", *DIMENSIONS):
        return None
    if worded or headers.is_ignored(sheet.headers[column - 1], known.questions):
        return max(worded, key=scores.__getitem__, default=None)
    if len(set(cells)) < FEWEST:
        return None
    whole = (each for each in asked if evidence.share(each, cells, known) >= MOSTLY)
    return next(whole, None)


def _first(sheet: Sheet, found: Columns, dimension: str) -> str:
    """What heads the first column that answers a dimension."""
    ticked = (c for c, tick in found.ticks.items() if tick.dimension == dimension)
    column = found.first(dimension) or next(ticked)
    tick = found.ticks.get(column)
    return (tick.question if tick else "") or sheet.headers[column - 1]


def _short(header: str) -> str:
    plain = " ".join(header.split())
    return plain if len(plain) <= SHOWN else f"{plain[: SHOWN - 1]}…"
