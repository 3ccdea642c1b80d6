"""What the ledger's entries say in plain words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import cast

from analysis.ledger import places, same
from analysis.ledger.chain import ERASURE, MEMBER
from analysis.ledger.entries import Entry, Payload
from analysis.ledger.record import (
    CONFIRMATION,
    NO_ANSWER,
    NOT_APPLICABLE,
    NOTE,
    OUTSIDE,
    PRIORITY,
    REPORT,
    SCENARIO,
    TARGET,
    WORDING,
)
from analysis.ledger.schema import MIGRATION
from analysis.ledger.state import FORM_CHOICES, RESTORE, STAGE_CHANGE, TOMBSTONE, undone
from analysis.report.mapping import label
from analysis.report.sentences import counted, day, listed, moment
from analysis.vocabulary import HEADINGS, STAGE, load

_KINDS = {"eoi": "expressions of interest", "partner": "partners"}
_MEANS_NONE = {OUTSIDE: "a place outside the hub", NO_ANSWER: "no answer"}
_KIND = {same.KIND: "same organisation?"}
KEYS = ("organisation_key", "takes", "lets_go")  # what holds the keys of organisations
HISTORY = ("entry", "stands", "when", "who", "what", "about", "why")


def of_entry(entry: Entry) -> str:
    """One entry of the ledger in a few words."""
    return f"{entry.kind}, {_about(entry)}"


def history(told: Sequence[Entry]) -> list[tuple[int, str, str, str, str, str, str]]:
    """The ledger as a table, oldest first, in the columns of `HISTORY`."""
    gone = undone(told)
    return [
        (
            entry.number,
            "undone" if entry.number in gone else "yes",
            moment(entry.at),
            entry.by,
            kind(entry),
            _about(entry),
            entry.why,
        )
        for entry in told
    ]


def by_name(told: Iterable[Entry], names: Mapping[str, str]) -> tuple[Entry, ...]:
    """Entries to be read by people: with organisations' names in place of their keys."""

    def called(value: object) -> object:
        if isinstance(value, list):
            return [called(each) for each in value]
        return names.get(value, value) if isinstance(value, str) else value

    return tuple(
        replace(entry, payload={k: called(v) if k in KEYS else v for k, v in entry.payload.items()})
        for entry in told
    )


def taken_back(numbers: Sequence[int], by: int) -> str:
    """What was undone, and the way back from that."""
    what = named(numbers).capitalize()
    if len(numbers) == 1:
        return f"{what} is undone. Undo entry {by} to bring it back."
    return f"{what} are undone. Undo entry {by} to bring them back."


def named(numbers: Sequence[int]) -> str:
    """Some entries by number: "entry 2", "entries 2 and 3"."""
    noun = "entry" if len(numbers) == 1 else "entries"
    return f"{noun} {listed([str(number) for number in numbers])}"


def kind(entry: Entry) -> str:
    """What an entry does, in a word or two."""
    return _KIND.get(entry.kind, entry.kind)


def of_those(told: Iterable[Entry], is_one: Callable[[Entry], bool]) -> tuple[Entry, ...]:
    """Some entries, and the undos that took them back or brought them again."""
    found: dict[int, Entry] = {}
    for entry in told:
        if is_one(entry) or entry.payload.get("entry") in found:
            found[entry.number] = entry
    return tuple(found.values())


def of_terms(terms: Iterable[str]) -> str:
    """The cells that have all of some terms, "dimension:code" each: "Schools × Derby"."""
    words = load()
    named = (words.term(*term.split(":", 1)).short_label for term in terms)
    return " × ".join(named)


def _about(entry: Entry) -> str:
    if TOMBSTONE in entry.payload:
        return f"erased by entry {entry.payload[TOMBSTONE]}"
    return _TOLD.get(entry.kind, _in_full)(entry.payload)


def _undo(payload: Payload) -> str:
    return f"takes back entry {payload['entry']}"


def _import(payload: Payload) -> str:
    return f"{payload['file']}: {payload['records']} taken in"


def _wording(payload: Payload) -> str:
    dimension, means = str(payload["dimension"]), str(payload["means"])
    words = load()
    known = words.match(dimension, means)
    told = words.term(dimension, known).label if known else _MEANS_NONE.get(means, means)
    return f"“{payload['wording']}” ({HEADINGS[dimension].lower()}) means {told}"


