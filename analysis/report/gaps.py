"""Ranked gaps in words and tables: their kind, their arithmetic, and who could close them."""

from collections.abc import Sequence

import pandas as pd

from analysis.decide.gaps import Ranking
from analysis.report import sentences
from analysis.report.sentences import counted

KINDS = {
    "nobody": "Nobody",
    "offered": "Nobody yet; somebody has offered",
    "unanswered": "Unanswered: a partner may, but did not say",
    "whole-hub": "Only by whole-hub claims",
    "one": "One partner only",
    "few": "Too few partners",
}
CLOSERS = {
    "waiting": "Enquiries waiting",
    "next door": "Partners next door",
    "sister": "Partners for a sister focus",
}
_BY_AXIS = {
    "area": ("Children", "Partners next door"),
    "focus": ("Partners for a sister focus",),
}
_PARTS = ("missing", "children", "need", "priority")


def names(gaps: pd.DataFrame) -> list[str]:
    """What each gap is called."""
    return [sentences.place(gap) for _, gap in gaps.iterrows()]


def ranked(gaps: pd.DataFrame, axes: Sequence[str]) -> str:
    """How many gaps there are, and which stands first."""
    if gaps.empty:
        return "No cell is short of its target."
    frame = " × ".join(axes)
    first = gaps.iloc[0]
    short = "is short of its target" if len(gaps) == 1 else "are short of their target"
    return f"{counted(len(gaps), f'{frame} cell')} {short}. First: {sentences.place(first)}."


def how_ranked(ranking: Ranking, measure: str) -> str:
    """What points are, in one sentence; `measure` is what the need is called."""
    parts = [f"{getattr(ranking.weights, part)} × {part}" for part in _PARTS]
    return f"Points: {' + '.join(parts)}, each part from 0 to 100. Need: {measure}."


def gap_told(gap: pd.Series, ranking: Ranking) -> list[str]:
    """One gap in sentences: its kind, its points, its figures."""
    told = [
        f"{sentences.place(gap)}. {KINDS[gap['kind']]}.",
        f"{gap['points']} points: {arithmetic(gap, ranking)}.",
        f"Missing: {max(0, gap['target'] - gap['partners'])} of {gap['target']} partners.",
    ]
    if pd.notna(gap["children"]):
        told.append(f"Children: {int(gap['children']):,} aged 0 to 18 live in the area.")
    if pd.notna(gap["need"]):
        figure = f"{gap['need']:,g} {gap['need_unit']}, {gap['need_period']}"
        told.append(f"Need: {gap['need_label']}: {figure} ({gap['need_source']}).")
    if gap["priority_part"]:
        told.append(f"A priority of the plan: {gap['priority_why']}")
    return told


def closers(could: pd.DataFrame) -> dict[str, list[str]]:
    """Who could close a gap, under the words for how they could."""
    by_how = {
        words: [str(name) for name in could.loc[could["how"] == how, "organisation"]]
        for how, words in CLOSERS.items()
    }
    return {words: names for words, names in by_how.items() if names}


def of_gaps(
    gaps: pd.DataFrame, could: pd.DataFrame, axes: Sequence[str], ranking: Ranking
) -> pd.DataFrame:
    """Ranked gaps as a table: one row per cell, with its arithmetic and who could close it."""
    told = pd.DataFrame(
        {
            "Cell": [sentences.place(gap) for _, gap in gaps.iterrows()],
            "Points": gaps["points"],
            "Kind of gap": gaps["kind"].map(KINDS),
            "Partners": gaps["partners"],
            "Target": gaps["target"],
            "Children": gaps["children"].astype("Int64"),
            "Enquiries waiting": who(gaps["cell"], could, "waiting"),
            "Partners next door": who(gaps["cell"], could, "next door"),
            "Partners for a sister focus": who(gaps["cell"], could, "sister"),
            "Priority": ["yes" if part else "" for part in gaps["priority_part"]],
            "Arithmetic": [arithmetic(gap, ranking) for _, gap in gaps.iterrows()],
        }
    )
    return known_by(axes, told if gaps["priority_part"].any() else told.drop(columns="Priority"))


def known_by(axes: Sequence[str], told: pd.DataFrame) -> pd.DataFrame:
    """A table of cells without the columns that say nothing where an axis is not among theirs."""
    absent = [name for axis, names in _BY_AXIS.items() if axis not in axes for name in names]
    return told.drop(columns=absent, errors="ignore")


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
            "waiting": _names(could, gap["cell"], "waiting"),
            "next_door": _names(could, gap["cell"], "next door"),
            "sister": _names(could, gap["cell"], "sister"),
            "priority": bool(gap["priority_part"]),
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
        if weight and (part != "priority" or gap["priority_part"])
    )


def who(cells: Sequence[int] | pd.Series, could: pd.DataFrame, how: str) -> list[str]:
    """Who could serve each of some cells, and how: their names, "; " between them."""
    named = could[could["how"] == how].groupby("cell")["organisation"].agg("; ".join)
    return [str(named.get(cell, "")) for cell in cells]


def _names(could: pd.DataFrame, cell: int, how: str) -> list[str]:
    named = could.loc[(could["cell"] == cell) & (could["how"] == how), "organisation"]
    return [str(name) for name in named]
