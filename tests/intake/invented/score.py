"""How much of an export came back as meant: field by field, row by row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.errors import DashboardError
from analysis.intake.listing import Listing, RecordListing
from analysis.intake.read import as_json, read
from analysis.vocabulary import DIMENSIONS, Vocabulary
from tests.intake.invented.export import Export, Truth

TEXTS = ("organisation", "contact_name", "email", "postcode")
CHOICES = ("aims", "functions", "areas", "focuses")


@dataclass(frozen=True)
class Verdict:
    """One field of one row, with what was found and what was meant where they differ."""

    field: str
    right: bool
    found: object = None
    meant: object = None


def verdicts(export: Export, words: Vocabulary) -> list[Verdict]:
    """Every field of every row; a file that does not tell its kind is read again, being told."""
    try:
        return _compared(export, as_json(read(export.name, export.data, words), words))
    except DashboardError:
        pass
    try:
        listing = as_json(read(export.name, export.data, words, export.kind or "eoi"), words)
    except DashboardError as refused:
        row = Verdict("row", False, str(refused), "a table")
        return [row, *[lost for told in export.rows for lost in _lost(told)]]
    return [replace(v, right=v.right and v.field != "kind") for v in _compared(export, listing)]


def _compared(export: Export, listing: Listing) -> list[Verdict]:
    kind = [_same("kind", listing["kind"], export.kind)] if export.kind else []
    return [*kind, *_rows(listing, export)]


def _lost(told: Truth) -> Iterator[Verdict]:
    for name in (*TEXTS, *CHOICES, "unmatched", "consent"):
        yield Verdict(name, False, "nothing", "")
    for name, value in (("reach", told.reach), ("submitted_at", told.sent), ("stage", told.stage)):
        if value is not None:
            yield Verdict(name, False, "nothing", value)


def _rows(listing: Listing, export: Export) -> Iterator[Verdict]:
    pairs, extra = matched(listing["records"], export.rows)
    for record in extra:
        yield Verdict("row", False, record["organisation"] or record["row"], "no submission")
    for record, told in pairs:
        yield Verdict("row", record is not None, None, told.texts)
        if record is None:
            yield from _lost(told)
        else:
            yield from compared(record, told)


def matched(
    records: list[RecordListing], told: list[Truth]
) -> tuple[list[tuple[RecordListing | None, Truth]], list[RecordListing]]:
    """Each truth with its record: by order where none is missing, else by who it is from."""
    if len(records) == len(told):
        return list(zip(records, told, strict=True)), []
    rest, pairs = list(records), []
    for each in told:
        found = next((record for record in rest if _from(record, each)), None)
        if found is not None:
            rest.remove(found)
        pairs.append((found, each))
    return pairs, rest


def _from(record: RecordListing, told: Truth) -> bool:
    names = ("email", "organisation")
    return any(told.texts[n] and record[n] == told.texts[n] for n in names)  # type: ignore[literal-required]


def compared(record: RecordListing, told: Truth) -> Iterator[Verdict]:
    for name in TEXTS:
        found = record[name]  # type: ignore[literal-required]
        blank = not found and name in told.may_be_blank
        yield Verdict(name, blank or found == told.texts[name], found, told.texts[name])
    for name in CHOICES:
        yield _same(name, set(record[name]), set(told.choices[name]))  # type: ignore[literal-required]
    yield _typed(record, told)
    yield from _told(record, told)


def _told(record: RecordListing, told: Truth) -> Iterator[Verdict]:
    """What the file tells only at times."""
    if told.reach is not None:
        yield Verdict("reach", record["reach"] in told.reach, record["reach"], told.reach)
    if told.sent is not None:
        yield _same("submitted_at", record["submitted_at"], told.sent)
    yield _same("consent", record["consent"], told.consent)
    if told.stage is not None:
        yield _same("stage", record["stage"], told.stage)


def _same(name: str, found: object, meant: object) -> Verdict:
    return Verdict(name, found == meant, found, meant)


def _typed(record: RecordListing, told: Truth) -> Verdict:
    found = {d: record["unmatched"][d] for d in DIMENSIONS}
    right = all(words_of(found[d]) == words_of(told.beyond[d]) for d in DIMENSIONS)
    return Verdict("unmatched", right, found, told.beyond)


def words_of(typed: list[str] | tuple[str, ...]) -> list[str]:
    """Words without the marks between them: a typed answer may come back in its parts."""
    return sorted(re.findall(r"[^\s,;/|]+", " ".join(typed)))


def share(exports: list[Export], words: Vocabulary) -> float:
    """The share of fields that came back right."""
    found = [verdict.right for export in exports for verdict in verdicts(export, words)]
    return sum(found) / len(found)
