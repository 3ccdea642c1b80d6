"""Invented exports in the shapes of several tools, with what each submission really says."""

import csv
import datetime as dt
import io
import random
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

import xlsxwriter

from analysis.vocabulary import DIMENSIONS, Vocabulary
from tests.intake.invented_words import (
    EXTRA,
    FIRST,
    OTHERS,
    PEOPLE,
    REACH,
    SECOND,
    TEMPLATE,
    WORDED,
)

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Said:
    """One submission as it was meant: choices as wordings in the order chosen, others typed."""

    texts: dict[str, str]
    sent: dt.datetime
    chosen: dict[str, list[str]]
    codes: dict[str, set[str]]
    others: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Export:
    name: str
    data: bytes
    said: list[Said]


def submissions(rng: random.Random, words: Vocabulary, count: int) -> list[Said]:
    wordings = {d: _wordings(rng, words, d) for d in DIMENSIONS}
    return [_submission(rng, number, wordings) for number in range(count)]


def _wordings(rng: random.Random, words: Vocabulary, dimension: str) -> dict[str, str]:
    """The wording each term has on one form: mostly its label, at times an alias."""
    aliases: dict[str, list[str]] = {}
    for its, wording, code in words.aliases:
        if its == dimension and "/" not in wording:
            aliases.setdefault(code, []).append(wording)
    return {
        term.code: rng.choice(
            [term.label, term.label, term.short_label, *aliases.get(term.code, [])]
        )
        for term in words.of(dimension)
    }


def _submission(rng: random.Random, number: int, wordings: dict[str, dict[str, str]]) -> Said:
    organisation = f"{rng.choice(FIRST)} {number} {rng.choice(SECOND)}"
    codes = {
        d: rng.sample(sorted(wordings[d]), rng.randint(0, min(4, len(wordings[d]))))
        for d in DIMENSIONS
    }
    others = {d: [rng.choice(OTHERS[d])] for d in DIMENSIONS if rng.random() < 0.1}
    return Said(
        texts={
            "entry_id": str(number + 1),
            "organisation": organisation,
            "contact_name": rng.choice(PEOPLE),
            "email": f"hello.{number}@example.org",
            "postcode": rng.choice(["DE4 9ZZ", "s44 9zz", "SK17 9ZX"]),
            "website": rng.choice(["", "https://a.example.org"]),
            "offer": rng.choice(["Weekly choir; free.", "Lessons, clubs and\nSchools work", ""]),
            "reach": rng.choice(sorted(REACH)),
            "consent": rng.choice(["yes", "yes", "no"]),
        },
        sent=dt.datetime(2026, 9, 1, 8, tzinfo=LONDON)
        + dt.timedelta(minutes=rng.randint(1, 100_000)),
        chosen={d: [wordings[d][code] for code in codes[d]] for d in DIMENSIONS},
        codes={d: set(codes[d]) for d in DIMENSIONS},
        others=others,
    )


FORM_FIELDS = (
    "organisation", "contact_name", "email", "postcode", "website", *DIMENSIONS, "offer", "reach",
    "consent",
)  # fmt: skip


def microsoft(rng: random.Random, said: list[Said], *, as_csv: bool) -> Export:
    fields, headers, extras = _asked(rng)
    sent = "%-m/%-d/%y %-H:%M:%S"
    rows: list[list[object]] = [
        [
            "ID",
            "Start time",
            "Completion time",
            "Email",
            "Name",
            "Last modified time",
            *headers,
            *extras,
        ]
    ]
    for each in said:
        local = each.sent.replace(tzinfo=None)
        moment = local.strftime(sent) if as_csv else local
        answers = [_answer(each, f, ";", end=";") for f in fields]
        rows.append(
            [
                each.texts["entry_id"],
                moment,
                moment,
                "anonymous",
                "",
                "",
                *answers,
                *_extra(rng, extras),
            ]
        )
    return (
        Export("Form.csv", _csv(rows), said)
        if as_csv
        else Export("Form.xlsx", _xlsx("Sheet1", rows), said)
    )


