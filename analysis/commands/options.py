"""Options that several commands share, and how they print their answers."""

import csv
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer
from sqlalchemy import Table

from analysis import access, database, questions, timeline, vocabulary
from analysis.access import Action, Role
from analysis.database import Database
from analysis.decide import typed
from analysis.errors import DashboardError
from analysis.keeping.erase import resume
from analysis.ledger import entries, members
from analysis.ledger.entries import Entry, Store
from analysis.ledger.schema import ENTRY
from analysis.ledger.state import replay
from analysis.questions import Filters
from analysis.report.cells import csv_text, plain
from analysis.vocabulary import DATA, DIMENSIONS, STAGE, Vocabulary, organisation_key


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def _heeded(context: typer.Context, why: str) -> str:
    """A reason that holds nothing personal: the ledger keeps it for good.

    Raises
    ------
    DashboardError
        If it holds a person's name, e-mail address or telephone number.
    """
    folder, url = context.params["store"], ledger_url()
    if not why:
        return why
    is_begun = url or (folder / entries.LEDGER).exists()  # nothing is made only to look at it
    return typed.heeded(at_entry(open_store(folder), None) if is_begun else None, why)


StoreOption = Annotated[
    Path,
    typer.Option(
        "--store", envvar="STORE_DIR", is_eager=True, help="The folder of the hub's store."
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print the answer.")]
WhereOption = Annotated[
    list[str] | None,
    typer.Option("--where", help="A filter, such as focus=send or stage=pilot. May be repeated."),
]
AsOfOption = Annotated[
    int | None, typer.Option("--as-of", help="Answer as the ledger stood at this entry.")
]
AxisOption = Annotated[str, typer.Option(help="A dimension: aim, function, area or focus.")]
ColumnsOption = Annotated[str | None, typer.Option(help="A second dimension, if any.")]
LayersOption = Annotated[str | None, typer.Option(help="A third dimension, if any.")]
WholeHubOption = Annotated[bool, typer.Option(help="Count claims to serve the whole hub.")]
ByOption = Annotated[str, typer.Option("--by", help="Who does this, for the history.")]
WhyOption = Annotated[
    str,
    typer.Option("--why", callback=_heeded, help="The reason, for the history; nothing personal."),
]
NeededWhyOption = Annotated[
    str,
    typer.Option("--why", callback=_heeded, help="The reason, shown with them; nothing personal."),
]

DEFAULT_STORE = DATA / "store"
# The member in whose name a command is run; the environment names them, or --as.
ACTING = "ACT_AS"


ME = access.local()


def role(store: Store, by: str = "") -> Role:
    """What whoever acts may do: a member whom --as or `by` names, or who can read the store."""
    address = os.environ.get(ACTING, "")
    if address and not by.startswith(members.SIGNED):
        return members.role_of(members.named(store, address))
    return members.signed(store, by)


def name(store: Store) -> str:
    """Who acts, for the history."""
    address = os.environ.get(ACTING, "")
    return members.named(store, address).signature if address else ME


def told(store: Store, log: Table = ENTRY) -> tuple[Entry, ...]:
    """Every entry of a log, with members called by their addresses for those who may know them."""
    known = members.names(store) if access.may(role(store), Action.HISTORY) else {}
    return members.called(entries.entries(store, log), known)


def ledger_url() -> str | None:
    """The ledger that the environment names, beside no store's own."""
    return os.environ.get("LEDGER_URL") or None


def ask(store: Path, as_of: int | None) -> tuple[Database, Vocabulary]:
    """The database of a store as it stands, or stood at an entry."""
    return at_entry(open_store(store), as_of), vocabulary.load()


def day(database: Database, as_of: int | None) -> date:
    """The day on which the data is looked at: that of the entry, where one is named."""
    at = database.state.at if as_of is not None else None
    return (at or datetime.now(UTC)).astimezone(timeline.LOCAL).date()


def open_store(folder: Path) -> Store:
    """The store in a folder, its ledger where LEDGER_URL says if it says so."""
    return resume(entries.open_store(folder, ledger_url()))


def at_entry(store: Store, as_of: int | None) -> Database:
    """The database of a store at an entry; at its newest where none is named.

    Raises
    ------
    DashboardError
        If the ledger has no such entry.
    """
    newest = entries.last_number(store)
    if as_of is not None and not 0 <= as_of <= newest:
        raise DashboardError(f"There is no entry {as_of}: the ledger's newest is {newest}.")
    state = replay(entries.entries(store), as_of)
    return database.build(state, store.archive, vocabulary.load())


def entry(told: Sequence[Entry], asked: str | None) -> int:
    """The newest entry, or the one that is named: by its number, or by a day at whose end it was.

    Raises
    ------
    DashboardError
        If the ledger has no such entry, or the day is no day.
    """
    if asked is None:
        return len(told)
    if asked.isdecimal() and int(asked) <= len(told):
        return int(asked)
    try:
        return timeline.at_end_of(told, date.fromisoformat(asked)).number
    except ValueError as fault:
        raise DashboardError(
            f'"{asked}" is neither an entry, of which the newest is {len(told)}, nor a day such as '
            "2026-08-31."
        ) from fault


def organisation(database: Database, name: str) -> str:
    """The key of a name that some offer's organisation goes by.

    Raises
    ------
    DashboardError
        If no offer is of an organisation called so.
    """
    key = organisation_key(name)
    if key not in set(questions.spellings(database)["name_key"]):
        raise DashboardError(f'No offer is of an organisation called "{name}".')
    return key


def organisation_name(database: Database, name: str) -> str:
    """The name under which an organisation is counted, from any of its names.

    Raises
    ------
    DashboardError
        If no offer is of an organisation called so.
    """
    key = organisation(database, name)
    names = questions.spellings(database).set_index("name_key")["organisation"]
    return str(names.loc[[key]].iloc[0])


def axes(rows: str, columns: str | None, layers: str | None) -> dict[str, str]:
    """The dimensions that make a frame, by what each is there: "rows", "columns" or "layers".

    Raises
    ------
    DashboardError
        If one is no dimension, or named twice.
    """
    named = {
        place: dimension
        for place, dimension in (("rows", rows), ("columns", columns), ("layers", layers))
        if dimension
    }
    for dimension in named.values():
        if dimension not in DIMENSIONS:
            raise DashboardError(
                f'"{dimension}" is not a dimension. Choose from: {", ".join(DIMENSIONS)}.'
            )
    if len(set(named.values())) < len(named):
        raise DashboardError("Rows, columns and layers need different dimensions.")
    return named


def filters(where: list[str] | None, words: Vocabulary, *, whole_hub: bool = True) -> Filters:
    """Read filters such as focus=send; a term may be written as its code or in words.

    Raises
    ------
    DashboardError
        If a filter is not written as dimension=term, or names what there is not.
    """
    picked = [_picked(text, words) for text in where or []]
    return Filters(
        chosen=tuple(f"{dimension}:{code}" for dimension, code in picked if dimension != STAGE),
        stages=tuple(code for dimension, code in picked if dimension == STAGE),
        whole_hub=whole_hub,
    )


def cell(terms: list[str], words: Vocabulary) -> list[str]:
    """The terms that make a cell, or all cells that have them, as the database names them.

    Raises
    ------
    DashboardError
        If a term is no row or column of the grid, or a dimension is named twice.
    """
    picked = [_picked(text, words) for text in terms]
    for dimension, code in picked:
        if dimension == STAGE or not words.term(dimension, code).in_frame:
            raise DashboardError(
                f'"{dimension}={code}" is no row or column of the grid, so it makes no cell.'
            )
    if len({dimension for dimension, _ in picked}) < len(picked):
        raise DashboardError("A cell has one term of each dimension. Name each dimension once.")
    return [f"{dimension}:{code}" for dimension, code in picked]


def written(file: Path, content: bytes) -> None:
    """Write the file that a command names.

    Raises
    ------
    DashboardError
        If it cannot be written.
    """
    try:
        file.write_bytes(content)
    except OSError as fault:
        raise DashboardError(
            f"{file} cannot be written: {fault.strerror}. Check the path."
        ) from fault


def show(table: pd.DataFrame, form: Format) -> None:
    """Print an answer."""
    if form is Format.JSON:
        print_json(rows(table))
    elif form is Format.CSV:
        lines = csv.writer(sys.stdout, lineterminator="\n")
        lines.writerow(table.columns)
        lines.writerows([csv_text(plain(cell)) for cell in row] for row in table.to_numpy())
    else:
        sys.stdout.write(table.to_string(index=False) + "\n" if len(table) else "Nothing.\n")


def rows(table: pd.DataFrame) -> list[dict[str, object]]:
    """The rows of an answer as JSON has them: what is missing is null, times are ISO 8601."""
    found: list[dict[str, object]] = json.loads(table.to_json(orient="records", date_format="iso"))
    return found


def print_json(answer: object) -> None:
    """Print an answer as JSON, accents as they are."""
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")


def _picked(text: str, words: Vocabulary) -> tuple[str, str]:
    dimension, found, wording = text.partition("=")
    if not found or dimension not in (*DIMENSIONS, STAGE):
        known = ", ".join((*DIMENSIONS, STAGE))
        raise DashboardError(
            f'"{text}" is not a filter. Write dimension=term, with one of: {known}.'
        )
    return dimension, words.term(dimension, words.match(dimension, wording) or wording).code
