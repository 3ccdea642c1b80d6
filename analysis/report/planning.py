"""Shortlists and departures in words and tables."""

from collections.abc import Sequence

import pandas as pd

from analysis.decide import shortlist
from analysis.decide.cover import Cover
from analysis.decide.departures import Loss, Resilience, without
from analysis.decide.shortlist import Pick, Shortlist, open_gaps
from analysis.report import sentences
from analysis.report.gaps import known_by, who
from analysis.report.sentences import counted, listed

SETS = 3


def of_shortlist(cover: Cover, found: Shortlist, most: int) -> pd.DataFrame:
    """The best sets most unlike each other, one row per organisation, with what only it brings."""
    return pd.DataFrame(
        [
            {
                "Set": number,
                "Organisation": pick.organisation,
                "Cells it would fill": len(pick.closes),
                "Only it would fill": _places(cover, pick.alone),
                **({"Counted": "in part"} if pick.is_capped else {}),
            }
            for number, one in enumerate(shortlist.different(found, most), start=1)
            for pick in one
        ],
        columns=_columns(found),
    ).fillna("")


def shown(found: Shortlist) -> tuple[tuple[Pick, ...], ...]:
    """The best sets that a page shows: a few, as unlike each other as can be."""
    return shortlist.different(found, SETS)


def picked(found: Shortlist) -> list[str]:
    """The organisations of the first best sets, in the order of their table."""
    return [pick.organisation for one in shown(found) for pick in one]


def how_chosen(found: Shortlist) -> str:
    """How the sets shown were found."""
    shown = min(SETS, len(found.sets))
    of = (
        "the best set" if found.ties == 1 else f"{shown} of {_number(found.ties).lower()} best sets"
    )
    return f"Found exactly: {of}. Only cells without a partner count."


def flagged(cover: Cover, found: Shortlist) -> list[str]:
    """Who ticks everything, and who of the first best sets counts for less than all it fills."""
    everything = [
        f"{name} ticks every cell. Ask what it can really do, or limit what one may count for."
        for name in shortlist.tick_everything(cover)
    ]
    capped = {
        pick.organisation: len(pick.closes)
        for one in shown(found)
        for pick in one
        if pick.is_capped
    }
    return everything + [
        f"{name} would fill {counted(cells, 'cell')}, more than are counted for one."
        for name, cells in capped.items()
    ]


def shortlist_told(cover: Cover, found: Shortlist, *, by_points: bool = False) -> str:
    """What a shortlist would close, and how many others do as well."""
    gaps, picks = len(open_gaps(cover)), len(found.sets[0])
    if not found.worth:
        return f"No open enquiry would fill a cell without a partner: there are {gaps}."
    others = (
        "No other set does as well."
        if found.ties == 1
        else f"{_number(found.ties)} sets do equally well."
    )
    by = counted(picks, "organisation")
    if by_points:
        return f"{by} would fill cells worth {counted(found.worth, 'point')}. {others}"
    return f"{by} would fill {found.worth} of {counted(gaps, 'cell')} without a partner. {others}"


def of_loss(cover: Cover, loss: Loss, could: pd.DataFrame) -> pd.DataFrame:
    """What breaks as a table: one row per cell, with who could step in."""
    cells = [*loss.lost, *loss.fragile]
    told = pd.DataFrame(
        {
            "Cell": [sentences.place(cover.cells.iloc[cell]) for cell in cells],
            "Becomes": ["without a partner"] * len(loss.lost)
            + ["short of its target"] * len(loss.fragile),
            "Enquiries waiting": who([cell + 1 for cell in cells], could, "waiting"),
            "Partners next door": who([cell + 1 for cell in cells], could, "next door"),
            "Partners for a sister focus": who([cell + 1 for cell in cells], could, "sister"),
        }
    )
    if cover.children is not None:
        told.insert(2, "Children", list(cover.children.loc[cells]))
    return known_by(cover.axes, told)


def leavers(cover: Cover) -> list[str]:
    """The partners of a frame, the one that most rests on first."""
    return [name for name, _ in _losses(cover)]


def of_partners(cover: Cover) -> pd.DataFrame:
    """Each partner, and how many cells its departure would lose or leave short."""
    losses = _losses(cover)
    return pd.DataFrame(
        {
            "Partner": [name for name, _ in losses],
            "Cells it serves": [len(cover.partners[name]) for name, _ in losses],
            "Lost without it": [len(loss.lost) for _, loss in losses],
            "Fragile without it": [len(loss.fragile) for _, loss in losses],
        }
    )


def loss_told(name: str, loss: Loss) -> str:
    """What becomes of the cells if one partner leaves, in a sentence."""
    if not loss.lost and not loss.fragile:
        return f"Without {name}, no cell would lose its last partner or fall below its target."
    lost, fragile = counted(len(loss.lost), "cell"), counted(len(loss.fragile), "cell")
    return f"Without {name}, {lost} would have no partner, and {fragile} would turn fragile."


def resilience_told(found: Resilience) -> list[str]:
    """How much of the cover rests on how few, in sentences."""
    if not found.served:
        return ["No cell has a partner, so nothing can be lost."]
    cells = counted(found.cells, "cell")
    leavers = counted(len(found.leavers), "departure")
    return [
        f"{found.on_one} of {cells} rest on one partner.",
        f"{found.twice} of {cells} are served twice or more.",
        f"{found.served} have a partner. It takes {leavers}, and no fewer, to lose half of them.",
        f"For instance, {found.lost} would go with {listed(found.leavers)}.",
    ]


def of_resilience(found: Resilience) -> pd.DataFrame:
    """How much of the cover rests on how few, as one row."""
    return pd.DataFrame(
        {
            "Cells": [found.cells],
            "With a partner": [found.served],
            "On one partner": [found.on_one],
            "Served twice": [found.twice],
            "Departures that lose half": [len(found.leavers)],
            "For instance": ["; ".join(found.leavers)],
            "Cells lost then": [found.lost],
        }
    )


def _losses(cover: Cover) -> list[tuple[str, Loss]]:
    losses = [(name, without(cover, name)) for name in cover.partners]
    return sorted(losses, key=lambda told: (-len(told[1].lost), -len(told[1].fragile), told[0]))


def _columns(found: Shortlist) -> list[str]:
    columns = ["Set", "Organisation", "Cells it would fill", "Only it would fill"]
    return [*columns, "Counted"] if any(map(_is_capped, found.sets)) else columns


def _is_capped(one: Sequence[Pick]) -> bool:
    return any(pick.is_capped for pick in one)


def _number(ties: int | str) -> str:
    return f"{ties:,}" if isinstance(ties, int) else f"More than {int(ties[1:]):,}"


def _places(cover: Cover, cells: Sequence[int]) -> str:
    return "; ".join(sentences.place(cover.cells.iloc[cell]) for cell in cells)
