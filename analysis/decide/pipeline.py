"""The open enquiries: how long each waits, what is to be done next, and what it would add."""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import pandas as pd

from analysis import questions
from analysis.database import Database
from analysis.decide import typed
from analysis.decide.cover import cover
from analysis.decide.shortlist import open_gaps
from analysis.errors import DashboardError
from analysis.ledger import record, same
from analysis.ledger.entries import Draft, Entry, Payload
from analysis.ledger.record import NOTE
from analysis.ledger.state import STAGE_CHANGE, State
from analysis.questions import EVERYTHING, Filters
from analysis.vocabulary import DATA


@dataclass(frozen=True)
class Limits:
    """How many days an enquiry may stay at a stage, by the stage's code, and how scenarios move."""

    most_days: dict[str, int]
    takes: str
    lets_go: str


@dataclass(frozen=True)
class Note:
    """What is to be done next about an enquiry, until when and by whom, and what else to know."""

    next_action: str = ""
    due: date | None = None
    owner: str = ""
    text: str = ""


# The file cannot change under a running program.
@cache
def limits() -> Limits:
    """What `data/pipeline.toml` says."""
    told = tomllib.loads((DATA / "pipeline.toml").read_text(encoding="utf-8"))
    return Limits(told["most_days"], told["scenario"]["takes"], told["scenario"]["lets_go"])


def pipeline(
    database: Database, axes: Sequence[str], today: date, filters: Filters = EVERYTHING
) -> pd.DataFrame:
    """The organisations with an open enquiry, those most overdue first, then the oldest.

    Filters pick the organisations of which an open enquiry claims all that they ask for, and the
    cells that count; what is told of an organisation is of all its open enquiries.

    Returns
    -------
    DataFrame
        One row per organisation: `name`, `organisation_key`, `stage` and `stage_label` (the
        furthest of its open enquiries), `offers` (their keys); `days` since the oldest was
        received, `stage_days` since it is at that stage, `most_days` (the stage's limit, null
        where it has none), `over` (days beyond the limit, or beyond the day that the next action
        was due; null where neither is passed); `next_action`, `due`, `owner`, `text` and `noted`
        (the entry that noted them), null where nothing was; `fills` (the cells without a partner
        that its enquiries fit, by their place in the frame).
    """
    statement = "from questions.pipeline($today, $chosen, $stages, $whole_hub)"
    asked = questions.bound(filters)
    told = questions.ask(database, statement, {**asked, "today": today.isoformat()})
    served = cover(database, axes, filters)
    gaps = open_gaps(served)
    most = told["stage"].map(limits().most_days).astype("Int64")
    late = (pd.Timestamp(today) - told["due"]).dt.days.astype("Int64")
    beyond = pd.concat([told["stage_days"] - most, late], axis=1).max(axis=1)
    fills = told["name"].map(lambda name: tuple(sorted(served.enquiries[name] & gaps)))
    whole = told.assign(most_days=most, over=beyond.where(beyond > 0), fills=fills)
    return whole.sort_values(
        ["over", "days"], ascending=False, na_position="last", kind="stable"
    ).reset_index(drop=True)


def moved(enquiry: pd.Series, stage: str, by: str, why: str) -> Draft:
    """Draft the entry that moves the open enquiries of one organisation to a stage.

    What else it does as a partner keeps its stage.

    Raises
    ------
    DashboardError
        If they are at that stage.
    """
    if stage == enquiry["stage"]:
        raise DashboardError(f'"{enquiry["name"]}" is at that stage already. Choose another.')
    key, offers = str(enquiry["organisation_key"]), [str(each) for each in enquiry["offers"]]
    return record.stage_draft(key, stage, offers, by, why)


def noted(database: Database, organisation: str, note: Note, by: str) -> Draft:
    """Draft the entry that notes something of an organisation, named by its key.

    Raises
    ------
    DashboardError
        If the note is empty, or holds a person's name, e-mail address or telephone number.
    """
    told: Payload = {
        "organisation_key": organisation,
        "next_action": note.next_action.strip(),
        "due": note.due.isoformat() if note.due else "",
        "owner": note.owner.strip(),
        "text": note.text.strip(),
    }
    if not any((note.next_action.strip(), note.due, note.owner.strip(), note.text.strip())):
        raise DashboardError("Write what is to be done, until when, by whom, or what to know.")
    for text in (note.next_action, note.text):
        typed.heeded(database, text)
    typed.heeded(database, note.owner, may_name=True)
    return record.note_draft(told, by)


def concerns(state: State, organisation: str) -> Callable[[Entry], bool]:
    """What tells whether an entry moves or notes an organisation, named by its key."""
    every = same.members(same.groups(same.verdicts(state)), organisation)

    def tell(entry: Entry) -> bool:
        is_kind = entry.kind in (STAGE_CHANGE, NOTE)
        return is_kind and entry.payload.get("organisation_key") in every

    return tell
