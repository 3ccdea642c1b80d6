"""What staff type for good: reasons and notes hold nothing personal, or they are not recorded."""

from collections.abc import Iterable

from analysis import questions
from analysis.database import Database
from analysis.errors import DashboardError
from analysis.intake import details
from analysis.intake.details import NAME, NOBODY, Detail, People


def found(database: Database | None, text: str, *, may_name: bool = False) -> tuple[Detail, ...]:
    """The details about people in a text; of one that may name somebody, not the names.

    The contacts of the database are known by name; where there is none, nobody is.
    """
    if not text.strip():
        return ()
    every = details.found(text, NOBODY if database is None else _people(database))
    return tuple(each for each in every if not (may_name and each.kind == NAME))


def told(text: str, those: Iterable[Detail]) -> str:
    """What is wrong with a text, its details masked."""
    masked = (details.masked(text[each.start : each.end], each.kind) for each in those)
    return (
        f"This seems to name a person or how to reach one ({'; '.join(masked)}). The ledger keeps "
        "it for good, so write it without; contacts stand with the organisation."
    )


def heeded(database: Database | None, text: str, *, may_name: bool = False) -> str:
    """The text, if it may be recorded.

    Raises
    ------
    DashboardError
        If it holds a person's name, e-mail address or telephone number.
    """
    if those := found(database, text, may_name=may_name):
        raise DashboardError(told(text, those))
    return text


def without(database: Database, text: str, *, may_name: bool = False) -> str:
    """The text with "[removed]" in the place of each detail about a person."""
    return details.removed(text, found(database, text, may_name=may_name))


def _people(database: Database) -> People:
    contacts = questions.ask(database, "from questions.contact_names()", {})["contact_name"]
    return details.people(contacts, questions.organisations(database)["name"])
