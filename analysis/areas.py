"""What is asked of the hub's areas: their need beside their cover, and the children behind it."""

from collections.abc import Mapping

import pandas as pd

from analysis import questions
from analysis.database import Database
from analysis.need import CHILDREN
from analysis.questions import EVERYTHING, Filters, Value


def beside(
    database: Database, axis: str, measure: str, filters: Filters = EVERYTHING
) -> pd.DataFrame:
    """Put each area's cover beside one measure of its need.

    Parameters
    ----------
    axis
        The dimension whose terms, in each area, are counted.
    measure
        A measure of need, by its code.

    Returns
    -------
    DataFrame
        One row per area: the columns of `questions.places`; `need_middle` (the middle figure of
        all the hub's areas, whatever the filters), `is_high`, `is_thin` (fewer than half of its
        cells are safe) and `quadrant` ("cold-spot": both; "high-covered", "low-thin",
        "low-covered"; "not-known" where there is no figure, or no cell applies).
    """
    return questions.ask(
        database,
        "from questions.beside($axis, $measure, $people, $chosen, $stages, $whole_hub)",
        {**_asked(axis, filters), "measure": measure},
    )


def safe_children(database: Database, axis: str, filters: Filters = EVERYTHING) -> pd.DataFrame:
    """How many children live where each term of a dimension is safe.

    Returns
    -------
    DataFrame
        One row per term: `term`, `label`; `areas` (where it applies), `safe_areas`; `children` who
        live in the first and `safe_children` in the second, null where nobody counted any;
        `areas_not_known` (of `areas`, those without a figure, left out of both);
        `children_label`, `children_period`, `children_source`.
    """
    return questions.ask(
        database,
        "from questions.safe_children($axis, $people, $chosen, $stages, $whole_hub)",
        _asked(axis, filters),
    )


def outlines(database: Database) -> pd.DataFrame:
    """The outlines of the areas, where boundaries were uploaded.

    Returns
    -------
    DataFrame
        One row per ring: `area`, `polygon` and `ring` (numbers from 0; ring 0 is the border, wound
        clockwise, the others are holes), `xs` and `ys` (degrees), `middle_x` and `middle_y` (where
        the area's name stands). No row where nothing was uploaded.
    """
    return questions.ask(database, "from questions.outlines()", {})


def measures(database: Database) -> pd.DataFrame:
    """The measures of need that can be chosen, one row each.

    Returns
    -------
    DataFrame
        `measure` (its code), `label`, `unit` ("rank" where the first needs most), `period`,
        `source`.
    """
    return questions.ask(database, "from questions.measures($people)", {"people": CHILDREN})


def labels(database: Database) -> dict[str, str]:
    """The measures of need that can be chosen, by code, with what they are called."""
    found = measures(database)
    return dict(zip(found["measure"], found["label"], strict=True))


def opposite(database: Database, measure: str) -> pd.DataFrame:
    """The measures that put the areas in rather the opposite order of need.

    Returns
    -------
    DataFrame
        One row per other measure whose ranks correlate with this one's at -0.5 or below: `measure`,
        `label`, and `highest` (the label of the area that it puts first).
    """
    asked = {"measure": measure, "people": CHILDREN}
    return questions.ask(database, "from questions.opposite($measure, $people)", asked)


def _asked(axis: str, filters: Filters) -> Mapping[str, Value]:
    bound = questions.view([axis], filters)
    del bound["axes"]
    return {**bound, "axis": axis, "people": CHILDREN}
