"""Coverage over time in words and tables: the days, what changed between two, and why."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import pandas as pd

from analysis import questions, timeline
from analysis.decide.why import Mover, Step, Story
from analysis.ledger.entries import Entry
from analysis.report import history, sentences, tables
from analysis.report.numbers import Number, of, of_changes
from analysis.report.sentences import counted, day
from analysis.timeline import Point
from analysis.vocabulary import HEADINGS

NEWEST = "The newest data"
SIDE_BY_SIDE = "As recorded: how the record stood at the end of each of the two days."
_COUNTS = {
    "partner": "a partner",
    "enquiry": "an enquiry",
    "unsure": "a partner that did not say",
    "": "not counted here",
}
STEPS = (
    "Entry",
    "Cell",
    "Was",
    "Became",
    "Reason",
    "Organisations",
    "What was recorded",
    "When",
    "Who",
    "Partners before",
    "Partners after",
)


def months(points: Sequence[Point]) -> list[str]:
    """What the columns of a chart by month are called: "Sep 2025", and the day it ends with."""
    *over, last = points
    return [*(f"{point.day:%b %Y}" for point in over), f"{last.day.day} {last.day:%b %Y}"]


def school_years(points: Sequence[Point]) -> list[str]:
    """What the columns of a chart by school year are called: "2025/26"; the last is not over."""
    *over, last = points
    return [*(_school_year(point.day) for point in over), f"{_school_year(last.day)} so far"]


def tally(
    points: Sequence[Point], names: Sequence[str], grids: Sequence[pd.DataFrame]
) -> pd.DataFrame:
    """Count each day's cells by state, as charts want it: the days are the terms."""
    whole = [
        grid.assign(row=str(point.day), row_label=name)
        for point, name, grid in zip(points, names, grids, strict=True)
    ]
    return questions.tally(pd.concat(whole))


def of_tally(tally: pd.DataFrame) -> pd.DataFrame:
    """Cells by state at the end of each day as a table."""
    told = tally.assign(label=[day(date.fromisoformat(term)) for term in tally["term"]])
    return tables.of_tally(told, "area").rename(columns={HEADINGS["area"]: "At the end of"})


