"""Tools and layouts that the reader was never made for, to see whether it reads by meaning.

Held back with `held_out.toml` until the reader was done. Never tune the reader to them.
"""

import datetime as dt
import json
import random
from collections.abc import Callable
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
    text,
)
from tests.intake.invented.export import Export
from tests.intake.invented.form import Question, Taste
from tests.intake.invented.microsoft import truths
from tests.intake.invented.partner import Taste as Kind
from tests.intake.invented.partner import kept
from tests.intake.invented.people import Said
from tests.intake.invented.pool import Pool
from tests.intake.invented.table import Row, Sheet, Written, csv_file, xlsx_file

UTC = ZoneInfo("UTC")
ISO = "%Y-%m-%d %H:%M:%S"
BOM = Written(encoding="utf-8-sig")


def limesurvey(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """ "Question [Option]" over Yes and No; what was typed under "Question [Other]"."""
    table = filled(rng, words, said)
    columns = [
        meta("Response ID", lambda r: str(r.place)),
        meta("Date submitted", lambda r: r.said.sent.strftime(ISO)),
        *fixed("Last page", cell="3"),
        *fixed("Start language", cell="en"),
        *each_question(table.form, _lime),
    ]
    data = csv_file(rows(columns, table.responses), Written(quoted=True, end="\n"))
    return Export("results-survey318842.csv", data, "eoi", truths(table))


def _lime(place: int, question: Question) -> list[Column]:
    if question.kind != "multi":
        return one(place, question.title, ", ")
    options = tuple((c, w if c else "Other") for c, w in question.options)
    how = Spread(lambda title, option, _: (f"{title} [{option}]",), lambda _: "Yes", "No")
    columns = many(place, Question(question.name, question.title, "multi", options), how)
    return [_blank_for_no(place, c) if c.heads[0].endswith("[Other]") else c for c in columns]


def _blank_for_no(place: int, column: Column) -> Column:
    return Column(column.heads, lambda r: r.answers[place].other)


def qualtrics(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """Three header rows: codes, questions, and identifiers in JSON."""
    table = filled(rng, words, said)
    columns = [
        *_identified("StartDate", "Start Date", lambda r: (r.said.sent - MINUTE).strftime(ISO)),
        *_identified("EndDate", "End Date", lambda r: r.said.sent.strftime(ISO)),
        *_identified("Status", "Response Type", lambda _: "IP Address"),
        *_identified("Finished", "Finished", lambda _: "True"),
        *_identified("ResponseId", "Response ID", lambda r: f"R_{r.place:04d}x"),
        *each_question(table.form, _qualtrics),
    ]
    data = csv_file(rows(columns, table.responses), BOM)
    return Export("Music hub EOI_November 20, 2026_10.15.csv", data, "eoi", truths(table))


MINUTE = dt.timedelta(minutes=1)


def _identified(code: str, title: str, cell: Callable) -> list[Column]:  # type: ignore[type-arg]
    return [Column((code, title, json.dumps({"ImportId": code[:1].lower() + code[1:]})), cell)]


def _qualtrics(place: int, question: Question) -> list[Column]:
    code, key = f"Q{place + 1}", json.dumps({"ImportId": f"QID{place + 1}"})
    if question.kind != "multi":
        return [Column((code, question.title, key), lambda r: text(r.answers[place], ","))]
    other = next((w for c, w in question.options if not c), "Other")
    joined = Column(
        (code, f"{question.title} - Selected Choice", key),
        lambda r: ",".join(
            [*r.answers[place].chosen, *([other] if r.answers[place].other else [])]
        ),
    )
    typed = Column(
        (f"{code}_TEXT", f"{question.title} - {other} - Text", key),
        lambda r: r.answers[place].other,
    )
    return [joined, typed]


def nextcloud(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    table = filled(rng, words, said)
    columns = [
        *fixed("User ID"),
        *fixed("User display name", cell="Anonymous user"),
        meta("Timestamp", lambda r: r.said.sent.isoformat()),
        *each_question(table.form, lambda place, q: one(place, q.title, "; ")),
    ]
    data = csv_file(rows(columns, table.responses), Written(quoted=True, end="\n"))
    return Export("Expression of interest (responses).csv", data, "eoi", truths(table))


def power_automate(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """A flow puts each answer of a Microsoft form into a workbook, choices as JSON."""
    table = filled(rng, words, said, Taste(staff=True))
    columns = [
        meta("Response ID", lambda r: r.place),
        meta("Submission time", lambda r: r.said.sent.strftime("%d/%m/%Y %H:%M")),
        *each_question(table.form, _arrayed),
    ]
    data = xlsx_file(Sheet("Table1", rows(columns, table.responses)))
    return Export("EOI flow.xlsx", data, "eoi", truths(table, "minute"))


def _arrayed(place: int, question: Question) -> list[Column]:
    if question.kind != "multi":
        return one(place, question.title, ";")

    def cell(response) -> str:  # type: ignore[no-untyped-def]
        items = response.answers[place].items
        return json.dumps(list(items), ensure_ascii=False, separators=(",", ":")) if items else ""

    return [Column((question.title,), cell)]


def tally(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """The choices in one cell, and again in a column for each option."""
    table = filled(rng, words, said).backwards
    columns = [
        meta("Submission ID", lambda r: f"wkA{r.place:03d}"),
        meta("Respondent ID", lambda r: f"BzY{r.place:03d}"),
        meta("Submitted at", lambda r: r.said.sent.strftime(ISO)),
        *each_question(table.form, _tally),
    ]
    data = csv_file(rows(columns, table.responses), Written(quoted=True, end="\n"))
    return Export("EOI_Submissions_2026-11-20.csv", data, "eoi", truths(table))


def _tally(place: int, question: Question) -> list[Column]:
    whole = one(place, question.title, ", ")
    if question.kind != "multi":
        return whole
    how = Spread(lambda t, o, _: (f"{t} ({o})",), lambda _: "TRUE", "FALSE", lambda _: "TRUE")
    return whole + many(place, question, how)


def zoho(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    table = filled(rng, words, said).backwards
    columns = [
        *each_question(table.form, _zoho),
        meta("Added Time", lambda r: r.said.sent.strftime("%d-%b-%Y %H:%M:%S")),
        *fixed("Referrer Name", "Task Owner"),
    ]
    data = csv_file(rows(columns, table.responses), Written(quoted=True))
    return Export("MusicHubEOI_Report.csv", data, "eoi", truths(table))


def _zoho(place: int, question: Question) -> list[Column]:
    if question.name == "contact_name":
        return named("First Name", "Last Name")
    return one(place, question.title, ",")


def notion(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    table = filled(rng, words, said, Taste(staff=True))
    columns = [
        *each_question(table.form, lambda place, q: one(place, q.title, ", ")),
        meta("Submission time", lambda r: r.said.sent.strftime("%B %-d, %Y %-I:%M %p")),
    ]
    data = csv_file(rows(columns, table.responses), Written(end="\n", encoding="utf-8-sig"))
    return Export("EOI 3f2a.csv", data, "eoi", truths(table, "minute"))


def options_below(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """A council's workbook: questions merged over their options, "Yes" where one was taken."""
    table = filled(rng, words, said, Taste(consent="yesno"))
    columns = [
        meta("Case ref", lambda r: f"CRM{r.place:05d}", 2),
        meta("Date received", lambda r: r.said.sent, 2),
        *each_question(table.form, _below),
    ]
    lines = rows(columns, table.responses)
    title: Row = ["Case report: music hub expressions of interest"]
    merged = tuple(_stretches(lines[0], 1))
    data = xlsx_file(Sheet("Cases", [title, *lines], merged))
    return Export("case report.xlsx", data, "eoi", truths(table))


def _below(place: int, question: Question) -> list[Column]:
    if question.kind != "multi":
        return [Column((question.title, ""), lambda r: text(r.answers[place], ", "))]
    how = Spread(lambda title, option, first: (title if first else "", option), lambda _: "Yes")
    return many(place, question, how)


def _stretches(heads: Row, row: int) -> list[tuple[int, int, int, int]]:
    """The ranges from each head to the last blank before the next."""
    starts = [n for n, head in enumerate(heads) if head]
    ends = [n - 1 for n in starts[1:]] + [len(heads) - 1]
    return [(row, a, row, b) for a, b in zip(starts, ends, strict=True) if b > a]


def monday(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """A board: its title, then each group with its own name and the header again."""
    sheet = kept(rng, words, said, Kind())
    at = len(sheet.lines) // 2
    first, second = sheet.lines[:at], sheet.lines[at:]
    groups = [["In the hub"], sheet.head, *first, [], ["On the way"], sheet.head, *second]
    data = xlsx_file(Sheet("hub partners", [["Hub partners"], [""], *groups]))
    return Export("Hub_partners_1763800000.xlsx", data, "partner", sheet.told)


def noted_ticks(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """The band is written over each of its columns; some ticks come with a word."""
    ticked = tuple(rng.sample(("aim", "function", "area", "focus"), 3))
    sheet = kept(rng, words, said, Kind(ticked=ticked))
    band = [name if width > 1 else "" for name, width in sheet.bands for _ in range(width)]
    data = csv_file([["Partner overview"], band, sheet.head, *sheet.lines], BOM)
    return Export("partner overview.csv", data, "partner", sheet.told)


def two_years(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """Cover sheet, this year's partners, and figures of another kind behind them."""
    sheet = kept(rng, words, said, Kind(ticked=("function",), numbered=True))
    budget = [
        ["Budget line", "2025-26", "2026-27"],
        ["Tuition", 120000, 118000],
        ["CPD", 9000, 9500],
    ]
    total: Row = ["", f"Total partners: {len(said)}"]
    lines: list[Row] = [["Local Plan"], [], sheet.head, *sheet.lines, [], total]
    book = [
        Sheet("Cover", [["Local Plan 2026-27"], ["Version", 4], ["Owner", "Hub manager"]]),
        Sheet("Partners", lines),
        Sheet("Budget", budget),
    ]
    return Export("Local Plan workbook - partners.xlsx", xlsx_file(*book), "partner", sheet.told)


HELD_OUT = {
    "LimeSurvey": limesurvey,
    "Qualtrics": qualtrics,
    "Nextcloud Forms": nextcloud,
    "Power Automate": power_automate,
    "Tally": tally,
    "Zoho Forms": zoho,
    "Notion": notion,
    "case report": options_below,
    "partners, board": monday,
    "partners, band in each column": noted_ticks,
    "partners, workbook": two_years,
}
