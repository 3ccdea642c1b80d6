"""Files that no tool writes: good ones damaged by chance, and tables made to be hard to read.

Each is made from a number alone, so that one that was read wrongly can be made again. Of the hard
tables, half are drawn by Hypothesis, which knows texts that nobody would think of.
"""

import csv
import io
import operator
import random
import zipfile
from functools import cache
from pathlib import Path

import xlsxwriter
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from tests.intake.files import zipped

ROOT = Path(__file__).resolve().parents[2]
EXPORTS = ROOT / "tests" / "exports"
UNSEEN = ROOT / "tests" / "intake" / "unseen"
GOOD = tuple(
    file
    for folder in (EXPORTS, *sorted(UNSEEN.iterdir()))
    for file in sorted(folder.iterdir())
    if file.suffix != ".json"
)
HEADERS = (
    "Organisation", "Organisation name", "Email address", "Where do you work?", "Areas", "Aims",
    "Timestamp", "Stage", "Derby", "Erewash", "Other", "SEND", "Which aims? [Schools]", "Offer",
    "Q1. <b>Where</b>", "Consent", "Contact name", "Functions", "", "Response", "Line manager",
    "Questions? jo@example.org", "Reach",
)  # fmt: skip
CELLS = (
    "Derby", "Derby, Erewash; High Peak", "yes", "x", "✓", "3/9/2026 9:04", "2026-09-03T09:04:11Z",
    "09/03/26 25:61", "46268.4", "a@example.org", "01629 812345", "Contact: Jane Smith", "1,450",
    "about 60", "£250", "=1+1", "None", "Total", "Grand Totals (3 records)", "\t", "\n", '"', "'",
    "-", "\u202e", "\ufffd", "😀" * 9, "\u0130", "٣", "Schools;Inclusion;", "&amp;" * 9, "<" * 40,
)  # fmt: skip
# What makes a careless pattern try everything at every place.
LONG = (
    "a", " ", "a ", ", ", "; ", "\n", "1", "1,", "01629 ", "a@", "(", "[", "<", "&", "Derby,",
    "Derby and ", "- ", "Mr A ", "contact ", "0 ", "/", "q1. ", "Other: ", ".", "9" , "\u00a0",
)  # fmt: skip


@cache
def good(number: int) -> tuple[str, bytes]:
    file = GOOD[number % len(GOOD)]
    return file.name, file.read_bytes()


def file(number: int) -> tuple[str, bytes]:
    """The name and bytes of one file: of five, four damaged and one of hard cells."""
    chance = random.Random(number)
    if number % 5 == 0:
        return chance.choice((_csv, _xlsx, _html))(_drawn(number)) if number % 2 else _table(chance)
    name, data = good(number // 5)
    changes = (*CHANGES, _parts_changed) if data.startswith(b"PK") else (*CHANGES, _recoded)
    return name, chance.choice(changes)(chance, data)


def _flipped(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(chance: random.Random, data: bytes) -> bytes:
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return chance.choice((data[:end], data[start:], data[:start] + data[end:]))


def _grown(chance: random.Random, data: bytes) -> bytes:
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    more = chance.choice(
        (data[start:end], chance.randbytes(99), b"\0" * 999, _cell(chance).encode())
    )
    place = chance.randrange(len(data) + 1)
    return data[:place] + more * chance.choice((1, 2, 9)) + data[place:]


def _recoded(chance: random.Random, data: bytes) -> bytes:
    text = data.decode("cp1252", errors="replace")
    if chance.random() < 0.5:
        text = text.replace(*chance.choice((("\r\n", "\r"), (",", ";"), ('"', ""), (",", "\t"))))
    code = chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252", "utf-7"))
    return text.encode(code, errors="replace")


def _wrapped(chance: random.Random, data: bytes) -> bytes:
    names = ("a.csv", "../a.csv", "__MACOSX/._a.csv", "b.xlsx", "c.xls", "d/e.txt", "x.pdf")
    return zipped(dict.fromkeys(chance.sample(names, chance.randrange(1, 4)), data))


def _parts_changed(chance: random.Random, data: bytes) -> bytes:
    """A workbook or zip whose parts are damaged, but which unpacks."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = chance.choice([name for name, part in parts.items() if part] or ["a"])
    change = chance.choice((_flipped, _cut, _grown, _numbers_changed))
    return zipped(parts | {name: change(chance, parts.get(name, b"x"))})


def _numbers_changed(chance: random.Random, data: bytes) -> bytes:
    """Places and counts in markup that point far away."""
    digits = [place for place, byte in enumerate(data) if 48 <= byte <= 57]
    for place in chance.sample(digits, min(len(digits), 3)):
        data = (
            data[:place]
            + str(chance.choice((0, 7, 1048576, 2**31, 10**12))).encode()
            + data[place + 1 :]
        )
    return data


CHANGES = (_flipped, _cut, _grown, _wrapped)
TEXTS = st.one_of(
    st.sampled_from((*HEADERS, *CELLS)),
    st.text(max_size=20),
    st.builds(operator.add, st.sampled_from(HEADERS), st.text(max_size=5)),
    st.floats().map(str),
    st.datetimes().map(str),
)
TABLES = st.lists(st.lists(TEXTS, max_size=12), max_size=20)


def _drawn(number: int) -> list[list[str]]:
    """The second table that Hypothesis draws; its first is always the simplest."""
    drawn: list[list[list[str]]] = []

    @seed(number)
    @settings(max_examples=2, phases=[Phase.generate], database=None, deadline=None)
    @given(TABLES)
    def draw(table: list[list[str]]) -> None:
        drawn.append(table)

    draw()
    return drawn[-1]


def _cell(chance: random.Random) -> str:
    if chance.random() < 0.02:
        part = chance.choice(LONG)
        return part * (chance.choice((300, 4000, 30_000, 120_000)) // len(part))
    return chance.choice(CELLS)


def _table(chance: random.Random) -> tuple[str, bytes]:
    wide = chance.choice((1, 3, 12, 12, 60, 1999, 5000))
    high = chance.choice((0, 1, 3, 30, 30, 400)) if wide < 1000 else chance.choice((1, 30))
    headers = [chance.choice(HEADERS) for _ in range(wide)]
    rows = [[_cell(chance) for _ in range(min(wide, 60))] for _ in range(high)]
    rows = [headers if chance.random() < 0.1 else row for row in rows]
    above = [[chance.choice(CELLS)] for _ in range(chance.choice((0, 0, 1, 14)))]
    table = [*above, headers, *rows]
    return chance.choice((_csv, _xlsx, _html))(table)


def _csv(table: list[list[str]]) -> tuple[str, bytes]:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(table)
    return "table.csv", text.getvalue().encode("utf-8", errors="replace")


def _xlsx(table: list[list[str]]) -> tuple[str, bytes]:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet()
        for row, line in enumerate(table):
            for column, text in enumerate(line):
                page.write_string(row, column, text[:32_000])
    return "table.xlsx", data.getvalue()


def _html(table: list[list[str]]) -> tuple[str, bytes]:
    rows = ("<tr>" + "".join(f"<td>{cell}" for cell in line) for line in table)
    return "table.xls", f"<html><table>{''.join(rows)}</table>".encode("utf-8", errors="replace")
