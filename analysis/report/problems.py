"""What is wrong or doubtful, in words: what it is, why it matters, who can put it right, where."""

from collections.abc import Callable, Mapping
from functools import partial

import pandas as pd

from analysis.fixes import PAIR
from analysis.intake.grid import letter
from analysis.report.kinds import KINDS, SENT_AGAIN
from analysis.report.sentences import ASKED, counted
from analysis.vocabulary import HEADINGS, STAGE


def to_do(problems: pd.DataFrame) -> pd.DataFrame:
    """The problems that somebody can put right; the others are only to be known."""
    return problems[problems["kind"] != SENT_AGAIN].reset_index(drop=True)


def to_know(problems: pd.DataFrame) -> pd.DataFrame:
    """What nobody needs to put right."""
    return problems[problems["kind"] == SENT_AGAIN].reset_index(drop=True)


def import_names(imports: pd.DataFrame) -> dict[str, int]:
    """Imports by a name that tells them apart."""
    pairs = zip(imports["file"], imports["import"], strict=True)
    return {f"{file} (entry {number})": int(number) for file, number in pairs}


def narrowed(problems: pd.DataFrame, number: int | None, kind: str | None) -> pd.DataFrame:
    """The problems that stand in one import, and those of one kind; all where neither is named."""
    here = [number is None or number in imports for imports in problems["imports"]]
    alike = [kind is None or kind == each for each in problems["kind"]]
    both = [one and other for one, other in zip(here, alike, strict=True)]
    return problems[pd.Series(both, index=problems.index, dtype=bool)].reset_index(drop=True)


def headline(problems: pd.DataFrame) -> str:
    """All that is to be put right in one sentence, and what hangs most on it."""
    if problems.empty:
        return "Nothing needs putting right."
    told = counted(len(problems), "thing needs putting right", "things need putting right")
    first = problems.iloc[0]
    if not first["cells"]:
        return f"{told}, and no cell hangs on {'it' if len(problems) == 1 else 'any of them'}."
    return f"{told}. Most of all: {consequence(first)}"


def by_key(problems: pd.DataFrame) -> dict[tuple[str, str, str], pd.Series]:
    """Each problem by its kind, its dimension and what it is about."""
    return {(p["kind"], p["dimension"], p["about"]): p for _, p in problems.iterrows()}


def names(problems: pd.DataFrame) -> list[str]:
    """What each problem is called, told apart by the entry where two would share a name."""
    plain = [name(problem) for _, problem in problems.iterrows()]
    return [
        f"{each} (entry {number})" if plain.count(each) > 1 else each
        for each, number in zip(plain, problems["import"], strict=True)
    ]


def name(problem: pd.Series) -> str:
    """One problem in a few words."""
    return _NAMES[problem["kind"]](problem)


def consequence(problem: pd.Series) -> str:
    """Why a problem matters, in cells where any hang on it."""
    cells, more = int(problem["cells"]), int(problem["more_cells"])
    if not cells + more:
        return KINDS[problem["kind"]].why
    if problem["kind"] == PAIR:
        return _of_pair(cells, more)
    grid = f"{_grid(problem['dimension'])} cell"
    if problem["dimension"] == STAGE:
        missed = counted(
            cells, f"{grid} short of its target misses", f"{grid}s short of their target miss"
        )
        return f"{missed} these offers, which count as nothing."
    shown = counted(cells, f"{grid} shows", f"{grid}s show")
    beside = f", and {more} more leave a partner unsure" if more else ""
    if not cells:
        return f"It leaves a partner unsure in {counted(more, grid)} that others settle."
    return f"{shown} unknown because {_because(problem)}{beside}."


def who(problem: pd.Series) -> str:
    """Who can put a problem right."""
    return KINDS[problem["kind"]].who


def place(problem: pd.Series) -> str:
    """Where a problem first stands: file, sheet, row and column, and in how many places more."""
    if problem["kind"] == PAIR:
        return ""
    parts = [str(problem["file"]), str(problem["sheet"]), f"row {problem['row']}"]
    if pd.notna(problem["column"]):
        parts.append(f"column {letter(int(problem['column']))}")
    more = int(problem["offers"]) - 1
    return ", ".join(filter(None, parts)) + (f", and {more:,} more" if more else "")


