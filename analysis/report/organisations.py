"""What we believe of an organisation, in words and tables for people."""

import re
from collections.abc import Sequence
from datetime import date

import pandas as pd

from analysis import palette
from analysis.organisations import Organisation
from analysis.report import sentences, tables
from analysis.vocabulary import DIMENSIONS, HEADINGS

MASK = "•••"
COUNTED = {"partner": "Partner", "enquiry": "Enquiry", "not counted": "Not counted"}
NOT_UNDERSTOOD = "stage not understood"


def day(at: pd.Timestamp) -> str:
    """A day as people here write it: "3 May 2026"."""
    local = at.tz_convert(sentences.LOCAL) if at.tzinfo else at
    return f"{local.day} {local:%B %Y}"


def beliefs(known: Organisation) -> pd.DataFrame:
    """What it offers, where and for whom: one row per dimension, one column per kind of offer."""
    rows = [
        (
            HEADINGS[dimension],
            _claimed(known.claims, dimension, "cover"),
            _claimed(known.claims, dimension, "enquiry"),
            _left_open(known.silent, dimension),
        )
        for dimension in DIMENSIONS
    ]
    return pd.DataFrame(rows, columns=["Question", "As a partner", "As an enquiry", "Left open"])


def summary(known: Organisation) -> list[str]:
    """Who it is, how it counts, and when it was last confirmed."""
    also = f"Also written: {known.row['also_written']}." if known.row["also_written"] else ""
    told = (also, _counts(known), standing(known.cells), behind(known), confirmed(known))
    return [line for line in told if line]


def behind(known: Organisation) -> str:
    """How many children live where a cell rests on it alone; empty where none does."""
    figures = known.children.dropna(subset=["value"])
    if figures.empty:
        return ""
    where = sentences.counted(len(figures), "area")
    first, missing = figures.iloc[0], len(known.children) - len(figures)
    without = f"; {sentences.counted(missing, 'area')} more without a figure" if missing else ""
    return (
        f"{int(figures['value'].sum()):,} children aged 0 to 18 live in the {where} of the cells "
        f"that rest on it alone{without} ({first['period']}; {first['source']})."
    )


def confirmed(known: Organisation) -> str:
    """When it was last confirmed, and by what."""
    by_word, by_row = "by word to the hub", "by its newest form or sheet row"
    how = by_word if known.row["is_by_word"] else by_row
    return f"Last confirmed on {day(known.row['confirmed_at'])}, {how}."


def standing(cells: pd.DataFrame) -> str:
    """In how many cells it counts, and how many rest on it alone."""
    partner = int((cells["counted_as"] == "partner").sum())
    alone = int(cells["rests_on_it"].sum())
    told = f"It is a partner in {sentences.counted(partner, 'function × area cell')}"
    rest = "none rests" if not alone else f"{alone} {'rests' if alone == 1 else 'rest'}"
    return f"{told}; {rest} on it alone."


def cells(known: Organisation) -> pd.DataFrame:
    """The function × area cells that it counts in; first those that rest on it alone."""
    told = _sorted(known)
    states = [palette.find(palette.load().states, state) for state in told["state"]]
    return pd.DataFrame(
        {
            HEADINGS["function"]: told["row_label"].tolist(),
            HEADINGS["area"]: told["column_label"].tolist(),
            "It counts as": [tables.COUNTED[name] for name in told["counted_as"]],
            "Rests on it alone": ["yes" if alone else "" for alone in told["rests_on_it"]],
            "State": [f"{role.symbol} {role.word}" for role in states],
            "Partners": told["partners"].tolist(),
            "Target": told["target"].tolist(),
        }
    )


def cell_names(known: Organisation) -> list[str]:
    """What each cell of `cells` is called."""
    return [sentences.place(cell) for _, cell in _sorted(known).iterrows()]


def offers(known: Organisation) -> pd.DataFrame:
    """Its offers: stage, words and place, and when each was received and last news."""
    told = known.offers
    return pd.DataFrame(
        {
            "Offer": _numbers(known),
            "Stage": told["stage_label"].tolist(),
            "Written as": told["written_as"].mask(told["written_as"] == "", known.name).tolist(),
            "Offer, as written": told["offer_text"].tolist(),
            "Reach a year": told["reach"].tolist(),
            "Received": [day(at) for at in told["first_at"]],
            "Last confirmed": [day(at) for at in told["last_at"]],
            "File": told["file"].tolist(),
            "Sheet": told["sheet"].tolist(),
            "Row": told["row"].tolist(),
        }
    )


