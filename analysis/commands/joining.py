"""Commands that say which organisations are one, and which stay two."""

import sys
from typing import Annotated

import typer

from analysis.commands import options
from analysis.commands.options import (
    DEFAULT_STORE,
    ME,
    AsOfOption,
    ByOption,
    Format,
    FormatOption,
    StoreOption,
    WhyOption,
)
from analysis.decide import pairs as search
from analysis.ledger import record
from analysis.ledger import same as joins
from analysis.ledger.entries import Store

NameArgument = Annotated[str, typer.Argument(help="An organisation's name.")]


def same(
    one: NameArgument,
    other: NameArgument,
    store: StoreOption = DEFAULT_STORE,
    by: ByOption = ME,
    why: WhyOption = "",
) -> None:
    """Count two organisations as one, under the newest of their names."""
    opened = options.open_store(store)
    _say(record.record_same(opened, _keys(opened, one, other), joins.SAME, by, why))


def apart(
    one: NameArgument,
    other: NameArgument,
    store: StoreOption = DEFAULT_STORE,
    by: ByOption = ME,
    why: WhyOption = "",
) -> None:
    """Keep two organisations apart: they are not proposed again, and a join of both ends."""
    opened = options.open_store(store)
    _say(record.record_same(opened, _keys(opened, one, other), joins.APART, by, why))


def pairs(
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
) -> None:
    """List organisations that may be one under two names, with the reasons and the effect."""
    database, _ = options.ask(store, as_of)
    options.show(search.pairs(database).drop(columns=["left_key", "right_key"]), form)


def _keys(store: Store, one: str, other: str) -> joins.Pair:
    built = options.at_entry(store, None)
    return options.organisation(built, one), options.organisation(built, other)


def _say(number: int) -> None:
    sys.stdout.write(f"Recorded as entry {number}. Undo {number} to take it back.\n")
