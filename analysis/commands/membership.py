"""Commands that say who may sign in to the dashboard, and as what."""

import sys
from typing import Annotated

import pandas as pd
import typer

from analysis.commands import options
from analysis.commands.options import (
    DEFAULT_STORE,
    ME,
    ByOption,
    Format,
    FormatOption,
    StoreOption,
    WhyOption,
)
from analysis.errors import DashboardError
from analysis.ledger import members as kept


def members(store: StoreOption = DEFAULT_STORE, form: FormatOption = Format.TABLE) -> None:
    """List who may sign in, as what, since when and why."""
    known = kept.members(options.open_store(store))
    columns = ["address", "role", "issuer", "at", "by", "why"]
    rows = [[getattr(member, column) for column in columns] for member in known]
    options.show(pd.DataFrame(rows, columns=columns), form)


def member(
    address: Annotated[str, typer.Argument(help="The e-mail address of their account.")],
    role: Annotated[str, typer.Option(help="viewer, planner, editor or admin, from now on.")] = "",
    issuer: Annotated[
        str, typer.Option(help="Only when this provider vouches for the address.")
    ] = "",
    store: StoreOption = DEFAULT_STORE,
    by: ByOption = ME,
    why: WhyOption = "",
    *,
    remove: Annotated[bool, typer.Option("--remove", help="They are no member any more.")] = False,
) -> None:
    """Invite somebody, give a member another role, or remove one."""
    if remove == bool(role):
        raise DashboardError("Say either --role and which, or --remove.")
    draft = kept.draft(address, role, by, why, issuer)
    number = kept.record(options.open_store(store), draft)
    sys.stdout.write(f"Recorded as entry {number}.\n")
