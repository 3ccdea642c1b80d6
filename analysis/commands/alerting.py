"""The command that says what crossed a line that matters, for whoever wants to mail it."""

import sys
from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from analysis.commands import options
from analysis.commands.options import (
    DEFAULT_STORE,
    AsOfOption,
    Format,
    FormatOption,
    StoreOption,
)
from analysis.decide import alerts as lines
from analysis.decide.alerts import Since
from analysis.errors import DashboardError
from analysis.ledger import entries
from analysis.ledger.entries import Entry
from analysis.ledger.state import State
from analysis.report import alerts as told
from analysis.report.sentences import LOCAL


def alerts(
    since: Annotated[
        str | None,
        typer.Option(help="An entry, or the end of a day; without it, before the last import."),
    ] = None,
    address: Annotated[
        str, typer.Option(help="Where the dashboard is, for links: https://example.org.")
    ] = "",
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
) -> None:
    """Say which cells lost their last partner or got one, and which enquiries became overdue.

    Prints nothing where no line was crossed.
    """
    opened = options.open_store(store)
    after = options.at_entry(opened, as_of)
    start = _start(after.state, entries.entries(opened), since)
    if start is None:
        return
    before = options.at_entry(opened, start.number)
    days = (start.day, options.day(after, as_of))
    found = told.alerts(lines.crossed(before, after), lines.overdue(before, after, days))
    if found and form is Format.TABLE:
        sys.stdout.writelines(f"{each.text} {each.link(address)}\n" for each in found)
    elif found:
        options.show(told.as_table(found, address), form)


def _start(state: State, told: Sequence[Entry], since: str | None) -> Since | None:
    if since is None:
        return lines.before_the_last_import(state)
    number = options.entry(told, since)
    if number > state.number:
        raise DashboardError(
            f"Entry {number} is newer than entry {state.number}, up to which is asked. Name an "
            "earlier one."
        )
    return Since(number, told[number - 1].at.astimezone(LOCAL).date() if number else date.min)
