"""The best way to give things out, each to one at most: Kuhn's Hungarian method, exactly."""

from collections.abc import Sequence

import numpy as np

NOBODY = -1


def best(worth: Sequence[Sequence[float]]) -> list[int]:
    """For each row the column it is given, no column twice, so that the sum is greatest.

    `worth` says what each column is worth to each row. A row goes without, as `NOBODY` says,
    where no column that is left is worth more than nothing to it.
    """
    if not worth:
        return []
    if all(sum(map(_is_wanted, column)) <= 1 for column in zip(*worth, strict=True)):
        return [_uncontested(row) for row in worth]
    columns = len(worth[0])
    spare = np.zeros((len(worth), len(worth)))  # to go without is worth nothing, and each may
    given = _cheapest(np.hstack([-np.clip(np.array(worth, ndmin=2), -1e9, None), spare]))
    return [
        column if column < columns and worth[row][column] > 0 else NOBODY
        for row, column in enumerate(given)
    ]


def _is_wanted(worth: float) -> bool:
    return worth > 0


def _uncontested(row: Sequence[float]) -> int:
    """The column that is worth most to a row, where no other row wants any that it wants."""
    column = max(range(len(row)), key=row.__getitem__, default=NOBODY)
    return column if column != NOBODY and row[column] > 0 else NOBODY


def _cheapest(cost: np.ndarray) -> list[int]:
    """The column of each row, with at least as many columns as rows, at the least cost."""
    rows, columns = cost.shape
    # Both count from 1. Column 0 is where each row starts, and row 0 has the columns nobody has.
    owner = np.zeros(columns + 1, dtype=int)
    prices = np.zeros(rows + 1), np.zeros(columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        end, came = _way(cost, owner, prices)
        while end:
            owner[end], end = owner[came[end]], came[end]
    places = {int(row): place for place, row in enumerate(owner[1:].tolist()) if row}
    return [places[row] for row in range(1, rows + 1)]


def _way(
    cost: np.ndarray, owner: np.ndarray, prices: tuple[np.ndarray, np.ndarray]
) -> tuple[int, list[int]]:
    """The cheapest way to a column that nobody has, and the column before each on it."""
    row_price, column_price = prices
    least, came = np.full(len(owner), np.inf), np.zeros(len(owner), dtype=int)
    used = np.zeros(len(owner), dtype=bool)
    here = 0
    while owner[here]:
        used[here] = True
        price = np.full(len(owner), np.inf)
        price[1:] = cost[owner[here] - 1] - row_price[owner[here]] - column_price[1:]
        nearer = ~used & (price < least)
        least[nearer], came[nearer] = price[nearer], here
        here = int(np.argmin(np.where(used, np.inf, least)))
        step = least[here]
        row_price[owner[used]] += step
        column_price[used] -= step
        least[~used] -= step
    return here, came.tolist()
