"""A reading as the one object that `read --json` prints."""

from typing import TypedDict

from analysis.intake.reading import Answer, Reading, Record
from analysis.vocabulary import DIMENSIONS, STAGE, Vocabulary, default_stage


class RecordListing(TypedDict):
    """One record in codes. None where the answer states no value, or nobody asked for consent."""

    row: int
    organisation: str
    contact_name: str
    email: str
    postcode: str
    submitted_at: str | None
    aims: list[str]
    functions: list[str]
    areas: list[str]
    focuses: list[str]
    unmatched: dict[str, list[str]]
    reach: int | None
    consent: bool | None
    stage: str | None


class SetAsideListing(TypedDict):
    """A row that is not a submission."""

    row: int
    reason: str


class Listing(TypedDict):
    """A whole file."""

    kind: str
    tool: str
    records: list[RecordListing]
    set_aside: list[SetAsideListing]


def as_json(reading: Reading, vocabulary: Vocabulary) -> Listing:
    """Every record of a reading, in the codes of the vocabulary, without any cell's place."""
    return {
        "kind": reading.kind,
        "tool": reading.tool,
        "records": [_record(record, reading.kind, vocabulary) for record in reading.records],
        "set_aside": [{"row": each.row, "reason": each.reason} for each in reading.set_aside],
    }


def _record(record: Record, kind: str, vocabulary: Vocabulary) -> RecordListing:
    codes = {dimension: _codes(record, dimension, vocabulary) for dimension in DIMENSIONS}
    aims, functions, areas, focuses = codes.values()
    return {
        "row": record.row,
        "organisation": record.text("organisation"),
        "contact_name": record.text("contact_name"),
        "email": record.text("email"),
        "postcode": record.text("postcode"),
        "submitted_at": record.value("submitted_at") or None,
        "aims": aims,
        "functions": functions,
        "areas": areas,
        "focuses": focuses,
        "unmatched": {each: _unmatched(record, each, vocabulary) for each in DIMENSIONS},
        "reach": int(record.value("reach")) if record.value("reach") else None,
        "consent": record.consent,
        "stage": _stage(record, kind, vocabulary),
    }


def _codes(record: Record, dimension: str, vocabulary: Vocabulary) -> list[str]:
    matched = (_code(answer, vocabulary) for answer in record.to(dimension))
    return list(dict.fromkeys(code for code in matched if code))


def _unmatched(record: Record, dimension: str, vocabulary: Vocabulary) -> list[str]:
    return [each.text for each in record.to(dimension) if _code(each, vocabulary) is None]


def _code(answer: Answer, vocabulary: Vocabulary) -> str | None:
    return answer.value or vocabulary.match(answer.field, answer.text)


def _stage(record: Record, kind: str, vocabulary: Vocabulary) -> str | None:
    """None where a stage is written that the vocabulary does not know."""
    written = next(iter(record.to(STAGE)), None)
    return _code(written, vocabulary) if written else default_stage(kind)
