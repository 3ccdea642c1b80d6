"""What the pages of next steps ask of their reader, and one gap in full."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis import questions
from analysis.database import Database
from analysis.decide import gaps
from analysis.decide import shortlist as shortlists
from analysis.decide.cover import Cover
from analysis.decide.gaps import HEAVIEST, MEASURE, USUAL, Ranking, Weights
from analysis.decide.shortlist import Shortlist, Wishes
from analysis.questions import Filters
from analysis.report import gaps as told
from analysis.report import sentences
from analysis.vocabulary import DIMENSIONS, HEADINGS
from pages.shared import chips, drill, filters, menu, organisation, places, session, text
from pages.shared.drill import View

SCENARIOS = "decide/scenarios"
LONGEST, USUAL_LENGTH = 10, 3
NO_CAP, SAME, BY_POINTS = "No limit", "The same", "By the points of its gap"
CAPS = (1, 2, 3, 5, 8, 13)
AXES, NO_THIRD = ("rows", "columns", "layers"), "None"
PARTS = {
    "missing": "Missing partners",
    "children": "Children",
    "need": "Need",
    "priority": "Priority",
}


def axes() -> tuple[str, str]:
    """The two dimensions whose cells are looked at."""
    return _axes(*st.columns(2))


def frame() -> tuple[str, ...]:
    """The two or three dimensions whose cells are looked at."""
    left, middle, right = st.columns(3)
    two = _axes(left, middle)
    others = {HEADINGS[other]: other for other in DIMENSIONS if other not in two}
    with right:
        third = others.get(filters.pick("layers", "Third dimension", [NO_THIRD, *others]))
    return (*two, third) if third else two


def ranking(data: Database) -> Ranking:
    """What counts for how much in the order of gaps."""
    with st.expander("What counts, and for how much"):
        measure = places.pick_measure(data, "need", "Measure of need", MEASURE)
        columns = st.columns(len(PARTS))
        weights = {}
        for column, (part, label) in zip(columns, PARTS.items(), strict=True):
            with column:
                options = [str(weight) for weight in range(HEAVIEST + 1)]
                first = str(getattr(USUAL, part))
                weights[part] = int(filters.pick(f"count_{part}", label, options, first))
    return Ranking(Weights(**weights), measure)


def gap(
    data: Database, axes: Sequence[str], chosen: Filters, cell: pd.Series, ranking: Ranking
) -> None:
    """One gap: what it is, why it stands where it does, who could close it, its offers."""
    text.lines(told.gap_told(cell, ranking))
    could = gaps.could_close(data, axes, chosen)
    here = could[could["cell"] == cell["cell"]]
    for how, names in told.closers(here).items():
        st.subheader(how)
        for name in names:
            organisation.link(name)
    codes = drill.codes_of(cell, axes)
    st.button("Narrow the page to this cell", on_click=chips.narrow, args=(codes,))
    terms = [f"{axis}:{code}" for axis, code in codes.items()]
    st.subheader("Offers behind it")
    behind = questions.offers_behind(data, axes, terms, chosen)
    drill.offers(behind, sentences.place(cell), View(data, axes, chosen))


def wishes(enquirers: Sequence[str]) -> tuple[Wishes, bool]:
    """What the shortlist must keep to, and whether cells count by their points."""
    left, middle, right = st.columns(3)
    with left:
        lengths = [str(number) for number in range(1, LONGEST + 1)]
        most = int(filters.pick("most", "Organisations, at most", lengths, str(USUAL_LENGTH)))
    with middle:
        cap = filters.pick("cap", "Cells one may count for", [NO_CAP, *map(str, CAPS)])
    with right:
        worth = filters.pick("worth", "What a cell counts", [SAME, BY_POINTS])
    names = sorted(enquirers, key=str.casefold)
    left, right = st.columns(2)
    with left:
        must = filters.pick_some("must", "Must be on it", names)
    with right:
        others = [name for name in names if name not in must]
        never = filters.pick_some("never", "Never on it", others)
    limit = None if cap == NO_CAP else int(cap)
    return Wishes(most, tuple(must), tuple(never), limit), worth == BY_POINTS


def can_record() -> bool:
    """Whether anything can be recorded here; not in data that a link froze, which is said."""
    if session.frozen():
        st.caption("The data is frozen, so nothing can be recorded here.")
    return not session.frozen()


def try_out(label: str, **moves: Sequence[str]) -> None:
    """The way to a scenario that would `take` some organisations in, or let some `go`."""
    axes = {name: filters.taken(name) for name in AXES if filters.taken(name)}
    names = {name: list(moved) for name, moved in moves.items()}
    menu.link(SCENARIOS, text.escaped(label), **filters.in_address(), **axes, **names)


def shortlist(
    data: Database, served: Cover, chosen: Filters, wishes: Wishes, *, by_points: bool
) -> Shortlist:
    """The shortlist, found once in a visit for the same question."""
    key = (str(data.archive), data.state.number, served.axes, chosen, wishes, by_points)
    worth = gaps.worth(data, served, chosen) if by_points else ()
    with st.spinner("Finding the best sets…"):
        return session.keep("shortlist", key, lambda: shortlists.shortlist(served, wishes, worth))


def _axes(left: DeltaGenerator, right: DeltaGenerator) -> tuple[str, str]:
    with left:
        rows = filters.pick_axis("rows", "Rows", DIMENSIONS, "function")
    with right:
        others = [dimension for dimension in DIMENSIONS if dimension != rows]
        columns = filters.pick_axis("columns", "Columns", others, "area")
    return rows, columns
