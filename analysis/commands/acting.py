"""In whose name a command is run, and whether their role permits it."""

import os
from collections.abc import Callable
from functools import wraps
from inspect import signature
from pathlib import Path
from typing import cast

from analysis import access
from analysis.access import Action
from analysis.commands import options
from analysis.commands.options import ACTING, DEFAULT_STORE, ByOption
from analysis.ledger import members


def guarded(command: Callable[..., None], needs: Action) -> Callable[..., None]:
    """A command that obeys the role of the member whom --as or an address in --by names.

    Who names nobody can read the store's files, and so may do everything.
    """
    by = signature(command).parameters.get("by")
    names_who = by is not None and by.annotation == ByOption  # others count "by" something

    @wraps(command)
    def run(**given: object) -> None:
        address = _named(given)
        if address:
            folder = given.get("store") or Path(os.environ.get("STORE_DIR") or DEFAULT_STORE)
            member = members.named(options.open_store(cast(Path, folder)), address)
            access.require(members.role_of(member), needs)
            if names_who and "by" in given:
                given["by"] = member.signature
        command(**given)

    return run


def _named(given: dict[str, object]) -> str:
    by = str(given.get("by", ""))
    return by if "@" in by else os.environ.get(ACTING, "")
