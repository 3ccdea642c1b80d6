"""The filters: drawn once, held in the address bar, the same on every page."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from analysis.questions import Filters
from analysis.vocabulary import DIMENSIONS, HEADINGS, STAGE, Term, Vocabulary
from pages.shared import chips, session

WHOLE_HUB = "whole_hub"
UNKNOWN = "unknown in the address"
ARRIVED = "arrived with"


def draw(words: Vocabulary) -> None:
    """Draw the filters in the sidebar."""
    with st.sidebar:
        st.subheader("Filters")
        for dimension in DIMENSIONS:
            _choose(dimension, words.frame(dimension))
        _choose(STAGE, tuple(term for term in words.of(STAGE) if term.counts_as != "nothing"))
        _heed(WHOLE_HUB, "Count whole-hub claims", ("true", "false"))
        st.toggle(
            "Count whole-hub claims",
            value=True,
            key=WHOLE_HUB,
            bind="query-params",
            help="An offer that says it serves the whole hub counts in every area. "
            "Switch off to see only what is claimed area by area.",
        )
        chips.ask()
        st.button("Clear all filters", on_click=clear, disabled=not are_set())


def current() -> Filters:
    """What is chosen now."""
    chosen: list[str] = []
    for dimension in DIMENSIONS:
        chosen += [f"{dimension}:{term.code}" for term in st.session_state.get(dimension, [])]
    stages = tuple(term.code for term in st.session_state.get(STAGE, []))
    return Filters(tuple(chosen), stages, bool(st.session_state.get(WHOLE_HUB, True)))


def shown(dimension: str) -> tuple[Term, ...]:
    """The terms of a dimension that are chosen; all of its frame where none is."""
    frame = session.words().frame(dimension)
    chosen = st.session_state.get(dimension) or frame
    return tuple(term for term in frame if term in chosen)


def narrowed(chosen: Filters, name: str) -> Filters:
    """The filters with one term, "dimension:code", in place of all others of its dimension."""
    dimension = name.partition(":")[0]
    others = [term for term in chosen.chosen if term.partition(":")[0] != dimension]
    return replace(chosen, chosen=(*others, name))


def in_address() -> dict[str, list[str]]:
    """What the address says of the filters, for a link to another page."""
    names = (*DIMENSIONS, STAGE, WHOLE_HUB)
    return {name: st.query_params.get_all(name) for name in names if name in st.query_params}


def are_set() -> bool:
    """Whether any filter is."""
    return current() != Filters()


def described() -> str:
    """The filters in words, with every value in full."""
    parts = [
        f"{HEADINGS[dimension]}: {chips.said(dimension)}"
        for dimension in (*DIMENSIONS, STAGE)
        if st.session_state.get(dimension)
    ]
    if not st.session_state.get(WHOLE_HUB, True):
        parts.append("whole-hub claims left out")
    return "; ".join(parts) or "none"


def pick(key: str, label: str, options: Sequence[str], first: str | None = None) -> str:
    """One choice that the address bar holds; `first` where nothing is chosen yet."""
    _heed(key, label, options)
    _let_go(key, options)
    index = options.index(first) if first in options else 0
    return st.selectbox(label, options, index=index, key=key, bind="query-params")


def pick_any(key: str, label: str, options: Sequence[str], hint: str) -> str | None:
    """One choice that the address bar holds, or none."""
    _heed(key, label, options)
    _let_go(key, options)
    return st.selectbox(
        label,
        options,
        index=None,
        key=key,
        bind="query-params",
        placeholder=hint,
        on_change=take_hand,
        args=(key,),
    )


def pick_some(key: str, label: str, options: Sequence[str], hint: str = "Nobody") -> list[str]:
    """Any number of choices that the address bar holds."""
    if key in st.session_state:
        kept = [name for name in st.session_state[key] if name in options]
        if kept != st.session_state[key]:
            st.session_state[key] = kept
    return st.multiselect(label, options, key=key, bind="query-params", placeholder=hint)


def asked(name: str) -> str:
    """What the address says of something that no field on the page holds."""
    return st.query_params.get(name, "")


def by_hand(key: str) -> int:
    """How often a choice was made by hand: what was clicked before is then marked no longer."""
    return int(st.session_state.get(f"{key} by hand", 0))


def pick_axis(key: str, label: str, dimensions: Sequence[str], first: str) -> str:
    """One dimension out of several, by its heading."""
    headings = {HEADINGS[dimension]: dimension for dimension in dimensions}
    return headings[pick(key, label, list(headings), HEADINGS[first])]


def follow(chart: str, key: str, names: Mapping[tuple[str, ...], str]) -> bool:
    """Take over what was clicked in a chart as the choice called `key`; whether it could be."""
    event = st.session_state.get(chart)
    points = event.selection.points if event else []
    name = names.get(tuple(points[0]["customdata"])) if points else None
    if name is not None:
        st.session_state[key] = name
    return name is not None


def follow_row(table: str, key: str, names: Sequence[str]) -> None:
    """Take over the row that was selected in a table as the choice called `key`."""
    event = st.session_state.get(table)
    rows = event.selection.rows if event else []
    if rows:
        st.session_state[key] = names[rows[0]]


def taken(key: str) -> str:
    """What is chosen under a key, or what the address says before its field is drawn."""
    return str(st.session_state.get(key) or asked(key))


def taken_once(key: str) -> str:
    """What was just taken over under a key that no field has; it is let go of."""
    return str(st.session_state.pop(key, ""))


def choose(key: str, name: str) -> None:
    """Take over what was pressed as the choice called `key`."""
    st.session_state[key] = name


def unknown() -> str:
    """What the address asked for on arrival and is not here, until a filter is changed."""
    asked = st.session_state.get(UNKNOWN, [])
    if st.session_state.setdefault(ARRIVED, current()) != current() or not asked:
        return ""
    return (
        f"The link asks for {'; '.join(asked)}: there is no such choice here, so it was left out, "
        "and what you see may not be what was sent."
    )


def let_go(key: str) -> None:
    """Choose nothing any more."""
    st.session_state[key] = None


def _heed(key: str, label: str, known: Sequence[str]) -> None:
    """Note what the address asks of a field on arrival that the field does not have."""
    if ARRIVED not in st.session_state:
        asked = [f'{label} "{word}"' for word in st.query_params.get_all(key) if word not in known]
        st.session_state[UNKNOWN] = [*st.session_state.get(UNKNOWN, []), *asked]


def take_hand(key: str) -> None:
    """Count a choice made by hand, or one whose mark is to be taken off its chart."""
    st.session_state[f"{key} by hand"] = by_hand(key) + 1


def _let_go(key: str, options: Sequence[str]) -> None:
    """Forget a choice that is no longer there to be made."""
    if st.session_state.get(key) not in (None, *options):
        del st.session_state[key]


def _choose(dimension: str, terms: Sequence[Term]) -> None:
    _heed(dimension, HEADINGS[dimension], [term.short_label for term in terms])
    st.multiselect(
        HEADINGS[dimension],
        terms,
        format_func=lambda term: term.short_label,
        key=dimension,
        bind="query-params",
        placeholder="All",
    )


def clear() -> None:
    """Take every filter away."""
    for dimension in (*DIMENSIONS, STAGE):
        st.session_state[dimension] = []
    st.session_state[WHOLE_HUB] = True