def _form_choices(payload: Payload) -> str:
    fields = cast(list[tuple[str, int, str]], payload["fields"])
    order = {True: "month first", False: "day first"}.get(cast(bool, payload["month_first"]))
    parts = [f"“{key}” answers {_field(field)}" for key, _, field in fields]
    parts += [f"dates are written {order}"] if order else []
    parts += [f"it holds {_KINDS[str(payload['kind'])]}"] if payload["kind"] else []
    return f"files like {payload['file']}: {'; '.join(parts) or 'as recognised'}"


def _field(field: str) -> str:
    return label(field).lower() if field else "none of our questions"


def _same(payload: Payload) -> str:
    one, other = same.keys_of(payload)
    verdict = "are one" if payload["verdict"] == same.SAME else "stay apart"
    return f"“{one}” and “{other}” {verdict}"


def _confirmation(payload: Payload) -> str:
    return f"“{payload['organisation_key']}” says that all is right"


def _target(payload: Payload) -> str:
    return f"{payload['target']} for {of_terms(cast(list[str], payload['terms']))}"


def _not_applicable(payload: Payload) -> str:
    return of_terms(cast(list[str], payload["terms"]))


def _stage(payload: Payload) -> str:
    stage = load().term(STAGE, str(payload["stage"])).label
    return f"“{payload['organisation_key']}” moves to {stage}"


def _note(payload: Payload) -> str:
    if not payload:
        return ""
    due = f"due {day(date.fromisoformat(str(payload['due'])))}" if payload.get("due") else ""
    parts = (payload.get("next_action"), due, payload.get("owner"), payload.get("text"))
    return f"“{payload['organisation_key']}”: {'; '.join(str(part) for part in parts if part)}"


def _priority(payload: Payload) -> str:
    cells = of_terms(cast(list[str], payload["terms"]))
    return cells if payload["marked"] else f"{cells}: none any more"


def _boundaries(payload: Payload) -> str:
    return f"{payload['file']}: the outlines of {payload['areas']} areas"


def _figures(payload: Payload) -> str:
    return f"{payload['file']}: {'; '.join(cast(list[str], payload['measures']))}"


def _scenario(payload: Payload) -> str:
    parts = [
        f"{told} {', '.join(cast(list[str], payload[name]))}"
        for name, told in (("takes", "takes in"), ("lets_go", "lets go"))
        if payload[name]
    ]
    targets = len(cast(list[object], payload["targets"]))
    parts += [f"sets {counted(targets, 'target')}"] if targets else []
    return f"“{payload['name']}” {'; '.join(parts)}"


def _report(payload: Payload) -> str:
    return f"on the data up to entry {payload['data']}; filters: {payload['filters']}"


def _in_full(payload: Payload) -> str:
    return ", ".join(
        f"{name.replace('_', ' ')}: {', '.join(value) if isinstance(value, list) else value}"
        for name, value in payload.items()
    )


def _erasure(payload: Payload) -> str:
    rows, told = payload["rows"], len(cast(list[object], payload["entries"]))
    return f"one {payload['what']}, {rows} rows of files, words in {told} entries; no name is kept"


def _migration(payload: Payload) -> str:
    return (
        f"a store of version {payload['from']} became one of version {payload['to']}: the hashes "
        f"of its {payload['entries']} entries were made then"
    )


def _member(payload: Payload) -> str:
    if not payload["role"]:
        return f"{payload['address']} is no member any more"
    vouched = f", signing in with {payload['issuer']}" if payload["issuer"] else ""
    return f"{payload['address']} is {payload['role']}{vouched}"


def _restore(payload: Payload) -> str:
    made = cast(Mapping[str, object], payload["backup"])
    gone = cast(Mapping[str, object], payload["replaced"])
    at = moment(datetime.fromisoformat(str(made["made_at"])))
    instead = f", in place of {gone['entries']} entries" if gone["entries"] else ""
    return f"the backup of {at} with {made['entries']} entries{instead}"


_TOLD: dict[str, Callable[[Payload], str]] = {
    "import": _import,
    "undo": _undo,
    WORDING: _wording,
    FORM_CHOICES: _form_choices,
    same.KIND: _same,
    CONFIRMATION: _confirmation,
    STAGE_CHANGE: _stage,
    NOTE: _note,
    places.BOUNDARIES: _boundaries,
    places.FIGURES: _figures,
    TARGET: _target,
    ERASURE: _erasure,
    MIGRATION: _migration,
    RESTORE: _restore,
    MEMBER: _member,
    NOT_APPLICABLE: _not_applicable,
    PRIORITY: _priority,
    SCENARIO: _scenario,
    REPORT: _report,
}
