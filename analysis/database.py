"""A DuckDB database built from the ledger: a pure function of what has been recorded."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial, reduce
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from analysis import answers, replayed
from analysis import vocabulary as words
from analysis.ledger import archive
from analysis.ledger.archive import Received
from analysis.ledger.state import Import, State
from analysis.macros import Macros, statement
from analysis.vocabulary import Vocabulary

# Each file makes one relation of the same name; folders are schemas; nothing reads upwards.
# A question is a macro; it is made when it is first asked, since each costs milliseconds.
PIPELINE = (
    "schemas",
    "raw/term",
    "raw/import",
    "raw/until",
    "raw/late",
    "raw/asked",
    "raw/column",
    "raw/set_aside",
    "raw/answer",
    "raw/private",
    "raw/entry",
    "raw/confirmation",
    "raw/decision",
    "raw/stage_change",
    "raw/note",
    "raw/same_organisation",
    "raw/target",
    "raw/not_applicable",
    "raw/priority",
    "raw/kept",
    "raw/need",
    "raw/tile",
    "raw/sister",
    "raw/outline",
    "staging/dimension",
    "staging/wording",
    "staging/organisation_name",
    "staging/submission",
    "staging/digest",
    "staging/version",
    "staging/is_address",
    "staging/mended",
    "staging/latest",
    "staging/stage_change",
    "staging/stage_told",
    "staging/stage",
    "staging/choices",
    "marts/term",
    "marts/organisation",
    "marts/spelling",
    "marts/offer",
    "marts/counting",
    "marts/answer",
    "marts/claim",
    "marts/unanswered",
    "marts/open_to_all",
    "marts/repeated",
    "marts/problem",
    "marts/neighbour",
    "marts/near",
    "marts/contact",
    "marts/dated",
    "marts/confirmed",
)
CHECKS = (
    "checks/offers_without_an_organisation",
    "checks/answers_counted_twice",
)


@dataclass(frozen=True)
class Database:
    """What the ledger says at one entry, ready to be asked. `state` is what it was built from."""

    connection: duckdb.DuckDBPyConnection
    state: State
    archive: Path
    macros: Macros = field(default_factory=Macros)

    def ask(self, statement: str, values: Mapping[str, object]) -> pd.DataFrame:
        """The answer to a statement over the questions of `sql/questions`, its values bound."""
        return self._ask(statement, values)

    @cached_property
    def _ask(self) -> answers.Ask:
        return answers.kept(partial(_answer, self.connection, self.macros))


def _answer(
    connection: duckdb.DuckDBPyConnection,
    macros: Macros,
    statement: str,
    values: Mapping[str, object],
) -> pd.DataFrame:
    macros.make(connection, statement)
    # A connection shared by threads gives wrong answers; a cursor of one's own costs 7 µs.
    return connection.cursor().execute(statement, dict(values)).df()


@dataclass(frozen=True)
class Pending:
    """An import that has not been recorded: what its entry would say, and its relations."""

    import_: Import
    received: Received


def build(
    state: State,
    folder: Path,
    vocabulary: Vocabulary,
    pending: Sequence[Pending] = (),
    pipeline: Sequence[str] = PIPELINE,
) -> Database:
    """Build the database of a state, with imports that are not recorded yet if there are any.

    A shorter `pipeline` makes fewer relations, and checks none.

    Raises
    ------
    DashboardError
        If the archive is damaged.
    RuntimeError
        If a rule about the data does not hold; that is a bug, never a user's mistake.
    """
    connection = _opened()
    imports = (*state.imports, *(waiting.import_ for waiting in pending))
    for name, table in replayed.relations(state, imports, vocabulary, folder).items():
        if f"raw/{name}" in pipeline:
            connection.register(f"received_{name}", table)
    for name in ("answers", "private"):
        _receive(connection, name, state.imports, folder, pending)
    _run(connection, vocabulary, pipeline)
    return Database(connection, state, folder)


def assembled(
    received: Mapping[str, pa.Table], pipeline: Sequence[str]
) -> duckdb.DuckDBPyConnection:
    """A database of relations that are at hand, read by a pipeline under `received_` names."""
    connection = _opened()
    for name, table in received.items():
        connection.register(f"received_{name}", table)
    for name in pipeline:
        connection.execute(statement(name))
    _lock(connection)
    return connection


def _opened() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(config={"preserve_insertion_order": False})
    # After two seconds it would be drawn on standard output, among what the command line answers.
    connection.execute("set enable_progress_bar = false")
    connection.execute("set timezone = 'Europe/London'")
    return connection


def _run(
    connection: duckdb.DuckDBPyConnection, vocabulary: Vocabulary, pipeline: Sequence[str]
) -> None:
    def meant(dimension: str, text: str) -> str:
        return vocabulary.match(dimension, text) or ""

    functions: tuple[tuple[str, Callable[..., str], int], ...] = (
        ("wording_key", words.wording_key, 1),
        ("organisation_key", words.organisation_key, 1),
        ("meant", meant, 2),
    )
    varchar = duckdb.sqltype("varchar")
    for name, function, texts in functions:
        connection.create_function(name, function, [varchar] * texts, varchar)
    for name in pipeline:
        connection.execute(statement(name))
    for name, _, _ in functions:
        connection.remove_function(name)
    if pipeline is PIPELINE:
        _check(connection)
    _lock(connection)


def _lock(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")


def _check(connection: duckdb.DuckDBPyConnection) -> None:
    for name in CHECKS:
        offending = connection.execute(statement(name)).fetchall()
        if offending:
            raise RuntimeError(f"{name} found {len(offending)} rows, such as {offending[0]}")


def _receive(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    imports: Iterable[Import],
    folder: Path,
    pending: Sequence[Pending],
) -> None:
    """Show all imports' relations of one name as one view, each row with its import's number."""
    parts = [
        connection.read_parquet(
            str(archive.whole(folder, import_.archive[name], import_.number))
        ).select(duckdb.StarExpression(), duckdb.ConstantExpression(import_.number).alias("import"))
        for import_ in imports
    ]
    parts.append(connection.from_arrow(_waiting(name, pending)))
    reduce(lambda one, other: one.union(other), parts).create_view(f"received_{name}")


def _waiting(name: str, pending: Sequence[Pending]) -> pa.Table:
    none = archive.ANSWERS.append(pa.field("import", pa.int32())).empty_table()
    tables = [(waiting.import_.number, getattr(waiting.received, name)) for waiting in pending]
    return pa.concat_tables(
        [none]
        + [
            table.append_column("import", pa.array([number] * len(table), pa.int32()))
            for number, table in tables
        ]
    )
