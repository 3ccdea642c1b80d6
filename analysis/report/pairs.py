"""Two organisations that may be one, side by side, and what joining them would do, in words."""

import pandas as pd

from analysis.report.sentences import counted, moment

_FACTS = {
    "also_written": "Also written",
    "offers": "Offers",
    "functions": "Functions",
    "areas": "Areas",
    "stages": "Stage",
    "websites": "Website",
    "newest": "Newest submission",
    "place": "Newest offer stands in",
}


def of_profiles(profiles: pd.DataFrame) -> pd.DataFrame:
    """Organisations side by side: one row per fact, one column per organisation."""
    told = profiles.assign(
        offers=profiles["offers"].astype(str),
        newest=[moment(at) if pd.notna(at) else "" for at in profiles["newest"]],
        place=[_place(row) for _, row in profiles.iterrows()],
    )
    wide = told.set_index("name")[list(_FACTS)].T
    return wide.rename(index=_FACTS).rename_axis(index="", columns=None).reset_index()


def of_pairs(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs as a table, the likeliest first."""
    return pairs.drop(columns=["left_key", "right_key"]).rename(
        columns={
            "left": "One name",
            "right": "Other name",
            "score": "How alike, of 100",
            "reasons": "Why",
            "left_offers": "Offers of one",
            "right_offers": "Offers of the other",
            "cells_of_both": "Cells that count both",
            "cells_changing": "Cells that would change",
        }
    )


def of_pair(pair: pd.Series) -> list[str]:
    """Why two organisations may be one, and how that would count."""
    both = int(pair["cells_of_both"])
    cells = counted(both, "function × area cell counts", "function × area cells count")
    effect = f"{cells} both as partners today, and would count one fewer." if both else ""
    return [f"Why they may be one: {pair['reasons']}.", *filter(None, [effect])]


def _place(row: pd.Series) -> str:
    sheet = f", sheet {row['sheet']}" if row["sheet"] else ""
    return f"{row['file']}{sheet}, row {row['row']}"
