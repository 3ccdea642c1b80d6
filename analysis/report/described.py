"""Filters in words, with every value in full."""

from collections.abc import Iterator

from analysis.questions import Filters
from analysis.vocabulary import DIMENSIONS, HEADINGS, STAGE, load


def described(chosen: Filters) -> str:
    """What some filters ask for, as the pages and the command line print it."""
    return "; ".join(_parts(chosen)) or "none"


def _parts(chosen: Filters) -> Iterator[str]:
    words = load()
    named = [*chosen.chosen, *(f"{STAGE}:{code}" for code in chosen.stages)]
    for dimension in (*DIMENSIONS, STAGE):
        codes = [name.partition(":")[2] for name in named if name.startswith(f"{dimension}:")]
        labels = [words.term(dimension, code).label for code in codes]
        if labels:
            yield f"{HEADINGS[dimension]}: {' or '.join(labels)}"
    if not chosen.whole_hub:
        yield "whole-hub claims left out"
