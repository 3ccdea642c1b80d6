"""Report: what the board is told, shown before it is written as PDF, Word or Excel."""

import streamlit as st

from analysis.report import definitions
from pages.shared import blocks, over_time, planning, report, text

record = over_time.record()

blocks.title("Report")
if not record.entries:
    st.stop()
axes = planning.axes()
title = report.pick_title()
since, until = report.pick_since(record)
told = report.told(record, axes, title, (since, until))

st.header(text.escaped(told.answer))
report.downloads(told)
report.offer_to_record()
blocks.counted(definitions.REPORT)
report.preview(told)
