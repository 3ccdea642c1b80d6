"""The server, `python -m pages.shared.server`: ready before its first visitor comes."""

import logging
import os
import sys
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

# The first visitor would wait two seconds for these.
from analysis import charts, questions, receipt, sample, signing
from analysis.errors import DashboardError
from analysis.intake import read
from analysis.report import export, sentences, tables
from analysis.report.board import told, written
from pages.shared import health, identity, logs
from pages.shared.headers import Headers

__all__ = [
    "charts",
    "export",
    "questions",
    "read",
    "receipt",
    "sample",
    "sentences",
    "tables",
    "told",
    "written",
]

DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard.py"
HOST, PORT = "127.0.0.1", 8501
LOG = logging.getLogger("pages.shared.server")


@asynccontextmanager
async def _announce(_app: st.App) -> AsyncIterator[None]:
    # Streamlit has turned this on again. Addresses hold what visitors filter by.
    logging.getLogger("uvicorn.access").disabled = True
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    address = f"http://localhost:{_port()}"
    _tell(f"The dashboard is at {address}")
    if os.environ.get("OPEN_BROWSER"):
        webbrowser.open(address)
    yield
    _tell("Stopped.")


def calmly(fault: Exception) -> bool:
    """Log a fault of ours under a reference, and show the visitor that instead of a traceback."""
    reference = uuid4().hex[:8]
    told = {"reference": reference}
    LOG.error("a fault of ours, reference %s", reference, extra=told, exc_info=fault)
    st.error(
        "Something went wrong on our side. Load the page again, or go to another; if it "
        f"stays, give whoever looks after the dashboard this reference: {reference}."
    )
    return True


def _tell(event: str) -> None:
    """Say it in the log, or plainly to whoever sits at the terminal."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{event}\n")
    else:
        LOG.info(event)


def _port() -> int:
    return int(os.environ.get("PORT", PORT))


# A folder called pages makes Streamlit start each process in its older way of several pages, in
# which the first visitor with a bookmark lands on the wrong one. Ours are named by st.navigation.
PagesManager.uses_pages_directory = False

# Streamlit heeds its variables only where `streamlit run` starts it.
if names := os.environ.get("STREAMLIT_SERVER_ALLOWED_HOSTS"):
    config.set_option("server.allowedHosts", names.split(","), "the environment")

app = st.App(
    DASHBOARD,
    lifespan=_announce,
    routes=[Route(health.PATH, health.health)],
    middleware=[Middleware(Headers)],
    on_script_error=calmly,
)


def main() -> int:
    """Serve, unless strangers would be let in: then one line on stderr, and exit code 2."""
    host = os.environ.get("HOST", HOST)
    if not sys.stderr.isatty():
        logs.write_lines()
    try:
        if identity.providers():
            _tell("Members sign in.")
        else:
            signing.alone(host, st.get_option("server.allowedHosts"))
            _tell("No sign-in is set up: only this machine is answered.")
    except DashboardError as fault:
        sys.stderr.write(f"{fault}\n")
        return 2
    uvicorn.run(
        app, host=host, port=_port(), log_config=None, access_log=False, server_header=False
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
