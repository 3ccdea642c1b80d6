"""Scenarios: take enquiries in, let partners go, change targets, and see what it comes to."""

import streamlit as st

from analysis.decide import scenario
from analysis.decide.scenario import TODAY, Scenario
from pages.shared import blocks, filters, planning, sandbox, session
from pages.shared.drill import View

data, chosen = session.database(), filters.current()

blocks.title("Scenarios")
st.write(
    "Take enquiries in, let partners go and change targets, to see what it would come to. A saved "
    "scenario is counted on the data shown when it is opened, and changes nothing until adopted. "
    "The filters say which cells are compared; a scenario does what it does whatever they are."
)
axes = planning.frame()
saved = scenario.saved(data.state)
hint = "Choose a saved one, or begin a new one below"
name = filters.pick_any("scenario", "Scenario", list(saved), hint)
start = saved[name] if name else Scenario()
tried = sandbox.edit(data, axes, start)
other = filters.pick("with", "Compared with", [TODAY, *(each for each in saved if each != name)])
sandbox.show(View(data, axes, chosen), tried, scenario.named(data.state, other))
if planning.can_record():
    sandbox.keep(data, tried)
    if name and tried == start:
        sandbox.adopt(data, tried)
sandbox.history()
