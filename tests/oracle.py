"""Coverage counted the plain way: dictionaries, sets and loops over the rows of template files.

It shares no code with the project. It follows design.md sections 3 and 4, one sentence at a time,
for files whose rows are given as dictionaries of wordings with known meanings.
"""

import csv
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
DIMENSIONS = ("aim", "function", "area", "focus")
TERMS = list(csv.DictReader((DATA / "vocabulary.csv").read_text(encoding="utf-8").splitlines()))
ALIASES = list(csv.DictReader((DATA / "aliases.csv").read_text(encoding="utf-8").splitlines()))
FRAME = {
    dimension: [
        row["term"] for row in TERMS if row["dimension"] == dimension and row["frame"] == "yes"
    ]
    for dimension in DIMENSIONS
}
COUNTS_AS = {row["term"]: row["counts_as"] for row in TERMS if row["dimension"] == "stage"}
DEFAULT_STAGE = {"eoi": "received", "partner": "commissioned"}
TARGET = 2

# Pairs of names that staff said are one organisation.
Joins = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Row:
    """One row of a template file. `said` holds codes by dimension; None is a wording unknown.

    `unknown` holds those wordings' own words.
    """

    organisation: str
    email: str = ""
    entry_id: str = ""
    submitted: str = ""
    stage: str = ""
    said: dict[str, list[str | None]] = field(default_factory=dict)
    unknown: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class File:
    """One file: its kind, the dimensions it asks about, and its rows in order."""

    kind: str
    asked: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass
class Offer:
    organisation: str
    counts_as: str
    stage: str
    named: dict[str, set[str]]
    whole_hub: bool
    unanswered: set[str]
    problems: list[tuple[str, str, str]] = field(default_factory=list)

    def claims(self, dimension: str, *, whole_hub: bool) -> set[str]:
        everywhere = set(FRAME["area"]) if dimension == "area" and self.whole_hub else set()
        return self.named[dimension] | (everywhere if whole_hub else set())


def organisation_key(name: str) -> str:
    words = re.findall(r"\w+", name.lower().replace("&", " and ").replace("'", ""))
    while words and words[-1] in ("ltd", "limited", "cic"):
        words.pop()
    return " ".join(words)


def groups(joins: Joins) -> list[set[str]]:
    """The organisations that joins make one, directly or through others."""
    made: list[set[str]] = []
    for names in joins:
        keys = {organisation_key(name) for name in names}
        touched = [group for group in made if group & keys]
        made = [group for group in made if not group & keys] + [keys.union(*touched)]
    return made


def organisation(name: str, joins: Joins) -> str:
    key = organisation_key(name)
    return next((min(group) for group in groups(joins) if key in group), key)


def offers(files: list[File], joins: Joins = ()) -> list[Offer]:
    """The offers that stand once the files were taken in, in this order, and names were joined."""
    newest: dict[tuple[object, ...], tuple[int, int, File, Row]] = {}
    for number, file in enumerate(files):
        seen: dict[tuple[str, ...], int] = {}
        for place, row in enumerate(file.rows):
            who = (organisation_key(row.organisation), row.email.lower(), row.submitted)
            seen[who] = seen.get(who, 0) + 1
            newest[identity(file, row, who, seen[who])] = (number, place, file, row)
    last = _last_submissions(list(newest.values()), joins)
    return [_offer(file, row, organisation(row.organisation, joins)) for _, _, file, row in last]


def identity(
    file: File, row: Row, who: tuple[str, str, str], occurrence: int
) -> tuple[object, ...]:
    if row.entry_id:
        return ("entry", file.kind, row.entry_id)
    if file.kind == "eoi" and (row.email or row.submitted):
        return ("submission", *who)
    return ("row", file.kind, *who, occurrence)


def _last_submissions(
    versions: list[tuple[int, int, File, Row]], joins: Joins
) -> list[tuple[int, int, File, Row]]:
    """A second submission by the same organisation and address replaces the first."""
    kept = []
    last: dict[tuple[str, str], tuple[int, int, File, Row]] = {}
    for version in versions:
        _, _, file, row = version
        if file.kind != "eoi" or not row.email:
            kept.append(version)
            continue
        who = (organisation(row.organisation, joins), row.email.lower())
        if who not in last or _when(version) > _when(last[who]):
            last[who] = version
    return kept + list(last.values())


def _when(version: tuple[int, int, File, Row]) -> tuple[bool, str, int, int]:
    number, place, _, row = version
    return (row.submitted != "", row.submitted, number, place)


