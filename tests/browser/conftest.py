"""Visits in Chromium. None may ask what is elsewhere or forbidden; each leaves a picture."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.browser.serving import PROJECT, chromium, served, settled, whole

PICTURES = PROJECT / "build" / "screenshots"
OURS = {"localhost", "127.0.0.1", ""}

Visit = Callable[..., Page]

# On a busy machine a file takes more than Playwright's usual five seconds to be understood.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard that shows the sample hub; no test may change it."""
    with served(tmp_path_factory.mktemp("sample") / "store") as address:
        yield address


def forbidden_by(page: Page) -> list[str]:
    """What our policy keeps a page from, as it happens."""
    told: list[str] = []

    def heed(said: ConsoleMessage) -> None:
        if "Content Security Policy" in said.text:
            told.append(said.text)

    page.on("console", heed)
    return told


@pytest.fixture
def visit(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Open an address as a new visitor, at a width and in a theme."""
    pages: list[Page] = []
    asked: list[str] = []
    forbidden: list[list[str]] = []

    def visit(address: str, width: int = 1280, theme: str = "light") -> Page:
        size = {"width": width, "height": 900}
        page = browser.new_page(viewport=size, color_scheme=theme, accept_downloads=True)
        page.on("request", lambda made: asked.append(made.url))
        forbidden.append(forbidden_by(page))
        pages.append(page)
        page.goto(address)
        return settled(page)

    yield visit
    _leave(pages, request.node.name)
    assert {urlsplit(url).hostname or "" for url in asked} <= OURS
    assert not any(forbidden)


def _leave(pages: list[Page], test: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(pages, start=1):
        name = re.sub(r"\W+", "-", f"{test}-{number}")
        whole(page, PICTURES / f"{name}.png")
        page.context.close()


@pytest.fixture
def own(tmp_path: Path, invented: Path) -> Iterator[str]:
    """The address of a dashboard of one's own, empty, that the test may change."""
    shutil.copytree(invented, tmp_path / "store" / "sample")
    with served(tmp_path / "store") as address:
        yield address
