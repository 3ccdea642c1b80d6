"""The plugins of WordPress: Gravity Forms, WPForms, Ninja Forms, Contact Form 7 with Flamingo."""

import random
from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

from tests.intake.invented.columns import (
    Column,
    Response,
    Spread,
    each_question,
    filled,
    fixed,
    many,
    meta,
    named,
    one,
    rows,
    text,
)
from tests.intake.invented.export import Export
from tests.intake.invented.form import Question, Taste
from tests.intake.invented.microsoft import truths
from tests.intake.invented.people import Said
from tests.intake.invented.pool import Pool
from tests.intake.invented.table import Sheet, Written, csv_file, xlsx_file

UTC = ZoneInfo("UTC")
PLAIN = "%Y-%m-%d %H:%M:%S"
ALONE = Spread(lambda _title, option, _first: (option,))


def gravity(*, spread: bool) -> Callable[[random.Random, Pool, list[Said]], Export]:
    """Checkboxes, headed by the choice alone; or a multi-select field, in one cell."""

    def made(rng: random.Random, words: Pool, said: list[Said]) -> Export:
        table = filled(rng, words, said, Taste(consent=rng.choice(["tick", "yesno"]))).backwards
        columns = [
            *each_question(table.form, lambda place, q: _gravity(place, q, spread)),
            *fixed("Created By (User Id)"),
            meta("Entry Id", lambda r: str(700 + r.place)),
            meta("Entry Date", lambda r: r.said.sent.strftime(PLAIN)),
            meta("Date Updated", lambda r: r.said.sent.strftime(PLAIN)),
            *fixed("Source Url", cell="https://hub.example.org/eoi/"),
            *fixed("Transaction Id", "Payment Amount", "Payment Date", "Payment Status", "Post Id"),
            *fixed("User Agent", cell="Mozilla/5.0"),
            *fixed("User IP", cell="203.0.113.9"),
        ]
        how = Written(quoted=True, end="\n", encoding="utf-8-sig")
        data = csv_file(_guarded(rows(columns, table.responses)), how)
        return Export("eoi-2026-11-20.csv", data, "eoi", truths(table))

    return made


def _guarded(table: list[list]) -> list[list]:  # type: ignore[type-arg]
    """What a plugin does to a cell that could be a formula."""
    return [["'" + c if str(c).startswith("=") else c for c in row] for row in table]


def _gravity(place: int, question: Question, spread: bool) -> list[Column]:
    if question.name == "contact_name":
        first, last = named(f"{question.title} (First)", f"{question.title} (Last)")
        parts = [f"{question.title} ({part})" for part in ("Prefix", "Middle", "Suffix")]
        blank = [fixed(part)[0] for part in parts]
        return [blank[0], first, blank[1], last, blank[2]]
    if question.kind == "tick":
        return _gravity_consent(place, question)
    if question.kind == "multi" and spread:
        return many(place, question, ALONE)
    return one(place, question.title, ", ")


def _gravity_consent(place: int, question: Question) -> list[Column]:
    title = question.title
    agreed = Column(
        (f"{title} (Consent)",), lambda r: "Checked" if r.answers[place].chosen else "Not Checked"
    )
    return [
        agreed,
        *fixed(f"{title} (Text)", cell=question.wordings[0]),
        *fixed(f"{title} (Description)"),
    ]


def wpforms(*, new: bool) -> Callable[[random.Random, Pool, list[Said]], Export]:
    def made(rng: random.Random, words: Pool, said: list[Said]) -> Export:
        table = filled(rng, words, said).backwards
        put = rng.choice(["%d/%m/%Y %H:%M", "%B %-d, %Y %-I:%M %p", "%-d %B %Y %-I:%M %p", PLAIN])
        grain = "second" if put == PLAIN else "minute"
        asked = each_question(table.form, _wpforms_new if new else _wpforms_old)
        columns = asked + _wp_meta(put)
        rows_ = rows(columns, table.responses)
        if rng.random() < 0.3:
            return Export(
                "wpforms-eoi.xlsx", xlsx_file(Sheet("WPForms", rows_)), "eoi", truths(table, grain)
            )
        return Export(
            "wpforms-eoi.csv", csv_file(rows_, Written(end="\n")), "eoi", truths(table, grain)
        )

    return made