def marks(tally: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    """Each mark of the chart: its day and state, as a click tells them, and its column's name."""
    for term, name, state in zip(tally["term"], tally["label"], tally["state"], strict=True):
        yield str(term), str(name), str(state)


def begins(told: Sequence[Entry]) -> list[str]:
    """From when there is a record, and what a column of it shows."""
    first = sentences.moment(told[0].at)
    begins = f"The hub's record begins on {first}. Before that nothing is known or drawn."
    column = "Each column is the record as it stood at the end of its day, mistakes included."
    return [begins, column]


def as_dated(undated: int, offers: int) -> list[str]:
    """What a column as dated shows, and what is not known of it."""
    how = (
        "Each column counts what is known now, by its own dates: an offer from the day it was "
        "submitted, a stage from the day it was recorded, targets as they are now."
    )
    unknown = (
        f"{undated} of {counted(offers, 'offer')} that count have no date of their own, and count "
        "from the day their file was taken in; when these began is not known."
    )
    return [how, unknown]


def base_as_dated(points: Sequence[Point]) -> str:
    """What a chart as dated rests on."""
    return f"As dated, from {day(points[0].day)} on."


def of_day(point: Point) -> str:
    """Of what date the figures of one day are, as dated."""
    return f"{day(point.day)}, as dated in what is known now"


def base(told: Sequence[Entry]) -> str:
    """What a chart over time rests on."""
    return f"As recorded since {day(_begun(told))}."


def between(since: Point, until: Point) -> str:
    """Two days as a title says them."""
    return f"{day(since.day)} and {day(until.day)}"


def said(point: Point) -> str:
    """A moment by its day and its entry."""
    return f"{day(point.day)} (entry {point.number})"


def crossed(axes: Sequence[str]) -> str:
    """The dimensions of a grid as a title says them."""
    return sentences.crossed(*(HEADINGS[axis] for axis in axes))


def names_of_cells(cells: pd.DataFrame) -> dict[tuple[str, ...], str]:
    """Every cell of a grid by its codes, by its name."""
    codes = zip(cells["row"], cells["column"], strict=True)
    return {
        code: sentences.place(row) for code, (_, row) in zip(codes, cells.iterrows(), strict=True)
    }


def names(points: Sequence[Point]) -> dict[str, Point]:
    """Days to choose from, the newest first, each with what it is the end of."""
    *earlier, last = points
    return {NEWEST: last, **{_name(point): point for point in reversed(earlier)}}


def first(names: Mapping[str, Point]) -> str:
    """The day to compare with unless another is chosen: the end of the last school year.

    Where the record is younger, the day it began; where that is all of it, the day before.
    """
    points = sorted(names.values(), key=lambda point: point.day)
    last = points[-1]
    ended = date(timeline.school_year(last.day), timeline.FIRST_MONTH - 1, 31)
    known = [point for point in points[:-1] if point.number and point.day >= ended]
    begun = known[0] if known else points[0]
    is_all = begun.number == last.number and begun.day != ended
    return _name(points[0] if is_all else begun)


def headline(story: Story, since: Point, until: Point) -> str:
    """How many cells changed between two days."""
    moved = len(story.changed)
    cells = f"{moved} of {counted(len(story.cells), 'cell')}"
    changed = "changed its state or partners" if moved == 1 else "changed their state or partners"
    return f"From {day(since.day)} to {day(until.day)}, {cells} {changed}."


def reasons(story: Story) -> list[Number]:
    """Why cells changed: each reason with its cells, and those that moved and came back."""
    cells = story.changed
    whys = [story.why(cell) for cell in cells["cell"]]
    found = [
        _number(cells[[reason in why for why in whys]], reason)
        for reason in dict.fromkeys(reason for why in whys for reason in why)
    ]
    return [
        *found,
        *([_number(story.returned, "moved and moved back")] if len(story.returned) else []),
    ]


def numbers(story: Story) -> list[Number]:
    """The numbers of the comparison: cells that changed, by reason, and from state to state."""
    cells = story.changed
    whole = of(f"{counted(len(cells), 'cell')} changed", cells)
    return [whole, *reasons(story), *of_changes(cells)]


def of_changed(story: Story, axes: Sequence[str]) -> pd.DataFrame:
    """The cells that changed: what each was and is, why, and the entries that moved it."""
    cells = story.changed
    why = ["; ".join(story.why(cell)) for cell in cells["cell"]]
    told = tables.of_changes(cells, axes).assign(Why=why, Entries=_entries(cells, story))
    partners = ["Partners before", "Partners after"]
    return told[[*told.columns.drop(partners), *partners]]


def of_both(story: Story, axes: Sequence[str]) -> pd.DataFrame:
    """Every cell: what it was and is."""
    return tables.of_changes(story.cells, axes)


def of_returned(story: Story, axes: Sequence[str]) -> pd.DataFrame:
    """The cells that were moved and moved back, and the entries that did so."""
    cells = story.returned
    return tables.of_changes(cells, axes).assign(Entries=_entries(cells, story))


def of_steps(steps: Sequence[Step], story: Story, told: Sequence[Entry]) -> pd.DataFrame:
    """What each entry did to each cell it moved, and through whom."""
    places = {row["cell"]: sentences.place(row) for _, row in story.cells.iterrows()}
    return pd.DataFrame([_step(step, places, told) for step in steps], columns=list(STEPS))


def of_step(step: Step, told: Sequence[Entry]) -> list[str]:
    """What one entry did to a cell, a line each: why and how, who recorded it, through whom."""
    entry, states = told[step.entry - 1], (step.before.state, step.after.state)
    was, became = map(tables.word, states)
    partners = f"partners {step.before.partners} → {step.after.partners}"
    return [
        f"{'; '.join(step.reasons).capitalize()}: {was} → {became}, {partners}.",
        *(f"{_mover(mover)}." for mover in step.movers),
        f"Recorded on {sentences.moment(entry.at)} by {entry.by}{_because(entry)}.",
    ]


def as_rows(story: Story, axes: int) -> pd.DataFrame:
    """The cells that changed for the command line, in the words of its other answers."""
    cells = story.changed
    shown = ["state_before", "state", "partners_before", "partners"]
    told = cells[[*("row_label", "column_label", "layer_label")[:axes], *shown]]
    why = ["; ".join(story.why(cell)) for cell in cells["cell"]]
    return told.assign(why=why, entries=_entries(cells, story))


def as_json(story: Story, told: Sequence[Entry]) -> dict[str, object]:
    """The cells that changed with every step that moved them, and how many moved and came back."""
    names = ["row", "column", "layer", "state_before", "state", "partners_before", "partners"]
    cells = [
        {
            **{name: row[name] for name in names},
            "why": list(story.why(row["cell"])),
            "steps": [_as_json(step, told[step.entry - 1]) for step in story.of(row["cell"])],
        }
        for row in story.changed.to_dict("records")
    ]
    return {"cells": cells, "moved_and_moved_back": len(story.returned)}


def alt(story: Story, since: Point, until: Point) -> str:
    """The two grids in words: every cell that changed."""
    cells = story.changed
    lines = sentences.of_change(cells) if len(cells) else []
    return " ".join([headline(story, since, until), *lines])


def _entries(cells: pd.DataFrame, story: Story) -> list[str]:
    return [", ".join(str(step.entry) for step in story.of(cell)) for cell in cells["cell"]]


def _begun(told: Sequence[Entry]) -> date:
    return told[0].at.astimezone(timeline.LOCAL).date()


def _step(step: Step, places: Mapping[int, str], told: Sequence[Entry]) -> tuple[str | int, ...]:
    entry = told[step.entry - 1]
    return (
        entry.number,
        places[step.cell],
        tables.word(step.before.state),
        tables.word(step.after.state),
        "; ".join(step.reasons),
        "; ".join(map(_mover, step.movers)),
        history.of_entry(entry),
        sentences.moment(entry.at),
        entry.by,
        step.before.partners,
        step.after.partners,
    )


def _as_json(step: Step, entry: Entry) -> dict[str, object]:
    movers = [
        {"organisation": m.organisation, "before": m.before, "after": m.after} for m in step.movers
    ]
    return {
        "entry": entry.number,
        "at": entry.at.isoformat(),
        "by": entry.by,
        "what": history.of_entry(entry),
        "reasons": list(step.reasons),
        "state_before": step.before.state,
        "state": step.after.state,
        "partners_before": step.before.partners,
        "partners": step.after.partners,
        "organisations": movers,
    }


def _because(entry: Entry) -> str:
    return f": {entry.why}" if entry.why else ""


def _number(cells: pd.DataFrame, reason: str) -> Number:
    return of(f"{counted(len(cells), 'cell')}: {reason}", cells)


def _mover(mover: Mover) -> str:
    return f"{mover.organisation}: {_COUNTS[mover.before]} → {_COUNTS[mover.after]}"


def _name(point: Point) -> str:
    about = "" if point.number else " (before the record)"
    if (point.day.month, point.day.day) == (timeline.FIRST_MONTH - 1, 31):
        about = f" (end of the school year {_school_year(point.day)})"
    return f"{day(point.day)}{about}"


def _school_year(on: date) -> str:
    year = timeline.school_year(on)
    return f"{year}/{(year + 1) % 100:02}"
