"""The acts that the ledger remembers: each checks what it is given, then appends one entry."""

from collections.abc import Sequence

from analysis.errors import DashboardError
from analysis.intake.choices import headings
from analysis.intake.reading import Reading
from analysis.ledger import archive, entries, same
from analysis.ledger.archive import Received
from analysis.ledger.chain import MEMBER
from analysis.ledger.entries import BATCH, Entry, Payload, Store
from analysis.ledger.state import FINAL, FORM_CHOICES, STAGE_CHANGE, replay, undone
from analysis.vocabulary import wording_key

HIGHEST_TARGET = 1000  # partners; more is a slip of the hand
WORDING = "wording decision"
CONFIRMATION = "confirmation"
NOTE, SCENARIO = "note", "scenario"
REPORT = "report"
TARGET, NOT_APPLICABLE, PRIORITY = "target", "not-applicable", "priority"
OUTSIDE, NO_ANSWER = "outside", "no answer"


def import_draft(
    store: Store, reading: Reading, received: Received, form: str, by: str
) -> entries.Draft:
    """Archive what a file said, and draft the entry by which the ledger will speak of it."""
    digests = archive.put(store.archive, received)
    return entries.Draft("import", import_payload(reading, form, digests), by)


def import_payload(reading: Reading, form: str, digests: dict[str, str]) -> Payload:
    """What the ledger says of an import: where it came from and how it was understood."""
    return {
        "file": reading.file,
        "sheet": reading.sheet,
        "kind": reading.kind,
        "tool": reading.tool,
        "form": form,
        "columns": [[c.column, c.header, c.field or ""] for c in reading.columns],
        "records": sum(1 for _ in reading.agreed()),
        "set_aside": [[row.row, row.reason] for row in reading.set_aside],
        "notes": list(reading.notes),
        "header_row": max((cell.row for cell in reading.head), default=0),
        "archive": digests,
    }


def choices_draft(reading: Reading, by: str) -> entries.Draft:
    """Draft the entry that remembers what staff decided about the form of a file."""
    choices = reading.choices
    payload = {
        "file": reading.file,
        "tool": reading.tool,
        "headings": sorted({key for key, _ in headings(reading.headings) if key}),
        "kind": choices.kind,
        "fields": sorted([key, place, field] for (key, place), field in choices.fields.items()),
        "month_first": choices.month_first,
        "blanked": None if choices.blanked is None else sorted(map(list, choices.blanked)),
    }
    return entries.Draft(FORM_CHOICES, payload, by)


def record_undo(store: Store, number: int, by: str, why: str = "", *, only: bool = False) -> int:
    """Take back an entry, and all that was saved with it unless `only` it is meant.

    Taking back an undo brings back what it had undone. Gives the number of the first new entry.

    Raises
    ------
    DashboardError
        If there is no such entry, or it is already taken back.
    """
    told = entries.entries(store)
    drafts = undo_drafts(told, number, by, why, only=only)
    return entries.append_all(store, drafts, after=told[-1].number)[0]


def undo_drafts(
    told: Sequence[Entry], number: int, by: str, why: str = "", *, only: bool = False
) -> tuple[entries.Draft, ...]:
    """Draft the entries that take back one and all that was saved with it, or `only` it.

    Raises
    ------
    DashboardError
        If there is no such entry, or it is already taken back.
    """
    if number not in {entry.number for entry in told}:
        raise DashboardError(f"There is no entry {number} to undo. The newest is {len(told)}.")
    kind = told[number - 1].kind
    if kind in FINAL:
        raise DashboardError(
            f"Entry {number} tells of what has happened ({kind}) and cannot be "
            "taken back." + (" Give the member another role instead." if kind == MEMBER else "")
        )
    if number in undone(told):
        raise DashboardError(f"Entry {number} is already undone. Undo the undo to bring it back.")
    numbers = (number,) if only else together(told, number)
    return entries.as_one(undo_draft(each, by, why) for each in numbers)


def together(told: Sequence[Entry], number: int) -> tuple[int, ...]:
    """An entry and those that still stand of what was saved in one act with it, by number."""
    batch = next((entry.payload.get(BATCH) for entry in told if entry.number == number), None)
    if batch is None:
        return (number,)
    gone = undone(told)
    saved = (entry for entry in told if entry.payload.get(BATCH) == batch)
    return tuple(entry.number for entry in saved if entry.number not in gone)


def undo_draft(number: int, by: str, why: str = "") -> entries.Draft:
    """Draft the entry that takes back another."""
    return entries.Draft("undo", {"entry": number}, by, why)


def record_stage(store: Store, organisation: str, stage: str, by: str, why: str = "") -> int:
    """Move all offers of an organisation, named by its key, to a stage, named by its code."""
    return _append(store, entries.Draft(STAGE_CHANGE, _stage(organisation, stage), by, why))


def stage_draft(
    organisation: str, stage: str, offers: Sequence[str], by: str, why: str
) -> entries.Draft:
    """Draft the entry that moves some offers of an organisation, named by their keys."""
    payload = {**_stage(organisation, stage), "offers": list(offers)}
    return entries.Draft(STAGE_CHANGE, payload, by, why)


