"""Choices with a separator inside that no vocabulary knows, given away by the file itself.

A form's own choice is the same words in every row: where a piece of a cell is always followed by
the same other piece, and that one never stands without it, the two are one choice.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

FEWEST = 2  # rows; what somebody typed stands in one, or two if they sent the form again
CERTAIN = 4  # rows after which a piece may begin like a choice of its own and yet be none


def pairs(rows: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """The pieces that stand together in every row, the second by the first."""
    alone: Counter[str] = Counter()
    followed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for pieces in rows:
        alone.update(pieces)
        for one, other in pairwise(pieces):
            followed[one][other] += 1
    found = {}
    for one, others in followed.items():
        other, times = others.most_common(1)[0]
        enough = FEWEST if other[:1].islower() else CERTAIN
        if times >= enough and times == alone[one] == alone[other]:
            found[one] = other
    return found


def chained(rows: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The rows, with the pieces of one choice put together by commas."""
    together = pairs(rows)
    for pieces in rows:
        chains: list[list[str]] = []
        for piece in pieces:
            if chains and together.get(chains[-1][-1]) == piece:
                chains[-1].append(piece)
            else:
                chains.append([piece])
        yield tuple(", ".join(chain) for chain in chains)
