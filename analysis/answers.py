"""The latest answers of one database, which never change: many ask the same."""

from collections.abc import Callable, Mapping
from threading import Lock
from typing import TypeAlias

import pandas as pd
from cachetools import LRUCache, cached

MOST = 32 * 2**20  # bytes of answers at hand; a larger one is not kept

Ask: TypeAlias = Callable[[str, Mapping[str, object]], pd.DataFrame]


def kept(ask: Ask) -> Ask:
    """Ask as before, and give the same answer again without asking while it is at hand."""
    latest: LRUCache[object, pd.DataFrame] = LRUCache(MOST, getsizeof=_bytes)
    answer = cached(latest, key=_key, lock=Lock())(ask)

    def asked(statement: str, values: Mapping[str, object]) -> pd.DataFrame:
        return answer(statement, values).copy(deep=False)  # what one changes in it is its own

    return asked


def _key(statement: str, values: Mapping[str, object]) -> object:
    return statement, repr(sorted(values.items()))


def _bytes(answer: pd.DataFrame) -> int:
    return int(answer.memory_usage(deep=True).sum())
