"""All that is kept of one person, to be given to them."""

import pandas as pd

from analysis.errors import DashboardError
from analysis.keeping import rewrite
from analysis.keeping.subject import Subject, imports
from analysis.ledger import entries, members, schema
from analysis.ledger.entries import Store

COLUMNS = ("Where", "Row", "Question", "What is kept")


def kept_of(store: Store, subject: Subject) -> pd.DataFrame:
    """Every cell that names the person or stands in a row whose contact they are, and every entry.

    Of a member, that is also every entry they recorded.

    Raises
    ------
    DashboardError
        If nothing that is kept names them.
    """
    rows = [*_cells(store, subject), *_entries(store, subject)]
    if not rows:
        raise DashboardError("Nothing that is kept names them.")
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _cells(store: Store, subject: Subject) -> list[tuple[str, int | None, str, str]]:
    found = []
    for entry, import_, tables in imports(store):
        theirs = rewrite.rows_of(tables, subject)
        headers = {column: header for column, header, _ in import_.columns}
        found += [
            (
                f"{import_.file} (entry {entry.number})",
                row["row"],
                headers.get(row["column"], ""),
                row["text"],
            )
            for name in ("cells", "private_cells")
            if name in tables
            for row in tables[name].to_pylist()
            if row["row"] in theirs or subject.pattern.search(row["text"])
        ]
    return found


def _entries(store: Store, subject: Subject) -> list[tuple[str, int | None, str, str]]:
    return [
        (
            f"the record of {what}, entry {entry.number}",
            None,
            entry.kind,
            f"{entry.why} {entry.payload}",
        )
        for what, log in zip(("decisions", "looks"), schema.CHAINS, strict=True)
        for entry in members.called(entries.entries(store, log), members.names(store))
        if subject.pattern.search(f"{entry.by} {entry.why} {entry.payload}")
    ]
