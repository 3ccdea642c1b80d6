"""The record as it stood after several of its entries, in one database that can be asked of all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final, cast

import pandas as pd
import pyarrow as pa

from analysis import database, questions, replayed, timeline
from analysis.database import PIPELINE, Database
from analysis.ledger import places, record
from analysis.ledger.entries import Entry
from analysis.ledger.state import FINAL, FORM_CHOICES, State, replay
from analysis.questions import EVERYTHING, Filters
from analysis.vocabulary import Vocabulary

# All that the offers that count are made of: not what is only told of them, nor any question.
_TOLD: Final = frozenset(
    {
        "raw/column",
        "raw/set_aside",
        "raw/entry",
        "raw/confirmation",
        "raw/note",
        "raw/priority",
        "raw/need",
        "raw/tile",
        "raw/sister",
        "raw/outline",
        "staging/digest",
        "marts/term",
        "marts/spelling",
    }
)
COUNTED: Final = tuple(
    name for name in PIPELINE[: PIPELINE.index("marts/counting") + 1] if name not in _TOLD
)
PAST: Final = (
    "schemas",
    "raw/term",
    "marts/term",
    "past/moment",
    "past/offer",
    "past/organisation",
    "past/stood",
    "past/target",
    "past/not_applicable",
)
# Entries of these kinds change no cell. One of a kind that is not known here may.
QUIET: Final = frozenset(
    {
        *FINAL,
        FORM_CHOICES,
        record.NOTE,
        record.CONFIRMATION,
        record.PRIORITY,
        record.SCENARIO,
        record.REPORT,
        places.BOUNDARIES,
        places.FIGURES,
    }
)


@dataclass(frozen=True)
class Moment:
    """What coverage was counted from after one entry: offers, targets, cells left out."""

    number: int
    offers: pa.Table
    targets: pa.Table
    excused: pa.Table


def moment(state: State, folder: Path, vocabulary: Vocabulary) -> Moment:
    """What coverage was counted from in one state of the ledger.

    Raises
    ------
    DashboardError
        If the archive is damaged.
    """
    built = database.build(state, folder, vocabulary, pipeline=COUNTED)
    try:
        return moment_of(built, state.number)
    finally:
        built.connection.close()


def dated(state: State, folder: Path, vocabulary: Vocabulary, day: date) -> Moment:
    """What coverage is counted from at the end of a day, by the dates of what is known now.

    Its number is the day's (`date.toordinal`).

    Raises
    ------
    DashboardError
        If the archive is damaged.
    """
    known = state.as_dated(timeline.end_of(day))
    return replace(moment(known, folder, vocabulary), number=day.toordinal())


def dates(asked: Database) -> list[date]:
    """The days on which something is dated that moves cells, the first one first."""
    days = questions.ask(asked, "from questions.dates()", {})["day"]
    return [day.date() for day in days]


def undated(asked: Database) -> tuple[int, int]:
    """How many offers have no date of their own, and how many there are that count."""
    row = questions.ask(asked, "from questions.undated()", {}).iloc[0]
    return int(row["undated"]), int(row["offers"])


def moment_of(built: Database, number: int) -> Moment:
    """What coverage is counted from in a database, as the moment after an entry."""
    connection = built.connection.cursor()
    relations = ("marts.counting", "raw.target", "raw.not_applicable")
    offers, targets, excused = (
        connection.sql(f"from {name}").to_arrow_table() for name in relations
    )
    return Moment(number, offers, targets, excused)


def past(moments: Sequence[Moment], vocabulary: Vocabulary) -> Database:
    """One database of several moments, in the ledger's order."""
    received = {
        "term": replayed.relations(replay(()), (), vocabulary, Path())["term"],
        "moment": pa.table({"after_entry": pa.array(_numbers(moments), pa.int32())}),
        "stood": _together(moments, [each.offers for each in moments]),
        "target": _together(moments, [each.targets for each in moments]),
        "not_applicable": _together(moments, [each.excused for each in moments]),
    }
    return Database(database.assembled(received, PAST), replay(()), Path())


def coverage_over(
    asked: Database, axes: Sequence[str], filters: Filters = EVERYTHING
) -> pd.DataFrame:
    """Count who served each cell of the frame, at every moment of a past.

    Returns
    -------
    DataFrame
        One row per moment and cell: `after_entry` (the moment), `cell` (its number in the frame),
        and the columns of `questions.coverage` as it counts them after that entry.
    """
    statement = "from questions.coverage_over($axes, $chosen, $stages, $whole_hub)"
    return questions.ask(asked, statement, questions.view(axes, filters))


def moves(asked: Database, axes: Sequence[str], filters: Filters = EVERYTHING) -> pd.DataFrame:
    """Say which organisations came to count otherwise in a cell from one moment to the next.

    Returns
    -------
    DataFrame
        One row per moment, cell and organisation: `after_entry`, `cell` (as in `coverage_over`),
        `organisation`, `counted_before` and `counted_as` ("partner", "enquiry", "unsure", or
        empty), and `changes`: what became of its offers that bear on the cell, each of "new",
        "gone", "stage" (it counts as something else) and "answers".
    """
    statement = "from questions.moves($axes, $chosen, $stages, $whole_hub)"
    return questions.ask(asked, statement, questions.view(axes, filters))


def lasting(told: Sequence[Entry], number: int) -> int:
    """The newest entry up to a number that may have changed a cell; 0 where none has."""
    return max((e.number for e in told if e.number <= number and not is_quiet(told, e)), default=0)


def spanning(told: Sequence[Entry], first: int, last: int) -> tuple[int, ...]:
    """The moment of one entry, and of every later one up to another that may change a cell."""
    moving = (e.number for e in told if first < e.number <= last and not is_quiet(told, e))
    return (lasting(told, first), *moving)


def is_quiet(told: Sequence[Entry], entry: Entry) -> bool:
    """Whether an entry can change no cell."""
    return acted_on(told, entry).kind in QUIET


def acted_on(told: Sequence[Entry], entry: Entry) -> Entry:
    """The entry itself; of an undo, what it took back or brought back in the end."""
    while entry.kind == "undo":
        entry = told[cast(int, entry.payload["entry"]) - 1]
    return entry


def _numbers(moments: Iterable[Moment]) -> list[int]:
    return [moment.number for moment in moments]


def _together(moments: Sequence[Moment], tables: Sequence[pa.Table]) -> pa.Table:
    """The tables as one, each row with the number of its moment."""
    return pa.concat_tables(
        table.append_column("after_entry", pa.array([number] * len(table), pa.int32()))
        for number, table in zip(_numbers(moments), tables, strict=True)
    )
