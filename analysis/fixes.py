"""What is wrong or doubtful today, what hangs on it, and where it stands."""

import pandas as pd

from analysis.database import Database
from analysis.questions import Value, ask

PAIR = "pair"


def problems(database: Database) -> pd.DataFrame:
    """What is wrong or doubtful today, the most consequential first.

    Returns
    -------
    DataFrame
        One row per problem: `kind`; `dimension`, `about` and `text` (what it is about and the
        words written, empty where there are none); `offers` and `organisations` it touches;
        `cells` (that show unknown because of it, or, for a stage, that miss its offers),
        `more_cells` (where it leaves a partner unsure beside others); `imports`; and its first
        place: `import`, `file`, `sheet`, `row`, `column` (from 1; null where there is none).
    """
    return ask(database, "from questions.problems()", {})


def with_pairs(problems: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """Problems and, each as a problem of its own, organisations that may be one.

    `cells` of a pair are those whose state a join would change, `more_cells` the others that count
    both; `about` is both organisations' keys. A pair stands in no one place.
    """
    asked = pd.DataFrame(
        {
            "kind": PAIR,
            "dimension": "",
            "about": pairs["left_key"] + "|" + pairs["right_key"],
            "text": pairs["left"] + " and " + pairs["right"],
            "offers": pairs["left_offers"] + pairs["right_offers"],
            "organisations": 2,
            "cells": pairs["cells_changing"],
            "more_cells": pairs["cells_of_both"] - pairs["cells_changing"],
            "imports": [[] for _ in range(len(pairs))],
        }
    )
    if asked.empty:
        return problems
    both = pd.concat([problems, asked], ignore_index=True)
    order = ["cells", "more_cells", "offers"]
    return both.sort_values(order, ascending=False, kind="stable", ignore_index=True)


def cells(database: Database, kind: str, dimension: str, about: str) -> pd.DataFrame:
    """The cells that would say more if one problem were put right.

    Returns
    -------
    DataFrame
        One row per cell: `axis` (its rows' dimension; its columns are areas), `row`, `column` and
        their `_label`s, `state`, `holds_back` (false where the problem leaves a partner unsure
        beside others), `organisations` (whose offers are not understood there).
    """
    return ask(
        database,
        "from questions.problem_cells($kind, $dimension, $about)",
        _problem(kind, dimension, about),
    )


def places(database: Database, kind: str, dimension: str, about: str) -> pd.DataFrame:
    """Where one problem stands.

    Returns
    -------
    DataFrame
        One row per place: `organisation` (null where the row names none), `text` (as written),
        `stage_label`, `offer_key` (null where the row is no offer), `import`, `file`, `sheet`,
        `row`, `column` (null where the file has none for it).
    """
    return ask(
        database,
        "from questions.problem_places($kind, $dimension, $about)",
        _problem(kind, dimension, about),
    )


def of_import(database: Database, number: int) -> pd.DataFrame:
    """What is wrong in one import: `kind`, `dimension`, `about`, `text`, `row`, `column`."""
    return ask(database, "from questions.import_problems($number)", {"number": number})


def outdated_rows(database: Database, number: int) -> pd.DataFrame:
    """The rows of an import that no longer count, because a newer import repeats their offers."""
    return ask(database, "from questions.outdated_rows($number)", {"number": number})


def current_imports(database: Database) -> pd.DataFrame:
    """The imports with rows that no newer one repeats, the newest first: `import`, `file`."""
    return ask(database, "from questions.current_imports()", {})


def of_answer(database: Database, offer_key: str, dimension: str) -> pd.DataFrame:
    """The problems that leave one dimension of an offer open: `kind`, `dimension`, `about`."""
    statement = "from questions.problems_of($offer, $dimension)"
    return ask(database, statement, {"offer": offer_key, "dimension": dimension})


def _problem(kind: str, dimension: str, about: str) -> dict[str, Value]:
    return {"kind": kind, "dimension": dimension, "about": about}
