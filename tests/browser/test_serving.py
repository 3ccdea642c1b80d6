"""However it is served: a bookmark opens its page, and a fault of ours is one calm sentence."""

import re

import pytest
from playwright.sync_api import expect

from analysis.ledger import entries
from tests.browser.serving import served


@pytest.mark.parametrize("plainly", [False, True], ids=["our server", "streamlit run"])
def test_the_first_visitor_of_a_cold_process_gets_the_page_of_the_bookmark(
    tmp_path, visit, plainly
):
    with served(tmp_path / "store", plainly=plainly) as address:
        page = visit(f"{address}/explore?area=Derby&cell=Schools+×+Derby")

        expect(page.get_by_role("heading", name="Explore", level=1)).to_be_visible(timeout=30_000)
        expect(page.get_by_text("Filtered by Area: Derby.")).to_be_visible()
        expect(page.get_by_text("Schools × Derby is covered")).to_be_visible()
        # Addresses hold what a visitor filters by: they are in no log.
        assert "area=Derby" not in next(tmp_path.glob("server *.log")).read_text(encoding="utf-8")


def test_a_fault_of_ours_is_one_calm_sentence_with_a_reference_and_a_traceback_in_the_log(
    tmp_path, visit
):
    store = entries.open_store(tmp_path / "store")
    entries.append(store, "import", {"file": "an entry without its parts"}, "a test")
    store.engine.dispose()
    with served(tmp_path / "store") as address:
        page = visit(address)
        told = page.get_by_role("alert").first.inner_text()
    log = next(tmp_path.glob("server *.log")).read_text(encoding="utf-8")
    reference = re.search(r"reference: (\w{8})", told)

    assert reference
    assert "Traceback" not in told
    assert reference[1] in log
    assert "KeyError" in log
