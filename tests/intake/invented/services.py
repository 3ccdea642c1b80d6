"""Jotform, Typeform, Wufoo, Airtable, Formstack, Cognito and Fillout."""

import datetime as dt
import random
from dataclasses import replace
from zoneinfo import ZoneInfo

from tests.intake.invented.columns import (
    Column,
    Spread,
    each_question,
    filled,
    fixed,
    many,
    meta,
    named,
    one,
    rows,
)
from tests.intake.invented.export import Export
from tests.intake.invented.form import Answer, Question, Taste
from tests.intake.invented.microsoft import truths
from tests.intake.invented.people import Said
from tests.intake.invented.pool import Pool
from tests.intake.invented.table import Row, Sheet, Written, csv_file, xlsx_file

UTC = ZoneInfo("UTC")
ISO = "%Y-%m-%d %H:%M:%S"
MARKED = Written(encoding="utf-8-sig")
QUOTED = Written(quoted=True, encoding="utf-8-sig")


def jotform(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """Choices on lines of their own inside the cell; the day alone, or the second too."""
    table = filled(rng, words, said).backwards
    put, grain = rng.choice([("%b %-d, %Y", "day"), (ISO, "second"), ("%d-%m-%Y", "day")])
    columns = [
        meta("Submission Date", lambda r: r.said.sent.strftime(put)),
        *each_question(table.form, lambda p, q: _split_name(p, q, "\n", "First Name", "Last Name")),
        meta("Submission ID", lambda r: str(6034500020000000000 + r.place)),
    ]
    rows_ = rows(columns, table.responses)
    told = truths(table, grain)
    if rng.random() < 0.3:
        return Export("Music_Hub_EOI.xlsx", xlsx_file(Sheet("Form Responses", rows_)), "eoi", told)
    return Export("Music_Hub_EOI.csv", csv_file(rows_, QUOTED), "eoi", told)


def _split_name(place: int, question: Question, mark: str, *heads: str) -> list[Column]:
    """Some forms ask for a name in two parts."""
    if question.name == "contact_name" and len(question.title) % 2:
        return named(*heads)
    return one(place, question.title, mark)


def typeform(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """One column for each choice, headed by the choice alone; a few left half way."""
    table = filled(rng, words, said, Taste(consent="tick")).backwards
    put = ISO
    columns = [
        meta("#", lambda r: f"{r.place:05d}cb446d029bfe2b"),
        *each_question(table.form, _typeform),
        *fixed("Response Type", cell="completed"),
        meta("Start Date (UTC)", lambda r: _utc(r.said.sent - dt.timedelta(minutes=2), put)),
        *fixed("Stage Date (UTC)"),
        meta("Submit Date (UTC)", lambda r: _utc(r.said.sent, put)),
        meta("Network ID", lambda r: f"4e{r.place:08d}"),
        *fixed("Tags"),
        *fixed("Ending", cell="Thanks for telling us about your work."),
    ]
    rows_ = rows(columns, table.responses)
    at = rng.randint(2, len(rows_) - 1)
    partial = [cell if n in {0, 1, 2, 3} else "" for n, cell in enumerate(rows_[at])]
    partial[-7] = "partial"
    data = csv_file([*rows_[:at], partial, *rows_[at:]])
    return Export("responses-eoi.csv", data, "eoi", truths(table))


def _typeform(place: int, question: Question) -> list[Column]:
    if question.kind == "multi":
        alone = Spread(lambda _title, option, _first: (option,))
        other = tuple((code, w if code else "Other") for code, w in question.options)
        return many(place, replace(question, options=other), alone)
    if question.kind == "tick":
        return [Column((question.title,), lambda r: "1" if r.answers[place].chosen else "0")]
    return _split_name(place, question, ", ", "First name", "Last name")


def _utc(sent: dt.datetime, put: str) -> str:
    return sent.astimezone(UTC).strftime(put)


def wufoo(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """One column for each choice, headed by the choice alone."""
    table = filled(rng, words, said)
    columns = [
        meta("Entry Id", lambda r: str(r.place)),
        *each_question(table.form, _wufoo),
        meta("Date Created", lambda r: r.said.sent.strftime(ISO)),
        *fixed("Created By", cell="public"),
        *fixed("Last Updated", "Updated By"),
        *fixed("IP Address", cell="203.0.113.5"),
        *fixed("Last Page Accessed", "Completion Status", cell="1"),
    ]
    data = csv_file(rows(columns, table.responses), Written(quoted=True))
    return Export("expression-of-interest.csv", data, "eoi", truths(table))


def _wufoo(place: int, question: Question) -> list[Column]:
    if question.kind == "multi":
        return many(place, question, Spread(lambda _title, option, _first: (option,)))
    return _split_name(place, question, ", ", "First", "Last")


def airtable(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """Choices joined by a bare comma; those with a comma inside are quoted in the cell."""
    table = filled(rng, words, said, Taste(staff=True))
    put, grain = rng.choice(
        [("%-d/%-m/%Y %-I:%M%p", "minute"), ("%Y-%m-%d %H:%M", "minute"), ("%-m/%-d/%Y", "day")]
    )
    columns = [
        *each_question(table.form, _airtable),
        meta(
            "Created", lambda r: r.said.sent.strftime(put).replace("AM", "am").replace("PM", "pm")
        ),
    ]
    how = Written(delimiter=rng.choice([",", ",", ";"]), encoding="utf-8-sig")
    data = csv_file(rows(columns, table.responses), how)
    return Export("EOI-Grid view.csv", data, "eoi", truths(table, grain))


def _airtable(place: int, question: Question) -> list[Column]:
    if question.kind == "tick":
        return [Column((question.title,), lambda r: "checked" if r.answers[place].chosen else "")]
    if question.kind != "multi":
        return one(place, question.title, ",")
    return [Column((question.title,), lambda r: _quoted_items(r.answers[place]))]


def _quoted_items(answer: Answer) -> str:
    quoted = [
        '"' + item.replace('"', '""') + '"' if "," in item or '"' in item else item
        for item in answer.items
    ]
    return ",".join(quoted)


def formstack(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """Choices on lines of their own inside the cell."""
    table = filled(rng, words, said).backwards
    columns = [
        meta("Submission ID", lambda r: str(900100 + r.place)),
        meta("Time", lambda r: r.said.sent.strftime(ISO)),
        *each_question(
            table.form, lambda p, q: _split_name(p, q, "\n", "Name (First)", "Name (Last)")
        ),
        *fixed("IP Address", cell="203.0.113.5"),
        *fixed("Browser", "Referrer"),
    ]
    data = csv_file(rows(columns, table.responses), Written(quoted=True, end="\n"))
    return Export("formstack_submissions.csv", data, "eoi", truths(table))


def cognito(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """A workbook headed by the names inside the form, such as "Details_Name_First"."""
    table = filled(rng, words, said, Taste(gaps=False, extras=(0, 1, 2)))
    key = rng.choice(["ExpressionOfInterest", "MusicHubEOI", "EOI2026"])
    columns = [
        meta(f"{key}_Id", lambda r: r.place),
        *each_question(table.form, lambda place, q: _cognito(rng, place, q)),
        *fixed("Entry_Status", cell="Submitted"),
        meta("Entry_DateCreated", lambda r: _minute(r.said.sent)),
        meta("Entry_DateSubmitted", lambda r: _minute(r.said.sent)),
        meta("Entry_DateUpdated", lambda r: _minute(r.said.sent)),
    ]
    sheet = Sheet(key, rows(columns, table.responses), dates="m/d/yyyy h:mm AM/PM")
    return Export(f"{key}.xlsx", xlsx_file(sheet), "eoi", truths(table, "minute"))


def _minute(sent: dt.datetime) -> dt.datetime:
    return sent.replace(second=0)


def _cognito(rng: random.Random, place: int, question: Question) -> list[Column]:
    words = "".join(c if c.isalnum() else " " for c in question.title).split()
    head = rng.choice(["", "Details_"]) + "".join(word[:1].upper() + word[1:] for word in words)
    if question.name == "contact_name":
        return named(f"{head}_First", f"{head}_Last")
    if question.kind == "tick":
        return [Column((head,), lambda r: "Yes" if r.answers[place].chosen else "No")]
    return one(place, head, ", ")


def fillout(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """The dates of JavaScript; one who has not finished, and a blank row at the end."""
    table = filled(rng, words, said)
    columns = [
        meta("Submission ID", lambda r: f"b1c2-{r.place:04d}"),
        meta("Last updated", lambda r: _script(r.said.sent)),
        meta("Submission started", lambda r: _script(r.said.sent - dt.timedelta(minutes=7))),
        *fixed("Status", cell="finished"),
        *fixed("Current step", cell="Ending"),
        *each_question(table.form, _fillout),
        *fixed("Errors", cell="None"),
        *fixed("Url", cell="https://forms.example.org/eoi"),
        *fixed("Network ID", cell="9a8b7c"),
    ]
    rows_: list[Row] = list(rows(columns, table.responses))
    half = [*rows_[1][:3], "in progress", "Page 2", *[""] * (len(rows_[1]) - 5)]
    blank = [""] * len(rows_[1])
    data = csv_file([*rows_, half, blank], MARKED)
    return Export("EOI results.csv", data, "eoi", truths(table))


def _fillout(place: int, question: Question) -> list[Column]:
    if question.kind == "tick":
        return [Column((question.title,), lambda r: str(bool(r.answers[place].chosen)).upper())]
    return one(place, question.title, ", ")


def _script(sent: dt.datetime) -> str:
    zone = "British Summer Time" if sent.utcoffset() else "Greenwich Mean Time"
    return sent.strftime("%a %b %d %Y %H:%M:%S GMT%z ") + f"({zone})"