def table(problems: pd.DataFrame) -> pd.DataFrame:
    """The problems as a table for people."""
    rows = [
        (
            named,
            int(problem["cells"]),
            int(problem["more_cells"]),
            int(problem["offers"]),
            who(problem),
            place(problem),
        )
        for named, (_, problem) in zip(names(problems), problems.iterrows(), strict=True)
    ]
    return pd.DataFrame(rows, columns=["Problem", *_FIGURES, "Who can put it right", "Where"])


def of_cells(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells that hang on a problem."""
    told = cells.assign(
        holds_back=cells["holds_back"].map({True: "yes", False: "no: it is settled by others"})
    )
    return told[["row_label", "column_label", "state", "holds_back", "organisations"]].rename(
        columns={
            "row_label": "Row of the grid",
            "column_label": "Area",
            "state": "State",
            "holds_back": "Held back",
            "organisations": "Organisations behind it",
        }
    )


def of_places(places: pd.DataFrame) -> pd.DataFrame:
    """The rows where a problem stands, in the words that were written."""
    columns = [letter(int(c)) if pd.notna(c) else "" for c in places["column"]]
    told = places.assign(column=columns, organisation=places["organisation"].fillna("(no name)"))
    return told[["organisation", "text", "stage_label", "file", "sheet", "row", "column"]].rename(
        columns={
            "organisation": "Organisation",
            "text": "Words in the file",
            "stage_label": "Stage",
            "file": "File",
            "sheet": "Sheet",
            "row": "Row",
            "column": "Column",
        }
    )


def in_row(kind: str, dimension: str, text: str) -> str:
    """What is wrong in one row of a file."""
    if kind == "wording":
        return f'{HEADINGS[dimension]}: nobody knows what "{text}" means.'
    if kind == "blank":
        return f"It does not say {ASKED[dimension]}."
    return _IN_ROW[kind]


def _of_pair(cells: int, more: int) -> str:
    both = counted(cells + more, "function × area cell counts", "function × area cells count")
    changing = f", and {cells} of them would change their state" if cells else ""
    return f"{both} both as partners; joined, they would count one fewer{changing}."


def _grid(dimension: str) -> str:
    rows = dimension if dimension in ("aim", "focus") else "function"
    return f"{HEADINGS[rows].lower()} × area"


def _because(problem: pd.Series) -> str:
    if problem["kind"] == "wording":
        return f'nobody knows what "{problem["text"]}" means'
    return _not_asked(problem) if problem["kind"] == "not asked" else _silent(problem)


def _not_asked(problem: pd.Series) -> str:
    return f"{problem['file']} does not ask {ASKED[problem['dimension']]}"


def _silent(problem: pd.Series) -> str:
    partners = counted(int(problem["organisations"]), "partner")
    return f"{partners} did not say {ASKED[problem['dimension']]}"


def _counted_in(one: str, many: str, problem: pd.Series) -> str:
    return f"{problem['file']}: {counted(int(problem['offers']), one, many)}"


_FIGURES = ("Held back", "In doubt", "Offers")
_IN_ROW = {
    "no name": "The organisation's name is missing, so the row was set aside.",
    "date": "The date or time of submission could not be read.",
    "reach": "The reach is not one whole number.",
    "email": "The e-mail address is none.",
}
_NAMES: Mapping[str, Callable[[pd.Series], str]] = {
    "wording": lambda p: f'{HEADINGS[p["dimension"]]}: "{p["text"]}" is not understood',
    "blank": _silent,
    "not asked": _not_asked,
    "no name": partial(_counted_in, "row without a name", "rows without a name"),
    "date": partial(_counted_in, "date not read", "dates not read"),
    "reach": partial(_counted_in, "reach that is no number", "answers on reach are no number"),
    "email": partial(_counted_in, "e-mail address that is none", "e-mail addresses that are none"),
    "gone": partial(_counted_in, "offer gone from newer exports", "offers gone from newer exports"),
    PAIR: lambda p: f"{p['text']} may be one organisation",
    SENT_AGAIN: partial(_counted_in, "submission sent again", "submissions sent again"),
}
