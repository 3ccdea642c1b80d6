"""Who may do what: one table, which the pages and the command line obey alike."""

import getpass
from dataclasses import dataclass
from enum import StrEnum

from analysis.errors import DashboardError


class Action(StrEnum):
    """What needs a role, in the words in which it is refused."""

    SEE = "see coverage and organisations"
    HISTORY = "see what was recorded"
    NOTE = "plan what is to be done next"
    STAGE = "move an organisation on"
    SCENARIO = "work on scenarios"
    TARGET = "set targets and priorities"
    REPORT = "record what the board was told"
    UPLOAD = "take in files"
    WORDING = "decide what wordings mean"
    JOIN = "join organisations or keep them apart"
    CONTACTS = "see contacts"
    MEMBERS = "say who is a member"
    ERASE = "find or erase somebody's data"
    BACKUP = "back up the store or put a backup back"
    AUDIT = "see who did what"


@dataclass(frozen=True)
class Role:
    """What somebody is here, and all that they may do."""

    name: str
    actions: frozenset[Action]

    @property
    def sees_contacts(self) -> bool:
        """Whether people's names and addresses may be shown."""
        return Action.CONTACTS in self.actions


_VIEWER = frozenset({Action.SEE})
_PLANNER = _VIEWER | {
    Action.HISTORY,
    Action.NOTE,
    Action.STAGE,
    Action.SCENARIO,
    Action.TARGET,
    Action.REPORT,
}
_EDITOR = _PLANNER | {Action.UPLOAD, Action.WORDING, Action.JOIN, Action.CONTACTS}
_ADMIN = _EDITOR | {Action.MEMBERS, Action.ERASE, Action.BACKUP, Action.AUDIT}

# From the one who may least to the one who may all.
ROLES = {
    name: Role(name, actions)
    for name, actions in (
        ("viewer", _VIEWER),
        ("planner", _PLANNER),
        ("editor", _EDITOR),
        ("admin", _ADMIN),
    )
}
ADMIN = "admin"
# Whoever can read the store's files needs no sign-in to do as they like with them.
LOCAL = Role("local", ROLES[ADMIN].actions)
NOBODY = Role("nobody", frozenset())


def may(role: Role, action: Action) -> bool:
    """Whether a role permits an action."""
    return action in role.actions


def require(role: Role, action: Action) -> None:
    """Refuse what a role does not permit.

    Raises
    ------
    DashboardError
        If it does not; it says which role does.
    """
    if not may(role, action):
        raise DashboardError(refusal(role, action))


def refusal(role: Role, action: Action) -> str:
    """Why somebody may not do something, and whom to ask."""
    lowest = next(each.name for each in ROLES.values() if action in each.actions)
    if role == NOBODY:
        return f"To {action}, sign in."
    return (
        f"To {action} you need the role {lowest}; yours is {role.name}. "
        "An admin of your hub can change that on Members."
    )


def known(name: str) -> Role:
    """The role of a name.

    Raises
    ------
    DashboardError
        If there is none called so.
    """
    if name not in ROLES:
        raise DashboardError(f'"{name}" is no role. Choose from: {", ".join(ROLES)}.')
    return ROLES[name]


def local() -> str:
    """Who is at the keyboard of this machine, as far as its system knows."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user need not have a name
        return "unknown"
