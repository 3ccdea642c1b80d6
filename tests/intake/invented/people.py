"""Invented organisations and what they say."""

import datetime as dt
import random
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from analysis.vocabulary import DIMENSIONS
from tests.intake.invented.pool import WORDS, Pool, typed_code

LONDON = ZoneInfo("Europe/London")

FIRST = [
    "Ash", "Birch", "Cedar", "Derwent", "Ecclesbourne", "Fern", "Gritstone", "Heather", "Ivy",
    "Juniper", "Kestrel", "Larkfield", "Millstone", "Noe Valley", "Owlcotes", "Peak & Dale",
    "Quarry Bank", "St Oswald’s", "Café", "Świt", "Derbyshire", "High Peak", "The Old School",
]  # fmt: skip
SECOND = [
    "Brass", "Strings & Co", "Youth Choir", "Beats, Rhymes and Life", "Steel Pans CIC",
    'The "Loud" Lot', "Music Trust", "Ukulele Collective", "Community Arts Ltd", "Wind Band",
    "Early Years Music", "School of Rock & Pop", "Young Carers Choir", "Music (Derby) CIO",
    "Schools Orchestra", "/ Make Noise", "Inclusion Lab", "Singers – est. 1923",
]  # fmt: skip
GIVEN = ["Maren", "Élodie", "Dev", "Noor", "Anselm", "Zuzanna", "Mary Ann", "Tobias", "Jasleen",
         "Ivor", "Hepzibah", "Cormac", "Siân", "J."]  # fmt: skip
FAMILY = ["Tolley", "Marchetti-Vance", "Sangha-Pell", "Castellane", "O’Grouby", "Kitteridge",
          "Ogden", "Achterberg", "Orme", "de Quennell", "Lowndes", "Vellacott"]  # fmt: skip
DESKS = ["hello", "info", "admin.team"]
POSTCODES = ["DE4 9ZZ", "s44 9zz", "SK17 9ZX", "DE56 9ZZ", "NG10 9ZZ", "S18 9ZZ", "DE1 9ZZ",
             "DE119ZZ", "DE75 9ZX"]  # fmt: skip
OFFERS = [
    "Weekly choir; free.", "Lessons, clubs and\nSchools work", "", "=SUM(fun) every week",
    "- Free loans\n- Training band\n- Visits to 14 primary schools", "Singing for ages 5–12 🎵",
    'A "bring your own song" night, for Early years and SEND', "Other",
    "All of Derby and Derbyshire",
    "We would like to run 1) a choir, 2) a band; and 3) a summer school.", "+ seasonal trail",
    "Inclusion is at the heart of what we do.\r\n\r\nCost: £250/day (+ travel).", "Partnerships",
    "A two-year programme of whole-class teaching in 12 schools, with a share at the end of each"
    " term; instruments, CPD and a progression route included. " * 4,
]  # fmt: skip
# What is stated, and the numbers that a reader may take it for.
REACH: dict[str, tuple[int | None, ...]] = {
    "120": (120,), "about 60": (60,), "1,450": (1450,), "2.5k": (2500,), "tbc": (None,),
    "100-150": (None,), "": (None,), "c. 300": (300,), "1200+": (1200, None), "approx 300": (300,),
    "~75": (75,), "350 young people": (350,), "1,200 per year": (1200,), "N/A": (None,),
    "between 50 and 80": (None,), "100 – 200": (None,), "roughly 1,000": (1000,), "40": (40,),
    "Not sure yet": (None,), "80 (approx)": (80,), "around 95 children a year": (95,),
    "5k": (5000,), "varies": (None,), "12": (12,), "2000": (2000,), "360.": (360, None),
}  # fmt: skip
A_DAY_THAT_IS_NO_MONTH = dt.datetime(2026, 9, 23, 9, 4, 11, tzinfo=LONDON)
START = dt.datetime(2026, 1, 12, tzinfo=LONDON)
# Around midnight, and on the days when the clocks change.
EDGES = [
    "2026-03-29 00:59:58", "2026-03-29 02:00:03", "2026-10-25 00:30:07", "2026-10-25 02:15:09",
    "2026-09-08 00:00:05", "2026-09-07 23:59:59", "2026-07-31 23:30:01", "2026-02-01 00:10:11",
    "2026-06-30 12:00:00", "2026-06-30 12:59:59",
]  # fmt: skip


