"""How sure a headline is, told when its fold is opened; and where what is doubtful is settled."""

import pandas as pd
import streamlit as st

from analysis import fixes
from analysis.decide import first, sure
from analysis.decide.doubts import OLD, PAIR, UNANSWERED, WHOLE_HUB, Asked
from analysis.decide.gaps import Ranking
from analysis.decide.sure import Sureness
from analysis.report import definitions, problems
from analysis.report import sure as told
from pages.shared import (
    blocks,
    filters,
    mending,
    menu,
    organisation,
    pairs,
    session,
    text,
    wordings,
)
from pages.shared.blocks import Answer
from pages.shared.drill import View

FIXES = "data/fixes"


def fold(key: str, view: View, ranking: Ranking | None = None) -> None:
    """Offer to say how sure a headline is. Nothing is counted before it is opened.

    With a ranking, the headline is that of the gaps in its order.
    """
    opened = st.expander("How sure is this?", key=f"{key}_sure", on_change="rerun")
    if opened.open:
        with opened:
            known = found(view)
            if ranking:
                line = first.first(view.data, known, view.axes, ranking)
                text.bullets(told.first_line(known, line))
            _show(key, known, view)


def found(view: View) -> Sureness:
    """How sure the cells of a figure are, found once in a visit for the same question."""
    data, asked = view.data, Asked(tuple(view.axes), view.chosen, session.day())
    waiting = pairs.waiting(data)
    key = (str(data.archive), data.state.number, asked)
    with st.spinner("Reading the record in 200 plausible ways…"):
        return session.keep(f"sure {asked}", key, lambda: sure.sureness(data, asked, waiting))


def _show(key: str, known: Sureness, view: View) -> None:
    text.lines([told.headline(known)])
    text.bullets(list(told.kinds(known)))
    blocks.counted(definitions.SURE)
    if known.facts.empty:
        return
    frame, base = " × ".join(view.axes), told.base(known)
    states, cells = (f"How sure each {what} is, {frame}" for what in ("number", "cell"))
    about = definitions.SURE
    blocks.table(Answer(f"{key} sure states", states, told.of_states(known), base, about=about))
    _flips(key, known, view)
    st.markdown("**Cell by cell**")
    blocks.table(Answer(f"{key} sure cells", cells, told.of_cells(known), base, about=about))


def _flips(key: str, known: Sureness, view: View) -> None:
    st.markdown("**What alone would change a cell**")
    flips = told.of_flips(known)
    if flips.empty:
        st.write("No doubtful fact changes the state of a cell by itself.")
        return
    names = list(flips["What is doubtful"])
    rows, pick = f"{key} flips {filters.by_hand(f'{key}_flip')}", f"{key}_flip"
    base = "Each alone, all else as recorded; those first that change most cells."
    answer = Answer(rows, "What would flip it", flips, base, about=definitions.SURE)
    blocks.table(answer, lambda: filters.follow_row(rows, pick, names))
    name = filters.pick_any(pick, "Doubtful", names, "Select a row above, or choose one")
    if name is not None:
        flip = known.flips.iloc[names.index(name)]
        _settle(known.facts.loc[flip["fact"]], view)


def _settle(fact: pd.Series, view: View) -> None:
    """Lead to where a doubtful fact can be settled."""
    kind = fact["kind"]
    if kind == PAIR:
        _to_fixes([(fixes.PAIR, "", fact["key"])], view)
    elif kind == UNANSWERED:
        asked = fixes.of_answer(view.data, *fact["key"].split("|"))
        _to_fixes(list(asked.itertuples(index=False, name=None)), view)
    elif kind in {OLD, WHOLE_HUB}:
        organisation.link(fact["subject"])
    else:
        wordings.decide(*fact["key"].split("|", 1))


def _to_fixes(keys: list[tuple[str, str, str]], view: View) -> None:
    wrong = problems.to_do(mending.found(view.data))
    names = dict(zip(problems.by_key(wrong), problems.names(wrong), strict=True))
    for name in (names[key] for key in keys if key in names):
        label = f"Settle it on Fixes: {text.escaped(name)}"
        menu.link(FIXES, label, problem=name)
