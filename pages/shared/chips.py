"""The filters as chips, and as what a click on a chart makes of them: shown alone, or left out.

Beside `session` and `filters`, only this module touches session state.
"""

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from analysis.vocabulary import DIMENSIONS, HEADINGS, STAGE, Term
from pages.shared import session

ONLY, OUT = "Shows only that", "Leaves that out"
CLICK = "click"
CLICKED = (
    "Of a cell, that is its row and its column. The filter then stands at the top of the page, "
    "where it can be taken away or turned round."
)


def ask() -> None:
    """Let it be chosen what a click does."""
    st.selectbox("A click on a chart", [ONLY, OUT], key=CLICK, help=CLICKED)


def draw() -> None:
    """Each filter as a button that takes it away; for each dimension one that turns it round."""
    for dimension in (*DIMENSIONS, STAGE):
        is_out, others = _is_out(dimension), _others(dimension)
        for term in others if is_out else _chosen(dimension):
            label = f"✕ {HEADINGS[dimension]}: {'not ' if is_out else ''}{term.short_label}"
            st.button(label, on_click=_lift, args=(dimension, term), key=f"chip {term.name}")
        if _chosen(dimension) and others:
            turned = "show only these" if is_out else "leave out instead"
            label = f"{HEADINGS[dimension]}: {turned}"
            st.button(label, on_click=_turn, args=(dimension,), type="tertiary")


def said(dimension: str) -> str:
    """The chosen terms of a dimension in words, or what is left out where that is shorter."""
    if _is_out(dimension):
        silent = "" if dimension == STAGE else ", offers that name none left out too"
        return f"all but {' and '.join(term.label for term in _others(dimension))}{silent}"
    return " or ".join(term.label for term in _chosen(dimension))


def take(chart: str, axes: Sequence[str]) -> bool:
    """Narrow the page to what was clicked in a chart, or leave it out; whether anything was.

    `axes` are the dimensions of a mark's codes, empty for one that is no term.
    """
    event = st.session_state.get(chart)
    points = event.selection.points if event else []
    if points:
        narrow(dict(zip(axes, points[0]["customdata"], strict=False)))
    return bool(points)


def take_row(table: str, dimension: str, codes: Sequence[str]) -> bool:
    """Narrow the page to the term of a table's row, or leave it out; whether any was selected."""
    event = st.session_state.get(table)
    rows = event.selection.rows if event else []
    if rows:
        narrow({dimension: codes[rows[0]]})
    return bool(rows)


def narrow(clicked: Mapping[str, str]) -> None:
    """Show only the terms of these codes, by dimension, or leave them out, as is chosen."""
    for dimension, code in clicked.items():
        terms = [term for term in _every(dimension) if term.code == code]
        if terms and st.session_state.get(CLICK) == OUT:
            shown = _chosen(dimension) or _every(dimension)
            terms = _without(shown, terms) or _without(_every(dimension), terms)
        if terms:
            st.session_state[dimension] = terms


def _every(dimension: str) -> Sequence[Term]:
    words = session.words()
    if dimension == STAGE:
        return [term for term in words.of(STAGE) if term.counts_as != "nothing"]
    return words.frame(dimension) if dimension else ()


def _chosen(dimension: str) -> list[Term]:
    return list(st.session_state.get(dimension, []))


def _others(dimension: str) -> list[Term]:
    return _without(_every(dimension), _chosen(dimension))


def _without(terms: Iterable[Term], left_out: Sequence[Term]) -> list[Term]:
    return [term for term in terms if term not in left_out]


def _is_out(dimension: str) -> bool:
    """Whether a choice is told sooner by what it leaves out."""
    return 0 < len(_others(dimension)) < len(_chosen(dimension))


def _lift(dimension: str, term: Term) -> None:
    """Take one filter away: of a term that is shown, or of one that is left out."""
    chosen = _chosen(dimension)
    kept = [*chosen, term] if _is_out(dimension) else _without(chosen, [term])
    st.session_state[dimension] = [] if len(kept) == len(_every(dimension)) else kept


def _turn(dimension: str) -> None:
    st.session_state[dimension] = _others(dimension)
