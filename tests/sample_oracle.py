"""The sample's offers, and the states of its grid counted in plain Python from the definitions."""

import re
from collections import defaultdict
from dataclasses import dataclass

from python_calamine import CalamineWorkbook

from analysis import vocabulary
from analysis.intake.read import read
from analysis.vocabulary import DIMENSIONS, STAGE

WORDS = vocabulary.load()
QUESTIONS = {
    "aim": "Which of the three aims can you help deliver?",
    "function": "Which of the five strategic functions does your work support?",
    "area": "Where do you work?",
    "focus": "Which children and young people does your work focus on?",
}
COLUMNS = {"aim": "Aims", "function": "Functions", "area": "Districts", "focus": "Focus groups"}


@dataclass(frozen=True)
class Offer:
    """What one organisation says; a wording that means no term is None among its terms."""

    organisation: str
    counts_as: str
    terms: dict[str, set[str | None]]

    def claims(self, dimension, term):
        hub = dimension == "area" and "hub" in self.terms["area"]
        return hub or term in self.terms[dimension]

    def leaves_open(self, dimension):
        return not self.terms[dimension] - {None}


def table(file):
    """The rows of a workbook's only sheet, by header."""
    header, *rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    return [dict(zip(header, row, strict=True)) for row in rows]


def name_key(name):
    plain = re.sub(r"\b(cic|limited|ltd)\b", "", name.lower().replace("&", "and"))
    return " ".join(re.findall(r"\w+", plain))


def as_written(enquiries, partners):
    """The offers by a reading of our own: every choice ends at a semicolon."""
    agreed = [row for row in table(enquiries) if row["I agree to my data being stored"]]
    newest = {(name_key(row["Organisation name"]), row["Email address"]): row for row in agreed}
    yield from (
        _offer(row["Organisation name"], "received", row, QUESTIONS) for row in newest.values()
    )
    yield from (_offer(row["Organisation"], row["Stage"], row, COLUMNS) for row in table(partners))


def as_read(enquiries, partners):
    """The offers as the intake reads them."""
    eoi, sheet = (read(file.name, file.read_bytes(), WORDS) for file in (enquiries, partners))
    newest = {(name_key(r.text("organisation")), r.text("email")): r for r in eoi.agreed()}
    for record in [*newest.values(), *sheet.agreed()]:
        said = {dimension: ";".join(record.texts(dimension)) for dimension in DIMENSIONS}
        stage = record.text(STAGE) or "received"
        yield _offer(record.text("organisation"), stage, said, {d: d for d in DIMENSIONS})


def states(offers):
    """The state of every cell of function by area, in the order of the vocabulary."""
    offers = list(offers)
    return [
        [
            _state(offers, {"function": function.code, "area": area.code})
            for area in WORDS.frame("area")
        ]
        for function in WORDS.frame("function")
    ]


def _offer(organisation, stage, row, headers):
    terms = {
        dimension: {WORDS.match(dimension, said) for said in row[header].split(";") if said.strip()}
        for dimension, header in headers.items()
    }
    counts_as = WORDS.term(STAGE, WORDS.match(STAGE, stage)).counts_as
    return Offer(name_key(organisation), counts_as, terms)


def _state(offers, cell):
    found = defaultdict(set)
    for offer in offers:
        found[_part(offer, cell)].add(offer.organisation)
    if partners := found["partner"]:
        return "covered" if len(partners) >= 2 else "fragile"
    return next((state for state in ("waiting", "unknown") if found[state]), "gap")


def _part(offer, cell):
    claimed = [offer.claims(*need) for need in cell.items()]
    if all(claimed):
        return {"cover": "partner", "enquiry": "waiting", "nothing": "none"}[offer.counts_as]
    may_fit = any(claimed) and all(
        claim or offer.leaves_open(dimension)
        for claim, dimension in zip(claimed, cell, strict=True)
    )
    return "unknown" if may_fit and offer.counts_as == "cover" else "none"
