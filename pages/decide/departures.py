"""Departures: how much rests on how few, and what breaks if one of them leaves."""

import streamlit as st

from analysis.decide import departures, gaps
from analysis.decide.cover import cover
from analysis.report import definitions, step_numbers
from analysis.report import planning as told
from pages.shared import blocks, filters, numbers, organisation, planning, session, text
from pages.shared.blocks import Answer
from pages.shared.drill import View

data, chosen = session.database(), filters.current()

blocks.title("Departures")
axes = planning.frame()
served = cover(data, axes, chosen)
found = departures.resilience(served)
whole, *others = told.resilience_told(found)

st.header(whole)
text.lines(others)
view = View(data, axes, chosen)
counted = (*step_numbers.of_resilience(served), *step_numbers.of_leavers(data, served, found))
numbers.show("number", "departures", counted, view)
names = told.leavers(served)
if names:
    table = f"departures {filters.by_hand('leaver')}"
    base = "Each partner by itself: what becomes of the cells if it leaves with all its offers."
    partners = told.of_partners(served)
    blocks.table(
        Answer(table, "If a partner leaves", partners, base, about=definitions.DEPARTURES),
        lambda: filters.follow_row(table, "leaver", names),
    )
    blocks.counted(definitions.DEPARTURES)
    name = filters.pick_any("leaver", "Partner", names, "Select a row above, or choose one")
    if name is not None:
        loss = departures.without(served, name)
        text.lines([told.loss_told(name, loss)])
        could = gaps.could_close(data, axes, chosen)
        lost = told.of_loss(served, loss, could)
        base = "Who could step in: enquiries that fit the cell, and partners of it next door."
        blocks.folded(
            Answer("loss", f"Cells without {name}", lost, base, about=definitions.DEPARTURES),
            is_open=True,
        )
        organisation.link(name)
        planning.try_out(f"Try a scenario without {name}", go=[name])
