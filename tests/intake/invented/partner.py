"""Partner sheets as people keep them: what a row says, and the marks it says it with."""

import datetime as dt
import random
from dataclasses import dataclass, replace

from analysis.vocabulary import DIMENSIONS
from tests.intake.invented.columns import Column, Response, rows
from tests.intake.invented.export import KEYS, Truth
from tests.intake.invented.people import REACH, Said
from tests.intake.invented.pool import WORDS, Pool, loose_wordings, option_wordings, phrase
from tests.intake.invented.table import Cell

TEXTS = ("organisation", "contact_name", "email", "postcode", "website", "offer")
MARKS = ("; ", ";", ", ", " / ", "\n", " | ", " + ")
TICKS = ("x", "X", "✓", "✔", "Y", "y", "yes", "Yes", "1", "TRUE")
UNTICKED = ("", "", "", "n", "N", "no", "0", "-")


@dataclass(frozen=True)
class Kept:
    """One sheet: its columns, and what it tells of each row."""

    columns: list[Column]
    responses: list[Response]
    told: list[Truth]
    bands: tuple[tuple[str, int], ...] = ()

    @property
    def head(self) -> list[Cell]:
        return [column.heads[-1] for column in self.columns]

    @property
    def lines(self) -> list[list[Cell]]:
        return rows(self.columns, self.responses)[len(self.columns[0].heads) :]


@dataclass(frozen=True)
class Taste:
    """What a sheet holds. `ticked` dimensions have a column for each term, the rest a list."""

    ticked: tuple[str, ...] = ()
    dated: bool = True
    staged: bool = True
    numbered: bool = False


def responses(said: list[Said]) -> list[Response]:
    """Partner sheets have no Other to tick, and nobody is asked for consent."""
    plain = [replace(each, strange={}, consent=True) for each in said]
    return [Response(place, each, ()) for place, each in enumerate(plain, 1)]


def kept(rng: random.Random, words: Pool, said: list[Said], taste: Taste) -> Kept:
    said = [_sheeted(rng, each, taste) for each in said]
    all_ = responses(said)
    dates = {r.place: _date(rng, r.said.sent.date()) for r in all_}
    stages = {r.place: _stage(rng, words, r.said.stage) for r in all_}
    lists = {d: _lists(rng, words, d, all_) for d in DIMENSIONS if d not in taste.ticked}
    parts = [
        [_text(words, rng, name) for name in TEXTS[:5]],
        *[
            _ticks(rng, words, d) if d in taste.ticked else [_list(words, rng, d, lists[d])]
            for d in DIMENSIONS
        ],
        [_text(words, rng, "offer"), _reach(words, rng)],
        [_by_place(words, rng, "stage", stages)] if taste.staged else [],
        [_by_place(words, rng, "submitted_at", {k: v[0] for k, v in dates.items()})]
        if taste.dated
        else [],
        [Column((phrase(rng, words.sheet["notes"]),), lambda r: NOTES[r.place % len(NOTES)])],
    ]
    names = ["contact", *DIMENSIONS, "", "", "", ""]
    number = [Column((rng.choice(["No.", "#", "Ref"]),), lambda r: r.place)]
    first = number if taste.numbered else []
    columns = [*first, *[column for part in parts for column in part]]
    bands = tuple(
        (phrase(rng, words.band[name]) if name else "", len(part))
        for name, part in zip(names, parts, strict=True)
    )
    bands = (("", len(first)), *bands) if first else bands
    told = [
        _truth(r.said, stages[r.place], dates[r.place][1] if taste.dated else None, taste)
        for r in all_
    ]
    return Kept(columns, all_, told, bands)


NOTES = ("", "JP to ring", "lovely people", "chase in Jan", "Schools want more", "")


def _sheeted(rng: random.Random, said: Said, taste: Taste) -> Said:
    """Typed answers stand in lists only, and there only where no mark could cut them."""
    typed = {
        d: text
        for d, text in said.typed.items()
        if d not in taste.ticked and not set(text) & set(",;/|+&\n") and " and " not in text
    }
    return replace(said, typed=typed, strange={})


def _text(words: Pool, rng: random.Random, name: str) -> Column:
    return Column((phrase(rng, words.sheet[name]),), lambda r: r.said.texts[name])


