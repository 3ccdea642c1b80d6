"""The Explore page's layout with figures that were worked out beforehand: nothing is counted."""

import json
import os
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

# What static_figures wrote; its shape is JSON's, and a bench is no place to state it twice.
Content = Any


@st.cache_resource
def load() -> Content:
    page = json.loads((Path(os.environ["BENCH_DIR"]) / "page.json").read_text(encoding="utf-8"))
    for view in page["views"].values():
        for chart in view["charts"]:
            chart["table"] = pd.DataFrame(**chart["table"])
    return page


def draw(chart: Content, key: str, config: Content) -> None:
    st.plotly_chart(
        chart["figure"], key=key, config=config, alt=key, on_select="rerun", selection_mode="points"
    )
    st.caption(chart["base"])
    with st.expander("Table and downloads"):
        st.dataframe(chart["table"], hide_index=True, alt=key, height="content")
        with st.container(horizontal=True):
            st.download_button("CSV", "", key=f"{key} csv", on_click="ignore")
            st.download_button("Excel", "", key=f"{key} xlsx", on_click="ignore")


st.set_page_config("Static", layout="wide")
page = load()
with st.sidebar:
    st.subheader("Filters")
    for heading, labels in page["choices"].items():
        st.multiselect(heading, labels, placeholder="All", bind="query-params", key=heading)
    whole_hub = st.toggle(
        "Count whole-hub claims", value=True, key="whole_hub", bind="query-params", help="Static."
    )
    st.button("Clear all filters", disabled=whole_hub)

view = page["views"][str(whole_hub)]
st.title("Explore")
left, right = st.columns(2)
left.selectbox("Rows", ["Function"], key="rows", bind="query-params")
right.selectbox("Columns", ["Area"], key="columns", bind="query-params")
st.subheader(view["headline"])
draw(view["charts"][0], "grid", page["config"])
st.header("Behind a cell")
st.selectbox("Cell", view["cells"], index=None, key="cell", bind="query-params")
st.write("Choose a cell to see its partners, its enquiries, and who did not say.")
st.header("Who covers what, where")
st.selectbox("Function", ["Partnerships"], key="for", bind="query-params")
draw(view["charts"][1], "who", page["config"])
