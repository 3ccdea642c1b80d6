"""Members and roles as tables."""

from collections.abc import Iterable

import pandas as pd

from analysis.access import ROLES, Action
from analysis.ledger.members import Member
from analysis.report.sentences import moment

COLUMNS = ("Address", "Role", "Signs in with", "Since", "Why")


def table(members: Iterable[Member]) -> pd.DataFrame:
    """One row per member, as they are now."""
    rows = [
        (member.address, member.role, member.issuer or "any", moment(member.at), member.why)
        for member in members
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def roles() -> pd.DataFrame:
    """One row per action, with the roles that permit it."""
    rows = [
        (
            f"{action[0].upper()}{action[1:]}",
            *("yes" if action in r.actions else "" for r in ROLES.values()),
        )
        for action in Action
    ]
    return pd.DataFrame(rows, columns=["To", *(name.capitalize() for name in ROLES)])
