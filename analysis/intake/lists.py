"""Columns of lists that ask for a dimension in words of their own, told by what they hold."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

from analysis.intake import answers, headers, learnt, paraphrased
from analysis.intake.forms import Tool
from analysis.intake.headers import CLEAR
from analysis.intake.paraphrased import Question
from analysis.intake.sheet import Known, Sheet
from analysis.intake.ticks import Tick
from analysis.vocabulary import DIMENSIONS

OFTEN = 2  # rows that have a choice; what stands in one may be somebody's own words

Fields: TypeAlias = dict[str, tuple[int, ...]]
Settled: TypeAlias = tuple[Fields, Mapping[int, Tick], frozenset[int]]


def added(sheet: Sheet, tool: Tool, known: Known, settled: Settled) -> Fields:
    """The fields with the lists that ask for a dimension which nothing else asks in their rows.

    What was taken for somebody's own words is none, where the same stands there again and again.
    """
    fields, ticks, chosen = settled
    fields = _retold(sheet, tool, known, (fields, ticks, chosen))
    fixed = {
        column
        for field, columns in fields.items()
        for column in columns
        if not (field == "offer" and _is_open(sheet, known, column))
    }
    open_columns = [c for c, _ in sheet.columns if c not in {*fixed, *ticks, *chosen}]
    free = {c: left for c in open_columns if (left := _free(sheet, c, fields, ticks))}
    places = [(c, choices) for c in free for choices in _choices(sheet, c, tool)]
    asks = [(Question(sheet.heading(c), choices), free[c]) for c, choices in places]
    for place, each in paraphrased.clearest(asks, known).items():
        column = places[place][0]
        offers = tuple(c for c in fields.get("offer", ()) if c != column)
        fields = {**fields, each: (*fields.get(each, ()), column), "offer": offers}
    return {field: columns for field, columns in fields.items() if columns}


def _retold(sheet: Sheet, tool: Tool, known: Known, settled: Settled) -> Fields:
    """The fields, where a question of open words is given the dimension that its choices tell."""
    fields, ticks, chosen = settled
    unasked = set(DIMENSIONS).difference(fields, (tick.dimension for tick in ticks.values()))
    for each, column in [(d, c) for d in DIMENSIONS for c in fields.get(d, ()) if c not in chosen]:
        told = _told(sheet, tool, known, (each, column, unasked))
        if told and headers.scores(sheet.heading(column), known.questions).get(each, 0) < CLEAR:
            rest = tuple(c for c in fields[each] if c != column)
            fields = {**fields, each: rest, told: (column,)}
            unasked.discard(told)
    return {field: columns for field, columns in fields.items() if columns}


def _told(
    sheet: Sheet, tool: Tool, known: Known, asked: tuple[str, int, Collection[str]]
) -> str | None:
    """The one dimension of which all choices of a question speak, where not all do of its own."""
    each, column, unasked = asked
    for choices in _choices(sheet, column, tool):
        question = Question(sheet.heading(column), choices)
        clear = [d for d in unasked if paraphrased.share(question, d, known) == 1]
        if len(clear) == 1 and paraphrased.share(question, each, known) < 1:
            return clear[0]
    return None


def _is_open(sheet: Sheet, known: Known, column: int) -> bool:
    """Whether a column that was taken for an offer is not surely headed as one."""
    asks = headers.scores(sheet.heading(column), known.questions)
    return asks.get("offer", 0) < headers.EXACT


def _free(sheet: Sheet, column: int, fields: Fields, ticks: Mapping[int, Tick]) -> set[str]:
    """The dimensions that nothing else asks for in any row in which a column is written in."""
    rows = sheet.filled(column)
    asked = {each: set(fields.get(each, ())) for each in DIMENSIONS}
    for other, tick in ticks.items():
        asked[tick.dimension].add(other)
    return {each for each in asked if all(rows.isdisjoint(sheet.filled(c)) for c in asked[each])}


def _choices(sheet: Sheet, column: int, tool: Tool) -> Iterator[tuple[str, ...]]:
    """What stands in the cells of a column again and again, by each way of parting them."""
    cells = sheet.sample(column)
    ways = dict.fromkeys(
        tuple(answers.exactly(cell, answers.NOTHING, mark) for cell in cells)
        for mark in dict.fromkeys((*tool.separators, *answers.JOINS))
    )
    for lines in ways:
        times = Counter(text for line in learnt.chained(lines) for text in line)
        yield tuple(text for text, often in times.items() if often >= OFTEN)
