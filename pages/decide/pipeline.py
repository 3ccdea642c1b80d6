"""Pipeline: the enquiries that wait, what is to be done next, and what each would add."""

import streamlit as st

from analysis.decide import pipeline
from analysis.report import definitions
from analysis.report import pipeline as told
from pages.shared import blocks, enquiry, filters, planning, session, text
from pages.shared.blocks import Answer
from pages.shared.drill import View

data, chosen = session.database(), filters.current()

blocks.title("Pipeline")
axes = planning.frame()
waiting = pipeline.pipeline(data, axes, session.day(), chosen)

st.header(told.headline(waiting))
text.bullets(told.by_stage(waiting))
if not waiting.empty:
    names = list(waiting["name"])
    table = f"pipeline {filters.by_hand('enquiry')}"
    blocks.table(
        Answer(
            table,
            "Pipeline",
            told.of_pipeline(waiting),
            told.base(axes),
            about=definitions.PIPELINE,
        ),
        lambda: filters.follow_row(table, "enquiry", names),
    )
    blocks.counted(definitions.PIPELINE)
    name = filters.pick_any("enquiry", "Enquiry", names, "Select a row above, or choose one")
    if name is None:
        st.write("Choose an enquiry to move it on, or to note what is to be done next.")
    else:
        enquiry.show(View(data, axes, chosen), waiting.iloc[names.index(name)])
