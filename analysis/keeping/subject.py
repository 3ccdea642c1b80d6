"""Whom an erasure, or a question about one's own data, is about, in every form of their name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa

from analysis.errors import DashboardError
from analysis.ledger import archive, entries, same
from analysis.ledger.entries import Entry, Store
from analysis.ledger.state import Import, read_import, replay
from analysis.vocabulary import organisation_key

ORGANISATION, PERSON = "organisation", "person"


@dataclass(frozen=True)
class Subject:
    """A person, or an organisation by all the `keys` it goes by.

    `words` are the forms in which its names and addresses are written; no other words are sought.
    """

    what: str
    keys: frozenset[str]
    words: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds any of the words, whole, whatever their case and spaces."""
        forms = sorted(self.words, key=lambda word: (-len(word), word))
        written = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
        return re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE)

    def is_contact(self, answer: dict[str, object]) -> bool:
        """Whether a private answer gives the person's name or address."""
        named = answer["field"] in ("email", "contact_name")
        return self.what == PERSON and named and plain(str(answer["text"])) in self.words

    def is_organisation(self, answer: dict[str, object]) -> bool:
        """Whether an answer is the organisation's name."""
        return (
            answer["field"] == "organisation" and organisation_key(str(answer["text"])) in self.keys
        )


def imports(store: Store) -> Iterator[tuple[Entry, Import, dict[str, pa.Table]]]:
    """Every import that was ever taken in and what is kept of it, the undone ones too."""
    there = archive.files(store.archive)
    for entry in entries.entries(store):
        if entry.kind == "import":
            import_ = read_import(entry)
            yield (
                entry,
                import_,
                {
                    name: archive.table(store.archive, digest)
                    for name, digest in import_.archive.items()
                    if digest in there
                },
            )


def organisation(store: Store, name: str) -> Subject:
    """An organisation by any of its names, with those that staff joined to it.

    Raises
    ------
    DashboardError
        If nothing that is kept is of an organisation called so.
    """
    grouped = same.groups(same.verdicts(replay(entries.entries(store))))
    keys = same.members(grouped, organisation_key(name))
    spelt = {
        plain(text)
        for text in _said(store, "answers", "organisation")
        if organisation_key(text) in keys
    }
    if not spelt:
        raise DashboardError(f'No offer is of an organisation called "{name}".')
    return Subject(ORGANISATION, keys, frozenset(spelt | keys))


def person(store: Store, name: str, also: Iterable[str] = ()) -> Subject:
    """A person by name or e-mail address, with the other where one row gives both.

    `also` are other words to be sought, such as a phone number.

    Raises
    ------
    DashboardError
        If the words are too short to tell anybody.
    """
    given = {plain(word) for word in (name, *also)}
    if min(map(len, given)) < SHORTEST:
        raise DashboardError("Write the whole name or address: a few letters tell nobody apart.")
    beside = {
        plain(text)
        for _, _, tables in imports(store)
        for text in _beside(tables.get("private", archive.ANSWERS.empty_table()), plain(name))
    }
    return Subject(PERSON, frozenset(), frozenset(given | beside))


SHORTEST = 4


def plain(text: str) -> str:
    """A name or an address as it is compared."""
    return " ".join(text.split()).casefold()


def _beside(private: pa.Table, name: str) -> Iterator[str]:
    """The names and addresses of the rows that give this one."""
    contacts = [a for a in private.to_pylist() if a["field"] in ("email", "contact_name")]
    rows = {answer["row"] for answer in contacts if plain(answer["text"]) == name}
    return (answer["text"] for answer in contacts if answer["row"] in rows)


def _said(store: Store, relation: str, field: str) -> Iterator[str]:
    for _, _, tables in imports(store):
        for answer in tables.get(relation, archive.ANSWERS.empty_table()).to_pylist():
            if answer["field"] == field:
                yield answer["text"]
