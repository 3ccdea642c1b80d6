"""How much of invented exports is read right, tool by tool, and how long reading takes.

`python -m tests.bench.reading --verbose` tells of the wrong fields too, with an example of each.
"""

import argparse
import csv
import io
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from python_calamine import CalamineWorkbook

from analysis.intake.read import read
from analysis.vocabulary import Vocabulary, load
from tests.bench.measured import Measured, by_turns, say
from tests.intake.invented import HELD_BACK, SHAPES, Export, export
from tests.intake.invented.pool import HELD_OUT, Pool, pool
from tests.intake.invented.score import Verdict, verdicts

SEEDS, ROWS, GOAL, RATIO = 4, 10_000, 0.99, 3.0
WIDTH = 34


def measure(_: Path) -> Iterator[Measured]:
    """The limit of the score is every field; of the time, the same file's cells alone."""
    say("reading: invented exports of every tool, field by field")
    yield _share("fields of invented exports", score(list(SHAPES), pool(), range(SEEDS)))
    say("reading: the same in words that were held back, and tools that were")
    yield _share("the same, held out", score(list(HELD_BACK), pool(HELD_OUT), range(SEEDS)))
    say(f"reading: {ROWS:,} submissions")
    words = load()
    yield _timed("Microsoft Forms", _cells, words)
    yield _timed("Google Sheet, UK", _lines, words)


def _share(what: str, found: list[Verdict]) -> Measured:
    right = sum(verdict.right for verdict in found)
    return Measured(what, right, len(found), "fields", f"≥ {GOAL}", right >= GOAL * len(found))


def score(shapes: list[str], drawn: Pool, seeds: range, *, verbose: bool = False) -> list[Verdict]:
    """Every verdict, told shape by shape as they come, then by field."""
    vocabulary, every = load(), []
    for shape in shapes:
        exports = [export(shape, seed, words=drawn) for seed in seeds]
        found = [v for each in exports for v in verdicts(each, vocabulary)]
        say(_told(shape, found))
        if verbose:
            say(_examples(found))
        every += found
    say(_told("all", every))
    say(_by_field(every))
    return every


def _told(shape: str, found: list[Verdict]) -> str:
    right = sum(verdict.right for verdict in found)
    wrong = Counter(verdict.field for verdict in found if not verdict.right)
    worst = ", ".join(f"{field} {count}" for field, count in wrong.most_common(4))
    share = right / max(1, len(found))
    return f"{shape.ljust(WIDTH)} {share:7.2%} {right:6,} of {len(found):6,}  {worst}"


def _by_field(found: list[Verdict]) -> str:
    every = Counter(verdict.field for verdict in found)
    right = Counter(verdict.field for verdict in found if verdict.right)
    return "\n".join(
        f"  {field.ljust(WIDTH - 2)} {right[field] / count:7.2%} {right[field]:6,} of {count:6,}"
        for field, count in every.items()
    )


def _examples(found: list[Verdict]) -> str:
    """The first wrong verdict of each field."""
    firsts = {verdict.field: verdict for verdict in reversed(found) if not verdict.right}
    return "\n".join(
        f"    {field}: found {str(v.found)[:200]}\n{' ' * 10}meant {str(v.meant)[:200]}"
        for field, v in firsts.items()
    )


def _timed(shape: str, alone, words: Vocabulary) -> Measured:  # type: ignore[no-untyped-def]
    made: Export = export(shape, 1, count=ROWS)
    own, limit = by_turns(
        partial(read, made.name, made.data, words), partial(alone, made.data), times=3
    )
    end = made.name.rsplit(".", 1)[-1]
    what = f"reading {ROWS:,} submissions, {end}"
    return Measured(what, own, limit, aim=f"≤ {RATIO}", is_met=own <= RATIO * limit)


def _cells(data: bytes) -> int:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)


def _lines(data: bytes) -> int:
    return len(list(csv.reader(io.StringIO(data.decode(), newline=""))))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--only", default="", help="part of a tool's name")
    parser.add_argument("--held-out", action="store_true", help="in the words held back")
    parser.add_argument("--verbose", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    asked = _asked()
    named = HELD_BACK if asked.held_out else SHAPES
    score(
        [shape for shape in named if asked.only.casefold() in shape.casefold()],
        pool(HELD_OUT) if asked.held_out else pool(),
        range(asked.seeds),
        verbose=asked.verbose,
    )
