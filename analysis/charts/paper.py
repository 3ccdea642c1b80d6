"""What every picture on paper shares: its width, its ink, its text, its key, in SVG."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Final, cast

from analysis.charts import key
from analysis.charts.key import Spec

WIDTH: Final = 700
# The fonts that Typst brings; only the second has all symbols.
FONT: Final = "Libertinus Serif"
SYMBOLS: Final = "DejaVu Sans Mono"
_SYMBOLS: Final = re.compile("[\u2190-\u27bf]+")
INK: Final = "#0B0C0C"
LINE: Final = 1.2  # of a font's size
LETTER: Final = 0.52  # how wide a letter is, of its size
PAD: Final = 6
_KEY: Final = 12.0
_BOLD: Final = ("<b>", "</b>")


def picture(shapes: Iterable[str], height: float) -> str:
    """A picture of some shapes, `WIDTH` pixels wide, on white."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:.0f}" '
        f'viewBox="0 0 {WIDTH} {height:.0f}" font-family="{FONT}">'
        f'<rect width="{WIDTH}" height="{height:.0f}" fill="white"/>{"".join(shapes)}</svg>'
    )


def text(
    lines: Sequence[str], middle: tuple[float, float], look: tuple[float, str, str], more: str = ""
) -> Iterator[str]:
    """Lines of text about a point; `look` is their size, their ink and which end is anchored.

    A line between <b> and </b> is bold; `more` is what else SVG is told of each.
    """
    (x, y), (size, ink, anchor) = middle, look
    first = y - (len(lines) - 1) * size * LINE / 2 + 0.35 * size
    for number, line in enumerate(lines):
        weight = ' font-weight="bold"' if line.startswith(_BOLD[0]) else ""
        plain = escape(line.removeprefix(_BOLD[0]).removesuffix(_BOLD[1]))
        said = _SYMBOLS.sub(rf'<tspan font-family="{SYMBOLS}">\g<0></tspan>', plain)
        yield (
            f'<text x="{x:.1f}" y="{first + number * size * LINE:.1f}" font-size="{size:.1f}" '
            f'fill="{ink}" text-anchor="{anchor}"{weight}{more}>{said}</text>'
        )


def key_of(trace: Spec, height: float) -> Iterator[str]:
    """The key of a figure, from the trace that is only that, at the foot of a picture."""
    marker = cast(Mapping[str, object], trace["marker"])
    scale = cast(Sequence[tuple[float, str]], marker["colorscale"])
    bar = cast(Mapping[str, Sequence[str]], marker["colorbar"])
    words = [" ".join(text.split("<br>")) for text in bar["ticktext"]]
    step = (WIDTH - 2 * PAD) / len(words)
    top = height - key.HEIGHT + 2 * PAD
    for place, word in enumerate(words):
        left = PAD + place * step
        fill = scale[2 * place][1]
        yield f'<rect x="{left:.1f}" y="{top}" width="{step:.1f}" height="12" fill="{fill}"/>'
        middle = (left + step / 2, top + 2.2 * _KEY)
        yield from text([word], middle, (_KEY, INK, "middle"))
