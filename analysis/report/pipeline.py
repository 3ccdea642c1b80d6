"""The open enquiries in words and tables."""

from collections.abc import Sequence

import pandas as pd

from analysis.decide.pipeline import limits
from analysis.report import sentences
from analysis.report.sentences import counted
from analysis.vocabulary import STAGE, load


def headline(waiting: pd.DataFrame) -> str:
    """How many organisations wait for an answer, and how many of them for too long."""
    if waiting.empty:
        return "No enquiry is open."
    overdue = int(waiting["over"].notna().sum())
    late = "is overdue" if overdue == 1 else "are overdue"
    return f"{counted(len(waiting), 'organisation waits', 'organisations wait')}; {overdue} {late}."


def by_stage(waiting: pd.DataFrame) -> list[str]:
    """How many wait at each stage of an enquiry, how long they may, and how many are overdue."""
    most = limits().most_days
    stages = [term for term in load().of(STAGE) if term.counts_as == "enquiry"]
    return [
        f"{stage.label}: {len(here)}, {int(here['over'].notna().sum())} overdue "
        f"({_limit(most.get(stage.code))})."
        for stage in stages
        for here in [waiting[waiting["stage"] == stage.code]]
    ]


def of_pipeline(waiting: pd.DataFrame) -> pd.DataFrame:
    """The open enquiries as a table: one row per organisation."""
    return pd.DataFrame(
        {
            "Organisation": waiting["name"],
            "Stage": waiting["stage_label"],
            "Overdue (days)": waiting["over"].astype("Int64"),
            "Cells it would fill": waiting["fills"].map(len),
            "Next action": waiting["next_action"],
            "Due": [None if pd.isna(due) else due.date() for due in waiting["due"]],
            "Owner": waiting["owner"],
            "Age (days)": waiting["days"],
            "At this stage (days)": waiting["stage_days"],
            "Note": waiting["text"],
        }
    )


def base(axes: Sequence[str]) -> str:
    """What the table counts."""
    frame = " × ".join(axes)
    return f"Overdue first, then the oldest. Filled: {frame} cells that have no partner today."


def overdue(row: pd.Series) -> str:
    """Why one enquiry is overdue, and since when; empty where it is not."""
    if pd.isna(row["over"]):
        return ""
    days = counted(int(row["over"]), "day")
    most = row["most_days"]
    if pd.notna(most) and row["stage_days"] - most == row["over"]:
        return f"{days}: {most} are the most at this stage"
    return f"{days}: the next action was due"


def told(row: pd.Series, cells: pd.DataFrame) -> list[str]:
    """One enquiry in sentences: its stage, its age, and what it would add."""
    places = [sentences.place(cells.iloc[cell]) for cell in row["fills"]]
    fills = f"It would fill {counted(len(places), 'cell')}: {sentences.listed(places)}."
    late, stage = overdue(row), counted(int(row["stage_days"]), "day")
    return [
        f"Stage: {row['stage_label']}, for {stage}. Open for {counted(int(row['days']), 'day')}.",
        *([f"Overdue by {late}."] if late else []),
        fills if places else "It would fill no cell that has no partner today.",
    ]


def _limit(days: int | None) -> str:
    return "no limit" if days is None else f"at most {days} days"
