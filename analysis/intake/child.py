"""The process that parses a stranger's bytes, inside bounds, and hands back plain text.

Run as `python -m analysis.intake.child NAME`: bytes on standard input, what it found on
standard output, as `handover` writes it. It keeps its imports few, because every upload waits for
them.
"""

import gc
import sys

from analysis.intake import handover, limits
from analysis.intake.handover import Outcome, Sheet

try:
    import resource
except ImportError:  # pragma: no cover - Windows has no such limits; time and sizes still hold
    resource = None  # type: ignore[assignment]  # mypy reads the module as always there


def outcome(name: str, data: bytes) -> Outcome:
    """Parse the bytes, turning a refusal into its sentence."""
    # Imported only once the bounds are set, so that they hold for the parser's own code too.
    from analysis.errors import DashboardError  # noqa: PLC0415
    from analysis.intake import sniff  # noqa: PLC0415

    try:
        grids = sniff.parse(name, data)
        limits.check_words(name, sum(len("".join(row)) for g in grids for row in g.rows))
    except DashboardError as error:
        return {"sheets": [], "refused": str(error)}
    sheets: list[Sheet] = [
        {"sheet": g.sheet, "rows": g.rows, "hidden": g.hidden, "assumed": g.assumed} for g in grids
    ]
    return {"sheets": sheets, "refused": ""}


def bound() -> None:  # pragma: no cover - only the child may bind itself
    """Bound this process: memory, processor time, no files written, no core left behind."""
    if resource is None:
        return
    for kind, most in (
        (resource.RLIMIT_AS, limits.MEMORY_BYTES),
        (resource.RLIMIT_CPU, limits.CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


if __name__ == "__main__":  # pragma: no cover - runs in the child
    bound()
    gc.disable()  # it ends as soon as it has answered, and holds nothing that refers to itself
    found = outcome(sys.argv[1], sys.stdin.buffer.read())
    sys.stdout.buffer.write(handover.written(found))
