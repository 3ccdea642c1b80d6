"""One run of a page, or of a part of it: what is asked in it once, and forgotten when it ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar, cast

Made = TypeVar("Made")

# Of the thread that runs a page. Not in session state, each touch of which may end the run: also
# the one that would let go of what it holds.
_run: ContextVar[dict[object, object] | None] = ContextVar("run", default=None)


@contextmanager
def one_run() -> Iterator[None]:
    """Within it the store and who is here are asked for once: a page shows one moment.

    What a click does runs before, and asks anew.
    """
    if _run.get() is not None:
        yield
        return
    begun = _run.set({})
    try:
        yield
    finally:
        _run.reset(begun)


def once(key: object, make: Callable[[], Made]) -> Made:
    """What `make` gives, made once in a run."""
    found = _run.get()
    if found is None:
        return make()
    if key not in found:
        found[key] = make()
    return cast(Made, found[key])
