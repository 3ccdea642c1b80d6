"""Commands that keep the store: back it up, put a backup back, prove that all of it is there."""

import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from analysis import vocabulary
from analysis.commands import options
from analysis.commands.options import (
    DEFAULT_STORE,
    ME,
    ByOption,
    Format,
    FormatOption,
    StoreOption,
    WhyOption,
)
from analysis.errors import DashboardError
from analysis.keeping import access_request, looks
from analysis.keeping import backup as backups
from analysis.keeping import due as dues
from analysis.keeping import erase as erasing
from analysis.keeping import subject as subjects
from analysis.keeping.proof import prove
from analysis.keeping.restore import restore as put_back
from analysis.ledger import archive, entries
from analysis.ledger.entries import Store
from analysis.ledger.schema import LOOK
from analysis.report import audit as audits
from analysis.report import keeping as told
from analysis.report.export import as_xlsx
from analysis.report.sentences import LOCAL


class Erasable(StrEnum):
    """Whom one can ask to be erased."""

    PERSON = subjects.PERSON
    ORGANISATION = subjects.ORGANISATION


def backup(
    file: Annotated[
        Path, typer.Argument(help="The new .zip file, or a folder to put one into by the day.")
    ],
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write the whole store into one file, while it is in use. It holds people's details."""
    written, made = backups.pack(options.open_store(store), file)
    _say(*told.of_backup(written, made))


def restore(
    file: Annotated[Path, typer.Argument(help="A backup.")],
    store: StoreOption = DEFAULT_STORE,
    by: ByOption = ME,
    why: WhyOption = "",
    *,
    replace_ledger: Annotated[
        bool, typer.Option("--replace-ledger", help="Even from a folder that holds none of it.")
    ] = False,
) -> None:
    """Put a backup in the place of what is in the store, once it has been proved."""
    opened = options.open_store(store)
    if not replace_ledger:
        _refuse_a_strange_ledger(opened)
    try:
        with file.open("rb") as content:
            done = put_back(opened, content, vocabulary.load(), by, why)
    except OSError as fault:
        raise DashboardError(f"{file} cannot be read: {fault.strerror}. Check the path.") from fault
    _say(*told.of_restore(done))


def _refuse_a_strange_ledger(store: Store) -> None:
    """Who tries a restore in a new folder means no ledger that the environment names."""
    is_named = options.ledger_url() is not None
    if is_named and entries.newest(store).number and not archive.files(store.archive):
        raise DashboardError(
            f"Nothing was restored: {store.folder} holds no file of the ledger that LEDGER_URL "
            "names, which the backup would replace. To try a restore, leave LEDGER_URL unset; to "
            "replace that ledger, add --replace-ledger."
        )


def verify(
    noted: Annotated[
        str, typer.Option("--noted", help="A last hash that was noted earlier, elsewhere.")
    ] = "",
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Check every hash of the ledger and every file of the archive, and say what is wrong."""
    opened = options.open_store(store)
    proof = prove(opened, vocabulary.load(), noted.strip())
    _say(*told.of_proof(proof))
    if proof.faults:
        raise DashboardError(told.fault(proof))


def audit(
    who: Annotated[str | None, typer.Option("--who", help="Only what this person did.")] = None,
    what: Annotated[str | None, typer.Option("--what", help="Only this kind of act.")] = None,
    words: Annotated[str, typer.Option("--words", help="Only what these words stand in.")] = "",
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
) -> None:
    """List who did what, when and why, and who looked at whose details; the newest first."""
    opened = options.open_store(store)
    logs = (options.told(opened), options.told(opened, LOOK))
    options.show(audits.table(*logs, audits.Sought(who, what, words)), form)


def erase(
    what: Annotated[Erasable, typer.Argument(help="Whether it is a person or an organisation.")],
    name: Annotated[str, typer.Argument(help="Its name, or a person's name or e-mail address.")],
    also: Annotated[
        list[str] | None,
        typer.Option("--also", help="Other words for the person, such as a phone number."),
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    by: ByOption = ME,
    why: WhyOption = "",
    *,
    for_good: Annotated[bool, typer.Option("--for-good", help="Do it. There is no undo.")] = False,
) -> None:
    """Erase a person or an organisation for good; without --for-good, say what would go."""
    opened = options.open_store(store)
    if what is Erasable.ORGANISATION:
        planned = erasing.plan(opened, subjects.organisation(opened, name))
    else:
        planned = erasing.plan(opened, subjects.person(opened, name, also or []))
    _say(*told.of_plan(planned))
    if for_good:
        _say(*told.of_erased(erasing.erase(opened, planned, by, why)))
    else:
        _say("Nothing was erased. Add --for-good to do it; it cannot be undone.")


def person(
    name: Annotated[str, typer.Argument(help="A person's name or e-mail address.")],
    out: Annotated[Path, typer.Option("--out", help="The .xlsx file to write.")],
    also: Annotated[
        list[str] | None,
        typer.Option("--also", help="Other words for the person, such as a phone number."),
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    by: ByOption = ME,
) -> None:
    """Write all that is kept of one person into a file, for a subject access request."""
    if out.suffix.lower() != ".xlsx":
        raise DashboardError(f"{out} would hold an Excel workbook. End its name in .xlsx.")
    opened = options.open_store(store)
    whom = subjects.person(opened, name, also or [])
    kept = access_request.kept_of(opened, whom)
    looks.record(opened, looks.PERSON, {"cells": len(kept)}, by)
    options.written(out, as_xlsx(told.access_request(kept, whom)))
    _say(f"Written: {out}. {told.READ_FIRST}")


def due(store: StoreOption = DEFAULT_STORE, form: FormatOption = Format.TABLE) -> None:
    """List whose data is older than data/retention.toml lets it be without a look."""
    database, _ = options.ask(store, None)
    options.show(dues.due(database, datetime.now(LOCAL).date()), form)


def _say(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
