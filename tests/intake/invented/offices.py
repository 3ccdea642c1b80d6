"""HubSpot, Salesforce, and what councils' own systems print: Sitekit, Jadu, reports."""

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import replace

from tests.intake.invented.columns import (
    Column,
    Filled,
    each_question,
    filled,
    fixed,
    meta,
    named,
    one,
    rows,
)
from tests.intake.invented.export import Export
from tests.intake.invented.form import Answer, Form, Question, Taste
from tests.intake.invented.microsoft import STAFFED, as_windows, truths
from tests.intake.invented.people import Said
from tests.intake.invented.pool import Pool, phrase
from tests.intake.invented.table import Cell, Row, Sheet, Written, csv_file, html_file, xlsx_file

UK = "%d/%m/%Y %H:%M"
DAY = dt.timedelta(days=1)


def hubspot(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    table = filled(rng, words, said).backwards
    columns = [
        meta("Conversion Date", lambda r: r.said.sent.strftime("%Y-%m-%d %H:%M")),
        *fixed("Conversion Page", cell="https://hub.example.org/eoi"),
        *each_question(table.form, _hubspot),
        meta("Contact ID", lambda r: str(51000 + r.place)),
    ]
    data = csv_file(rows(columns, table.responses), Written(quoted=True))
    return Export("hubspot-form-submissions.csv", data, "eoi", truths(table, "minute"))


def _hubspot(place: int, question: Question) -> list[Column]:
    if question.name == "contact_name":
        return named("First Name", "Last Name")
    if question.kind == "tick":
        return [Column((question.title,), lambda r: str(bool(r.answers[place].chosen)).lower())]
    return one(place, question.title, ";")


def salesforce(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """A report as CSV in the Western alphabet, with the footer that Salesforce prints."""
    table = filled(rng, words, said, STAFFED)
    rows_ = _salesforce(table)
    width = len(rows_[0])
    foot: list[Row] = [
        [],
        [],
        ["Grand Totals (" + str(len(rows_) - 1) + " records)"],
        ["Confidential Information - Do Not Distribute"],
        ["Copyright © 2000-2026 salesforce.com, inc. All rights reserved."],
    ]
    padded = [row if not row else [*row, *[""] * (width - 1)] for row in foot]
    how = Written(quoted=True, end="\n", encoding="cp1252")
    told = [as_windows(each) for each in truths(table, "minute")]
    return Export("report1763800000000.csv", csv_file([*rows_, *padded], how), "eoi", told)


def salesforce_html(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """The same report under the name of a workbook: a page with one table."""
    table = filled(rng, words, said, Taste(gaps=False))
    return Export(
        "report1763800000000.xls", html_file(_salesforce(table)), "eoi", truths(table, "minute")
    )


def _salesforce(table: Filled) -> list[list[Cell]]:
    columns = [
        meta("Lead ID", lambda r: f"00Q4G00000{r.place:05d}"),
        meta("Created Date", lambda r: r.said.sent.strftime(UK)),
        *each_question(table.form, _salesforce_question),
        *fixed("Lead Owner", cell="Forms Queue"),
    ]
    return rows(columns, table.responses)


def _salesforce_question(place: int, question: Question) -> list[Column]:
    if question.kind == "tick":
        return [Column((question.title,), lambda r: "1" if r.answers[place].chosen else "0")]
    return one(place, question.title, "; ")


def sitekit(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """A new block with a new header after a blank line, from when the form changed."""
    whole = filled(rng, words, said)
    at = rng.randint(3, len(said) - 3)
    first, second = whole.responses[:at], whole.responses[at:]
    blocks = [replace(whole, responses=first), _changed(replace(whole, responses=second), words)]
    lines: list[Row] = []
    for block in blocks:
        columns = [
            meta("Submission ID", lambda r: str(4400 + r.place)),
            meta("Date submitted", lambda r: r.said.sent.strftime("%d/%m/%Y %H:%M:%S")),
            *each_question(block.form, lambda place, q: one(place, q.title, ", ")),
        ]
        lines += [*rows(columns, block.responses), []]
    told = [each for block in blocks for each in truths(block)]
    return Export("form-export.csv", csv_file(lines[:-1]), "eoi", told)


def _changed(table: Filled, words: Pool) -> Filled:
    """The form with some of its questions put in other words, and its answers in their places."""
    questions = [_reworded(table.rng, q, words) for q in table.form.questions]
    order = list(range(len(questions)))
    if table.rng.random() < 0.5:
        table.rng.shuffle(order)
    responses = tuple(
        replace(r, answers=tuple(r.answers[n] for n in order)) for r in table.responses
    )
    return replace(table, form=Form(tuple(questions[n] for n in order)), responses=responses)


def _reworded(rng: random.Random, question: Question, words: Pool) -> Question:
    if not question.name or rng.random() < 0.7:
        return question
    return replace(question, title=phrase(rng, words.question[question.name]))


def jadu(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    table = filled(rng, words, said)
    columns = [
        meta("Reference", lambda r: f"FS-Case-{552000 + r.place}"),
        *fixed("Form", cell="Music hub: expression of interest"),
        meta("Received", lambda r: r.said.sent.strftime(UK)),
        *fixed("Status", cell="Open"),
        *each_question(table.form, lambda place, q: one(place, q.title, ", ")),
    ]
    data = csv_file(rows(columns, table.responses), Written(quoted=True, encoding="utf-8-sig"))
    return Export("data_export_eoi.csv", data, "eoi", truths(table, "minute"))


def council(*, excel: bool) -> Callable[[random.Random, Pool, list[Said]], Export]:
    """A report with its title above, a total below, and entities in its texts."""

    def made(rng: random.Random, words: Pool, said: list[Said]) -> Export:
        table = filled(rng, words, said, Taste(staff=True))
        rows_ = _report(table, serial=excel)
        top: list[Row] = [
            ["Music Hub – Expression of Interest: completed forms"],
            ["Run by: forms.admin   Run at: 22/11/2026 09:00"],
            ["Filter: Submitted between 01/01/2026 and 22/11/2026"],
        ][: rng.randint(1, 3)] + [[]] * rng.randint(0, 2)
        foot: list[Row] = [[], [f"Total records: {len(said)}"], ["*** End of report ***"]]
        lines = [*top, *rows_, *foot]
        if excel:
            merged = ((0, 0, 0, 6),) if rng.random() < 0.5 else ()
            data = xlsx_file(Sheet("Report", lines, merged))
            return Export("forms_report.xlsx", data, "eoi", truths(table))
        return Export("forms_report.csv", csv_file(lines), "eoi", truths(table))

    return made


def _report(table: Filled, *, serial: bool) -> list[list[Cell]]:
    columns = [
        meta("Reference", lambda r: f"EOI-{100234 + r.place}"),
        meta(
            "Date submitted",
            lambda r: _serial(r.said.sent) if serial else r.said.sent.strftime("%d/%m/%Y %H:%M:%S"),
        ),
        *each_question(table.form, _reported),
        *fixed("Status", cell="Submitted"),
    ]
    return [[_entities(cell) for cell in row] for row in rows(columns, table.responses)]


def _reported(place: int, question: Question) -> list[Column]:
    if question.kind == "tick":
        return [Column((question.title,), lambda r: str(bool(r.answers[place].chosen)).lower())]
    if question.kind != "multi":
        return one(place, question.title, " | ")
    return [Column((question.title,), lambda r: " | ".join(_said_other(r.answers[place])))]


def _said_other(answer: Answer) -> tuple[str, ...]:
    return (*answer.chosen, f"Other: {answer.other}") if answer.other else answer.chosen


def _serial(sent: dt.datetime) -> float:
    """The number that stands for a time in a workbook, without the look of a date."""
    # Workbooks know no time zone.
    return (sent.replace(tzinfo=None) - dt.datetime.fromisoformat("1899-12-30")) / DAY


def _entities(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    return cell.replace("&", "&amp;").replace("\r\n", "<br />").replace("\n", "<br />")
