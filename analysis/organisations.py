"""What can be asked of one organisation, and of all of them by name."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.access import Role
from analysis.database import Database
from analysis.errors import DashboardError
from analysis.need import CHILDREN
from analysis.questions import EVERYTHING, Filters, answers_of, ask, bound
from analysis.vocabulary import organisation_key

AXES = ("function", "area")


@dataclass(frozen=True)
class Organisation:
    """What we believe of one organisation today, whatever the filters.

    `row` is its one row of `questions.organisations`, with `confirmed_at` and `is_by_word`
    (whether a recorded word of its own confirmed it last). One row each: `offers` per offer, in
    the columns of `offers`, with `first_at` and `last_at`; `claims` per term and `counts_as`;
    `silent` per offer and dimension it leaves open; `stages` per offer and entry that said its
    stage anew; `cells` per function × area cell it counts in (`counted_as`, `rests_on_it`);
    `words` per answer, in the columns of `answers_of` and with its `offer_key`; `children` per area
    of which a cell rests on it alone: `area`, `value` (aged 0 to 18), `period`, `source`, null
    where nobody published a figure.
    """

    row: pd.Series
    offers: pd.DataFrame
    claims: pd.DataFrame
    silent: pd.DataFrame
    stages: pd.DataFrame
    cells: pd.DataFrame
    words: pd.DataFrame
    children: pd.DataFrame

    @property
    def name(self) -> str:
        """Its newest name."""
        return str(self.row["name"])


def named(database: Database, name: str) -> Organisation | None:
    """The organisation that goes, or once went, by a name; None where nobody does."""
    found = ask(
        database, "from questions.organisation_named($key)", {"key": organisation_key(name)}
    )
    if found.empty:
        return None
    row = found.iloc[0]
    number = int(row["organisation"])
    offers = _of(database, "offers_of", number)
    cells = ask(
        database, "from questions.cells_of($axes, $number)", {"axes": list(AXES), "number": number}
    )
    return Organisation(
        row,
        offers,
        _of(database, "claims_of", number),
        _of(database, "silent_of", number),
        _of(database, "stages_of", number),
        cells,
        answers_of(database, *offers["offer_key"]),
        _children(database, cells[cells["rests_on_it"]]),
    )


def names(database: Database) -> dict[str, str]:
    """What each organisation is called now, by every key that it goes or went by."""
    found = ask(database, "from questions.names()", {})
    return dict(zip(found["of_key"], found["name"], strict=True))


def contacts(database: Database, organisation: Organisation, role: Role) -> pd.DataFrame:
    """The people that an organisation's offers name. Personal data.

    Returns
    -------
    DataFrame
        One row per person: `contact_name`, `email`, `postcode`; null where not given.

    Raises
    ------
    DashboardError
        If the role may not see them.
    """
    if not role.sees_contacts:
        raise DashboardError("Contacts are shown to staff who may see them. Ask the hub's office.")
    return _of(database, "contacts_of", int(organisation.row["organisation"]))


def offers(database: Database, filters: Filters = EVERYTHING) -> pd.DataFrame:
    """Every offer that claims what the filters ask for, whatever its stage counts as.

    Returns
    -------
    DataFrame
        One row per offer: `counted_as` (of its organisation: "partner", "enquiry" or "not
        counted"), `organisation`, `written_as`, `offer_key`, `counts_as` (of the offer itself),
        `stage`, `stage_label`, `offer_text`, `website`, `reach`, `submitted_at`, and its place:
        `import`, `file`, `sheet`, `row`.
    """
    return ask(database, "from questions.offers($chosen, $stages, $whole_hub)", bound(filters))


def partners(database: Database, filters: Filters = EVERYTHING) -> pd.DataFrame:
    """The partners that the filters leave, with what their cover claims. Nothing about people.

    Returns
    -------
    DataFrame
        One row per organisation, by name: `organisation`; `offers` (that count as cover); `stages`,
        `aims`, `functions`, `areas`, `focuses` ("; " between them; null where nothing readable is
        said); `reach` (children a year as each offer states it, null where none does) and
        `reach_stated` (how many do); `confirmed_at`.
    """
    return ask(database, "from questions.partners($chosen, $stages, $whole_hub)", bound(filters))


def left_open(database: Database, dimension: str) -> pd.DataFrame:
    """Every offer that counts as cover and says nothing readable about a dimension."""
    return ask(database, "from questions.left_open($dimension)", {"dimension": dimension})


def open_to_all(database: Database, counts_as: str) -> pd.DataFrame:
    """Every offer that says it is open to all children, and counts as "cover" or "enquiry"."""
    return ask(database, "from questions.offers_open_to_all($kind)", {"kind": counts_as})


def taken_in(database: Database, number: int) -> pd.DataFrame:
    """What one import took in, and what became of it.

    Returns
    -------
    DataFrame
        One row per submission, in the file's order: `row`, `organisation` (its newest name),
        `written_as` (here), `today` (whether it stands, or what counts instead, in words).
    """
    return _of(database, "taken_in", number)


def directory(
    database: Database, search: str, today: date, filters: Filters = EVERYTHING
) -> pd.DataFrame:
    """The organisations that the filters leave, and that a search finds.

    Parameters
    ----------
    search
        Words that must all stand in the names of an organisation or in what its offers say,
        whatever their case and accents; an empty text finds all.
    today
        The day that ages are of.

    Returns
    -------
    DataFrame
        One row per organisation, by name: `name`, `counted_as` ("partner", "enquiry" or "not
        counted"), `stage_label` (its furthest), `offers`, `confirmed_at`, `enquiry_at` (when its
        oldest enquiry came) and `enquiry_days` since; both null where it has no enquiry.
    """
    statement = "from questions.directory($words::varchar[], $today, $chosen, $stages, $whole_hub)"
    values = {"words": plain(search).split(), "today": today.isoformat()}
    return ask(database, statement, {**bound(filters), **values})


def pipeline(listed: pd.DataFrame, stages: Sequence[str]) -> pd.Series:
    """How many organisations of a directory stand at each stage, by label; zeros are kept."""
    counts = listed["stage_label"].value_counts()
    others = [label for label in counts.index if label not in stages]
    return counts.reindex([*stages, *others], fill_value=0)


def plain(text: str) -> str:
    """A text as it is searched: small letters without accents."""
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _children(database: Database, cells: pd.DataFrame) -> pd.DataFrame:
    shares = ask(database, "from questions.need_share()", {})
    known = shares[shares["measure"] == CHILDREN][["area", "value", "period", "source"]]
    place = ("row", "column")[AXES.index("area")]
    return cells[[place]].drop_duplicates().set_axis(["area"], axis=1).merge(known, how="left")


def _of(database: Database, question: str, number: int) -> pd.DataFrame:
    return ask(database, f"from questions.{question}($number)", {"number": number})
