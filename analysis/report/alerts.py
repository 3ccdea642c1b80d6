"""What crossed a line that matters, a line each, with its way to the page that shows it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import pandas as pd

from analysis.decide.alerts import LOST
from analysis.report import sentences, tables
from analysis.report.sentences import counted

WORSE, BETTER = "▼ Worse", "▲ Better"
CELLS, ENQUIRIES = "explore", "pipeline"


@dataclass(frozen=True)
class Alert:
    """One line that was crossed: which way, what happened, and to whom or what.

    `page` and `asked` are where it can be seen: the page's address and what is chosen on it.
    """

    way: str
    what: str
    about: str
    told: str
    page: str
    asked: Mapping[str, str]

    @property
    def text(self) -> str:
        """The line as it is read."""
        return f"{self.way}: {self.told}"

    def link(self, address: str) -> str:
        """Where it can be seen, in the dashboard at an address; without one, from its root."""
        asked = urlencode(self.asked, quote_via=quote)
        return f"{address.rstrip('/')}/{self.page}?{asked}"


def alerts(crossed: pd.DataFrame, overdue: pd.DataFrame) -> list[Alert]:
    """The lines that were crossed: cells that are worse, cells that are better, enquiries."""
    cells = sorted(_cells(crossed), key=lambda alert: alert.way == BETTER)
    return [*cells, *_enquiries(overdue)]


def headline(found: Sequence[Alert]) -> str:
    """How many lines were crossed since the last import, and which way."""
    worse = sum(alert.way == WORSE for alert in found)
    return f"Since the last import: {worse} for the worse, {len(found) - worse} for the better"


def as_table(found: Sequence[Alert], address: str) -> pd.DataFrame:
    """Alerts as a table, one row each."""
    return pd.DataFrame(
        [
            {
                "way": alert.way.partition(" ")[2].lower(),
                "what": alert.what,
                "about": alert.about,
                "text": alert.text,
                "link": alert.link(address),
            }
            for alert in found
        ]
    )


def _cells(crossed: pd.DataFrame) -> Iterator[Alert]:
    for _, cell in crossed.iterrows():
        is_lost, place = cell["what"] == LOST, sentences.place(cell)
        became = tables.word(cell["state"])
        partners = counted(int(cell["partners"]), "partner")
        has = f"{became}, {partners} of a target of {cell['target']}"
        told = (
            f"lost its last partner: now {has}"
            if is_lost
            else f"has a partner where it had none: now {has}"
        )
        way = WORSE if is_lost else BETTER
        yield Alert(way, cell["what"], place, f"{place} {told}.", CELLS, {"cell": place})


def _enquiries(overdue: pd.DataFrame) -> Iterator[Alert]:
    for _, row in overdue.iterrows():
        name, most = str(row["name"]), counted(int(row["most_days"]), "day")
        told = (
            f"{name} has waited {counted(int(row['stage_days']), 'day')} at the stage "
            f"{row['stage_label']}, where {most} are the most."
        )
        yield Alert(WORSE, "enquiry overdue", name, told, ENQUIRIES, {"enquiry": name})