def _wp_meta(put: str) -> list[Column]:
    return [
        meta("Entry ID", lambda r: str(40 + r.place)),
        meta("Entry Date", lambda r: r.said.sent.strftime(put)),
        *fixed("Entry Notes"),
        *fixed("Type", cell="Completed"),
        *fixed("Viewed", cell="Read"),
        *fixed("Starred", cell="No"),
        *fixed("User Agent", cell="Mozilla/5.0"),
        *fixed("User IP", cell="203.0.113.77"),
        *fixed("Unique Generated User ID", cell="0b6ffb6e"),
    ]


def _wpforms_new(place: int, question: Question) -> list[Column]:
    if question.kind == "multi":
        return many(place, question, Spread(lambda title, option, _: (f"{title}: {option}",)))
    if question.kind == "tick":
        agreed = Spread(lambda title, option, _: (f"{title}: {option}",), yes=lambda _: "Checked")
        return many(place, replace(question, options=question.options[:1]), agreed)
    return one(place, question.title, "\n")


def _wpforms_old(place: int, question: Question) -> list[Column]:
    return one(place, question.title, "\n")


def ninja(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """Choices joined by a comma without a space, in labels."""
    table = filled(rng, words, said)
    put, grain = rng.choice([("%m/%d/%Y", "day"), ("%d/%m/%Y", "day"), ("%Y-%m-%d", "day")])
    columns = [
        meta("#", lambda r: str(r.place)),
        meta("Date Submitted", lambda r: r.said.sent.strftime(put)),
        *each_question(table.form, lambda place, q: one(place, q.title, ",")),
    ]
    how = Written(quoted=True, end="\n", encoding="utf-8-sig")
    data = csv_file(rows(columns, table.responses), how)
    return Export("nf_subs_eoi.csv", data, "eoi", truths(table, grain))


ALARM = (
    "(Security Alert: Suspicious content is detected. See https://flamingo.example.org/csv for "
    "details.)"
)


def flamingo(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """Headed by the names of the fields, such as "your-organisation"."""
    table = filled(rng, words, said, Taste(extras=(0, 1, 2))).backwards
    columns = [
        *each_question(table.form, lambda place, q: _flamingo(rng, place, q)),
        meta("Date", lambda r: r.said.sent.isoformat()),
    ]
    data = csv_file(rows(columns, table.responses), Written(quoted=True)).removesuffix(b"\r\n")
    return Export("flamingo-inbound.csv", data, "eoi", truths(table))


SLUGS = {
    "organisation": ["organisation", "your-organisation", "organisation-name", "org-name"],
    "contact_name": ["your-name", "contact-name", "full-name", "name"],
    "email": ["your-email", "email", "contact-email"],
    "postcode": ["postcode", "your-postcode", "post-code"],
    "website": ["website", "your-website", "url"],
    "aim": ["aims", "national-plan-aims", "npme-aims"],
    "function": ["functions", "strategic-functions", "hub-functions"],
    "area": ["areas", "districts", "where-do-you-work", "area-covered"],
    "focus": [
        "inclusion",
        "focus-groups",
        "target-groups",
        "who-do-you-work-with",
        "inclusion-focus",
    ],
    "offer": ["your-offer", "offer", "your-message", "description"],
    "reach": ["reach", "annual-reach", "number-of-children"],
    "consent": ["consent", "gdpr-consent", "acceptance-data", "data-consent"],
}


def _flamingo(rng: random.Random, place: int, question: Question) -> list[Column]:
    plain = "".join(c if c.isalnum() else " " for c in question.title.casefold())
    head = rng.choice(SLUGS.get(question.name, ["-".join(plain.split()[:6])]))
    return [Column((head,), lambda r: _alarmed(_accepted(question, r, place)))]


def _accepted(question: Question, response: Response, place: int) -> str:
    if question.kind == "tick":
        return "1" if response.answers[place].chosen else ""
    return text(response.answers[place], ", ")


def _alarmed(told: str) -> str:
    return f"{ALARM} {told}" if told[:1] in "=+-@" and told else told