def _offer(file: File, row: Row, organisation: str) -> Offer:
    said = {dimension: row.said.get(dimension, []) for dimension in DIMENSIONS}
    stage = row.stage or DEFAULT_STAGE[file.kind]
    return Offer(
        organisation=organisation,
        counts_as=COUNTS_AS[stage],
        stage=stage,
        named={d: {c for c in said[d] if c in FRAME[d]} for d in DIMENSIONS},
        whole_hub="hub" in said["area"],
        unanswered={d for d in DIMENSIONS if all(code is None for code in said[d])},
        problems=list(_problems(file, row, COUNTS_AS[stage])),
    )


def _problems(file: File, row: Row, counts_as: str) -> Iterator[tuple[str, str, str]]:
    """What is wrong with an offer: kind, dimension and the words that it is about."""
    for dimension in DIMENSIONS:
        for words in row.unknown.get(dimension, []):
            yield "wording", dimension, words.lower()
        if counts_as == "cover" and not row.said.get(dimension):
            yield ("blank" if dimension in file.asked else "not asked"), dimension, ""


def consequence(
    standing: list[Offer], problem: tuple[str, str, str]
) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The cells that show unknown for want of a problem's answers, and the others it bears on."""
    dimension = problem[1]
    rows = "function" if dimension in ("function", "area") else dimension
    held, more = set(), set()
    for row, area in itertools.product(FRAME[rows], FRAME["area"]):
        terms = {rows: row, "area": area}
        fits = {o.organisation for o in standing if _counted_fit(o, terms) == "fits"}
        if any(
            offer.organisation not in fits
            and _counted_fit(offer, terms) == "may fit"
            and terms[dimension] not in offer.claims(dimension, whole_hub=True)
            for offer in standing
            if problem in offer.problems and offer.counts_as == "cover"
        ):
            is_unknown = cell(standing, terms, {}, set())["state"] == "unknown"
            (held if is_unknown else more).add((row, area))
    return held, more


def _counted_fit(offer: Offer, terms: dict[str, str]) -> str:
    return "no" if offer.counts_as == "nothing" else _fit(offer, terms, {}, whole_hub=True)


def cell(
    standing: list[Offer],
    terms: dict[str, str],
    filters: dict[str, set[str]],
    stages: set[str],
    *,
    whole_hub: bool = True,
) -> dict[str, object]:
    """One cell: `terms` are its own, `filters` are on dimensions that are no axis."""
    counted = [
        (offer.organisation, offer.counts_as, _fit(offer, terms, filters, whole_hub=whole_hub))
        for offer in standing
        if not stages or offer.stage in stages
    ]
    partners = {who for who, counts, fit in counted if (counts, fit) == ("cover", "fits")}
    enquiries = {who for who, counts, fit in counted if (counts, fit) == ("enquiry", "fits")}
    unsure = {who for who, counts, fit in counted if (counts, fit) == ("cover", "may fit")}
    named = _named(standing, terms, filters, stages)
    enquiries -= partners
    unsure -= partners | enquiries
    return {
        "state": _state(len(partners), len(enquiries), len(unsure)),
        "partners": len(partners),
        "enquiries": len(enquiries),
        "unsure": len(unsure),
        "whole_hub": len(partners - named),
    }


def _named(
    standing: list[Offer], terms: dict[str, str], filters: dict[str, set[str]], stages: set[str]
) -> set[str]:
    """Who is a partner of the cell even if no claim to the whole hub counts."""
    return {
        offer.organisation
        for offer in standing
        if (not stages or offer.stage in stages)
        and offer.counts_as == "cover"
        and _fit(offer, terms, filters, whole_hub=False) == "fits"
    }


def _fit(
    offer: Offer, terms: dict[str, str], filters: dict[str, set[str]], *, whole_hub: bool
) -> str:
    needed = {**filters, **{dimension: {code} for dimension, code in terms.items()}}
    claimed = {
        dimension: bool(offer.claims(dimension, whole_hub=whole_hub) & wanted)
        for dimension, wanted in needed.items()
    }
    if all(claimed.values()):
        return "fits"
    open_to_doubt = all(claimed[d] or d in offer.unanswered for d in needed)
    return "may fit" if open_to_doubt and any(claimed[d] for d in terms) else "no"


def _state(partners: int, enquiries: int, unsure: int) -> str:
    if partners >= TARGET:
        return "covered"
    if partners:
        return "fragile"
    if enquiries:
        return "waiting"
    return "unknown" if unsure else "gap"
