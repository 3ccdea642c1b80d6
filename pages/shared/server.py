"""The server, `python -m pages.shared.server`: ready before its first visitor comes."""

import os
import sys
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
import uvicorn
from streamlit.runtime.pages_manager import PagesManager

# The first visitor would wait two seconds for these.
from analysis import charts, questions, receipt, sample
from analysis.intake import read
from analysis.report import export, sentences, tables

__all__ = ["charts", "export", "questions", "read", "receipt", "sample", "sentences", "tables"]

DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard.py"
HOST, PORT = "127.0.0.1", 8501


@asynccontextmanager
async def _announce(_app: st.App) -> AsyncIterator[None]:
    address = f"http://localhost:{_port()}"
    sys.stdout.write(f"The dashboard is at {address}\n")
    if os.environ.get("OPEN_BROWSER"):
        webbrowser.open(address)
    yield


def _port() -> int:
    return int(os.environ.get("PORT", PORT))


# A folder called pages makes Streamlit start each process in its older way of several pages, in
# which the first visitor with a bookmark lands on the wrong one. Ours are named by st.navigation.
PagesManager.uses_pages_directory = False

app = st.App(DASHBOARD, lifespan=_announce)

if __name__ == "__main__":
    uvicorn.run(
        app, host=os.environ.get("HOST", HOST), port=_port(), log_level="warning", access_log=False
    )
