"""Scenarios: take enquiries in, let partners go, change targets, and see what it comes to."""

import streamlit as st

from analysis.decide import scenario
from analysis.decide.scenario import TODAY, Scenario
from pages.shared import blocks, filters, planning, sandbox, session

data = session.database()

blocks.title("Scenarios", filtered=False)
st.write(
    "Take enquiries in, let partners go and change targets, to see what it would come to. A saved "
    "scenario is counted on today's data whenever it is opened, and changes nothing until adopted."
)
axes = planning.axes()
saved = scenario.saved(data.state)
hint = "Choose a saved one, or begin a new one below"
name = filters.pick_any("scenario", "Scenario", list(saved), hint)
start = saved[name] if name else Scenario()
tried = sandbox.edit(data, axes, start)
other = filters.pick("with", "Compared with", [TODAY, *(each for each in saved if each != name)])
sandbox.show(data, axes, tried, scenario.named(data.state, other))
sandbox.keep(data, tried)
if name and tried == start:
    sandbox.adopt(data, tried)
sandbox.history()
