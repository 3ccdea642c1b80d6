"""What holds after the ledger's entries 1 to n: a replay, pure and repeatable."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import cast

from analysis.intake.choices import Choices, Heading, Remembered
from analysis.ledger.chain import ERASURE, MEMBER
from analysis.ledger.entries import Draft, Entry
from analysis.ledger.schema import MIGRATION

FORM_CHOICES, STAGE_CHANGE = "form choices", "stage change"
RESTORE = "restore"
# All that is left in the payload of an entry that was erased: the number of the erasure.
TOMBSTONE = "erased"
# What these tell of has happened, and no later entry can make it not so.
FINAL = frozenset({RESTORE, ERASURE, MIGRATION, MEMBER})


@dataclass(frozen=True)
class Import:
    """One uploaded file taken in.

    `form` names the form whose exports repeat each other's rows. `columns` are (number, header,
    field or empty); `set_aside` are (row, reason). `header_row` is the last row of the header; 0
    where an older version recorded the import, which did not keep the header as it lay.
    """

    number: int
    at: datetime
    by: str
    file: str
    sheet: str
    kind: str
    tool: str
    form: str
    columns: tuple[tuple[int, str, str], ...]
    records: int
    set_aside: tuple[tuple[int, str], ...]
    notes: tuple[str, ...]
    archive: dict[str, str]
    header_row: int = 0

    @property
    def asked(self) -> frozenset[str]:
        """The fields that have a column in the file."""
        return frozenset(field for _, _, field in self.columns if field)


@dataclass(frozen=True)
class State:
    """The ledger up to entry `number`: what still holds, undone entries left out.

    With `ends_at`, submissions that are dated from then on are left out too.
    """

    number: int
    at: datetime | None
    imports: tuple[Import, ...]
    decisions: tuple[Entry, ...]
    ends_at: datetime | None = None

    def of(self, kind: str) -> tuple[Entry, ...]:
        """The standing decisions of one kind, oldest first."""
        return tuple(entry for entry in self.decisions if entry.kind == kind)

    def supposing(self, drafts: Iterable[Draft], after: int) -> "State":
        """The state with decisions that are not recorded yet, as if entered after a number."""
        entries = tuple(
            Entry(number, datetime.now(UTC), draft.by, draft.kind, draft.why, draft.payload)
            for number, draft in enumerate(drafts, start=after + 1)
        )
        return replace(self, decisions=(*self.decisions, *entries))

    def as_dated(self, ends_at: datetime) -> "State":
        """The state without what is dated from a moment on: submissions, and recorded stages.

        All else is as it is known now: what words mean, who is one, what was taken back, targets.
        """
        known = (e for e in self.decisions if e.kind != STAGE_CHANGE or e.at < ends_at)
        return replace(self, decisions=tuple(known), ends_at=ends_at)

    @property
    def remembered(self) -> tuple[Remembered, ...]:
        """What staff decided about forms, oldest first."""
        return tuple(map(read_choices, self.of(FORM_CHOICES)))


def replay(entries: Iterable[Entry], as_of: int | None = None) -> State:
    """The state at entry `as_of`; at the newest entry where none is named."""
    told = [entry for entry in entries if as_of is None or entry.number <= as_of]
    gone = undone(told)
    standing = [entry for entry in told if entry.number not in gone and _speaks(entry)]
    return State(
        number=told[-1].number if told else 0,
        at=told[-1].at if told else None,
        imports=tuple(read_import(entry) for entry in standing if entry.kind == "import"),
        decisions=tuple(entry for entry in standing if entry.kind != "import"),
    )


def _speaks(entry: Entry) -> bool:
    return entry.kind != "undo" and TOMBSTONE not in entry.payload


def undone(entries: Iterable[Entry]) -> frozenset[int]:
    """The numbers of entries that an undo has taken back, undone undos left out."""
    gone: set[int] = set()
    for entry in sorted(entries, key=lambda entry: entry.number, reverse=True):
        if entry.kind == "undo" and entry.number not in gone:
            gone.add(cast(int, entry.payload["entry"]))
    return frozenset(gone)


def read_import(entry: Entry) -> Import:
    """The import that an entry records."""
    payload = entry.payload
    return Import(
        number=entry.number,
        at=entry.at,
        by=entry.by,
        file=str(payload["file"]),
        sheet=str(payload["sheet"]),
        kind=str(payload["kind"]),
        tool=str(payload["tool"]),
        form=str(payload["form"]),
        columns=tuple(
            (c, h, f) for c, h, f in cast(list[tuple[int, str, str]], payload["columns"])
        ),
        records=cast(int, payload["records"]),
        set_aside=tuple((r, why) for r, why in cast(list[tuple[int, str]], payload["set_aside"])),
        notes=tuple(cast(list[str], payload["notes"])),
        archive=cast(dict[str, str], payload["archive"]),
        header_row=cast(int, payload.get("header_row", 0)),
    )


def read_choices(entry: Entry) -> Remembered:
    """The choices about one form that an entry records."""
    payload = entry.payload
    fields = cast(list[tuple[str, int, str]], payload["fields"])
    blanked = cast(list[tuple[str, int]] | None, payload["blanked"])
    return Remembered(
        tool=str(payload["tool"]),
        headings=frozenset(cast(list[str], payload["headings"])),
        choices=Choices(
            kind=cast(str | None, payload["kind"]),
            fields={(key, place): field for key, place, field in fields},
            month_first=cast(bool | None, payload["month_first"]),
            blanked=None if blanked is None else frozenset(map(_heading, blanked)),
        ),
    )


def _heading(written: tuple[str, int]) -> Heading:
    key, place = written
    return key, place
