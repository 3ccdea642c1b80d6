"""Take the README's picture: `python -m tests.browser.screenshot docs/overview.png`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.serving import chromium, served, settled

SIZE = {"width": 1280, "height": 900}


def take(file: Path) -> None:
    """Photograph the Overview of the sample hub, in the light theme."""
    with (
        TemporaryDirectory() as folder,
        served(Path(folder) / "store") as address,
        chromium() as browser,
    ):
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        page.goto(address)
        page.wait_for_selector(".js-plotly-plot .point")
        settled(page).screenshot(path=file)


if __name__ == "__main__":
    take(Path(sys.argv[1]))
