"""How many files one person may hand in within a while: each keeps a process busy for a moment."""

from collections import deque
from math import ceil
from threading import Lock

from analysis.errors import DashboardError
from analysis.report import sentences

MOST, WITHIN_SECONDS = 40, 600


class Allowance:
    """Who handed in how many files lately; one for all visits to this server."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._handed_in: dict[str, deque[float]] = {}

    def take(self, who: str, now: float) -> None:
        """Count one more file of somebody's, at a time in seconds.

        Raises
        ------
        DashboardError
            If it is one too many.
        """
        with self._lock:
            times = self._handed_in.setdefault(who, deque())
            while times and times[0] <= now - WITHIN_SECONDS:
                times.popleft()
            if len(times) >= MOST:
                minutes = ceil((times[0] + WITHIN_SECONDS - now) / 60)
                wait = sentences.counted(minutes, "minute")
                raise DashboardError(
                    f"You have handed in {MOST} files within {WITHIN_SECONDS // 60} minutes, as "
                    f"many as are taken in from one person. Drop the rest again in {wait}."
                )
            times.append(now)
