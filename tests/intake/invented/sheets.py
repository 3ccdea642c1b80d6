"""The workbooks that partner sheets live in: titles, bands, sections, totals, other sheets."""

import datetime as dt
import random
from dataclasses import replace

from analysis.vocabulary import DIMENSIONS
from tests.intake.invented.columns import Column, Response
from tests.intake.invented.export import Export, Truth, truth
from tests.intake.invented.partner import Kept, Taste, kept
from tests.intake.invented.people import Said
from tests.intake.invented.pool import WORDS, Pool
from tests.intake.invented.table import Cell, Row, Sheet, csv_file, xlsx_file

TITLES = [
    ["MUSIC HUB PARTNERS 2026-27 (DRAFT v3 FINAL)"],
    ["updated 20th Nov by JP"],
    ["Please tick with x. One row per organisation."],
]
SECTIONS = [
    "DERBY CITY", "Confirmed partners", "— Autumn term —", "AMBER VALLEY AND EREWASH",
    "New this year", "County-wide organisations", "Late entries",
]  # fmt: skip
NAMES = ["Partners 2026-27.xlsx", "partner tracker FINAL v3.xlsx", "Local Plan partners.xlsx"]


def lists(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """One header row and free lists."""
    sheet = kept(rng, words, said, Taste(dated=rng.random() < 0.5, numbered=rng.random() < 0.3))
    if rng.random() < 0.3:
        return Export("Partner list.csv", csv_file(_plain(sheet)), "partner", sheet.told)
    data = xlsx_file(Sheet("Partners", _plain(sheet)))
    return Export(rng.choice(NAMES), data, "partner", sheet.told)


def ticks(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """One header row, and a column to tick for each term."""
    count = rng.choice([1, 2, 4])
    sheet = kept(rng, words, said, Taste(ticked=tuple(rng.sample(DIMENSIONS, count)), dated=False))
    if rng.random() < 0.3:
        return Export("Partner ticks.csv", csv_file(_plain(sheet)), "partner", sheet.told)
    data = xlsx_file(Sheet("Sheet1", _plain(sheet)))
    return Export(rng.choice(NAMES), data, "partner", sheet.told)


def banded(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """Two header rows, the upper one merged over the columns it speaks for; titles above."""
    count = rng.choice([2, 3, 4])
    sheet = kept(rng, words, said, Taste(ticked=tuple(rng.sample(DIMENSIONS, count))))
    top = TITLES[: rng.randint(0, 2)]
    band, merged = _band(sheet, len(top))
    lines = [*top, band, sheet.head, *sheet.lines]
    data = xlsx_file(Sheet("Partners", lines, merged))
    return Export(rng.choice(NAMES), data, "partner", sheet.told)


def _plain(sheet: Kept) -> list[Row]:
    return [sheet.head, *sheet.lines]


def _band(sheet: Kept, row: int) -> tuple[list[Cell], tuple[tuple[int, int, int, int], ...]]:
    """The upper header row, and the ranges its cells are merged over."""
    cells: list[Cell] = []
    merged = []
    for name, width in sheet.bands:
        if name and width > 1:
            merged.append((row, len(cells), row, len(cells) + width - 1))
        cells += [name if width > 1 else "", *[""] * (width - 1)][:width]
    return cells, tuple(merged)


def grown(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """Titles, sections, blank rows, a total, notes below, other sheets before and hidden."""
    taste = Taste(ticked=tuple(rng.sample(DIMENSIONS, rng.choice([0, 1, 2]))))
    sheet = kept(rng, words, said, taste)
    lines = [*TITLES[: rng.randint(1, 3)], sheet.head, *_sectioned(rng, sheet)]
    readme = Sheet("READ ME", [["Partner offers 2026-27"], ["Any problems ring the office."]])
    lookups = [["Districts"], *[[t.label] for t in WORDS.of("area")]]
    hidden = Sheet("lookups", lookups, hidden=True)
    front = [readme] if rng.random() < 0.6 else []
    data = xlsx_file(*front, Sheet("Partners 26-27", lines), hidden)
    return Export(rng.choice(NAMES), data, "partner", sheet.told)


def _sectioned(rng: random.Random, sheet: Kept) -> list[Row]:
    width = len(sheet.head)
    lines: list[Row] = list(sheet.lines)
    for section in rng.sample(SECTIONS, 3):
        at = rng.randint(0, len(lines))
        lines[at:at] = rng.choice([[[section]], [[], [section]], [[section, *[""] * (width - 1)]]])
    if rng.random() < 0.5:
        lines.insert(rng.randint(1, len(lines)), [])
    total: list[Cell] = ["TOTAL", *[""] * (width - 2), 7100]
    notes: list[Row] = [["NB figures are approximate"], ["Key: x = confirmed, ? = to be checked"]]
    return [*lines, *rng.choice([[], [[]]]), total, *notes[: rng.randint(0, 2)]]


OWNERS = frozenset({"contact_name", "email", "postcode"})


def programmes(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """One row per programme; an organisation's name merged over its rows, or only in the first."""
    said = _grouped(rng, said)
    sheet = kept(rng, words, said, Taste(dated=False))
    lines = sheet.lines
    merged, told, blank = [], list(sheet.told), rng.random() < 0.5
    for start, end in _groups(said):
        for row in range(start + 1, end):
            lines[row][:4] = ["", "", "", ""]
            told[row] = replace(told[row], may_be_blank=OWNERS if blank else frozenset())
        if end - start > 1 and not blank:
            merged += [(start + 1, column, end, column) for column in range(4)]
    data = xlsx_file(Sheet("Partners", [sheet.head, *lines], tuple(merged)))
    return Export(rng.choice(NAMES), data, "partner", told)


def _grouped(rng: random.Random, said: list[Said]) -> list[Said]:
    """Some organisations with two or three programmes, under each other."""
    out: list[Said] = []
    for each in said:
        again = out and rng.random() < 0.35
        out.append(_programme(out[-1], each) if again else _described(each))
    return out


def _programme(owner: Said, each: Said) -> Said:
    names = ("organisation", "contact_name", "email", "postcode")
    texts = _described(each).texts | {name: owner.texts[name] for name in names}
    return replace(each, texts=texts, number=owner.number)


def _described(each: Said) -> Said:
    return replace(each, texts=each.texts | {"offer": f"Programme {each.sent:%d%m}: band club"})


def _groups(said: list[Said]) -> list[tuple[int, int]]:
    starts = [
        n
        for n, each in enumerate(said)
        if n == 0 or each.texts["organisation"] != said[n - 1].texts["organisation"]
    ]
    return list(zip(starts, [*starts[1:], len(said)], strict=True))


def run_on(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """A row's long list of places goes on in the next row, which holds nothing else."""
    sheet = kept(rng, words, said, Taste(dated=False))
    place = next(n for n, (_, c) in enumerate(_lists_at(sheet)) if c == "area")
    at = _lists_at(sheet)[place][0]
    lines: list[Row] = []
    for line in sheet.lines:
        parts = str(line[at]).split("; ")
        cut = len(parts) > 1 and rng.random() < 0.5
        lines.append([*line[:at], "; ".join(parts[:-1]) if cut else line[at], *line[at + 1 :]])
        if cut:
            lines.append([*[""] * at, parts[-1], *[""] * (len(line) - at - 1)])
    data = xlsx_file(Sheet("Partners", [sheet.head, *lines]))
    return Export(rng.choice(NAMES), data, "partner", sheet.told)


def _lists_at(sheet: Kept) -> list[tuple[int, str]]:
    """Where the lists stand: behind the contact's five columns."""
    first = 5
    return [(first + n, d) for n, d in enumerate(DIMENSIONS)]


CODED = {
    "entry_id": "Entry id", "submitted_at": "Submitted at", "organisation": "Organisation",
    "contact_name": "Contact name", "email": "Email", "postcode": "Postcode", "website": "Website",
    "stage": "Stage", "aim": "Aims", "function": "Functions", "area": "Areas",
    "focus": "Inclusion focuses", "offer": "Offer", "reach": "Reach",
}  # fmt: skip


def coded(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """The hub's own columns in any order, with codes for wordings."""
    names = list(CODED)
    rng.shuffle(names)
    plain = [replace(each, typed={}, strange={}) for each in said]
    columns = [Column((CODED[name],), lambda r, name=name: _code(r, name)) for name in names]
    lines = [[c.cell(Response(n, each, ())) for c in columns] for n, each in enumerate(plain, 1)]
    told = [_coded_truth(each) for each in plain]
    data = xlsx_file(Sheet("Offers", [[c.heads[0] for c in columns], *lines]))
    return Export("offers.xlsx", data, "", told)


def _coded_truth(said: Said) -> Truth:
    asked = set(CODED)
    return replace(truth(said, asked, said.sent.isoformat()), stage=said.stage)


def _code(response: Response, name: str) -> Cell:
    said = response.said
    if name in DIMENSIONS:
        return "; ".join(said.codes[name])
    sent = said.sent.isoformat()
    own = {"entry_id": str(response.place), "submitted_at": sent, "stage": said.stage}
    return own.get(name) or said.texts.get(name, "")


def log(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """Expressions of interest typed by staff into a sheet of their own, without a tool."""
    sheet = kept(rng, words, said, Taste(dated=False, staged=False))
    days = Column((rng.choice(["Date received", "Date of EOI", "Date submitted"]),), _day)
    columns = [days, *sheet.columns]
    lines = [[c.cell(r) for c in columns] for r in sheet.responses]
    told = [
        replace(t, sent=r.said.sent.date().isoformat())
        for t, r in zip(sheet.told, sheet.responses, strict=True)
    ]
    data = xlsx_file(Sheet("EOIs", [[c.heads[0] for c in columns], *lines]))
    return Export("EOI log 2026.xlsx", data, "eoi", told)


def _day(response: Response) -> dt.date:
    return response.said.sent.date()
