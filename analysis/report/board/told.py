"""All that a report to the board says, from the same functions as the pages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from analysis import questions
from analysis.report import over_time, sentences
from analysis.report.board import ahead, coverage, since, views
from analysis.report.board.facts import Asked, Facts
from analysis.report.board.parts import Report


def report(facts: Facts, asked: Asked, made_at: datetime) -> Report:
    """Say where the plan stands: the answer first, then what it rests on.

    It leaves the hub, so members are called by what stands before the @ of their addresses.
    """
    facts = replace(facts, told=[replace(entry, by=_author(entry.by)) for entry in facts.told])
    cells = questions.coverage(facts.database, asked.axes, asked.filters)
    return Report(
        asked.title,
        made_at,
        sentences.headline(cells, asked.axes),
        tuple(_about(facts, asked, made_at)),
        (
            coverage.stands(facts, asked, cells),
            coverage.grid(asked, cells),
            views.index(facts, asked),
            views.places(facts, asked),
            views.years(facts, asked),
            since.changed(facts, asked),
            ahead.worst(facts, asked),
            since.decided(facts),
            ahead.partners(facts, asked),
            ahead.unknown(facts, asked),
            ahead.defined(),
            ahead.sources(facts, asked),
        ),
    )


def _about(facts: Facts, asked: Asked, made_at: datetime) -> Iterator[tuple[str, str]]:
    state = facts.database.state
    at = sentences.moment(state.at) if state.at else "nothing recorded yet"
    yield "Data as of", f"{at} (entry {state.number})"
    yield "Filters", asked.described
    yield "Compared with", over_time.said(facts.since)
    yield "Made", f"{sentences.moment(made_at)}, by {_author(asked.by)}"


def _author(by: str) -> str:
    return by.partition("@")[0]