def words(known: Organisation) -> pd.DataFrame:
    """The source words of all its offers, each with its offer's number and its place."""
    numbers = dict(zip(known.offers["offer_key"], _numbers(known), strict=True))
    told = tables.of_answers(known.words)
    told.insert(0, "Offer", [numbers[key] for key in known.words["offer_key"]])
    return told


def stages(known: Organisation) -> pd.DataFrame:
    """The history of its stage, the newest first: when, what, by which offer, who said so."""
    numbers = dict(zip(known.offers["offer_key"], _numbers(known), strict=True))
    told = known.stages[::-1]
    return pd.DataFrame(
        {
            "When": [sentences.moment(at) for at in told["told_at"]],
            "Stage": told["stage_label"].fillna(NOT_UNDERSTOOD).tolist(),
            "Offer": [numbers[key] for key in told["offer_key"]],
            "Said by": [
                f"{file}, row {row}" if isinstance(file, str) else f"decision (entry {entry})"
                for file, row, entry in zip(told["file"], told["row"], told["entry"], strict=True)
            ],
        }
    )


def contacts(people: pd.DataFrame, *, shown: bool) -> pd.DataFrame:
    """Whom to speak to: as given, or with all but the first letters masked."""
    told = people if shown else people.map(masked)
    return told.rename(
        columns={"contact_name": "Name", "email": "E-mail address", "postcode": "Postcode"}
    )


def masked(text: object) -> object:
    """A personal detail with only the first letter of each part left: "a••• b•••"."""
    if not isinstance(text, str):
        return text
    return re.sub(r"[^\s@]+", lambda part: part.group()[0] + MASK, text)


def listed(found: pd.DataFrame) -> pd.DataFrame:
    """The directory as a table."""
    return pd.DataFrame(
        {
            "Organisation": found["name"],
            "Counts as": found["counted_as"].map(COUNTED),
            "Furthest stage": found["stage_label"],
            "Enquiry age (days)": found["enquiry_days"],
            "Last confirmed": found["confirmed_at"].dt.date,
            "Offers": found["offers"],
        }
    )


def of_found(number: int, search: str, stage: str) -> str:
    """How many organisations are listed, what was searched for, and at which stage they stand."""
    by = f" for “{search.strip()}”" if search.strip() else ""
    at = f", furthest stage {stage}" if stage else ""
    return f"{sentences.counted(number, 'organisation')} found{by}{at}. Click a header to sort."


def of_pipeline(counts: pd.Series) -> str:
    """How many organisations stand at each stage, in the order of the stages."""
    told = [f"{label} {number:,}" for label, number in counts.items()]
    return f"By furthest stage: {', '.join(told)}."


def of_ages(found: pd.DataFrame, today: date) -> str:
    """How long enquiries have waited: the oldest, and the middle one."""
    ages = found["enquiry_days"].dropna()
    if ages.empty:
        return "No enquiry is waiting."
    oldest = found["name"].iloc[int(found["enquiry_days"].fillna(-1).argmax())]
    return (
        f"{sentences.counted(len(ages), 'organisation has', 'organisations have')} an enquiry "
        f"waiting on {today.day} {today:%B %Y}: half of them for {int(ages.median())} days or "
        f"longer, {oldest} longest, for {int(ages.max())} days."
    )


def _sorted(known: Organisation) -> pd.DataFrame:
    return known.cells.sort_values("rests_on_it", ascending=False, kind="stable")


def _counts(known: Organisation) -> str:
    row = known.row
    parts = [
        sentences.counted(int(row["cover_offers"]), "offer counts", "offers count") + " as cover",
        f"{int(row['enquiry_offers'])} as enquiry",
    ]
    total = sentences.counted(int(row["offers"]), "offer")
    labels = sentences.listed(list(dict.fromkeys(known.offers["stage_label"])))
    return f"{total} ({labels}): {sentences.listed(parts)}."


def _claimed(claims: pd.DataFrame, dimension: str, counts_as: str) -> str:
    here = claims[(claims["dimension"] == dimension) & (claims["counts_as"] == counts_as)]
    if len(here) and here["is_whole_hub"].all():
        return "The whole hub"
    by_name = here.loc[~here["is_whole_hub"], "short_label"]
    more = ["and the whole hub"] if here["is_whole_hub"].any() else []
    return "; ".join([*by_name, *more])


def _left_open(silent: pd.DataFrame, dimension: str) -> str:
    here = silent[silent["dimension"] == dimension]
    if here.empty:
        return ""
    offers, unmatched = len(here), int((here["reason"] == "unmatched").sum())
    told = f"{sentences.counted(offers, 'offer does', 'offers do')} not say"
    return f"{told} ({unmatched} in words we do not know)" if unmatched else told


def _numbers(known: Organisation) -> Sequence[int]:
    return range(1, len(known.offers) + 1)
