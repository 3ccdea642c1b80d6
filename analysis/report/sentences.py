"""What figures say in plain words."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pandas as pd

from analysis import palette
from analysis.intake.reading import Reading
from analysis.receipt import DEFAULT_AXES, Receipt

LOCAL = ZoneInfo("Europe/London")

# How a number of cells in each state is told, in the order of the states.
_TOLD = {
    "covered": ("is safe", "are safe"),
    "fragile": ("rests on one partner", "rest on one partner"),
    "waiting": ("is waiting", "are waiting"),
    "unknown": ("is unknown", "are unknown"),
    "gap": ("is a gap", "are gaps"),
}

# How far a state is from a gap. A cell that does not apply is neither gained nor lost.
_RANK = {**{state: -number for number, state in enumerate(_TOLD)}, "not-applicable": float("nan")}

_CHANGES = (("new", "new"), ("changed", "changed"), ("same", "the same"))

KINDS = {"eoi": "expressions of interest", "partner": "partner sheet"}

# What an offer leaves unsaid when it says nothing about a dimension.
ASKED = {
    "aim": "which aim",
    "function": "which function",
    "area": "where",
    "focus": "for whom",
}


def listed(parts: Sequence[str]) -> str:
    """Join parts as one says them: "a, b and c"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 offer", "3 offers"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def moment(at: datetime) -> str:
    """A moment as the clocks here showed it: "3 May 2026, 09:04"."""
    local = at.astimezone(LOCAL)
    return f"{local.day} {local:%B %Y, %H:%M}"


def day(on: date) -> str:
    """A day: "3 May 2026"."""
    return f"{on.day} {on:%B %Y}"


