"""The offers of the invented hub that were written by hand.

`enquiries.csv` has one row per submission of the form: choices stand between "; ", an aim is its
number in the form, and `agreed` is yes or no. `partners.csv` is the partner sheet as it is.
"""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from analysis.sample.words import SOURCE, Form


@dataclass(frozen=True)
class Submission:
    """One submission of the form. Times are local; choices are the form's own words.

    A choice that the form does not offer was typed under "Other".
    """

    started: datetime
    completed: datetime
    organisation: str
    contact_name: str
    email: str
    postcode: str
    website: str
    aims: tuple[str, ...]
    functions: tuple[str, ...]
    districts: tuple[str, ...]
    inclusion: tuple[str, ...]
    offer: str
    reach: str
    agreed: bool


def submissions(form: Form, seed: int, folder: Path = SOURCE) -> tuple[Submission, ...]:
    """Every hand-written submission, oldest first; the seed decides only the times of day."""
    chance = random.Random(seed)  # noqa: S311 - invented data must repeat, not be secret
    return tuple(_submission(row, form, chance) for row in _rows(folder / "enquiries.csv"))


def partner_rows(folder: Path = SOURCE) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the header of the partner sheet, and its rows, one for each programme."""
    with (folder / "partners.csv").open(encoding="utf-8", newline="") as lines:
        header, *rows = (tuple(row) for row in csv.reader(lines))
    return header, tuple(rows)


def _times(day: datetime, chance: random.Random) -> tuple[datetime, datetime]:
    """When the form was opened and sent on a day: in waking hours, after 2 to 25 minutes."""
    started = day.replace(hour=chance.randrange(8, 22), minute=chance.randrange(60))
    started += timedelta(seconds=chance.randrange(60))
    return started, started + timedelta(seconds=chance.randrange(120, 1500))


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _submission(row: dict[str, str], form: Form, chance: random.Random) -> Submission:
    started, completed = _times(datetime.fromisoformat(row["date"]), chance)
    return Submission(
        started=started,
        completed=completed,
        organisation=row["organisation"],
        contact_name=row["contact_name"],
        email=row["email"],
        postcode=row["postcode"],
        website=row["website"],
        aims=tuple(form.aims[int(number) - 1] for number in _choices(row["aims"])),
        functions=_choices(row["functions"]),
        districts=_choices(row["districts"]),
        inclusion=_choices(row["inclusion"]),
        offer=row["offer"],
        reach=row["reach"],
        agreed=row["agreed"] == "yes",
    )


def _choices(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("; ")))
