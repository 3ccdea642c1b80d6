"""What changed since the last report, and what was decided."""

import pandas as pd

from analysis import charts, organisations
from analysis.charts import still
from analysis.decide.why import Step
from analysis.ledger import same
from analysis.ledger.record import (
    NOT_APPLICABLE,
    PRIORITY,
    SCENARIO,
    TARGET,
    WORDING,
)
from analysis.ledger.state import STAGE_CHANGE
from analysis.report import history, over_time, sentences, two_days
from analysis.report.board.facts import Asked, Facts, last
from analysis.report.board.parts import Picture, Section, Table

DECIDED = (
    STAGE_CHANGE,
    TARGET,
    NOT_APPLICABLE,
    PRIORITY,
    SCENARIO,
    WORDING,
    same.KIND,
    "keep-both",
)

CHANGED = "Cells whose state or number of partners is another, and the entries that moved them."


def changed(facts: Facts, asked: Asked) -> Section:
    """Which cells changed, why, and through whom; and the grid before and after."""
    story, days = facts.story, two_days.between(facts.since, facts.until)
    frame = over_time.crossed(asked.axes)
    rows = two_days.of_changed(story, asked.axes)
    rows.insert(0, "Cell", [sentences.place(cell) for _, cell in story.changed.iterrows()])
    rows["Through"] = [_through(story.of(cell)) for cell in story.changed["cell"]]
    steps = two_days.of_steps(story.steps, story, facts.told)
    both = Picture(
        f"{frame}, {days}",
        still.as_svg(charts.before_and_after(story.cells)),
        two_days.alt(story, facts.since, facts.until),
    )
    shown = ("Cell", "Was", "Is", "Why", "Through", "Entries")
    listed = [
        Table("Changed", f"Cells that changed, {days}", rows, CHANGED, shown),
        Table("Entry by entry", f"Entry by entry, {days}", steps, "Each entry's part.", most=0),
    ]
    return Section(
        f"What changed since {sentences.day(facts.since.day)}",
        [_compared(facts), two_days.headline(story, facts.since, facts.until)],
        [number.label for number in two_days.reasons(story)],
        [both] if len(rows) else [],
        listed if len(rows) else [],
    )


def decided(facts: Facts) -> Section:
    """What was decided since then: targets, what does not apply, priorities, stages, scenarios."""
    those = history.of_those(facts.told, lambda entry: entry.kind in DECIDED)
    new = {entry.number for entry in those if entry.number > facts.since.number}
    told = history.by_name(facts.told, organisations.names(facts.database))
    rows = pd.DataFrame(
        [row for row in history.history(told) if row[0] in new],
        columns=[name.capitalize() for name in history.HISTORY],
    )
    number = (
        sentences.counted(len(rows), "decision was", "decisions were")
        if len(rows)
        else "No decision was"
    )
    shown = ("When", "What", "About", "Why", "Who", "Stands")
    base = "Whatever the filters. What was taken back says so."
    return Section(
        f"What was decided since {sentences.day(facts.since.day)}",
        [f"{number} recorded."],
        tables=[Table("Decisions", "Decisions since then", rows, base, shown)] if len(rows) else [],
    )


def _compared(facts: Facts) -> str:
    """What is compared with what, by day and entry."""
    if not facts.since.number:
        return "Compared with an empty record: nothing had been recorded before."
    stood = f"the record as it stood on {over_time.said(facts.since)}"
    if facts.since == last(facts.told):
        return f"Compared with what the last report to the board said: {stood}."
    return f"Compared with {stood}."


def _through(steps: tuple[Step, ...]) -> str:
    movers = [mover.organisation for step in steps for mover in step.movers]
    return "; ".join(dict.fromkeys(movers))
