"""The command that counts cells by state at the end of each month or school year."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import pandas as pd
import typer

from analysis import past, timeline, vocabulary
from analysis.commands import options
from analysis.commands.options import (
    DEFAULT_STORE,
    AsOfOption,
    AxisOption,
    ColumnsOption,
    Format,
    FormatOption,
    LayersOption,
    StoreOption,
    WhereOption,
    WholeHubOption,
)
from analysis.database import Database
from analysis.ledger import entries
from analysis.ledger.entries import Entry
from analysis.ledger.state import replay
from analysis.past import Moment
from analysis.report import over_time as told
from analysis.timeline import Point
from analysis.vocabulary import Vocabulary


class By(StrEnum):
    """What each line of the answer is the end of."""

    MONTH = "month"
    SCHOOL_YEAR = "school-year"


_RECORDED = {By.MONTH: timeline.months, By.SCHOOL_YEAR: timeline.school_years}
_DATED = {By.MONTH: timeline.dated_months, By.SCHOOL_YEAR: timeline.dated_school_years}
_NAMES = {By.MONTH: told.months, By.SCHOOL_YEAR: told.school_years}


def over_time(
    by: Annotated[By, typer.Option(help="The end of each month, or of each school year.")] = (
        By.MONTH
    ),
    rows: AxisOption = "function",
    columns: ColumnsOption = "area",
    layers: LayersOption = None,
    where: WhereOption = None,
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
    *,
    as_dated: Annotated[
        bool, typer.Option("--as-dated", help="By the dates in the files, not of the record.")
    ] = False,
    whole_hub: WholeHubOption = True,
) -> None:
    """Count the cells by state at the end of each month or school year."""
    axes, words = list(options.axes(rows, columns, layers).values()), vocabulary.load()
    chosen = options.filters(where, words, whole_hub=whole_hub)
    opened = options.open_store(store)
    built = options.at_entry(opened, as_of)
    record = entries.entries(opened)[: built.state.number]
    until = options.day(built, as_of)
    if as_dated:
        points = _DATED[by](past.dates(built), until)
        moments = _as_dated(built, points, words)
        numbers = [timeline.day_of(point.number).toordinal() for point in points]
    else:
        points = _RECORDED[by](record, until)
        numbers = [past.lasting(record, point.number) for point in points]
        moments = _as_recorded(built, record, numbers, words)
    if not points:
        options.show(pd.DataFrame(), form)
        return
    over = past.coverage_over(past.past(moments, words), axes, chosen)
    grids = [over[over["after_entry"] == number] for number in numbers]
    options.show(told.of_tally(told.tally(points, _NAMES[by](points), grids)), form)


def _as_dated(built: Database, points: Sequence[Point], words: Vocabulary) -> list[Moment]:
    days = {timeline.day_of(point.number) for point in points}
    return [past.dated(built.state, built.archive, words, day) for day in sorted(days)]


def _as_recorded(
    built: Database, record: Sequence[Entry], numbers: Sequence[int], words: Vocabulary
) -> list[Moment]:
    return [
        past.moment(replay(record, number), built.archive, words) for number in sorted(set(numbers))
    ]
