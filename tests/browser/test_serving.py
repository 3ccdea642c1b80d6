"""However it is served: a bookmark opens its page, and a fault of ours is one calm sentence."""

import json
from urllib.error import HTTPError
from urllib.request import urlopen

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


def test_a_fault_of_ours_is_one_calm_sentence_with_a_reference_and_its_place_in_the_log(
    tmp_path, visit
):
    store = entries.open_store(tmp_path / "store")
    entries.append(store, "import", {"file": "an entry without its parts"}, "a test")
    store.engine.dispose()
    with served(tmp_path / "store") as address:
        page = visit(address)
        told = page.get_by_role("alert").first.inner_text()
    lines = next(tmp_path.glob("server *.log")).read_text(encoding="utf-8").splitlines()
    fault = next(line for line in map(json.loads, lines) if "reference" in line)

    assert told.endswith(f"looks after the dashboard this reference: {fault['reference']}.")
    assert fault["fault"][0]["type"] == "KeyError"
    assert fault["fault"][0]["at"][-1].endswith(" in read_import")


def test_health_tells_the_newest_entry_and_nothing_else(tmp_path):
    store = entries.open_store(tmp_path / "store")
    entries.append(store, "note", {}, "a test")
    store.engine.dispose()
    with served(tmp_path / "store") as address, urlopen(f"{address}/health") as answer:
        told = json.load(answer)

    assert told == {"ledger": "can be read", "entry": 1}


def test_health_is_a_failure_where_the_ledger_cannot_be_read(tmp_path):
    (tmp_path / "store" / "ledger.sqlite").mkdir(parents=True)
    with served(tmp_path / "store") as address, pytest.raises(HTTPError) as answer:
        urlopen(f"{address}/health")

    assert answer.value.code == 503
    assert json.load(answer.value) == {"ledger": "cannot be read"}
