"""A chart as an SVG picture for paper, drawn from the very marks of its figure, without a browser.

It knows what our charts of cells are made of: bars on two axes, and the key beneath.
"""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, cast

import plotly.graph_objects as go

from analysis.charts import grid, key
from analysis.charts.key import Spec

WIDTH: Final = 700
# The fonts that Typst brings; only the second has all symbols.
FONT: Final = "Libertinus Serif"
SYMBOLS: Final = "DejaVu Sans Mono"
_SYMBOLS: Final = re.compile("[\u2190-\u27bf]+")
_INK: Final = "#0B0C0C"
_LABEL: Final = 13.0
_SMALLEST: Final = 6.0
_KEY: Final = 12.0
_ACROSS: Final = 11.0
_LINE: Final = 1.2  # of a font's size
_LETTER: Final = 0.52  # how wide a letter is, of its size
_PAD: Final = 6
_LEFT: Final = 16  # characters of a label beside a row
_BOLD: Final = ("<b>", "</b>")


@dataclass(frozen=True)
class _Box:
    left: float
    top: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        return self.left + self.width / 2, self.top + self.height / 2


@dataclass(frozen=True)
class _Frame:
    """Where the axes lie in the picture: `box` in pixels, and the range of each axis."""

    box: _Box
    across: tuple[float, float]
    down: tuple[float, float]

    def x(self, value: float) -> float:
        first, last = self.across
        return self.box.left + (value - first) / (last - first) * self.box.width

    def y(self, value: float) -> float:
        first, last = self.down  # what comes first is at the foot
        return self.box.top + (last - value) / (last - first) * self.box.height


def as_svg(figure: go.Figure) -> str:
    """Draw a chart of cells as a picture `WIDTH` pixels wide, on white.

    Parameters
    ----------
    figure
        What `coverage_grid`, `before_and_after`, `state_bars` or `over_time` drew.
    """
    drawn = figure.to_dict()
    *bars, last = drawn["data"]
    frame, height = _frame(drawn["layout"])
    shapes = [
        *(shape for trace in bars for shape in _bars(trace, frame)),
        *_labels(drawn["layout"], frame),
        *_key(cast(Spec, last["marker"]), height),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:.0f}" '
        f'viewBox="0 0 {WIDTH} {height:.0f}" font-family="{FONT}">'
        f'<rect width="{WIDTH}" height="{height:.0f}" fill="white"/>{"".join(shapes)}</svg>'
    )


def _frame(layout: Mapping[str, Spec]) -> tuple[_Frame, float]:
    across, down = layout["xaxis"], layout["yaxis"]
    left = _PAD + (0 if _is_hidden(down) else _LEFT * _LETTER * _LABEL)
    width = WIDTH - left - _PAD
    above = _PAD if _is_hidden(across) else _room(across, width)
    inner = float(str(layout["height"])) - key.HEIGHT - key.EDGE
    is_top = across.get("side") == "top"
    top = above if is_top else _PAD
    # The height of a grid counts the names over its columns; here they lie in `above`.
    box = _Box(left, top, width, inner - (grid.HEADING if is_top else 0))
    ranges = (cast("tuple[float, float]", axis["range"]) for axis in (across, down))
    return _Frame(box, *ranges), above + box.height + 2 * _PAD + key.HEIGHT


def _bars(trace: Spec, frame: _Frame) -> Iterator[str]:
    marker = cast(Mapping[str, object], trace["marker"])
    line = cast(Mapping[str, object], marker["line"])
    font = cast(Mapping[str, object], trace["textfont"])
    count = len(cast(Sequence[object], trace["base"]))
    columns = (
        _places(trace, frame),
        cast(Sequence[str], trace["text"]),
        cast(Sequence[str], marker["color"]),
        _each(line["color"], count),
        _each(line["width"], count),
        _each(marker.get("opacity", 1), count),
    )
    for box, text, fill, edge, width, opacity in zip(*columns, strict=True):
        yield (
            f'<rect x="{box.left:.1f}" y="{box.top:.1f}" width="{box.width:.1f}" '
            f'height="{box.height:.1f}" fill="{fill}" fill-opacity="{opacity}" '
            f'stroke="{edge}" stroke-width="{width}"/>'
        )
        yield from _inside(text, box, str(font["color"]))


