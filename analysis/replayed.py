"""What the ledger and the data folder say, as the relations that the database begins with."""

from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path

import pyarrow as pa

from analysis import need
from analysis import vocabulary as words
from analysis.intake import rows
from analysis.ledger import places, record, same
from analysis.ledger.entries import Entry
from analysis.ledger.state import STAGE_CHANGE, Import, State
from analysis.sisters import sisters
from analysis.vocabulary import Vocabulary


def relations(
    state: State, imports: tuple[Import, ...], vocabulary: Vocabulary, archive: Path
) -> dict[str, pa.Table]:
    """What the raw relations of the same names are made from, but for answers.

    `imports` may hold some that are not recorded yet, and so are not in the state. `archive` is
    the folder of what entries refer to by SHA-256.
    """
    return {
        "term": _terms(vocabulary),
        "until": _table({"ends_at": pa.timestamp("us", "UTC")}, [(state.ends_at,)]),
        "outline": places.outlines(archive, state),
        "entry": _table(
            {"entry": pa.int32(), "told_at": pa.timestamp("us", "UTC")},
            [*((i.number, i.at) for i in imports), *((d.number, d.at) for d in state.decisions)],
        ),
        **_from_data(archive, state),
        **_from_imports(imports),
        **_decisions(state),
    }


def _from_data(archive: Path, state: State) -> dict[str, pa.Table]:
    """Figures of need, the tiles of the map and the sister focuses."""
    text, figures = pa.string(), (*need.figures(), *places.figures(archive, state))
    measured = {"area": text, "measure": text, "label": text, "value": pa.float64()}
    told = {"unit": text, "period": text, "source": text, "licence": text, "position": pa.int32()}
    return {
        "need": _table(
            {**measured, **told},
            [(*astuple(figure), place) for place, figure in enumerate(figures)],
        ),
        "tile": _table(
            {"area": text, "x": pa.float64(), "y": pa.float64()},
            [astuple(tile) for tile in need.tiles()],
        ),
        "sister": _table(
            {"focus": text, "sister": text, "why": text}, [astuple(pair) for pair in sisters()]
        ),
    }


def _from_imports(imports: tuple[Import, ...]) -> dict[str, pa.Table]:
    """Each import, what it asked, in which columns, and the rows that were set aside."""
    number, text = pa.int32(), pa.string()
    return {
        "import": _imports(imports),
        "asked": _table(
            {"import": number, "field": text},
            [(import_.number, field) for import_ in imports for field in import_.asked],
        ),
        "column": _table(
            {"import": number, "field": text, "column": pa.int16()},
            [(i.number, field, column) for i in imports for column, _, field in i.columns if field],
        ),
        "set_aside": _table(
            {"import": number, "row": number, "reason": text, "is_mendable": pa.bool_()},
            [
                (import_.number, row, reason, reason in rows.MENDABLE)
                for import_ in imports
                for row, reason in import_.set_aside
            ],
        ),
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
        "told_at": pa.timestamp("us", "UTC"),
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
            "told_at": import_.at,
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
            state.of(STAGE_CHANGE),
            {"organisation_key": text, "stage": text, "offers": texts, "entry": entry},
        ),
        "note": _decided(
            (note for note in state.of(record.NOTE) if note.payload),
            {
                "organisation_key": text,
                "next_action": text,
                "due": text,
                "owner": text,
                "text": text,
                "entry": entry,
            },
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
        "priority": _decided(
            state.of(record.PRIORITY),
            {"terms": texts, "marked": pa.bool_(), "reason": text, "entry": entry},
        ),
        "confirmation": _decided(
            state.of("confirmation"), {"organisation_key": text, "entry": entry}
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
