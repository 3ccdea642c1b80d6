"""The dashboard served on this machine, and a Chromium to visit it with."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.provider import configured

PROJECT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
# Chromium itself asks the network for updates and lists; we count requests.
FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
BUSY = '[data-testid="stApp"]:not([data-test-script-state="notRunning"]), [data-stale="true"]'


@contextmanager
def served(store: Path, *, plainly: bool = False, issuer: str = "") -> Iterator[str]:
    """Serve the dashboard on a free port; plainly is by `streamlit run`. Gives its address.

    With an issuer, people sign in there.
    """
    port = free_port()
    environment = {**os.environ, "STORE_DIR": str(store), "PORT": str(port)}
    if issuer:
        environment["HOME"] = str(_home(store.parent / "home", configured(issuer, port)))
    script = ["streamlit", "run", "dashboard.py", "--server.port", str(port)]
    command = script if plainly else ["pages.shared.server"]
    log = store.parent / f"server {port}.log"
    with log.open("wb") as lines:
        server = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=PROJECT,
            env=environment,
            stdout=lines,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", server)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(PATIENCE_SECONDS)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the Chromium of this machine, without a window."""
    path = next(filter(None, map(shutil.which, CHROMIUMS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


def settled(page: Page) -> Page:
    """Wait until the page has run and nothing on it waits to be drawn again."""
    page.wait_for_selector(IDLE, timeout=PATIENCE_SECONDS * 1000)
    for _ in range(3):
        page.wait_for_timeout(150)
        page.wait_for_selector(BUSY, state="detached")
    return page


def whole(page: Page, file: Path) -> None:
    """Photograph a page from its title to its end, which is longer than the screen."""
    size = page.viewport_size or {"width": 1280, "height": 900}
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(height, size["height"])})
    settled(page).screenshot(path=file)
    page.set_viewport_size(size)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _home(folder: Path, secrets: str) -> Path:
    """A folder in which Streamlit finds these secrets as its user's own."""
    (folder / ".streamlit").mkdir(parents=True)
    (folder / ".streamlit" / "secrets.toml").write_text(secrets)
    return folder


def wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            with urlopen(address):
                return
        except URLError:
            time.sleep(0.1)
    raise TimeoutError(f"{address} did not answer.")