def google(rng: random.Random, said: list[Said], *, download: bool) -> Export:
    fields, headers, extras = _asked(rng)
    rows: list[list[object]] = [["Timestamp", *headers, *extras]]
    for each in said:
        offset = f"GMT+{int(each.sent.utcoffset().total_seconds() // 3600)}"  # type: ignore[union-attr]
        stamp = (
            each.sent.strftime("%Y/%m/%d %-I:%M:%S %p ") + offset
            if download
            else each.sent.strftime("%d/%m/%Y %H:%M:%S")
        )
        answers = [_answer(each, f, ";" if download else ", ") for f in fields]
        rows.append([stamp, *answers, *_extra(rng, extras)])
    return Export("Responses.csv", _csv(rows), said)


def template(rng: random.Random, said: list[Said], words: Vocabulary) -> Export:
    """Our own columns, shuffled; choices as codes."""
    columns = list(TEMPLATE)
    rng.shuffle(columns)
    rows: list[list[object]] = [[TEMPLATE[column] for column in columns]]
    coded = [_coded(each, words) for each in said]
    for each in coded:
        extra = {"submitted_at": each.sent.isoformat(), "stage": "received"}
        rows.append([extra.get(c) or _answer(each, c, "; ") for c in columns])
    return Export("offers.xlsx", _xlsx("Offers", rows), said)


def partner_lists(rng: random.Random, said: list[Said]) -> Export:
    fields = [f for f in FORM_FIELDS if f != "consent"]
    rng.shuffle(fields)
    headers = {
        "organisation": "Partner",
        "area": "Districts",
        "focus": "Target groups",
        "function": "Strategic functions",
        "reach": "Reach p.a.",
    }
    rows: list[list[object]] = [[headers.get(f, WORDED[f][0]) for f in fields]]
    for each in said:
        mark = rng.choice(["; ", ";", " | ", "\n"])
        rows.append([_answer(each, f, mark) for f in fields])
    return Export("partners.xlsx", _xlsx("Partners", rows), said)


def partner_ticks(rng: random.Random, said: list[Said], words: Vocabulary) -> Export:
    terms = [(d, term) for d in DIMENSIONS for term in words.of(d)]
    heads = [rng.choice([term.label, term.short_label]) for _, term in terms]
    rows: list[list[object]] = [["Organisation", "Contact", "Email", "Postcode", *heads, "Reach"]]
    for each in said:
        ticks = [
            rng.choice("xX✓Y1") if t.code in each.codes[d] else rng.choice(["", "", "n", "0"])
            for d, t in terms
        ]
        texts = [each.texts[f] for f in ("organisation", "contact_name", "email", "postcode")]
        rows.append([*texts, *ticks, each.texts["reach"]])
    plain = [Said(s.texts, s.sent, s.chosen, s.codes) for s in said]
    return Export("Partner ticks.csv", _csv(rows), plain)


def _asked(rng: random.Random) -> tuple[list[str], list[str], list[str]]:
    fields = list(FORM_FIELDS)
    rng.shuffle(fields)
    extras = rng.sample(sorted(EXTRA), rng.randint(0, 5))
    return fields, [rng.choice(WORDED[f]) for f in fields], extras


def _extra(rng: random.Random, extras: list[str]) -> list[str]:
    return [rng.choice(EXTRA[question]) for question in extras]


def _answer(said: Said, name: str, mark: str, *, yes: str = "Yes", end: str = "") -> str:
    if name == "consent":
        return yes if said.texts["consent"] == "yes" else ""
    if name not in DIMENSIONS:
        return said.texts.get(name, "")
    items = [*said.chosen[name], *said.others.get(name, [])]
    return mark.join(items) + (end if items else "")


def _coded(said: Said, words: Vocabulary) -> Said:
    coded = {d: [words.match(d, wording) or "" for wording in said.chosen[d]] for d in DIMENSIONS}
    return Said(said.texts, said.sent, coded, said.codes, said.others)


def _csv(rows: list[list[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _xlsx(sheet: str, rows: list[list[object]]) -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True, "default_date_format": "m/d/yy h:mm:ss"})
    page = book.add_worksheet(sheet)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, dt.datetime):
                page.write_datetime(number, column, value)
            else:
                page.write_string(number, column, str(value))
    book.close()
    return data.getvalue()
