"""Who is here, and what they may see."""

import getpass
from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """What a visitor may see and do beyond what everyone may.

    Who `keeps_store` may back it up, put a backup back and erase people.
    """

    name: str
    sees_contacts: bool
    keeps_store: bool


LOCAL = Role("local", sees_contacts=True, keeps_store=True)


def me() -> str:
    """Who is at the keyboard, as far as the system knows: the name that the history gives."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user need not have a name
        return "unknown"


def role() -> Role:
    """The role of who is here. The dashboard answers this machine only, whose user is staff."""
    return LOCAL
