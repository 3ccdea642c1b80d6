"""Two servers in processes of their own, ours and one of static figures, and a browser."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
OURS, STATIC = "pages.shared.server", "tests.bench.static_server"
READY = '[data-test-script-state="notRunning"]'
CHART = ".js-plotly-plot .main-svg"
SECONDS = 60
PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Server:
    """A server that runs: where it is, and its process."""

    address: str
    process: int


def megabytes(process: int | str, figure: str = "VmRSS") -> float:
    """The memory that a process holds now, or as "VmHWM" the most it ever held."""
    told = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(told.partition(f"{figure}:")[2].split()[0]) / 1024


@contextmanager
def serving(module: str, folder: Path, where: Path | None = None) -> Iterator[Server]:
    """Run a server on the store (or the static figures) in a folder, without waiting for it.

    Where it is started, it finds `.streamlit/secrets.toml`.
    """
    port = _free_port()
    told = {"PORT": str(port), "STORE_DIR": str(folder), "BENCH_DIR": str(folder)}
    with subprocess.Popen(
        [sys.executable, "-m", module],
        cwd=where,
        env={**os.environ, **told, "PYTHONPATH": str(PROJECT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield Server(f"http://127.0.0.1:{port}", process.pid)
        finally:
            process.terminate()


@contextmanager
def browsing() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


def visit(browser: Browser, server: Server, path: str = "") -> Page:
    """A new visitor's page, once the server answers and its first chart is drawn."""
    _wait(server)
    page = browser.new_context(viewport={"width": 1280, "height": 1600}).new_page()
    page.goto(f"{server.address}/{path}")
    page.wait_for_selector(CHART, timeout=SECONDS * 1000)
    return page


def settle(page: Page) -> None:
    """Wait until the page's run is over."""
    page.wait_for_selector(READY, state="attached", timeout=SECONDS * 1000)


def _wait(server: Server) -> None:
    host, _, port = server.address.removeprefix("http://").partition(":")
    for _ in range(SECONDS * 100):
        with socket.socket() as probe:
            if probe.connect_ex((host, int(port))) == 0:
                return
        time.sleep(0.01)
    raise TimeoutError(server.address)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
