"""Who did what, when and why, and who looked at whose details, as one table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.ledger.entries import Entry
from analysis.report import history

AUDIT = ("Number", "When", "Who", "What", "About", "Why", "Stands", "Hash")


@dataclass(frozen=True)
class Sought:
    """What of the audit is asked for; None asks for nothing in particular."""

    who: str | None = None
    what: str | None = None
    words: str = ""


def people(told: Iterable[Entry]) -> list[str]:
    """Everybody who did something."""
    return sorted({entry.by for entry in told})


def kinds(told: Iterable[Entry]) -> list[str]:
    """Every kind of thing that was done."""
    return sorted({history.kind(entry) for entry in told})


def table(told: Sequence[Entry], looks: Sequence[Entry], sought: Sought) -> pd.DataFrame:
    """Every entry and every look that is asked for, the newest first; each log counts its own."""
    lines = [
        (entry.at, (number, when, who, what, about, why, stands, entry.seal and entry.seal.hash))
        for log in (told, looks)
        for entry, line in zip(log, history.history(log), strict=True)
        for number, stands, when, who, what, about, why in [line]
        if _is_sought(line, sought)
    ]
    lines.sort(key=lambda line: line[0], reverse=True)
    return pd.DataFrame([line for _, line in lines], columns=list(AUDIT))


def _is_sought(line: tuple[int, str, str, str, str, str, str], sought: Sought) -> bool:
    _, _, _, who, what, *words = line
    return (
        sought.who in (None, who)
        and sought.what in (None, what)
        and all(word in " ".join(words).casefold() for word in sought.words.casefold().split())
    )
