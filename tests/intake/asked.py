"""A sheet of answers to each imagined form: which column is taken for which field."""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from analysis.intake.choices import Choices
from analysis.intake.grid import Grid
from analysis.intake.read import understand
from tests.hub import WORDS
from tests.intake.invented.people import FAMILY, FIRST, GIVEN, OFFERS, POSTCODES, REACH, SECOND

Form: TypeAlias = Mapping[str, Mapping[str, object]]

LISTS = {"aims": "aim", "functions": "function", "areas": "area", "focuses": "focus"}
SINGLE = {
    "organisation": "organisation", "contact": "contact_name", "email": "email",
    "postcode": "postcode", "website": "website", "stage": "stage", "submitted": "submitted_at",
    "offer": "offer", "reach": "reach", "consent": "consent",
}  # fmt: skip
FIELDS = SINGLE | LISTS
ROWS = 14
BLANK = 0.1  # of the cells of a question that need not be answered
STAGES = ["Received", "In dialogue", "Pilot", "Commissioned", "Strategic partner", "Lapsed"]
# What stands under a question that answers none of ours, where its form gives no choices.
STRANGE = [
    ["Yes", "No"], ["Y", "N", "in progress"], ["12", "3", "40", "about 20", "0"],
    ["07700 900123", "01332 000000"], ["£250", "£40 an hour", "free", "tbc"],
    ["Weekday evenings", "Saturdays", "term time only", "flexible"],
    ["Director", "Head of Music", "Trustee", "Tutor"], ["12/01/2027", "01/09/2026", "spring"],
    ["We would need a piano", "None", "Happy to talk it over", "Nothing else"],
    ["Brass", "Folk and pop", "Singing", "Samba"], ["Sam Ogden", "Noor Orme", "Dev Lowndes"],
]  # fmt: skip


def columns(form: Form, rng: random.Random) -> list[tuple[str, str | None, list[str]]]:
    """Each header with the field that it asks for and its cells, in an order of its own."""
    asked = form["questions"]
    names = [f"{first} {rng.choice(SECOND)}" for first in rng.sample(FIRST, ROWS)]
    single = [(asked[q], f, _single(f, names, rng)) for q, f in SINGLE.items() if q in asked]
    lists = [(asked[q], f, _listed(form, q, rng)) for q, f in LISTS.items()]
    extras = [(text, None, _strange(form, text, rng)) for text in asked["extras"]]
    found = [*single, *lists, *extras]
    if rng.random() < 0.7:
        rng.shuffle(found)
    return found


def _single(field: str, names: Sequence[str], rng: random.Random) -> list[str]:
    pools = {
        "contact_name": [f"{given} {family}" for given in GIVEN for family in FAMILY],
        "postcode": POSTCODES,
        "website": [*[f"www.{n}.example.org" for n in range(20)], "", "", "facebook"],
        "stage": STAGES,
        "submitted_at": [f"{day:02}/{month:02}/2026" for day in range(1, 29) for month in (9, 10)],
        "offer": OFFERS,
        "reach": list(REACH),
        "consent": ["Yes", "Yes", "Yes", "No"],
    }
    if field == "organisation":
        return list(names)
    if field == "email":
        return [f"hello{n}@example.org" for n in range(ROWS)]
    return [rng.choice(pools[field]) for _ in range(ROWS)]


def _listed(form: Form, question: str, rng: random.Random) -> list[str]:
    options = list(form["options"][question].values())
    lists = [rng.sample(options, rng.randint(1, min(4, len(options) - 1))) for _ in range(ROWS)]
    lists[0] += form["foreign"][question][:1]
    return [_blank(rng, "; ".join(each)) for each in lists]


def _strange(form: Form, text: str, rng: random.Random) -> list[str]:
    options = form.get("extra_options", {}).get(text)
    if options:
        most = min(3, len(options))
        return [
            _blank(rng, "; ".join(rng.sample(options, rng.randint(1, most)))) for _ in range(ROWS)
        ]
    pool = rng.choice(STRANGE)
    return [_blank(rng, rng.choice(pool)) for _ in range(ROWS)]


def _blank(rng: random.Random, text: str) -> str:
    return "" if rng.random() < BLANK else text


def verdicts(form: Form, seed: int) -> Iterator[tuple[str, str | None, str | None]]:
    """Each header, the field that it asks for, and the field that it was taken for."""
    meant = columns(form, random.Random(seed))
    heads = tuple(header for header, _, _ in meant)
    lines = tuple(zip(*(cells for _, _, cells in meant), strict=True))
    found = understand("form.csv", (Grid("", (heads, *lines)),), WORDS, Choices(kind="eoi"))[0]
    taken = {column.column: column.field for column in found.columns}
    for place, (header, field, _) in enumerate(meant, start=1):
        yield header, field, taken.get(place)
