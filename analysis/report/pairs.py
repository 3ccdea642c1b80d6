"""Two organisations that may be one, side by side, and why."""

import pandas as pd

from analysis.report.sentences import moment

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
    """Organisations side by side: one row per fact that either has, one column per organisation."""
    told = profiles.assign(
        offers=profiles["offers"].astype(str),
        newest=[_day(at) for at in profiles["newest"]],
        place=[_place(row) for _, row in profiles.iterrows()],
    )
    wide = told.set_index("name")[list(_FACTS)].T.replace("", None).dropna(how="all")
    return wide.rename(index=_FACTS).rename_axis(index="", columns=None).reset_index()


def of_pair(pair: pd.Series) -> str:
    """Why two organisations may be one."""
    return f"Why they may be one: {pair['reasons']}."


def _day(at: pd.Timestamp) -> str:
    return moment(at).partition(",")[0] if pd.notna(at) else ""


def _place(row: pd.Series) -> str:
    sheet = f", sheet {row['sheet']}" if row["sheet"] else ""
    return f"{row['file']}{sheet}, row {row['row']}"
