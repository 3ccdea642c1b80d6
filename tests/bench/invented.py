"""Invented offers by the million, archived and recorded as two imports of a real hub would be."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis import vocabulary
from analysis.ledger import archive, entries
from analysis.ledger.archive import ANSWERS, CELLS, Received
from analysis.ledger.entries import Store
from analysis.vocabulary import Vocabulary

SEED = 20_260_903
PARTNERS = 0.2  # of the offers; the others are expressions of interest
ORGANISATIONS = 0.6  # distinct organisations to an offer
RESUBMITTED, UNMATCHED, BLANK, WHOLE_HUB = 0.03, 0.02, 0.1, 0.1
COLUMNS = (
    "organisation",
    "contact_name",
    "email",
    "postcode",
    "website",
    "stage",
    "submitted_at",
    "entry_id",
    "aim",
    "function",
    "area",
    "focus",
    "offer",
    "reach",
)
PERSONAL = ("contact_name", "email", "postcode")
CHOICES = {"aim": (1, 3), "function": (2, 4), "area": (2, 4), "focus": (1, 4)}
STAGES = ("Strategic partner", "Commissioned", "Pilot", "In dialogue", "Lapsed")
PLACES = ("Amber", "Dale", "Moor", "Wirks", "Peak", "Trent", "Dove", "Erewash", "Scarsdale", "Wye")
MUSIC = ("Brass", "Strings", "Singers", "Samba", "Youth Music", "Opera", "Beats", "Bells", "Folk")

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Kind:
    """One of the two files: its kind, its rows' organisations, and the fields it asks for."""

    kind: str
    organisations: Numbers
    fields: tuple[str, ...]


def store(folder: Path, offers: int) -> Store:
    """A store of so many invented offers, made in the folder where it is not there yet."""
    opened = entries.open_store(folder / str(offers))
    if entries.last_number(opened) == 0:
        fill(opened, vocabulary.load(), offers)
    return opened


def fill(into: Store, words: Vocabulary, offers: int) -> None:
    """Take in a partner sheet and a form's export that hold so many offers together.

    Two or three functions and areas each; one area answer in ten is the whole hub, one multiple
    choice in ten is blank, one wording in fifty matches nothing, and three expressions of
    interest in a hundred replace an earlier one.
    """
    dice = np.random.default_rng(SEED)
    partners = int(offers * PARTNERS)
    pool = max(1, int(offers * ORGANISATIONS))
    told = dice.permutation(np.arange(offers) % pool)
    again = dice.choice(told[partners:], int((offers - partners) * RESUBMITTED))
    kinds = (
        Kind("partner", told[:partners], _fields_without("submitted_at", "entry_id")),
        Kind("eoi", np.append(told[partners:], again), _fields_without("stage")),
    )
    for kind in kinds:
        _record(into, kind, _received(kind, words, dice))


def _fields_without(*left_out: str) -> tuple[str, ...]:
    return tuple(field for field in COLUMNS if field not in left_out)


def _record(into: Store, kind: Kind, received: Received) -> None:
    digests = archive.put(into.archive, received)
    payload = {
        "file": f"{kind.kind}.xlsx",
        "sheet": "Sheet1",
        "kind": kind.kind,
        "tool": "spreadsheet",
        "form": digests["answers"],
        "columns": [[1 + COLUMNS.index(field), field, field] for field in kind.fields],
        "records": len(kind.organisations),
        "set_aside": [],
        "notes": [],
        "archive": digests,
    }
    entries.append(into, "import", payload, "bench")


def _received(kind: Kind, words: Vocabulary, dice: np.random.Generator) -> Received:
    parts = [_once(field, kind) for field in kind.fields if field not in CHOICES]
    parts += [_chosen(field, kind, words, dice) for field in CHOICES]
    answers = pa.concat_tables(parts).sort_by(
        [("row", "ascending"), ("column", "ascending"), ("position", "ascending")]
    )
    personal = pc.is_in(answers["field"], pa.array(PERSONAL))
    none = CELLS.empty_table()
    return Received(answers.filter(pc.invert(personal)), answers.filter(personal), none, none)


def _once(field: str, kind: Kind) -> pa.Table:
    """The answers to a question that is answered once, as text that differs where it would."""
    row = np.arange(len(kind.organisations))
    number = pc.cast(pa.array(kind.organisations), pa.string())
    place = pa.array(PLACES).take(pa.array(kind.organisations % len(PLACES)))
    music = pa.array(MUSIC).take(pa.array(kind.organisations % len(MUSIC)))
    name = pc.binary_join_element_wise(place, music, number, " ")
    day = pa.array(np.datetime64("2026-01-01T09:00:00") + row.astype("timedelta64[s]"))
    texts = {
        "organisation": name,
        "email": pc.binary_join_element_wise("contact", number, "@example.org", ""),
        "contact_name": pc.binary_join_element_wise("Robin", music, " "),
        "postcode": pc.binary_join_element_wise("DE1 ", pc.cast(row % 90, pa.string()), "ZZ", ""),
        "website": pc.binary_join_element_wise("music", number, ".example.org", ""),
        "stage": pa.array(STAGES).take(pa.array(kind.organisations % len(STAGES))),
        "submitted_at": pc.strftime(day, "%Y-%m-%dT%H:%M:%S+00:00"),
        "entry_id": pc.cast(pa.array(row), pa.string()),
        "offer": pc.binary_join_element_wise("Weekly", music, "for", name, "and friends", " "),
        "reach": pc.cast(pa.array(10 + row % 400), pa.string()),
    }
    value = texts[field] if field in {"submitted_at", "reach"} else pa.repeat("", len(row))
    return _table(field, row, np.ones_like(row), texts[field], value)


def _chosen(field: str, kind: Kind, words: Vocabulary, dice: np.random.Generator) -> pa.Table:
    """The answers to a multiple choice: neighbouring labels from a random one on, or a blank."""
    rows = len(kind.organisations)
    labels = [term.label for term in words.frame(field)]
    ticks = dice.integers(*CHOICES[field], rows) * (dice.random(rows) >= BLANK)
    everywhere = (dice.random(rows) < WHOLE_HUB) & (ticks > 0) & (field == "area")
    ticks[everywhere] = 1
    row = np.repeat(np.arange(rows), ticks)
    position = np.arange(len(row)) - np.repeat(np.cumsum(ticks) - ticks, ticks)
    picked = (dice.integers(0, len(labels), rows)[row] + position) % len(labels)
    text = np.array(labels, dtype=object)[picked]
    text[everywhere[row]] = next((t.label for t in words.of(field) if t.is_whole_hub), "")
    strange = dice.random(len(row)) < UNMATCHED
    text[strange] = [f"near place {row % (1 + rows // 100)}" for row in np.flatnonzero(strange)]
    return _table(field, row, position + 1, pa.array(text, pa.string()), pa.repeat("", len(row)))


def _table(
    field: str, row: Numbers, position: Numbers, text: pa.Array, value: pa.Array
) -> pa.Table:
    columns = {
        "row": row + 2,
        "column": np.full(len(row), 1 + COLUMNS.index(field)),
        "field": pa.repeat(field, len(row)),
        "position": position,
        "text": text,
        "value": value,
    }
    return pa.table(columns).cast(ANSWERS)
