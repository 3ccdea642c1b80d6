"""Microsoft Forms, and Google's, in the ways their answers leave them."""

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import replace

from tests.intake.invented.columns import (
    Column,
    Filled,
    Response,
    each_question,
    filled,
    fixed,
    meta,
    one,
    rows,
)
from tests.intake.invented.export import Export, Truth, stamp, truth
from tests.intake.invented.form import Taste
from tests.intake.invented.people import Said
from tests.intake.invented.pool import Pool
from tests.intake.invented.table import Cell, Sheet, Written, csv_file, xlsx_file, zip_file

STAFFED = Taste(staff=True)


def truths(table: Filled, grain: str = "second") -> list[Truth]:
    return [truth(r.said, table.form.asked, stamp(r.said.sent, grain)) for r in table.responses]


def microsoft(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    table = filled(rng, words, said, rng.choice([Taste(), STAFFED]))
    columns = _microsoft(table, "ID", lambda sent: sent)
    sheet = Sheet("Sheet1", rows(columns, table.responses), dates="m/d/yy h:mm:ss")
    return Export("Expression of interest(1-25).xlsx", xlsx_file(sheet), "eoi", truths(table))


def microsoft_live(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """The workbook that the form keeps writing to, with what staff added beside it."""
    table = filled(rng, words, said, STAFFED)
    columns = _microsoft(table, "Id", lambda sent: sent)
    columns += fixed("Total points", "Quiz feedback")
    sheet = Sheet("Sheet1", rows(columns, table.responses), dates="m/d/yy h:mm:ss")
    notes = Sheet("Summary", [["Summary for board"], ["Applications", len(said)]])
    return Export("EOI live.xlsx", xlsx_file(sheet, notes), "eoi", truths(table))


def microsoft_csv(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """Saved by Excel: American dates, and a question mark for what Windows cannot write."""
    table = filled(rng, words, said, rng.choice([Taste(), STAFFED]))
    columns = _microsoft(table, "ID", lambda sent: sent.strftime("%-m/%-d/%y %-H:%M:%S"))
    data = csv_file(rows(columns, table.responses), Written(encoding="cp1252"))
    return Export("EOI responses.csv", data, "eoi", [as_windows(each) for each in truths(table)])


def as_windows(told: Truth) -> Truth:
    """Question marks stand where Windows cannot write a character."""
    texts = {k: v.encode("cp1252", "replace").decode("cp1252") for k, v in told.texts.items()}
    return replace(told, texts=texts)


def _microsoft(table: Filled, key: str, put: Callable[[dt.datetime], Cell]) -> list[Column]:
    late = [[], fixed("Language"), fixed("Last modified time")]
    return [
        meta(key, lambda r: r.place),
        meta("Start time", lambda r: put(r.said.sent - dt.timedelta(minutes=4, seconds=9))),
        meta("Completion time", lambda r: put(r.said.sent)),
        *fixed("Email", cell="anonymous"),
        *fixed("Name"),
        *table.rng.choice(late),
        *each_question(
            table.form, lambda place, q: one(place, q.title, ";", ";" if q.kind == "multi" else "")
        ),
    ]


def google_form(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    table = filled(rng, words, said)
    columns = _google(table, ";", _zoned)
    data = csv_file(rows(columns, table.responses), Written(quoted=True, end="\n"))
    return Export("Music hub EOI.csv", data, "eoi", truths(table))


def google_zip(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    plain = google_form(rng, words, said)
    return Export("EOI.csv.zip", zip_file(plain.name, plain.data), "eoi", plain.rows)


def _zoned(response: Response) -> str:
    sent = response.said.sent
    summer = sent.utcoffset() == dt.timedelta(hours=1)
    return sent.strftime("%Y/%m/%d %-I:%M:%S %p ") + ("GMT+1" if summer else "GMT")


def _google(table: Filled, mark: str, put: Callable[[Response], Cell]) -> list[Column]:
    asked = each_question(table.form, lambda place, q: one(place, q.title, mark))
    collected = [meta("Email address", lambda r: r.said.texts["email"])]
    return [meta("Timestamp", put), *table.rng.choice([[], collected]), *asked]


def google_sheet(put: str) -> Callable[[random.Random, Pool, list[Said]], Export]:
    """The linked sheet saved as CSV, its times in the order of the sheet's country."""

    def made(rng: random.Random, words: Pool, said: list[Said]) -> Export:
        table = filled(rng, words, said, rng.choice([Taste(), STAFFED]))
        columns = _google(table, ", ", lambda r: r.said.sent.strftime(put))
        rows_ = rows(columns, table.responses)
        return Export(
            "EOI (Responses) - Form responses 1.csv", csv_file(rows_), "eoi", truths(table)
        )

    return made


def google_xlsx(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """One question was replaced half way: its first answers stand in another column."""
    table = filled(rng, words, said, STAFFED)
    columns = _google(table, ", ", lambda r: r.said.sent)
    old, new = _replaced(table, words)
    at = next(n for n, c in enumerate(columns) if c.heads == new.heads)
    columns = [*columns[:at], old, *columns[at + 1 :], new]
    table_rows = [[_number(cell) for cell in row] for row in rows(columns, table.responses)]
    sheet = Sheet("Form responses 1", table_rows)
    return Export("EOI (Responses).xlsx", xlsx_file(sheet), "eoi", truths(table))


def _number(cell: Cell) -> Cell:
    """A sheet takes digits for a number."""
    return int(cell) if isinstance(cell, str) and cell.isdigit() else cell


def _replaced(table: Filled, words: Pool) -> tuple[Column, Column]:
    name = table.rng.choice(["area", "focus", "function", "organisation", "reach"])
    name = name if name in table.form.asked else "area"
    place = next(n for n, q in enumerate(table.form.questions) if q.name == name)
    question = table.form.questions[place]
    before = table.rng.randint(2, len(table.responses) - 2)
    new = one(place, question.title, ", ")[0]
    others = [each for each in words.question[name] if "{" not in each]
    title = table.rng.choice([each for each in others if each not in question.title])
    old = Column((title,), lambda r: new.cell(r) if r.place <= before else "")
    return old, Column(new.heads, lambda r: new.cell(r) if r.place > before else "")
