"""Who is here."""

import getpass


def me() -> str:
    """Who is at the keyboard, as far as the system knows: the name that the history gives."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user need not have a name
        return "unknown"
