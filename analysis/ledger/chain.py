"""Each entry's SHA-256 covers what it says and the entry before it, so that no edit goes unseen."""

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import cast

Payload = Mapping[str, object]
Erasures = Mapping[int, tuple[int, str]]

ERASURE, MEMBER = "erasure", "member"
FIRST = ""  # what stands before the first entry
_SALT_BYTES = 16


@dataclass(frozen=True)
class Seal:
    """What proves an entry.

    `digest` is of the reason and the payload as they were recorded, with the `salt`, without which
    nobody can guess what an erased entry said; `hash` is of the entry and the hash before it.
    """

    salt: str
    digest: str
    hash: str


@dataclass(frozen=True)
class Entry:
    """One thing that was decided or taken in. Numbers count from 1 without gaps; times are UTC.

    Only an entry that is not recorded has no seal.
    """

    number: int
    at: datetime
    by: str
    kind: str
    why: str
    payload: Payload
    seal: Seal | None = None


def salt() -> str:
    """A fresh random salt."""
    return secrets.token_hex(_SALT_BYTES)


def content(salt: str, why: str, payload: Payload) -> str:
    """The digest of a reason and a payload."""
    return _digest([salt, why, payload])


def link(entry: Entry, digest: str, before: str) -> str:
    """The hash of an entry with that digest of its content, after an entry with that hash."""
    at = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    return _digest([entry.number, at, entry.by, entry.kind, digest, before])


def sealed(told: Iterable[Entry], before: str) -> list[Entry]:
    """Entries with their seals, the first of them after one with that hash."""
    done: list[Entry] = []
    for entry in told:
        seal = _seal(entry, before)
        done.append(replace(entry, seal=seal))
        before = seal.hash
    return done


def erased(told: Iterable[Entry], log: str = "entries") -> dict[int, tuple[int, str]]:
    """By the number of each entry that lost words: the erasure, and the digest of what is left.

    With "looks" as the log, the same of the looks at details.
    """
    return {
        number: (entry.number, digest)
        for entry in told
        if entry.kind == ERASURE
        for number, digest in cast(list[tuple[int, str]], entry.payload[log])
    }


def faults(told: Sequence[Entry], gone: Erasures | None = None) -> list[str]:
    """What is wrong with a chain, in its order, in sentences; nothing where it holds.

    `gone` is what was erased; without it, what the chain itself tells of erasures.
    """
    gone = erased(told) if gone is None else gone
    found: list[str] = []
    number, before = 0, FIRST
    for entry in told:
        if entry.number != number + 1:
            found.append(_missing(number + 1, entry.number - 1))
        found += _wrong(entry, gone, before if entry.number == number + 1 else None)
        number, before = entry.number, entry.seal.hash if entry.seal else FIRST
    return found


def _seal(entry: Entry, before: str) -> Seal:
    fresh = salt()
    digest = content(fresh, entry.why, entry.payload)
    return Seal(fresh, digest, link(entry, digest, before))


def _wrong(entry: Entry, gone: Erasures, before: str | None) -> list[str]:
    if entry.seal is None:
        return [f"Entry {entry.number} has no hash."]
    expected = gone[entry.number][1] if entry.number in gone else entry.seal.digest
    told = []
    if content(entry.seal.salt, entry.why, entry.payload) != expected:
        told.append(f"Entry {entry.number} was edited: its reason or what it says has changed.")
    if before is not None and link(entry, entry.seal.digest, before) != entry.seal.hash:
        told.append(
            f"Entry {entry.number} does not follow the one before it: its number, its time, who "
            "recorded it, its kind or its hash has changed, or other entries stood before it."
        )
    return told


def _missing(first: int, last: int) -> str:
    if first > last:
        return f"Entry {last + 1} stands in the wrong place."
    return f"Entry {first} is missing." if first == last else f"Entries {first} to {last} are lost."


def _digest(told: object) -> str:
    canonical = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