def went(changes: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The changed cells that are gained, and those that are lost."""
    ranks = changes[["state_before", "state"]].replace(_RANK).astype(float)
    gained, lost = ranks["state"] > ranks["state_before"], ranks["state"] < ranks["state_before"]
    return changes[gained], changes[lost]


def headline(cells: pd.DataFrame, axes: Sequence[str]) -> str:
    """The state of a grid in one sentence, each state with its number of cells.

    Fragile cells are said to rest on one partner only where every one of them has exactly one.
    """
    states = cells["state"].value_counts()
    excused = int(states.get("not-applicable", 0))
    parts = [_told(cells, state, int(states.get(state, 0))) for state in _TOLD]
    extra = f" {counted(excused, 'cell')} not applicable." if excused else ""
    return f"Of {len(cells) - excused} {' × '.join(axes)} cells, {listed(parts)}.{extra}"


def place(cell: pd.Series) -> str:
    """A cell's terms in words: "Sustainability in Bolsover" has two, a row's bar one."""
    return crossed(cell["row_label"], cell["column_label"], cell["layer_label"])


def crossed(*labels: str) -> str:
    """Terms as the name of their cell: "Schools × Derby"."""
    return " × ".join(label for label in labels if label)


def corner(cell: pd.Series) -> str:
    """One cell short of its target in words: what is missing, and how many children live there."""
    there = f"{cell['row_label']} in {cell['column_label']}: {_missing(cell)}"
    if pd.isna(cell["children"]):
        return f"{there}."
    return f"{there} ({int(cell['children']):,} children and young people live there)."


def of_cell(cell: pd.Series) -> str:
    """One cell in words: its state, what that says, and the organisations behind it."""
    role = palette.find(palette.load().states, cell["state"])
    if pd.notna(cell["reason"]):
        return f"{place(cell)} is {role.word}: {cell['reason']}"
    by_whole = f", {cell['whole_hub']} only by whole-hub claim" if cell["whole_hub"] else ""
    partners = f"{counted(int(cell['partners']), 'partner')} (target {cell['target']}{by_whole})"
    enquiries = counted(int(cell["enquiries"]), "enquiry", "enquiries")
    told = listed([partners, enquiries, f"{cell['unsure']} unsure"])
    return f"{place(cell)} is {role.word}, {role.meaning}: {told}."


def of_change(
    cells: pd.DataFrame, most: int | None = None, axes: Sequence[str] = DEFAULT_AXES
) -> list[str]:
    """What changed between two states: how much, and a line for each way it went.

    Each line names at most so many cells, all of them where no number is given.
    """
    return list(_cells(cells, most, axes))


def of_receipts(cells: pd.DataFrame) -> str:
    """What the grid before and after shows: how much changes, and how that is marked."""
    told = next(iter(_cells(cells)))
    if (cells["state"] == cells["state_before"]).all():
        return told
    return f"{told} Each has a heavy edge: ▲ is gained, ▼ is lost."


def of_totals(totals: pd.DataFrame) -> str:
    """How many organisations and offers the figures rest on."""
    row = totals.iloc[0]
    partners, offers = counted(row["partners"], "partner"), counted(row["offers"], "offer")
    return f"{listed([partners, _enquirers(row, ' only'), offers])}."


def of_offers(offers: pd.DataFrame) -> str:
    """How many organisations behind a cell count as what."""
    counts = offers.groupby("counted_as")["organisation"].nunique()
    told = {"partner": ("partner", "partners"), "enquiry": ("enquiry", "enquiries")}
    parts = [counted(int(counts.get(name, 0)), *told[name]) for name in told]
    return f"{listed([*parts, str(int(counts.get('unsure', 0))) + ' unsure'])}."


def of_need(places: pd.DataFrame) -> str:
    """What the figures beside the areas are, and where they come from."""
    told = [_figure(name, places) for name in ("children", "need")]
    safe = "Safe: functions with their target of partners, of those that apply."
    return " ".join([safe, *filter(None, told)])


def of_open_to_all(totals: pd.DataFrame) -> str:
    """Who says it is open to all, which covers no focus."""
    row = totals.iloc[0]
    parts = [counted(row["partners"], "partner"), _enquirers(row)]
    return (
        f"Whatever the filters, {listed(parts)} say they are open to all children. That covers no "
        "focus, so it is counted apart and fills no cell here."
    )


def of_silence(silence: pd.DataFrame, axes: Sequence[str]) -> str:
    """How many of all partner offers leave open what the grid needs; empty where none does."""
    parts = [
        f"{offers} did not say {ASKED[dimension]} in words we know"
        for dimension, offers in zip(silence["dimension"], silence["cover_offers"], strict=True)
        if offers and dimension in axes
    ]
    return f"Of all partner offers, {listed(parts)}." if parts else ""


def of_reading(reading: Reading) -> list[str]:
    """What was understood of a file, for a person at the command line or the upload page."""
    recognised = [f"{c.header.strip()!r} as {c.field}" for c in reading.columns if c.field]
    return [
        f"{reading.title}: {of_kind(reading)}, {counted(len(reading.records), 'submission')}.",
        f"Recognised: {listed(recognised)}.",
        *(f"Row {row.row} set aside: {row.reason}" for row in reading.set_aside),
        *reading.notes,
    ]


def of_kind(reading: Reading) -> str:
    """What a file is: its kind, and the tool it comes from."""
    return f"{KINDS[reading.kind]} ({reading.tool.replace('-', ' ')})"


def of_receipt(receipt: Receipt) -> list[str]:
    """What taking a file in changes, one sentence a line."""
    reading = receipt.reading
    refused = [record.row for record in reading.records if record.consent is False]
    return [
        f"{reading.title}: {of_kind(reading)}.",
        f"Offers: {listed([f'{receipt.count(word)} {told}' for word, told in _CHANGES])}.",
        *_replaced(receipt),
        *_gone(receipt),
        *(f"Row {row.row} set aside: {row.reason}" for row in reading.set_aside),
        *(
            f"Row {row} set aside: no consent was given; nothing of it is stored."
            for row in refused
        ),
        *reading.notes,
        *_unmatched(receipt),
        *_cells(receipt.cells),
    ]


def summary(receipt: Receipt) -> list[str]:
    """What taking a file in changes, in a few lines; tables tell the rest."""
    reading = receipt.reading
    aside = len(reading.set_aside) + len(reading.records) - len(list(reading.agreed()))
    offers = listed([f"{receipt.count(word)} {told}" for word, told in _CHANGES])
    unmatched = counted(len(receipt.unmatched), "wording")
    return [
        f"{of_kind(reading).capitalize()}: {offers}.",
        f"{counted(aside, 'row')} set aside, {unmatched} not understood.",
        next(iter(_cells(receipt.cells))),
        *_replaced(receipt),
        *_gone(receipt),
        *reading.notes,
    ]


def _enquirers(row: pd.Series, only: str = "") -> str:
    ending = f"with an enquiry{only}"
    return counted(row["enquiries"], f"organisation {ending}", f"organisations {ending}")


def _told(cells: pd.DataFrame, state: str, number: int) -> str:
    one, many = _TOLD[state]
    if state == "fragile" and (cells.loc[cells["state"] == state, "partners"] > 1).any():
        one = many = "short of target"
    return f"{number} {one if number == 1 else many}"


def _missing(cell: pd.Series) -> str:
    if cell["state"] == "gap":
        return "no partner and no enquiry"
    if cell["state"] == "unknown":
        return f"no partner says so, but {counted(int(cell['unsure']), 'partner')} did not say"
    if cell["state"] == "waiting":
        return f"no partner, {counted(int(cell['enquiries']), 'enquiry', 'enquiries')} waiting"
    return f"{counted(int(cell['partners']), 'partner')} of a target of {int(cell['target'])}"


def _replaced(receipt: Receipt) -> Iterable[str]:
    rows = receipt.offers[receipt.offers["is_replaced"] & (receipt.offers["change"] != "gone")]
    for row in rows.itertuples():
        yield f"Row {row.row}: {row.organisation} sent the form again later; the later one counts."


def _gone(receipt: Receipt) -> Iterable[str]:
    names = list(receipt.offers.loc[receipt.offers["change"] == "gone", "organisation"])
    if names:
        yield f"Not in this export any more, and kept: {listed(names)}."


def _unmatched(receipt: Receipt) -> Iterable[str]:
    for wording in receipt.unmatched.itertuples():
        used = counted(int(str(wording.offers)), "offer")
        yield f'No {wording.dimension} is called "{wording.text}" ({used}).'


def _cells(
    cells: pd.DataFrame, most: int | None = None, axes: Sequence[str] = DEFAULT_AXES
) -> Iterable[str]:
    moved = cells[cells["state"] != cells["state_before"]]
    gained, lost = went(cells)
    frame = " × ".join(axes)
    changing = counted(len(moved), f"{frame} cell changes", f"{frame} cells change")
    yield f"Coverage: {changing} state, {len(gained)} gained and {len(lost)} lost."
    for (before, after), group in moved.groupby(["state_before", "state"], sort=False):
        yield f"From {before} to {after}: {named(group, most)}."


def named(cells: pd.DataFrame, most: int | None) -> str:
    """The names of some cells, at most so many."""
    names = [place(cell) for _, cell in cells.iterrows()]
    left = len(names) - len(names[:most])
    return listed([*names[:most], f"{left} more"] if left else names)


def _figure(name: str, places: pd.DataFrame) -> str:
    known = places.dropna(subset=[f"{name}_label"])
    if known.empty:
        return ""
    first = known.iloc[0]
    unit, period = first[f"{name}_unit"], first[f"{name}_period"]
    what = f"{first[f'{name}_label']} ({unit}, {period})"
    return f"{name.capitalize()}: {what}. Source: {first[f'{name}_source']}."