def _reach(words: Pool, rng: random.Random) -> Column:
    def cell(response: Response) -> Cell:
        told = response.said.texts["reach"]
        return int(told) if told.isdigit() else told

    return Column((phrase(rng, words.sheet["reach"]),), cell)


def _by_place(words: Pool, rng: random.Random, name: str, cells: dict[int, Cell]) -> Column:
    return Column((phrase(rng, words.sheet[name]),), lambda r: cells[r.place])


def _list(words: Pool, rng: random.Random, dimension: str, cells: dict[int, str]) -> Column:
    return _by_place(words, rng, dimension, dict(cells))


def _lists(rng: random.Random, words: Pool, dimension: str, all_: list[Response]) -> dict[int, str]:
    """Each row's list, with whatever mark its writer had a mind to."""
    usual = rng.choice(MARKS)
    return {
        r.place: _listed(
            rng, words, dimension, r.said, rng.choice([usual, usual, rng.choice(MARKS)])
        )
        for r in all_
    }


def _listed(rng: random.Random, words: Pool, dimension: str, said: Said, mark: str) -> str:
    items = [_loose(rng, words, dimension, code, mark) for code in said.codes[dimension]]
    if said.typed.get(dimension):
        items.append(said.typed[dimension])
    return mark.join(items)


def _loose(rng: random.Random, words: Pool, dimension: str, code: str, mark: str) -> str:
    """A wording that the mark does not cut."""
    wordings = loose_wordings(words, dimension, code)
    whole = [each for each in wordings if not set(each) & set(mark.strip() or "\n")]
    told = rng.choice(whole or wordings[:1])
    return told.upper() if rng.random() < 0.03 else told


def _ticks(rng: random.Random, words: Pool, dimension: str) -> list[Column]:
    worded = option_wordings(rng, words, dimension)
    kept_ = [code for code in worded if WORDS.term(dimension, code).in_frame or dimension == "area"]
    yes = rng.choice([TICKS, TICKS[:1], TICKS[2:3], TICKS[4:5], ("1",)])
    no = rng.choice([UNTICKED, ("",), ("", "n"), ("0",)])
    return [_tick(rng, dimension, (code, worded[code]), (yes, no)) for code in kept_]


def _tick(
    rng: random.Random,
    dimension: str,
    term: tuple[str, str],
    marks: tuple[tuple[str, ...], tuple[str, ...]],
) -> Column:
    code, wording = term
    drawn: dict[int, str] = {}

    def cell(response: Response) -> Cell:
        ticked = code in response.said.codes[dimension]
        return drawn.setdefault(response.place, rng.choice(marks[0] if ticked else marks[1]))

    return Column((wording,), cell)


def _stage(rng: random.Random, words: Pool, code: str) -> str:
    return rng.choice(words.stage[code])


def _date(rng: random.Random, day: dt.date) -> tuple[Cell, str | None]:
    """A day as somebody writes it, and what it tells: nothing certain without a year."""
    put = rng.choice(["date", "date", "%d.%m.%y", "%-d/%-m/%Y", "%-d %B %Y", "%-d %b %y", "short"])
    if put == "date":
        return day, day.isoformat()
    if put == "short":
        return rng.choice([day.strftime("%-d %B"), "tbc", ""]), None
    return day.strftime(put), day.isoformat()


def _truth(said: Said, stage: str, sent: str | None, taste: Taste) -> Truth:
    texts = ("organisation", "contact_name", "email", "postcode")
    return Truth(
        texts={name: said.texts[name] for name in texts},
        choices={key: _meant(said, d, taste) for key, d in KEYS.items()},
        beyond={d: said.beyond(d) for d in DIMENSIONS},
        reach=REACH[said.texts["reach"]],
        consent=None,
        sent=sent,
        stage=said.stage if taste.staged else None,
    )


def _meant(said: Said, dimension: str, taste: Taste) -> frozenset[str]:
    """A tick sheet has no column for what is no cell of its own, but for the whole hub."""
    shown = [t.code for t in WORDS.of(dimension) if t.in_frame or dimension == "area"]
    meant = said.meant(dimension)
    return meant & frozenset(shown) if dimension in taste.ticked else meant
