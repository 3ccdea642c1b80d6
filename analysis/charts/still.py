"""A chart as an SVG picture for paper, drawn from the very marks of its figure, without a browser.

It knows what our charts of cells are made of: bars on two axes, and the key beneath. Maps are
drawn by `still_map`.
"""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

import plotly.graph_objects as go

from analysis.charts import grid, key, paper
from analysis.charts.key import Spec

_LABEL: Final = 13.0
_SMALLEST: Final = 6.0
_ACROSS: Final = 11.0
_LEFT: Final = 16  # characters of a label beside a row


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
    """Draw a chart of cells as a picture `paper.WIDTH` pixels wide, on white.

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
        *paper.key_of(last, height),
    ]
    return paper.picture(shapes, height)


def _frame(layout: Mapping[str, Spec]) -> tuple[_Frame, float]:
    across, down = layout["xaxis"], layout["yaxis"]
    left = paper.PAD + (0 if _is_hidden(down) else _LEFT * paper.LETTER * _LABEL)
    width = paper.WIDTH - left - paper.PAD
    above = paper.PAD if _is_hidden(across) else _room(across, width)
    inner = float(str(layout["height"])) - key.HEIGHT - key.EDGE
    is_top = across.get("side") == "top"
    top = above if is_top else paper.PAD
    # The height of a grid counts the names over its columns; here they lie in `above`.
    box = _Box(left, top, width, inner - (grid.HEADING if is_top else 0))
    ranges = (cast("tuple[float, float]", axis["range"]) for axis in (across, down))
    return _Frame(box, *ranges), above + box.height + 2 * paper.PAD + key.HEIGHT


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
    widest = box.width / (paper.LETTER * max(longest, 1))
    highest = box.height / (paper.LINE * len(lines))
    size = min(_LABEL, widest * 0.95, highest)
    if text and size >= _SMALLEST:
        yield from paper.text(lines, box.middle, (size, ink, "middle"))


def _labels(layout: Mapping[str, Spec], frame: _Frame) -> Iterator[str]:
    across, down = layout["xaxis"], layout["yaxis"]
    if not _is_hidden(down):
        for value, label in _ticks(down):
            place = (frame.box.left - paper.PAD, frame.y(value))
            yield from paper.text(label.split("<br>"), place, (_LABEL, paper.INK, "end"))
    if not _is_hidden(across):
        room = _room(across, frame.box.width)
        is_top = across.get("side") == "top"
        middle = room / 2 if is_top else frame.box.top + frame.box.height + room / 2
        for value, label in _ticks(across):
            lines = _wrapped(label, across, frame.box.width)
            yield from paper.text(lines, (frame.x(value), middle), (_ACROSS, paper.INK, "middle"))


def _room(across: Spec, width: float) -> float:
    """How much height the labels along an axis take."""
    most = max(len(_wrapped(label, across, width)) for _, label in _ticks(across))
    return most * _ACROSS * paper.LINE + 2 * paper.PAD


def _wrapped(label: str, across: Spec, width: float) -> list[str]:
    first, last = cast("tuple[float, float]", across["range"])
    characters = int(width / (last - first) / (paper.LETTER * _ACROSS))
    return textwrap.wrap(label, max(characters, 3), break_long_words=False) or [""]


def _ticks(axis: Spec) -> Iterator[tuple[float, str]]:
    values = cast(Sequence[float], axis["tickvals"])
    yield from zip(values, cast(Sequence[str], axis["ticktext"]), strict=True)


def _is_hidden(axis: Spec) -> bool:
    return axis.get("visible") is False


def _each(value: object, count: int) -> Sequence[object]:
    return cast(Sequence[object], value) if isinstance(value, list | tuple) else [value] * count
