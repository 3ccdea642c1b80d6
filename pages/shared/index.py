"""The coverage index under a headline, with its arithmetic, worked out when it is opened."""

import streamlit as st

from analysis.decide import index
from analysis.report import definitions
from analysis.report import index as told
from pages.shared import blocks, text
from pages.shared.blocks import Answer
from pages.shared.drill import View

BASE = "Each cell counts by the children aged 0 to 18 in its area, where an axis is the area."


def fold(key: str, view: View) -> None:
    """Offer one index of all cells, of each term, and its arithmetic cell by cell."""
    opened = st.expander("One coverage index", key=f"{key}_index", on_change="rerun")
    if not opened.open:
        return
    with opened:
        parts = index.parts(view.data, view.axes, view.chosen)
        text.lines([line for line in (told.headline(parts), told.empty(parts)) if line])
        frame, about = " × ".join(view.axes), definitions.INDEX
        terms = told.of_terms(parts, view.axes)
        blocks.table(Answer(f"{key} index", f"Coverage index, {frame}", terms, BASE, about=about))
        blocks.counted(about)
        st.markdown("**Its arithmetic, cell by cell**")
        title, table = f"Arithmetic of the index, {frame}", told.arithmetic(parts)
        blocks.table(Answer(f"{key} arithmetic", title, table, BASE, about=about))
