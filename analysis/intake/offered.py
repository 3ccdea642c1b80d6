"""The choices that a form offers in its author's words, and what each means.

A form says its choices again in every row that ticks them. What stands once was typed by
somebody, and may speak of anything. Stages are staff's own words.
"""

from collections import defaultdict
from collections.abc import Iterator

from analysis.intake.cells import Asked
from analysis.intake.recognise import Form
from analysis.intake.sheet import SAMPLE
from analysis.vocabulary import DIMENSIONS, STAGE

OFTEN = 2  # organisations; one may send a form twice


def codes(form: Form, asked: tuple[Asked, ...]) -> dict[tuple[str, str], str]:
    """The code of each choice, by dimension and words, that no known wording says the same as."""
    words = form.known.vocabulary
    return {
        (dimension, text): code
        for dimension, text in dict.fromkeys(_choices(form, asked))
        if words.match(dimension, text) is None and (code := words.offered(dimension, text))
    }


def _choices(form: Form, asked: tuple[Asked, ...]) -> Iterator[tuple[str, str]]:
    for tick in form.columns.ticks.values():
        if not tick.other:
            yield tick.dimension, tick.choice
    for each in asked:
        if each.field in DIMENSIONS:
            yield from ((each.field, text) for text in _listed(form, each))
        elif each.field == STAGE:
            lines = (line for _, line in form.sheet.rows)
            yield from ((STAGE, text) for line in lines for text in _said(form, each, line))


def _listed(form: Form, asked: Asked) -> Iterator[str]:
    """What the lists of a dimension say again and again, and not one organisation alone."""
    by: defaultdict[str, set[str]] = defaultdict(set)
    named = form.columns.first("organisation") or 1
    for _, line in form.sheet.rows[:SAMPLE]:
        for text in _said(form, asked, line):
            by[text].add(line[named - 1] if named <= len(line) else "")
    return (text for text, names in by.items() if len(names) >= OFTEN)


def _said(form: Form, asked: Asked, line: tuple[str, ...]) -> Iterator[str]:
    """What a row says of a field, but for columns of ticks."""
    for column, read in asked.columns:
        if column not in form.columns.ticks and column <= len(line):
            yield from read(line[column - 1])