def note_draft(payload: Payload, by: str) -> entries.Draft:
    """Draft the entry that notes something of an organisation's enquiry.

    The payload has its `organisation_key`, `next_action`, `due` (as 2026-05-03, or empty),
    `owner` and `text`. The ledger keeps it for good: nothing of it may be personal.
    """
    return entries.Draft(NOTE, payload, by)


def record_confirmation(store: Store, organisation: str, by: str, why: str = "") -> int:
    """Remember that an organisation, named by its key, said what we believe of it is right."""
    return entries.append(store, CONFIRMATION, {"organisation_key": organisation}, by, why)


def record_wording(store: Store, payload: Payload, by: str, why: str = "") -> int:
    """Decide once what a wording means, for every import; the payload is `wording_payload`'s."""
    return entries.append(store, WORDING, payload, by, why)


def wording_payload(dimension: str, wording: str, means: str) -> Payload:
    """What an entry says of a wording: it means a term's code, "outside" the hub, or "no answer".

    Raises
    ------
    DashboardError
        If the wording is empty: what was not said has no meaning to decide.
    """
    if not wording_key(wording):
        raise DashboardError("Say which wording: an empty one has no meaning to decide.")
    return {"dimension": dimension, "wording": wording_key(wording), "means": means}


def wording_draft(payload: Payload, by: str) -> entries.Draft:
    """Draft the entry that decides what a wording means."""
    return entries.Draft(WORDING, payload, by)


def record_same(store: Store, keys: same.Pair, verdict: str, by: str, why: str = "") -> int:
    """Say of two organisations, named by their keys, that they are the "same", or stay "apart".

    Raises
    ------
    DashboardError
        If that is said already, or goes against what was said of others joined to them.
    """
    told = entries.entries(store)
    sorted_keys = same.pair(*keys)
    same.check(replay(told), sorted_keys, verdict)
    payload = {"keys": list(sorted_keys), "verdict": verdict}
    draft = entries.Draft(same.KIND, payload, by, why)
    return entries.append_all(store, [draft], after=told[-1].number if told else 0)[0]


def record_target(store: Store, terms: Sequence[str], target: int, by: str, why: str) -> int:
    """Set how many partners make a cell safe, for every cell that has all these terms."""
    return _append(store, target_draft(terms, target, by, why))


def target_draft(terms: Sequence[str], target: int, by: str, why: str) -> entries.Draft:
    """Draft the entry that sets a target.

    Raises
    ------
    DashboardError
        If the target is below one, or higher than any hub could mean.
    """
    if not 1 <= target <= HIGHEST_TARGET:
        raise DashboardError(
            f"A target is at least 1 and at most {HIGHEST_TARGET}. "
            "A cell that needs nobody is not applicable."
        )
    return entries.Draft(TARGET, {"terms": list(terms), "target": target}, by, why)


def record_not_applicable(store: Store, terms: Sequence[str], by: str, why: str) -> int:
    """Leave every cell that has all these terms out of the count, for a stated reason."""
    return _append(store, not_applicable_draft(terms, by, why))


def not_applicable_draft(terms: Sequence[str], by: str, why: str) -> entries.Draft:
    """Draft the entry that leaves cells out of the count.

    Raises
    ------
    DashboardError
        If no reason is given.
    """
    if not why.strip():
        raise DashboardError(
            "Say why these cells are not applicable: the reason is shown with them."
        )
    return entries.Draft(NOT_APPLICABLE, {"terms": list(terms)}, by, why)


def priority_draft(
    terms: Sequence[str], by: str, why: str, *, is_marked: bool = True
) -> entries.Draft:
    """Draft the entry that marks cells as a priority of the plan, or says that they are none.

    Raises
    ------
    DashboardError
        If no reason is given.
    """
    if not why.strip():
        raise DashboardError("Say why: the reason is kept with a priority, and shown with it.")
    return entries.Draft(PRIORITY, {"terms": list(terms), "marked": is_marked}, by, why)


def scenario_draft(payload: Payload, by: str, why: str) -> entries.Draft:
    """Draft the entry that keeps a scenario: its `name`, and what it `takes`, `lets_go`, `targets`.

    Organisations are named by their keys, targets are pairs of terms and a number; 0 is not
    applicable. It changes nothing until it is adopted.
    """
    return entries.Draft(SCENARIO, payload, by, why)


def record_report(store: Store, data: int, filters: str, by: str, why: str = "") -> int:
    """Remember that a report was made, on the data up to an entry: the next is compared with it.

    Raises
    ------
    DashboardError
        If the ledger has no such entry.
    """
    newest = entries.last_number(store)
    if not 0 < data <= newest:
        raise DashboardError(f"There is no entry {data} to report on: the newest is {newest}.")
    return entries.append(store, REPORT, {"data": data, "filters": filters}, by, why)


def record_kept(store: Store, offers: list[Payload], by: str, why: str) -> tuple[int, ...]:
    """Count offers that were sent again beside the ones that replaced them.

    Each payload names the `offer_key`, and for the history `organisation`, `file` and `row`.
    """
    drafts = (entries.Draft("keep-both", offer, by, why) for offer in offers)
    return entries.append_all(store, entries.as_one(drafts))


def _stage(organisation: str, stage: str) -> dict[str, object]:
    return {"organisation_key": organisation, "stage": stage}


def _append(store: Store, draft: entries.Draft) -> int:
    return entries.append_all(store, [draft])[0]
