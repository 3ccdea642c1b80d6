"""A server as bare as one can be that shows the static page."""

import os
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
import uvicorn

__all__ = ["go", "pd"]  # as with ours, the first visitor does not wait for these

app = st.App(Path(__file__).with_name("static_page.py"))

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ["PORT"]), log_level="warning")
