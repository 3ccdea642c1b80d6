"""The dashboard as AppTest runs it: through dashboard.py, on a store of its own."""

import gc
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from analysis.ledger import entries
from analysis.ledger.entries import Store
from pages.shared import session
from tests import hub
from tests.signed import Claims, sign_in

DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard.py"
OFFERS = """
    Organisation|Email|Stage|Aims|Functions|Areas|Inclusion focuses|Offer
    Ash|ash@example.org|Strategic Hub Partner||Schools|Derby; Erewash|SEND|Whole-class brass
    Birch|birch@example.org|Commissioned||Schools; Inclusion|||Singing
    Cedar|cedar@example.org|Received||Inclusion|Derby||Open studios
"""

FIRST = "coverage/overview"

Open = Callable[..., AppTest]

HERE = {"localhost", "127.0.0.1", "::1"}
asked_outside: list[str] = []


def _heed(event: str, given: tuple[object, ...]) -> None:
    """Note every other machine that this process asks for or connects to."""
    if event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        place = given[0]
    elif event in {"socket.connect", "socket.sendto"} and isinstance(given[1], tuple):
        place = given[1][0]
    else:
        return
    if place not in HERE:
        asked_outside.append(str(place))


sys.addaudithook(_heed)


@pytest.fixture(autouse=True)
def _nothing_outside() -> Iterator[None]:
    """No page, whatever a test does on it, may ask anything of another machine."""
    yield
    assert asked_outside == []


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, invented: Path) -> Iterator[Store]:
    """The hub's own store, with nothing in it but the sample beside it, as on a second start."""
    shutil.copytree(invented, tmp_path / "store" / session.SAMPLE)
    monkeypatch.setenv("STORE_DIR", str(tmp_path / "store"))
    monkeypatch.delenv("LEDGER_URL", raising=False)
    # As the server has it; see pages/shared/server.py.
    monkeypatch.setattr(PagesManager, "uses_pages_directory", False)
    st.cache_resource.clear()
    opened = entries.open_store(tmp_path / "store")
    yield opened
    opened.engine.dispose()
    st.cache_resource.clear()
    gc.collect()


@pytest.fixture
def begun(store: Store) -> Store:
    """A store that has left the sample, with nothing taken in."""
    entries.append(store, "note", {}, "a test", "Started with our own data.")
    return store


@pytest.fixture
def loaded(store: Store) -> Store:
    """A store with one import."""
    hub.load(store, OFFERS, "partner")
    return store


@pytest.fixture
def visit() -> Open:
    """Open a page, with what the address bar says; with `who`, as somebody who has signed in."""

    def visit(page: str, who: Claims | None = None, **address: str | list[str]) -> AppTest:
        app = AppTest.from_file(DASHBOARD, default_timeout=60)
        if who is not None:
            sign_in(app, who)
        for name, value in address.items():
            app.query_params[name] = value
        # The page is told by its file's name before the first run, so only it is drawn.
        return (app if page == FIRST else app.switch_page(f"pages/{page}.py")).run()

    return visit


def texts(app: AppTest) -> str:
    """All that a page says in words, as its reader sees them."""
    parts = [app.title, app.header, app.subheader, app.markdown, app.text, app.caption]
    alerts = [app.info, app.error, app.warning, app.success]
    told = "\n".join(str(part.value) for kind in (*parts, *alerts) for part in kind)
    return told.replace("\\", "").replace("\N{WORD JOINER}", "")
