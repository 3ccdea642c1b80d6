"""What changed between two days in words and tables: which cells, why, and through whom."""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.decide.why import Mover, Step, Story
from analysis.ledger.entries import Entry
from analysis.report import history, sentences, tables
from analysis.report.numbers import Number, of, of_changes
from analysis.report.sentences import counted, day
from analysis.timeline import Point

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


def between(since: Point, until: Point) -> str:
    """Two days as a title says them."""
    return f"{day(since.day)} and {day(until.day)}"


def names_of_cells(cells: pd.DataFrame) -> dict[tuple[str, ...], str]:
    """Every cell of a grid by its codes, by its name."""
    codes = zip(cells["row"], cells["column"], strict=True)
    return {
        code: sentences.place(row) for code, (_, row) in zip(codes, cells.iterrows(), strict=True)
    }


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
