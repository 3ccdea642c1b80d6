"""One invented file, and what each of its rows says."""

import datetime as dt
from dataclasses import dataclass

from analysis.vocabulary import DIMENSIONS
from tests.intake.invented.people import REACH, Said

KEYS = {"aims": "aim", "functions": "function", "areas": "area", "focuses": "focus"}


@dataclass(frozen=True)
class Truth:
    """What `read --json` should say of one row; fields that the file does not tell are absent.

    `may_be_blank` are texts that a row may leave to the row above it.
    """

    texts: dict[str, str]
    choices: dict[str, frozenset[str]]
    beyond: dict[str, tuple[str, ...]]
    reach: tuple[int | None, ...] | None
    consent: bool | None
    sent: str | None
    stage: str | None = None
    may_be_blank: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Export:
    """`rows` in the order of the file."""

    name: str
    data: bytes
    kind: str
    rows: list[Truth]


def truth(said: Said, asked: set[str], sent: str | None) -> Truth:
    """What a form that asked these fields was told; what it did not ask stays empty."""
    texts = ("organisation", "contact_name", "email", "postcode")
    return Truth(
        texts={name: said.texts[name] if name in asked else "" for name in texts},
        choices={key: said.meant(d) if d in asked else frozenset() for key, d in KEYS.items()},
        beyond={d: said.beyond(d) if d in asked else () for d in DIMENSIONS},
        reach=REACH[said.texts["reach"]] if "reach" in asked else (None,),
        consent=said.consent if "consent" in asked else None,
        sent=sent,
    )


def stamp(sent: dt.datetime, grain: str = "second") -> str:
    """A time as `read --json` tells it, as far as the file does."""
    if grain == "day":
        return sent.date().isoformat()
    return sent.replace(second=0).isoformat() if grain == "minute" else sent.isoformat()