@dataclass(frozen=True)
class Said:
    """One submission as it was meant. `codes` in the order chosen; `typed` behind "Other"."""

    number: int
    texts: dict[str, str]
    given: str
    family: str
    sent: dt.datetime
    codes: dict[str, tuple[str, ...]]
    typed: dict[str, str]
    strange: dict[str, str]
    consent: bool
    stage: str

    def meant(self, dimension: str) -> frozenset[str]:
        """The codes chosen or typed."""
        typed = typed_code(dimension, self.typed.get(dimension, ""))
        return frozenset(self.codes[dimension]) | ({typed} if typed else frozenset())

    def beyond(self, dimension: str) -> tuple[str, ...]:
        """What was chosen or typed and is none of our terms."""
        typed = self.typed.get(dimension, "")
        rest = [self.strange.get(dimension, ""), "" if typed_code(dimension, typed) else typed]
        return tuple(each for each in rest if each)


def submissions(rng: random.Random, words: Pool, count: int) -> list[Said]:
    """In the order sent; now and then somebody sends a second one."""
    strangers = {d: rng.choice(words.stranger[d]) for d in DIMENSIONS if rng.random() < 0.25}
    said = [_said(rng, words, number, strangers) for number in range(count)]
    again = [_again(rng, words, each, strangers) for each in said if rng.random() < 0.06]
    plain = replace(said[0], sent=A_DAY_THAT_IS_NO_MONTH)
    return sorted([plain, *said[1:], *again], key=lambda each: each.sent)


def _again(rng: random.Random, words: Pool, first: Said, strangers: dict[str, str]) -> Said:
    second = _said(rng, words, first.number, strangers)
    same = ("organisation", "contact_name", "email", "postcode")
    texts = second.texts | {name: first.texts[name] for name in same}
    return replace(second, texts=texts, given=first.given, family=first.family)


def _said(rng: random.Random, words: Pool, number: int, strangers: dict[str, str]) -> Said:
    given, family = rng.choice(GIVEN), rng.choice(FAMILY)
    organisation = f"{rng.choice(FIRST)} {_roman(number)} {rng.choice(SECOND)}"
    return Said(
        number=number,
        texts={
            "organisation": organisation,
            "contact_name": f"{given} {family}",
            "email": f"{rng.choice(DESKS)}.{number}@org{number}.example.org",
            "postcode": rng.choice(POSTCODES),
            "website": rng.choice(["", f"https://org{number}.example.org", "www.example.org/a,b"]),
            "offer": rng.choice(OFFERS),
            "reach": rng.choice(sorted(REACH)),
        },
        given=given,
        family=family,
        sent=_sent(rng),
        codes={d: _codes(rng, d) for d in DIMENSIONS},
        typed={d: rng.choice(words.typed[d]) for d in DIMENSIONS if rng.random() < 0.12},
        strange={d: text for d, text in strangers.items() if rng.random() < 0.2},
        consent=rng.random() < 0.85,
        stage=rng.choice([term.code for term in WORDS.of("stage")]),
    )


def _sent(rng: random.Random) -> dt.datetime:
    if rng.random() < 0.2:
        return dt.datetime.fromisoformat(rng.choice(EDGES)).replace(tzinfo=LONDON)
    sent = START + dt.timedelta(seconds=rng.randint(0, 300 * 24 * 3600))
    unclear = sent.date() == dt.date(2026, 10, 25) and sent.hour == 1
    return sent + dt.timedelta(hours=3) if unclear else sent


def _codes(rng: random.Random, dimension: str) -> tuple[str, ...]:
    """Mostly one to three terms, at times none or many; now and then what is no cell, alone."""
    terms = WORDS.of(dimension)
    ordinary = [term.code for term in terms if term.in_frame]
    whole = [term.code for term in terms if not term.in_frame]
    if whole and rng.random() < 0.12:
        return tuple(whole)
    chosen = rng.sample(ordinary, min(len(ordinary), rng.choice([0, 1, 1, 2, 2, 3, 6])))
    return tuple(code for code in ordinary if code in chosen)


def _roman(number: int) -> str:
    tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"]
    units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    hundreds = f"No. {number // 100} " if number >= 100 else ""
    return f"{hundreds}{tens[number // 10 % 10]}{units[number % 10]}" or "Nil"
