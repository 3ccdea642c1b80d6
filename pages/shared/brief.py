"""One page to act on some gaps: chosen, shown as it will be sent, and written as a PDF."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.access import Action
from analysis.decide.gaps import Ranking
from analysis.keeping import looks
from analysis.report import brief, definitions
from analysis.report import gaps as told
from pages.shared import blocks, drill, filters, identity, keeping, session, text
from pages.shared.drill import View


def fold(view: View, ranked: pd.DataFrame, ranking: Ranking) -> None:
    """Let one or a few gaps be chosen, and make a page of them to act on."""
    names = told.names(ranked)
    with st.expander("One page to act on", expanded=bool(filters.taken("brief"))):
        chosen = filters.pick_some(
            "brief", f"Gaps to tell of, at most {brief.MOST_CELLS}", names, "Choose gaps"
        )
        if len(chosen) > brief.MOST_CELLS:
            st.warning(f"One page has room for {brief.MOST_CELLS} gaps. Take one away.")
        elif chosen:
            gaps = (ranked.iloc[names.index(name)] for name in chosen)
            cells = [tuple(drill.codes_of(gap, view.axes).values()) for gap in gaps]
            _show(view, cells, ranking)


def _show(view: View, cells: Sequence[tuple[str, ...]], ranking: Ranking) -> None:
    role, asked = identity.role(), brief.Asked(tuple(view.axes), view.chosen, ranking)
    with_people = role.sees_contacts and st.toggle("With whom to speak to (personal data)")
    if with_people:
        named = [" ".join(cell) for cell in cells]
        keeping.look(looks.CONTACTS, f"of {named}", {"gaps": named})
    found = brief.briefs(view.data, asked, cells, role if with_people else None)
    for one in found:
        st.subheader(text.escaped(one.cell))
        for part in brief.parts(one):
            st.markdown(f"**{text.escaped(part.name)}**")
            text.lines(part.lines)
    st.caption(text.escaped(brief.foot(filters.described(), session.data_date())))
    may_still = identity.later(Action.CONTACTS) if with_people else None
    said = (filters.described(), session.data_date())

    def page() -> bytes:
        if may_still:
            may_still()
        return brief.as_pdf(found, *said)

    st.download_button(
        "One page (PDF)",
        page,
        "gap-brief.pdf",
        "application/pdf",
        on_click="ignore",
    )
    blocks.counted(definitions.BRIEF)
