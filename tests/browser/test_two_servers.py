"""Two servers on one ledger: what is recorded through one, the other shows at its next run."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from analysis.ledger import entries
from tests import hub
from tests.bench.wire import arrive, token
from tests.browser.serving import served

OFFERS = """
    Organisation | Email           | Stage        | Functions | Areas
    Ash          | ash@example.org | Commissioned | Schools   | Derby
"""
MORE = """
    Organisation | Email             | Stage        | Functions | Areas
    Birch        | birch@example.org | Commissioned | Inclusion | Erewash
"""


@pytest.fixture
def both(tmp_path, ledger_url, monkeypatch):
    """The store in PostgreSQL, and the addresses of two servers that read it."""
    monkeypatch.setenv("LEDGER_URL", ledger_url)
    store = entries.open_store(tmp_path / "store", ledger_url)
    hub.load(store, OFFERS, "partner")
    with served(store.folder) as one, served(store.folder) as other:
        yield store, (one, other)
    store.engine.dispose()


async def _shown(addresses, record):
    """Whom each server's page names before something is recorded, and in the run right after."""
    visitors = [await arrive(each, "directory", token(each), "") for each in addresses]
    before = [_names(each) for each in visitors]
    record()
    for each in visitors:
        await each.run()
    after = [_names(each) for each in visitors]
    for each in visitors:
        await each.leave()
    return before, after


def _names(visitor):
    told = " ".join(str(element) for element in visitor.shown.values())
    return {name for name in ("Ash", "Birch") if name in told}


def test_every_process_shows_a_new_import_at_its_next_run(both):
    store, addresses = both

    with ThreadPoolExecutor(1) as apart:  # the browser's tests leave a loop running in this thread
        visits = _shown(addresses, lambda: hub.load(store, MORE, "partner"))
        before, after = apart.submit(asyncio.run, visits).result()

    assert before == [{"Ash"}, {"Ash"}]
    assert after == [{"Ash", "Birch"}, {"Ash", "Birch"}]