def _places(trace: Spec, frame: _Frame) -> Iterator[_Box]:
    is_across = trace.get("orientation") == "h"
    lengths, middles = ("x", "y") if is_across else ("y", "x")
    bases = cast(Sequence[float], trace["base"])
    widths = _each(trace.get("width", 0.84), len(bases))
    ends = zip(
        bases,
        cast(Sequence[float], trace[lengths]),
        cast(Sequence[float], trace[middles]),
        cast(Sequence[float], widths),
        strict=True,
    )
    for base, length, middle, width in ends:
        along = (base, base + length)
        beside = (middle - width / 2, middle + width / 2)
        xs, ys = (along, beside) if is_across else (beside, along)
        left, right = sorted(map(frame.x, xs))
        top, foot = sorted(map(frame.y, ys))
        yield _Box(left, top, right - left, foot - top)


def _inside(text: str, box: _Box, ink: str) -> Iterator[str]:
    """A mark's text in its middle, as large as there is room for; none where it would be dots."""
    lines = text.split("<br>")
    longest = max(map(len, lines))
    widest, highest = box.width / (_LETTER * max(longest, 1)), box.height / (_LINE * len(lines))
    size = min(_LABEL, widest * 0.95, highest)
    if text and size >= _SMALLEST:
        yield from _text(lines, box.middle, (size, ink, "middle"))


def _labels(layout: Mapping[str, Spec], frame: _Frame) -> Iterator[str]:
    across, down = layout["xaxis"], layout["yaxis"]
    if not _is_hidden(down):
        for value, label in _ticks(down):
            place = (frame.box.left - _PAD, frame.y(value))
            yield from _text(label.split("<br>"), place, (_LABEL, _INK, "end"))
    if not _is_hidden(across):
        room = _room(across, frame.box.width)
        is_top = across.get("side") == "top"
        middle = room / 2 if is_top else frame.box.top + frame.box.height + room / 2
        for value, label in _ticks(across):
            lines = _wrapped(label, across, frame.box.width)
            yield from _text(lines, (frame.x(value), middle), (_ACROSS, _INK, "middle"))


def _key(marker: Spec, height: float) -> Iterator[str]:
    scale = cast(Sequence[tuple[float, str]], marker["colorscale"])
    bar = cast(Mapping[str, Sequence[str]], marker["colorbar"])
    words = [" ".join(text.split("<br>")) for text in bar["ticktext"]]
    step = (WIDTH - 2 * _PAD) / len(words)
    top = height - key.HEIGHT + 2 * _PAD
    for place, word in enumerate(words):
        left = _PAD + place * step
        fill = scale[2 * place][1]
        yield f'<rect x="{left:.1f}" y="{top}" width="{step:.1f}" height="12" fill="{fill}"/>'
        middle = (left + step / 2, top + 2.2 * _KEY)
        yield from _text([word], middle, (_KEY, _INK, "middle"))


def _text(
    lines: Sequence[str], middle: tuple[float, float], look: tuple[float, str, str]
) -> Iterator[str]:
    """Lines of text about a point; `look` is their size, their ink and which end is anchored."""
    (x, y), (size, ink, anchor) = middle, look
    first = y - (len(lines) - 1) * size * _LINE / 2 + 0.35 * size
    for number, line in enumerate(lines):
        weight = ' font-weight="bold"' if line.startswith(_BOLD[0]) else ""
        plain = escape(line.removeprefix(_BOLD[0]).removesuffix(_BOLD[1]))
        said = _SYMBOLS.sub(rf'<tspan font-family="{SYMBOLS}">\g<0></tspan>', plain)
        yield (
            f'<text x="{x:.1f}" y="{first + number * size * _LINE:.1f}" font-size="{size:.1f}" '
            f'fill="{ink}" text-anchor="{anchor}"{weight}>{said}</text>'
        )


def _room(across: Spec, width: float) -> float:
    """How much height the labels along an axis take."""
    most = max(len(_wrapped(label, across, width)) for _, label in _ticks(across))
    return most * _ACROSS * _LINE + 2 * _PAD


def _wrapped(label: str, across: Spec, width: float) -> list[str]:
    first, last = cast("tuple[float, float]", across["range"])
    characters = int(width / (last - first) / (_LETTER * _ACROSS))
    return textwrap.wrap(label, max(characters, 3), break_long_words=False) or [""]


def _ticks(axis: Spec) -> Iterator[tuple[float, str]]:
    values = cast(Sequence[float], axis["tickvals"])
    yield from zip(values, cast(Sequence[str], axis["ticktext"]), strict=True)


def _is_hidden(axis: Spec) -> bool:
    return axis.get("visible") is False


def _each(value: object, count: int) -> Sequence[object]:
    return cast(Sequence[object], value) if isinstance(value, list | tuple) else [value] * count
