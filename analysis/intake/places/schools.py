"""The government's register of schools, counted by area (`data/schools.toml` says how)."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, cast

from analysis.intake.places import figures, known
from analysis.intake.places.figures import NOT_STATED, NUMBER, PERCENT, Figures, Measure
from analysis.intake.places.tables import Table
from analysis.vocabulary import DATA, Vocabulary

_DAY: Final = re.compile(r"(20\d{2})(\d{2})(\d{2})")
_CENSUS: Final = re.compile(r"^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$")


@dataclass(frozen=True)
class Register:
    """How the register is known and counted."""

    columns: Mapping[str, str]
    statuses: frozenset[str]
    types: frozenset[str]
    words: Mapping[str, str]


@dataclass
class _Count:
    """What was counted of one area so far."""

    rows: int = 0
    schools: int = 0
    pupils: float = 0
    stated: int = 0
    meals: float = 0
    of_pupils: float = 0
    census: list[date] = field(default_factory=list)


@cache
def register(file: Path = DATA / "schools.toml") -> Register:
    """Read how the register is known and counted."""
    said = tomllib.loads(file.read_text(encoding="utf-8"))
    return Register(
        columns=cast(dict[str, str], said["columns"]),
        statuses=frozenset(said["open"]["statuses"]),
        types=frozenset(said["state_funded"]["types"]),
        words=cast(dict[str, str], said["words"]),
    )


def read(tables: Sequence[Table], vocabulary: Vocabulary) -> Figures | None:
    """Count the open state-funded schools of each area; None where it is not the register."""
    told = register()
    for table in tables:
        header = table.lines[0].cells if table.lines else ()
        if set(told.columns.values()) <= set(header):
            return _figures(table, header, told, vocabulary)
    return None


def _figures(
    table: Table, header: Sequence[str], told: Register, vocabulary: Vocabulary
) -> Figures:
    places = {name: header.index(column) for name, column in told.columns.items()}
    areas = [term.code for term in vocabulary.frame(known.AREA)]
    counts = {area: _Count() for area in areas}
    for line in table.lines[1:]:
        cells = (*line.cells, *[""] * (len(header) - len(line.cells)))
        row = {name: cells[place] for name, place in places.items()}
        if row["area"] in counts:
            _add(counts[row["area"]], row, told)
    found = {area: one for area, one in counts.items() if one.rows}
    ours = sum(one.rows for one in found.values())
    return Figures(
        file=table.file,
        measures=tuple(_measures(table.file, found, told)),
        by="code",
        column=told.columns["area"],
        matched=tuple(found),
        missing=tuple(area for area in areas if area not in found),
        others=table.rows - 1 - ours,
        passed_over=(),
        notes=(*table.assumed, *_notes(found, ours)),
    )


def _add(count: _Count, row: Mapping[str, str], told: Register) -> None:
    """Count one row of the register; closed and other schools only as rows."""
    count.rows += 1
    if row["status"] not in told.statuses or row["type"] not in told.types:
        return
    count.schools += 1
    pupils, meals = _number(row["pupils"]), _number(row["meals"])
    if pupils is not None:
        count.pupils += pupils
        count.stated += 1
    if pupils and meals is not None:
        count.meals += meals
        count.of_pupils += pupils
    if day := _CENSUS.match(row["census"]):
        count.census.extend(_date(day[3], day[2], day[1]))


def _number(text: str) -> float | None:
    """A figure of a school; None where it is blank or withheld."""
    try:
        return figures.figure(text)
    except ValueError:
        return None


def _measures(file: str, found: Mapping[str, _Count], told: Register) -> list[Measure]:
    """The three measures, those left out of which no area has a figure."""
    source, day = told.words["source"].format(file=file), _day(file)
    census = max((d for one in found.values() for d in one.census), default=None)
    counted = f"school census of {census:%d %B %Y}".replace(" 0", " ") if census else day
    schools = tuple((area, float(one.schools)) for area, one in found.items())
    pupils = tuple((area, one.pupils) for area, one in found.items() if one.stated)
    meals = tuple(
        (area, round(100 * one.meals / one.of_pupils, 1))
        for area, one in found.items()
        if one.of_pupils
    )
    made = (
        Measure("register-schools", told.words["schools"], NUMBER, day, source, schools),
        Measure("register-pupils", told.words["pupils"], NUMBER, counted, source, pupils),
        Measure("register-meals", told.words["meals"], PERCENT, counted, source, meals),
    )
    return [measure for measure in made if measure.values]


def _day(file: str) -> str:
    """The day of a register, as its file's name gives it."""
    said = _DAY.search(file)
    days = _date(*said.groups()) if said else []
    return f"{days[0].day} {days[0]:%B %Y}" if days else NOT_STATED


def _date(year: str, month: str, day: str) -> list[date]:
    """The day, in a list; an empty list where there is none such."""
    try:
        return [date(int(year), int(month), int(day))]
    except ValueError:
        return []


def _notes(found: Mapping[str, _Count], ours: int) -> list[str]:
    schools = sum(one.schools for one in found.values())
    silent = schools - sum(one.stated for one in found.values())
    left = "closed, proposed and other schools are left out"
    told = [f"{schools:,} of {ours:,} schools here are open and state-funded; {left}."]
    if silent:
        told.append(f"{silent:,} of these state no number of pupils, and add none.")
    return told
