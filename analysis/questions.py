"""What can be asked of the database: one function, one table macro, one DataFrame a question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.database import Database
from analysis.need import CHILDREN

STATES = ("covered", "fragile", "waiting", "unknown", "gap", "not-applicable")

TOLD = ("state", "partners", "enquiries", "unsure", "whole_hub", "target", "reason")

Value = str | bool | int | Sequence[str] | Sequence[int]


@dataclass(frozen=True)
class Filters:
    """What an offer must claim to be counted.

    `chosen` are terms as "dimension:code": on a dimension that is an axis they pick which of its
    terms are shown; on any other an offer must claim one of them. `stages` are codes; none means
    all. Where `whole_hub` is false, claims to serve the whole hub are left out.
    """

    chosen: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    whole_hub: bool = True


EVERYTHING = Filters()


def coverage(
    database: Database, axes: Sequence[str], filters: Filters = EVERYTHING
) -> pd.DataFrame:
    """Count who serves each cell of the frame.

    Parameters
    ----------
    axes
        One to three dimensions; their terms make the cells.

    Returns
    -------
    DataFrame
        One row per cell, also where nobody serves it, in the vocabulary's order: `row`, `column`,
        `layer` (codes; empty where there is no such axis) and their `_label`s; `state`;
        `partners`, `enquiries`, `unsure`, `whole_hub` (distinct organisations, 0 means none);
        `target` (partners that make the cell covered); `reason` (why it is not applicable).
    """
    statement = "from questions.coverage($axes, $chosen, $stages, $whole_hub)"
    return ask(database, statement, view(axes, filters))


def offers_behind(
    database: Database, axes: Sequence[str], cell: Sequence[str], filters: Filters = EVERYTHING
) -> pd.DataFrame:
    """List the offers behind one cell, those that fit and those that may.

    Parameters
    ----------
    cell
        The cell's terms as "dimension:code", one for each axis.

    Returns
    -------
    DataFrame
        One row per offer: `counted_as` (how its organisation counts in the cell: "partner",
        "enquiry", "unsure" or "not counted"), `organisation`, `written_as` (the name on this offer,
        where it is another that staff joined), `fit`, `is_whole_hub`, `offer_key`, `kind`,
        `stage`, `stage_label`, `offer_text`, `reach` (children a year, null if not stated),
        `submitted_at`, and its place: `import`, `file`, `sheet`, `row`.
    """
    statement = "from questions.offers_behind($axes, $cell, $chosen, $stages, $whole_hub)"
    return ask(database, statement, {**view(axes, filters), "cell": list(cell)})


def answers_of(database: Database, *offer_keys: str) -> pd.DataFrame:
    """The answers of some offers that say nothing about a person.

    Returns
    -------
    DataFrame
        One row per answer: `offer_key`, `field`, `text` (as written), `means` (the term's label,
        null where the words match none), `file`, `sheet`, `row`, `column` (from 1), `position`.
    """
    return ask(database, "from questions.answers_of($offers::varchar[])", {"offers": offer_keys})


def who_covers(
    database: Database, axes: Sequence[str], filters: Filters = EVERYTHING
) -> pd.DataFrame:
    """Who serves which cell, and how it counts there.

    Returns
    -------
    DataFrame
        One row per organisation and cell with a mark: `organisation`, `term` and `term_label` (of
        the cell on the first axis), `mark` ("partner", "whole_hub", "enquiry" or "unsure").
    """
    statement = "from questions.who_covers($axes, $chosen, $stages, $whole_hub)"
    return ask(database, statement, view(axes, filters))


def totals(database: Database, filters: Filters = EVERYTHING) -> pd.DataFrame:
    """How many organisations and offers there are.

    Returns
    -------
    DataFrame
        One row: `partners`, `enquiries` (organisations with an enquiry and no cover),
        `organisations`, `offers`, `cover_offers`, `enquiry_offers`, and `newest_submission`
        (null where no file gave a time).
    """
    return ask(database, "from questions.totals($chosen, $stages, $whole_hub)", bound(filters))


def organisations(database: Database) -> pd.DataFrame:
    """One row per organisation.

    Returns
    -------
    DataFrame
        `organisation` (its number in this build), `name` (its newest), `organisation_key`,
        `also_written` (its other names, "; " between them), `offers` and what they count as:
        `cover_offers`, `enquiry_offers`.
    """
    return ask(database, "from questions.organisations()", {})


def spellings(database: Database) -> pd.DataFrame:
    """Every name an organisation goes by: `organisation` (its newest), `name`, `name_key`."""
    return ask(database, "from questions.spellings()", {})


def places(
    database: Database, axis: str, measure: str, filters: Filters = EVERYTHING
) -> pd.DataFrame:
    """Coverage of each area beside what is known of its need.

    Parameters
    ----------
    axis
        The dimension whose terms, in each area, are counted.
    measure
        A measure of `data/need.csv`.

    Returns
    -------
    DataFrame
        One row per area: `area`, `label`; `cells` (those that apply), `covered`, `gaps`; `x`, `y`
        of its tile; `children` (aged 0 to 18, ONS); `need` with its `need_label`, `need_unit`,
        `need_period` and `need_source`. A figure nobody published is null, never 0.
    """
    statement = "from questions.places($axis, $measure, $people, $chosen, $stages, $whole_hub)"
    values = {**bound(filters), "axis": axis, "measure": measure, "people": CHILDREN}
    return ask(database, statement, values)


def emptiest(database: Database, filters: Filters = EVERYTHING) -> pd.DataFrame:
    """Every function × area cell short of its target, the emptiest first.

    Returns
    -------
    DataFrame
        The columns of `coverage`, and `children` (aged 0 to 18, who live in the area). Gaps come
        before unknown, waiting and fragile cells; among equals, more children come first.
    """
    statement = "from questions.emptiest($people, $chosen, $stages, $whole_hub)"
    return ask(database, statement, {**bound(filters), "people": CHILDREN})


def open_to_all(database: Database) -> pd.DataFrame:
    """Who says it is open to all children, which covers no focus.

    Returns
    -------
    DataFrame
        One row: `partners`, `enquiries` (organisations), `offers`, `offers_naming_no_group`.
    """
    return ask(database, "from questions.open_to_all()", {})


def tally(cells: pd.DataFrame) -> pd.DataFrame:
    """Count a grid's cells by state, row by row.

    Returns
    -------
    DataFrame
        One row per row of the grid and state, zeros included: `term`, `label`, `state`, `cells`.
    """
    terms = cells[["row", "row_label"]].drop_duplicates(ignore_index=True)
    counts = cells.groupby(["row", "state"]).size()
    full = counts.reindex(pd.MultiIndex.from_product([terms["row"], STATES]), fill_value=0)
    told = terms.loc[terms.index.repeat(len(STATES))].reset_index(drop=True)
    told = told.assign(state=list(STATES) * len(terms), cells=full.to_numpy())
    return told.rename(columns={"row": "term", "row_label": "label"})


def unmatched(database: Database) -> pd.DataFrame:
    """Wordings without a meaning: `dimension`, `wording` (key), `text`, `offers` that use it."""
    return ask(database, "from questions.unmatched()", {})


def wordings(database: Database, number: int) -> pd.DataFrame:
    """The words that an import uses for the terms of each dimension, and for stages.

    Returns
    -------
    DataFrame
        One row per wording: `dimension`, `wording` (key), `text` (as written), `means` (the
        term's label, null where it means none), `is_outside`, `is_no_answer`, `is_by_words`
        (only the words of a form's own choice say so), `is_decided` (staff said so), `offers`
        (the import's submissions that use it). Those without a meaning come first.
    """
    return ask(database, "from questions.wordings($number)", {"number": number})


def silent(database: Database) -> pd.DataFrame:
    """Offers that say nothing readable about a dimension.

    Returns
    -------
    DataFrame
        One row per dimension with any: `dimension`, `cover_offers`, `enquiry_offers`, and
        `unmatched` (those of `cover_offers` whose only words match nothing).
    """
    return ask(database, "from questions.silent()", {})


def receipt(database: Database, number: int) -> pd.DataFrame:
    """What an import changes, offer by offer.

    Returns
    -------
    DataFrame
        One row per offer: `change` ("new", "changed", "same", or "gone": its form spoke of it
        before and this export does not), `row`, `organisation`, `offer_key`, `is_replaced` (a
        later submission of the same organisation and e-mail address counts instead).
    """
    return ask(database, "from questions.receipt($number)", {"number": number})


def replaced(database: Database) -> pd.DataFrame:
    """Offers that do not count, because their sender sent the form again later.

    Returns
    -------
    DataFrame
        One row per offer: `offer_key`, `organisation` (as written), `organisation_key`, `file`,
        `row`, `submitted_at`.
    """
    return ask(database, "from questions.replaced()", {})


def compared(
    before: Database, after: Database, axes: Sequence[str], filters: Filters = EVERYTHING
) -> pd.DataFrame:
    """Every cell of the frame in two states of the ledger.

    Returns
    -------
    DataFrame
        One row per cell: the columns of `coverage` as they are after, and each of `TOLD` as it
        was: `state_before` and so on.
    """
    cell = ["row", "column", "layer"]
    old = coverage(before, axes, filters)[[*cell, *TOLD]]
    return coverage(after, axes, filters).merge(old, on=cell, suffixes=("", "_before"))


def changes(
    before: Database, after: Database, axes: Sequence[str], filters: Filters = EVERYTHING
) -> pd.DataFrame:
    """The cells of `compared` whose state or partners differ."""
    both = compared(before, after, axes, filters)
    same = (both["state"] == both["state_before"]) & (both["partners"] == both["partners_before"])
    return both[~same].reset_index(drop=True)


def view(axes: Sequence[str], filters: Filters) -> dict[str, Value]:
    """A view of the frame, as questions about its cells bind it."""
    return {**bound(filters), "axes": list(axes)}


def bound(filters: Filters) -> dict[str, Value]:
    """Filters, as every question binds them."""
    return {
        "chosen": list(filters.chosen),
        "stages": list(filters.stages),
        "whole_hub": filters.whole_hub,
    }


def ask(database: Database, statement: str, values: Mapping[str, Value]) -> pd.DataFrame:
    """Ask the database one question, its values bound."""
    return database.ask(statement, values)
