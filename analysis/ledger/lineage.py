"""Which form a file is an export of, so that a newer export replaces the rows it repeats."""

from collections.abc import Callable, Iterable

import pyarrow as pa

from analysis.intake.choices import COMMON_HEADERS, common
from analysis.intake.reading import Reading
from analysis.ledger.state import Import
from analysis.vocabulary import organisation_key, wording_key


def form_of(
    reading: Reading,
    own: str,
    earlier: Iterable[Import],
    answers: Callable[[Import], pa.Table],
) -> str:
    """The code of the form a file comes from: an earlier import's, or its `own` if it is new.

    It is an earlier import's form when kind and tool are the same, at least half of all headers
    are common, and the entry ids that both use speak of the same submissions. A form copied for
    another year starts its ids anew; its rows must not replace those of the year before. Sheets
    that were read beside each other are never each other's newer export, and of several imports
    that it may be one of, the one with the sheet's own name is.
    """
    for import_ in sorted(earlier, key=lambda each: (each.sheet != reading.sheet, -each.number)):
        alike = (import_.kind, import_.tool) == (reading.kind, reading.tool)
        alike = alike and import_.sheet not in reading.beside
        if (
            alike
            and _common(reading, import_) >= COMMON_HEADERS
            and _agree(reading, answers(import_))
        ):
            return import_.form
    return own


def _common(reading: Reading, import_: Import) -> float:
    mine = frozenset(wording_key(column.header) for column in reading.columns)
    theirs = frozenset(wording_key(header) for _, header, _ in import_.columns)
    return common(mine, theirs)


def _agree(reading: Reading, earlier: pa.Table) -> bool:
    mine = {
        record.text("entry_id"): _who_and_when(
            record.text("organisation"), record.value("submitted_at")
        )
        for record in reading.agreed()
        if record.text("entry_id")
    }
    theirs = _submissions(earlier)
    shared = mine.keys() & theirs.keys()
    same = [
        entry
        for entry in shared
        if any(a == b for a, b in zip(mine[entry], theirs[entry], strict=True))
    ]
    return 2 * len(same) >= len(shared)


def _submissions(answers: pa.Table) -> dict[str, tuple[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for answer in answers.select(["row", "field", "text", "value"]).to_pylist():
        if answer["field"] in ("entry_id", "organisation", "submitted_at"):
            found.setdefault(answer["row"], {})[answer["field"]] = answer["value"] or answer["text"]
    return {
        answer["entry_id"]: _who_and_when(
            answer.get("organisation", ""), answer.get("submitted_at", "")
        )
        for answer in found.values()
        if "entry_id" in answer
    }


def _who_and_when(organisation: str, submitted_at: str) -> tuple[str, str]:
    return organisation_key(organisation), submitted_at
