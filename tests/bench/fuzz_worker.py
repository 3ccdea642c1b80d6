"""Read many damaged files in one process, inside the bounds of the one that reads an upload.

Run as `python -m tests.bench.fuzz_worker FIRST LAST`. One line of JSON is printed for each file
before it is read, and one after; a file that ends the process is the one without a second line.
"""

import json
import resource
import signal
import sys
import time
from types import FrameType
from typing import NoReturn

from analysis.errors import DashboardError
from analysis.intake import child, limits, personal
from analysis.intake.choices import NO_CHOICES
from analysis.intake.grid import Grid
from analysis.intake.listing import as_json
from analysis.intake.read import understand
from tests.intake import damaged
from tests.intake.files import WORDS

HANGS_SECONDS = 20  # of the processor: what others do on the machine says nothing of a reader


class Hangs(BaseException):
    """Raised in the middle of whatever takes too long; nothing may catch it on the way."""


def outcome(number: int) -> str:
    """What becomes of a file: "read", or the sentence that refuses it."""
    name, data = damaged.file(number)
    try:
        limits.check(name, data)
        found = child.outcome(name, data)
        if found["refused"]:
            return found["refused"]
        grids = tuple(
            Grid(s["sheet"], s["rows"], s["hidden"], s["assumed"]) for s in found["sheets"]
        )
        for reading in understand(name, grids, WORDS, NO_CHOICES):
            as_json(reading, WORDS)
            personal.blanked(reading, personal.decided(reading, personal.noticed(reading)))
    except DashboardError as refusal:
        return str(refusal)
    return "read"


def run(first: int, last: int) -> None:
    signal.signal(signal.SIGPROF, _hangs)
    for number in range(first, last):
        _say({"file": number})
        signal.setitimer(signal.ITIMER_PROF, HANGS_SECONDS)
        start = time.process_time()
        told = _told(number)
        signal.setitimer(signal.ITIMER_PROF, 0)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        _say({"file": number, "told": told, "s": time.process_time() - start, "peak": peak})


def _told(number: int) -> str:
    """Whatever is raised is what we look for, so all of it is caught and told."""
    try:
        return outcome(number)
    except MemoryError:
        return "refused: memory"
    except Hangs:
        return "HANGS"
    except BaseException as fault:  # noqa: BLE001 - each is a finding
        if type(fault).__name__ == "PanicException":  # the reader's own, which the child turns
            return "refused: damaged"
        return f"TRACEBACK {type(fault).__name__}: {fault} {_place(fault)}"


def _place(fault: BaseException) -> str:
    last = fault.__traceback__
    while last and last.tb_next:
        last = last.tb_next
    return f"{last.tb_frame.f_code.co_filename}:{last.tb_lineno}" if last else ""


def _hangs(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise Hangs


def _say(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY_BYTES, limits.MEMORY_BYTES))
    run(int(sys.argv[1]), int(sys.argv[2]))
