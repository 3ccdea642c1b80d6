"""Commands that record a decision in the ledger."""

import sys
from datetime import datetime
from typing import Annotated

import pandas as pd
import typer

from analysis import questions, vocabulary
from analysis.commands import options
from analysis.commands.options import (
    DEFAULT_STORE,
    ME,
    ByOption,
    Format,
    FormatOption,
    NeededWhyOption,
    StoreOption,
    WhyOption,
)
from analysis.decide import pipeline
from analysis.decide.pipeline import Note
from analysis.errors import DashboardError
from analysis.ledger import entries, record, same
from analysis.ledger.entries import Payload
from analysis.report import plan, tables
from analysis.vocabulary import DIMENSIONS, STAGE, organisation_key

CellArgument = Annotated[
    list[str], typer.Argument(help="The cells' terms, such as function=schools area=Derby")
]


def stage(
    organisation: Annotated[str, typer.Argument(help="The organisation's name.")],
    to: Annotated[str, typer.Argument(help="The stage, as its code or in words.")],
    store: StoreOption = DEFAULT_STORE,
    by: ByOption = ME,
    why: WhyOption = "",
) -> None:
    """Move an organisation's offers to another stage."""
    opened, words = options.open_store(store), vocabulary.load()
    key = options.organisation(options.at_entry(opened, None), organisation)
    code = words.term(STAGE, words.match(STAGE, to) or to).code
    _say(record.record_stage(opened, key, code, by, why))


def wording(
    dimension: Annotated[str, typer.Argument(help="aim, function, area, focus or stage.")],
    words_used: Annotated[str, typer.Argument(metavar="WORDING", help="As it was written.")],
    means: Annotated[str, typer.Argument(help='A term, "outside" or "no answer".')],
    store: StoreOption = DEFAULT_STORE,
    by: ByOption = ME,
    why: WhyOption = "",
) -> None:
    """Decide what a wording means, for every import, past and future."""
    words = vocabulary.load()
    if dimension not in (*DIMENSIONS, STAGE):
        known = ", ".join((*DIMENSIONS, STAGE))
        raise DashboardError(f'"{dimension}" is not a dimension. Choose from: {known}.')
    if means not in (record.OUTSIDE, record.NO_ANSWER):
        means = words.term(dimension, words.match(dimension, means) or means).code
    payload = record.wording_payload(dimension, words_used, means)
    _say(record.record_wording(options.open_store(store), payload, by, why))


def target(
    partners: Annotated[int, typer.Argument(help="How many partners make these cells safe.")],
    cell: CellArgument,
    store: StoreOption = DEFAULT_STORE,
    by: ByOption = ME,
    why: WhyOption = "",
) -> None:
    """Set the target of every cell that has all these terms."""
    words = vocabulary.load()
    terms = options.cell(cell, words)
    _say(record.record_target(options.open_store(store), terms, partners, by, why))


def targets(store: StoreOption = DEFAULT_STORE, form: FormatOption = Format.TABLE) -> None:
    """List every target, what is not applicable and each priority: who said so, when and why."""
    told = plan.of_plan(options.told(options.open_store(store)))
    options.show(tables.of_history(told), form)


def not_applicable(
    cell: CellArgument,
    why: NeededWhyOption,
    store: StoreOption = DEFAULT_STORE,
    by: ByOption = ME,
) -> None:
    """Leave every cell that has all these terms out of the count."""
    words = vocabulary.load()
    terms = options.cell(cell, words)
    _say(record.record_not_applicable(options.open_store(store), terms, by, why))


def priority(
    cell: CellArgument,
    why: NeededWhyOption,
    store: StoreOption = DEFAULT_STORE,
    by: ByOption = ME,
    *,
    marked: Annotated[bool, typer.Option(help="Whether the cells are a priority.")] = True,
) -> None:
    """Mark every cell that has all these terms as a priority of the plan, or say it is none."""
    draft = record.priority_draft(options.cell(cell, vocabulary.load()), by, why, is_marked=marked)
    _say(entries.append_all(options.open_store(store), [draft])[0])


def note(
    organisation: Annotated[str, typer.Argument(help="The organisation's name.")],
    text: Annotated[str, typer.Argument(help="What to know; no personal details.")] = "",
    next_action: Annotated[str, typer.Option("--next", help="What is to be done next.")] = "",
    due: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Until when, as 2026-05-03.")
    ] = None,
    owner: Annotated[str, typer.Option(help="By whom: a role, or who in the team.")] = "",
    store: StoreOption = DEFAULT_STORE,
    by: ByOption = ME,
) -> None:
    """Note of an organisation what is to be done next, until when and by whom."""
    opened = options.open_store(store)
    built = options.at_entry(opened, None)
    key = options.organisation(built, organisation)
    said = Note(next_action, due.date() if due else None, owner, text)
    draft = pipeline.noted(built, key, said, by)
    _say(entries.append_all(opened, [draft], after=built.state.number)[0])


def keep_both(
    organisation: Annotated[str, typer.Argument(help="The organisation's name.")],
    row: Annotated[
        int | None, typer.Option("--row", help="Only the earlier submission in this row.")
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    by: ByOption = ME,
    why: WhyOption = "",
) -> None:
    """Count an organisation's earlier submissions too, beside the one that replaced them."""
    opened = options.open_store(store)
    built = options.at_entry(opened, None)
    replaced, key = questions.replaced(built), organisation_key(organisation)
    group = same.groups(same.verdicts(built.state)).get(key, key)
    earlier = replaced[replaced["organisation_key"] == group]
    if earlier.empty:
        raise DashboardError(
            f'No submission of "{organisation}" was replaced by a later one, so there is '
            "nothing to keep."
        )
    kept = earlier if row is None else earlier[earlier["row"] == row]
    if kept.empty:
        rows = ", ".join(str(number) for number in earlier["row"])
        raise DashboardError(
            f'Row {row} holds no replaced submission of "{organisation}"; these do: {rows}.'
        )
    for number in record.record_kept(opened, _offers(kept), by, why):
        _say(number)


def _offers(replaced: pd.DataFrame) -> list[Payload]:
    columns = ["organisation", "file", "row", "offer_key"]
    return [dict(zip(columns, offer, strict=True)) for offer in replaced[columns].values.tolist()]


def _say(number: int) -> None:
    sys.stdout.write(f"Recorded as entry {number}.\n")
