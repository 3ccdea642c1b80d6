"""What to do about the gaps, in words and tables: ranked gaps, shortlists, departures."""

from collections.abc import Sequence

import pandas as pd

from analysis.decide.cover import Cover
from analysis.decide.departures import Loss, Resilience
from analysis.decide.gaps import Ranking
from analysis.decide.shortlist import Pick, Shortlist, open_gaps
from analysis.report import sentences
from analysis.report.sentences import counted, listed

KINDS = {
    "nobody": "Nobody",
    "offered": "Nobody yet; somebody has offered",
    "unanswered": "Unanswered: a partner may, but did not say",
    "whole-hub": "Only by whole-hub claims",
    "one": "One partner only",
    "few": "Too few partners",
}
_PARTS = ("missing", "children", "need")


def of_gaps(
    gaps: pd.DataFrame, could: pd.DataFrame, axes: Sequence[str], ranking: Ranking
) -> pd.DataFrame:
    """Ranked gaps as a table: one row per cell, with its arithmetic and who could close it."""
    told = pd.DataFrame(
        {
            "Cell": [sentences.place(gap) for _, gap in gaps.iterrows()],
            "Points": gaps["points"],
            "Arithmetic": [arithmetic(gap, ranking) for _, gap in gaps.iterrows()],
            "Kind of gap": gaps["kind"].map(KINDS),
            "Partners": gaps["partners"],
            "Target": gaps["target"],
            "Children": gaps["children"].astype("Int64"),
            "Enquiries waiting": _who(gaps["cell"], could, "waiting"),
            "Partners next door": _who(gaps["cell"], could, "next door"),
        }
    )
    return told if "area" in axes else told.drop(columns=["Children", "Partners next door"])


def gaps_in_full(
    gaps: pd.DataFrame, could: pd.DataFrame, places: Sequence[str], ranking: Ranking
) -> list[dict[str, object]]:
    """Ranked gaps as records, each with its arithmetic and who could close it."""
    figures = ["state", "kind", "partners", "target", "enquiries", "unsure", "whole_hub", "points"]
    names = [place[:-1] for place in places]
    return [
        {
            **{str(key): value for key, value in record.items()},
            "children": None if pd.isna(gap["children"]) else int(gap["children"]),
            "arithmetic": arithmetic(gap, ranking),
            "waiting": _named(could, gap["cell"], "waiting"),
            "next_door": _named(could, gap["cell"], "next door"),
        }
        for record, (_, gap) in zip(
            gaps[[*names, *figures]].to_dict(orient="records"), gaps.iterrows(), strict=True
        )
    ]


def arithmetic(gap: pd.Series, ranking: Ranking) -> str:
    """How a gap's points come about: "3 × 100 missing + 1 × 37 children + 1 × 82 need"."""
    weights = {part: getattr(ranking.weights, part) for part in _PARTS}
    return " + ".join(
        f"{weight} × {'–' if pd.isna(gap[f'{part}_part']) else int(gap[f'{part}_part'])} {part}"
        for part, weight in weights.items()
        if weight
    )


def of_shortlist(cover: Cover, found: Shortlist, most: int) -> pd.DataFrame:
    """The first best sets as a table: one row per set and organisation, with what it brings."""
    return pd.DataFrame(
        [
            {
                "Set": number,
                "Organisation": pick.organisation,
                "Cells it would fill": len(pick.closes),
                "Only it would fill": _places(cover, pick.alone),
                **({"Counted": "in part"} if pick.is_capped else {}),
            }
            for number, one in enumerate(found.sets[:most], start=1)
            for pick in one
        ],
        columns=_columns(found),
    ).fillna("")


def shortlist_told(cover: Cover, found: Shortlist) -> str:
    """What a shortlist would close, and how many others do as well."""
    gaps, picks = len(open_gaps(cover)), len(found.sets[0])
    if not found.worth:
        return f"No open enquiry would fill any of the {counted(gaps, 'cell')} without a partner."
    others = (
        "No other set does as well."
        if found.ties == 1
        else f"{_number(found.ties)} sets do equally well."
    )
    by = counted(picks, "organisation")
    return f"{by} would fill {found.worth} of {counted(gaps, 'cell')} without a partner. {others}"


def of_loss(cover: Cover, loss: Loss, could: pd.DataFrame) -> pd.DataFrame:
    """What breaks as a table: one row per cell, with who could step in."""
    cells = [*loss.lost, *loss.fragile]
    told = pd.DataFrame(
        {
            "Cell": [sentences.place(cover.cells.iloc[cell]) for cell in cells],
            "Becomes": ["without a partner"] * len(loss.lost)
            + ["short of its target"] * len(loss.fragile),
            "Enquiries waiting": _who([cell + 1 for cell in cells], could, "waiting"),
            "Partners next door": _who([cell + 1 for cell in cells], could, "next door"),
        }
    )
    if cover.children is None:
        return told.drop(columns="Partners next door")
    told.insert(2, "Children", list(cover.children.loc[cells]))
    return told


def resilience_told(found: Resilience) -> list[str]:
    """How much of the cover rests on how few, in sentences."""
    if not found.served:
        return ["No cell has a partner, so nothing can be lost."]
    cells = counted(found.cells, "cell")
    leavers = counted(len(found.leavers), "departure")
    lost = f"{found.lost} of the {counted(found.served, 'served cell')}"
    return [
        f"{found.on_one} of {cells} rest on one partner.",
        f"{found.twice} of {cells} are served twice or more.",
        f"{leavers} could leave {lost} without a partner; fewer could not leave half of them so.",
        f"For instance, if these left: {listed(found.leavers)}.",
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


def _columns(found: Shortlist) -> list[str]:
    columns = ["Set", "Organisation", "Cells it would fill", "Only it would fill"]
    return [*columns, "Counted"] if any(map(_is_capped, found.sets)) else columns


def _is_capped(one: Sequence[Pick]) -> bool:
    return any(pick.is_capped for pick in one)


def _number(ties: int | str) -> str:
    return f"{ties:,}" if isinstance(ties, int) else f"More than {int(ties[1:]):,}"


def _places(cover: Cover, cells: Sequence[int]) -> str:
    return "; ".join(sentences.place(cover.cells.iloc[cell]) for cell in cells)


def _who(cells: Sequence[int] | pd.Series, could: pd.DataFrame, how: str) -> list[str]:
    return ["; ".join(_named(could, cell, how)) for cell in cells]


def _named(could: pd.DataFrame, cell: int, how: str) -> list[str]:
    named = could.loc[(could["cell"] == cell) & (could["how"] == how), "organisation"]
    return [str(name) for name in named]
