"""Commands on what is wrong: list it, and write a file again with what is wrong beside its rows."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from analysis import fixes as wrong
from analysis.commands import options
from analysis.commands.options import (
    DEFAULT_STORE,
    AsOfOption,
    Format,
    FormatOption,
    StoreOption,
)
from analysis.decide import pairs
from analysis.errors import DashboardError
from analysis.keeping import looks
from analysis.report import file_back as files
from analysis.report import problems

ImportOption = Annotated[
    int | None, typer.Option("--import", help="Only what stands in this import, by its entry.")
]


def fixes(
    import_: ImportOption = None,
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
) -> None:
    """List what is wrong or doubtful, what hangs on it, who can put it right, and where it is."""
    database, _ = options.ask(store, as_of)
    found = wrong.with_pairs(wrong.problems(database), pairs.pairs(database))
    options.show(problems.table(problems.narrowed(found, import_, None)), form)


def file_back(
    number: Annotated[int, typer.Argument(help="The import, by the number of its entry.")],
    file: Annotated[Path, typer.Argument(help="The .xlsx file to write.")],
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write an import again as it lay, with what is wrong beside each row. Holds people's details.

    Loading the corrected file takes the corrections in as changes.
    """
    if file.suffix.lower() != ".xlsx":
        raise DashboardError(f"{file} would hold an Excel workbook. End its name in .xlsx.")
    database, words = options.ask(store, None)
    content = files.as_xlsx(files.file_back(database, number, words))
    opened = options.open_store(store)
    looks.record(opened, looks.FILE_BACK, {"import": number}, options.name(opened))
    options.written(file, content)
    sys.stdout.write(f"Written: {file}. It holds people's names and addresses; keep it safe.\n")
