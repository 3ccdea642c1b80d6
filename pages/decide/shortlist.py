"""Shortlist: the few enquiries that together fill most cells without a partner."""

import streamlit as st

from analysis.decide.cover import cover
from analysis.report import definitions, step_numbers
from analysis.report import planning as told
from pages.shared import blocks, filters, numbers, organisation, planning, session, text
from pages.shared.blocks import Answer
from pages.shared.drill import View

data, chosen = session.database(), filters.current()

blocks.title("Shortlist")
axes = planning.frame()
served = cover(data, axes, chosen)
wishes, by_points = planning.wishes(list(served.enquiries))
found = planning.shortlist(data, served, chosen, wishes, by_points=by_points)

st.header(told.shortlist_told(served, found, by_points=by_points))
view = View(data, axes, chosen)
filled = step_numbers.of_shortlist(data, served, told.shown(found))
numbers.show("number", "the shortlist", filled, view)
if found.worth:
    best = told.of_shortlist(served, found, told.SETS)
    sets = Answer(
        f"shortlist {filters.by_hand('picked')}",
        "Best sets",
        best,
        told.how_chosen(found),
        about=definitions.SHORTLIST,
    )
    organisation.choose("picked", sets)
    blocks.counted(definitions.SHORTLIST)
    text.bullets(told.flagged(served, found))
    first = [pick.organisation for pick in told.shown(found)[0]]
    planning.try_out("Try the first set as a scenario", take=first)
