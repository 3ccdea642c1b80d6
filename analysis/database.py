"""A DuckDB database built from the ledger: a pure function of what has been recorded."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass
from functools import reduce
from pathlib import Path

import duckdb
import pyarrow as pa

from analysis import need
from analysis import vocabulary as words
from analysis.intake import rows
from analysis.ledger import archive, same
from analysis.ledger.archive import Received
from analysis.ledger.entries import Entry
from analysis.ledger.state import Import, State
from analysis.vocabulary import Vocabulary

SQL = Path(__file__).resolve().parent / "sql"

# Each file makes one relation of the same name; folders are schemas; nothing reads upwards.
PIPELINE = (
    "schemas",
    "raw/term",
    "raw/import",
    "raw/asked",
    "raw/column",
    "raw/set_aside",
    "raw/answer",
    "raw/private",
    "raw/decision",
    "raw/stage_change",
    "raw/same_organisation",
    "raw/target",
    "raw/not_applicable",
    "raw/kept",
    "raw/need",
    "raw/tile",
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
    "staging/stage",
    "staging/choices",
    "marts/term",
    "marts/organisation",
    "marts/spelling",
    "marts/offer",
    "marts/answer",
    "marts/claim",
    "marts/unanswered",
    "marts/repeated",
    "marts/problem",
    "marts/contact",
    "questions/meets",
    "questions/cell",
    "questions/standing",
    "questions/frame",
    "questions/state_of",
    "questions/coverage",
    "questions/offers_behind",
    "questions/answers_of",
    "questions/who_covers",
    "questions/totals",
    "questions/unmatched",
    "questions/wordings",
    "questions/receipt",
    "questions/replaced",
    "questions/silent",
    "questions/organisations",
    "questions/spellings",
    "questions/identities",
    "questions/joining",
    "questions/profile",
    "questions/places",
    "questions/emptiest",
    "questions/open_to_all",
    "questions/doubts",
    "questions/consequence",
    "questions/missing",
    "questions/problems",
    "questions/problem_cells",
    "questions/problem_places",
    "questions/import_problems",
    "questions/outdated_rows",
    "questions/current_imports",
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


@dataclass(frozen=True)
class Pending:
    """An import that has not been recorded: what its entry would say, and its relations."""

    import_: Import
    received: Received


def build(
    state: State, folder: Path, vocabulary: Vocabulary, pending: Sequence[Pending] = ()
) -> Database:
    """Build the database of a state, with imports that are not recorded yet if there are any.

    Raises
    ------
    DashboardError
        If the archive is damaged.
    RuntimeError
        If a rule about the data does not hold; that is a bug, never a user's mistake.
    """
    connection = duckdb.connect(config={"preserve_insertion_order": False})
    # After two seconds it would be drawn on standard output, among what the command line answers.
    connection.execute("set enable_progress_bar = false")
    connection.execute("set timezone = 'Europe/London'")
    imports = (*state.imports, *(waiting.import_ for waiting in pending))
    for name, table in _relations(state, imports, vocabulary).items():
        connection.register(f"received_{name}", table)
    for name in ("answers", "private"):
        _receive(connection, name, state.imports, folder, pending)
    _run(connection, vocabulary)
    return Database(connection, state, folder)


def statement(name: str) -> str:
    """The text of one file of the pipeline, named by folder and relation."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def _run(connection: duckdb.DuckDBPyConnection, vocabulary: Vocabulary) -> None:
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
    for name in PIPELINE:
        connection.execute(statement(name))
    for name, _, _ in functions:
        connection.remove_function(name)
    _check(connection)
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
        connection.read_parquet(str(archive.whole(folder, import_.archive[name]))).select(
            duckdb.StarExpression(), duckdb.ConstantExpression(import_.number).alias("import")
        )
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


