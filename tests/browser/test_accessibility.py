"""Every page, light and dark, wide and narrow: axe finds nothing of ours, nothing scrolls aside."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.serving import settled

PAGES = (
    "",
    "explore?cell=Schools+×+Derby",
    "places",
    "inclusion",
    "over_time?cell=Inclusion+×+Derby&day=Mar+2026",
    "directory?search=brass",
    "organisation?organisation=Bright+Drum+Collective",
    "gaps?gap=Progression+×+Bolsover",
    "shortlist?picked=Pocket+Orchestra",
    "departures?leaver=Kestrel+Inclusive+Music+CIC",
    "pipeline?enquiry=Pocket+Orchestra",
    "targets",
    "scenarios",
    "upload",
    "areas",
    "decisions",
    "fixes?problem=2+partners+did+not+say+where",
    "imports?undo=",
    "audit",
    "personal_data",
    "backup",
    "definitions",
)
EXPORT = Path(__file__).resolve().parents[1] / "exports" / "google_forms.xlsx"

# What Streamlit draws itself and we cannot mend: axe's rule, the element, and what it is about.
# docs/accessibility.md says the same to readers.
STREAMLITS_OWN = {
    ("list", "stSidebarNavItems"): "the menu's list has paragraphs for its section headings",
    ("listitem", "<li class="): "the menu's entries are reported with their list",
    ("presentation-role-conflict", "stFileUploaderDropzone"): "the drop zone can hold the focus",
}


def ours(page) -> list[str]:
    """What axe finds on a page, without what is Streamlit's own."""
    found = Axe().run(page).response["violations"]
    return [
        f"{violation['id']} ({violation['impact']}): {node['html'][:200]}"
        for violation in found
        for node in violation["nodes"]
        if not any(
            violation["id"] == rule and mark in node["html"] for rule, mark in STREAMLITS_OWN
        )
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize(
    "name", PAGES, ids=[name.partition("?")[0] or "overview" for name in PAGES]
)
def test_a_page_has_no_fault_of_ours_and_does_not_scroll_aside(sample, visit, name, width, theme):
    page = visit(f"{sample}/{name}", width, theme)
    main = "document.querySelector('[data-testid=stMain]')"

    assert ours(page) == []
    assert page.evaluate(f"{main}.scrollWidth - {main}.clientWidth") == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 320])
def test_a_receipt_has_no_fault_of_ours(sample, visit, width):
    page = visit(f"{sample}/upload", width)
    page.set_input_files("input[type=file]", EXPORT)
    page.get_by_role("button", name="Record this file").wait_for()

    assert ours(settled(page)) == []
