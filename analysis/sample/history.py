"""The invented hub taken in, with a past: older files, and what its staff decided since.

`source/history.csv` has one row per entry of its ledger: `at` is local, and empty for now; `what`
is a file, an organisation, a wording or an entry's number; `means` a stage, or an area's name.
"""

import csv
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from analysis.intake.read import read
from analysis.ledger import archive, entries, lineage, record
from analysis.ledger.entries import Draft, Entry, Store
from analysis.ledger.state import Import, read_import
from analysis.sample import files, hub, words
from analysis.vocabulary import Vocabulary, organisation_key

BY: Final = "sample"
FILE: Final = words.SOURCE / "history.csv"
_LOCAL: Final = ZoneInfo("Europe/London")
Event = Mapping[str, str]


def take_in(store: Store, said: Vocabulary) -> None:
    """Record the invented hub's past and its newest files in an empty store.

    What it counts in the end is what its two newest files say by themselves.
    """
    drafts: list[Draft] = []
    imports: list[Import] = []
    with FILE.open(encoding="utf-8", newline="") as lines:
        for number, event in enumerate(csv.DictReader(lines), start=1):
            if event["act"] in _BYTES:
                draft = _import(store, event, imports, said)
                imports.append(read_import(_entry(number, draft)))
            else:
                draft = _DECIDED[event["act"]](event, said)
            drafts.append(replace(draft, at=_at(event)))
    entries.append_all(store, drafts, after=0)


def _import(store: Store, event: Event, earlier: list[Import], said: Vocabulary) -> Draft:
    reading = read(event["what"], _BYTES[event["act"]](event), said)
    received = archive.received(reading)
    form = lineage.form_of(
        reading,
        archive.digest(received.answers),
        earlier,
        lambda import_: archive.answers(store.archive, import_.archive),
    )
    return record.import_draft(store, reading, received, form, BY)


def _partners(event: Event) -> bytes:
    folder = files.FOLDER if not event["at"] else words.SOURCE
    return (folder / event["what"]).read_bytes()


def _enquiries(event: Event) -> bytes:
    """The form's download of a day: the submissions sent by then."""
    at = _at(event)
    if at is None:
        return (files.FOLDER / event["what"]).read_bytes()
    local = at.astimezone(_LOCAL).replace(tzinfo=None)
    sent = [s for s in hub.submissions(words.load().form, files.SEED) if s.completed < local]
    with TemporaryDirectory() as folder:
        made = Path(folder) / event["what"]
        files.write_export(made, len(sent))
        return made.read_bytes()


def _stage(event: Event, said: Vocabulary) -> Draft:
    stage = said.term("stage", event["means"]).code
    payload = {"organisation_key": organisation_key(event["what"]), "stage": stage}
    return Draft("stage change", payload, BY, event["why"])


def _wording(event: Event, said: Vocabulary) -> Draft:
    means = said.match("area", event["means"]) or event["means"]
    payload = record.wording_payload("area", event["what"], means)
    return replace(record.wording_draft(payload, BY), why=event["why"])


def _undo(event: Event, _said: Vocabulary) -> Draft:
    return Draft("undo", {"entry": int(event["what"])}, BY, event["why"])


def _at(event: Event) -> datetime | None:
    """When the entry was made; never later than now, whatever the clock of this machine says."""
    if not event["at"]:
        return None
    return min(datetime.fromisoformat(event["at"]).replace(tzinfo=_LOCAL), datetime.now(UTC))


def _entry(number: int, draft: Draft) -> Entry:
    return Entry(number, datetime.now(UTC), draft.by, draft.kind, draft.why, draft.payload)


_BYTES: Final[Mapping[str, Callable[[Event], bytes]]] = MappingProxyType(
    {"partners": _partners, "enquiries": _enquiries}
)
_DECIDED: Final[Mapping[str, Callable[[Event, Vocabulary], Draft]]] = MappingProxyType(
    {"stage": _stage, "wording": _wording, "undo": _undo}
)
