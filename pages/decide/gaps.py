"""Gaps: every cell short of its target, in an order whose arithmetic is shown."""

import streamlit as st

from analysis import areas
from analysis.decide import gaps
from analysis.report import definitions, step_numbers
from analysis.report import gaps as told
from pages.shared import blocks, brief, filters, numbers, planning, session, sure
from pages.shared.blocks import Answer
from pages.shared.drill import View

data, chosen = session.database(), filters.current()

blocks.title("Gaps")
axes = planning.frame()
ranking = planning.ranking(data)
ranked = gaps.gaps(data, axes, chosen, ranking)
could = gaps.could_close(data, axes, chosen)

st.header(told.ranked(ranked, axes))
view = View(data, axes, chosen)
sure.fold("number", view, ranking)
numbers.show("number", "the headline", step_numbers.of_short(ranked), view)
if not ranked.empty:
    names = told.names(ranked)
    table = f"gaps {filters.by_hand('gap')}"
    blocks.table(
        Answer(
            table,
            "Gaps, ranked",
            told.of_gaps(ranked, could, axes, ranking),
            told.how_ranked(ranking, areas.labels(data)[ranking.measure]),
            about=definitions.GAPS,
        ),
        lambda: filters.follow_row(table, "gap", names),
    )
    blocks.counted(definitions.GAPS)
    brief.fold(view, ranked, ranking)
    name = filters.pick_any("gap", "Gap", names, "Select a row above, or choose one")
    if name is None:
        st.write("Choose a gap to see who could close it, and what is behind it.")
    else:
        planning.gap(data, axes, chosen, ranked.iloc[names.index(name)], ranking)
