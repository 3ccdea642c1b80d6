"""Need beside cover, and the children who live where a term of the plan is safe."""

import pandas as pd
import streamlit as st

from analysis import areas, charts, questions
from analysis.database import Database
from analysis.report import areas as told
from analysis.report import definitions
from analysis.vocabulary import HEADINGS
from pages.shared import blocks, filters, menu, numbers, session, text
from pages.shared.blocks import Answer
from pages.shared.drill import View

# The areas as they are shaded, and as they would be without the filters, if there are any.
Shaded = tuple[pd.DataFrame, pd.DataFrame | None]


def pick_measure(data: Database, key: str, label: str, usual: str = "") -> str:
    """One measure of need, by what it is called; `usual` is the code of the first choice."""
    labels = areas.labels(data)
    measures = {label: measure for measure, label in labels.items()}
    return measures[filters.pick(key, label, list(measures), labels.get(usual))]


def area_map(answer: Answer, shaded: Shaded) -> None:
    """The areas by their real outlines where boundaries were uploaded, else as tiles."""
    now, without = shaded
    figure = charts.map_of_areas(now, areas.outlines(session.database()), without)
    blocks.narrowing(answer, figure, charts.describe_tiles(now), ("area",))


def beside(view: View, measure: str) -> None:
    """Each area by its need and its cover, and which areas are cold spots."""
    axis = view.axes[1]
    found = areas.beside(view.data, axis, measure, view.chosen)
    is_narrowed = view.chosen != questions.EVERYTHING
    lifted = areas.beside(view.data, axis, measure) if is_narrowed else None
    st.header("Need beside cover")
    st.subheader(text.escaped(told.cold_spots(found)))
    blocks.narrowing(
        Answer(
            "beside",
            f"Need beside cover by {HEADINGS[axis].lower()}",
            told.of_beside(found),
            told.of_lines(found, axis),
            about=definitions.BESIDE,
        ),
        charts.need_beside_cover(found, lifted),
        charts.describe_need_beside_cover(found),
        ("area",),
    )
    text.lines([told.of_opposite(areas.opposite(view.data, measure))])
    menu.link("data/areas", "Add boundaries or figures of need")
    cells = questions.coverage(view.data, view.axes, view.chosen)
    numbers.show("beside_number", "need beside cover", told.numbers(cells, found), view)


def safe_children(view: View) -> None:
    """How many children live where each term is safe."""
    axis = view.axes[1]
    shares = areas.safe_children(view.data, axis, view.chosen)
    st.header("Children who live where it is safe")
    blocks.table(
        Answer(
            "children",
            f"Children who live where it is safe, by {HEADINGS[axis].lower()}",
            told.of_children(shares, axis),
            told.of_children_from(shares),
            about=definitions.CHILDREN,
        )
    )
    blocks.counted(definitions.CHILDREN)
    cells = questions.coverage(view.data, view.axes, view.chosen)
    found = told.safe_numbers(cells, list(shares["label"]))
    numbers.show("children_number", "children where it is safe", found, view)