def _relations(
    state: State, imports: tuple[Import, ...], vocabulary: Vocabulary
) -> dict[str, pa.Table]:
    return {
        "term": _terms(vocabulary),
        "import": _imports(imports),
        "need": _table(
            {
                "area": pa.string(),
                "measure": pa.string(),
                "label": pa.string(),
                "value": pa.float64(),
                "unit": pa.string(),
                "period": pa.string(),
                "source": pa.string(),
                "licence": pa.string(),
            },
            [astuple(figure) for figure in need.figures()],
        ),
        "tile": _table(
            {"area": pa.string(), "x": pa.float64(), "y": pa.float64()},
            [astuple(tile) for tile in need.tiles()],
        ),
        "asked": _table(
            {"import": pa.int32(), "field": pa.string()},
            [(import_.number, field) for import_ in imports for field in import_.asked],
        ),
        "column": _table(
            {"import": pa.int32(), "field": pa.string(), "column": pa.int16()},
            [(i.number, field, column) for i in imports for column, _, field in i.columns if field],
        ),
        "set_aside": _table(
            {
                "import": pa.int32(),
                "row": pa.int32(),
                "reason": pa.string(),
                "is_mendable": pa.bool_(),
            },
            [
                (import_.number, row, reason, reason in rows.MENDABLE)
                for import_ in imports
                for row, reason in import_.set_aside
            ],
        ),
        **_decisions(state),
    }


def _terms(vocabulary: Vocabulary) -> pa.Table:
    columns = {
        "term": pa.int16(),
        "dimension": pa.string(),
        "code": pa.string(),
        "position": pa.int16(),
        "label": pa.string(),
        "short_label": pa.string(),
        "in_frame": pa.bool_(),
        "every_area": pa.bool_(),
        "counts_as": pa.string(),
    }
    rows = [
        {**vars(term), "term": number, "every_area": term.is_whole_hub}
        for number, term in enumerate(vocabulary.terms, start=1)
    ]
    return pa.Table.from_pylist(rows, schema=pa.schema(columns))


def _imports(imports: tuple[Import, ...]) -> pa.Table:
    columns = {
        "import": pa.int32(),
        "file": pa.string(),
        "sheet": pa.string(),
        "kind": pa.string(),
        "form": pa.string(),
        "default_stage": pa.string(),
    }
    rows = [
        {
            **vars(import_),
            "import": import_.number,
            "default_stage": words.default_stage(import_.kind),
        }
        for import_ in imports
    ]
    return pa.Table.from_pylist(rows, schema=pa.schema(columns))


def _decisions(state: State) -> dict[str, pa.Table]:
    entry, text, texts = pa.int32(), pa.string(), pa.list_(pa.string())
    return {
        "decision": _decided(
            state.of("wording decision"),
            {"dimension": text, "wording": text, "means": text, "entry": entry},
        ),
        "stage_change": _decided(
            state.of("stage change"), {"organisation_key": text, "stage": text, "entry": entry}
        ),
        "same_organisation": _table(
            {"name_key": text, "organisation_key": text},
            list(same.groups(same.verdicts(state)).items()),
        ),
        "target": _decided(
            state.of("target"), {"terms": texts, "target": pa.int32(), "entry": entry}
        ),
        "not_applicable": _decided(
            state.of("not-applicable"), {"terms": texts, "reason": text, "entry": entry}
        ),
        "kept": _decided(state.of("keep-both"), {"offer_key": text, "entry": entry}),
    }


def _decided(decisions: Iterable[Entry], columns: dict[str, pa.DataType]) -> pa.Table:
    rows = [
        {**decision.payload, "entry": decision.number, "reason": decision.why}
        for decision in decisions
    ]
    return pa.Table.from_pylist(rows, schema=pa.schema(columns))


def _table(columns: dict[str, pa.DataType], rows: list[tuple[object, ...]]) -> pa.Table:
    named = [dict(zip(columns, row, strict=True)) for row in rows]
    return pa.Table.from_pylist(named, schema=pa.schema(columns))
