"""In whose name a command is run, and whether their role permits it."""

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import cast

from analysis import access
from analysis.access import Action
from analysis.commands import options
from analysis.commands.options import ACTING, DEFAULT_STORE, ME
from analysis.ledger import members


def guarded(command: Callable[..., None], needs: Action) -> Callable[..., None]:
    """A command that obeys the role of the member whom --as or an address in --by names.

    Who names nobody can read the store's files, and so may do everything.
    """

    @wraps(command)
    def run(**given: object) -> None:
        address = _named(given)
        if address:
            folder = cast(Path, given.get("store", DEFAULT_STORE))
            member = members.named(options.open_store(folder), address)
            access.require(members.role_of(member), needs)
            if given.get("by") in (ME, address):
                given["by"] = member.signature
        command(**given)

    return run


def _named(given: dict[str, object]) -> str:
    by = str(given.get("by", ""))
    return by if "@" in by else os.environ.get(ACTING, "")
