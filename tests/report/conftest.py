"""What several tests of what is told share."""

import pytest

from analysis.ledger import entries, record
from analysis.report.board.written import WRITERS
from tests.hub import EREWASH, load, now
from tests.report.board import PARTNERS, REPORTED, write


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A hub that was reported on and changed since, and its report in all three forms."""
    folder = tmp_path_factory.mktemp("board")
    store = entries.open_store(folder / "store")
    load(store, PARTNERS, "partner")
    reported = entries.Draft("report", {"data": 1, "filters": "none"}, "Ann", at=REPORTED)
    entries.append_all(store, [reported])
    record.record_stage(store, "cedar", "pilot", "ann@example.org", "A good first term")
    record.record_target(store, ["function:schools"], 1, "Ben", "One is enough there")
    record.record_undo(store, 4, "Ben", "It is not")
    record.record_not_applicable(store, [f"area:{EREWASH}", "function:inclusion"], "Ben", "No call")
    names = [f"report{ending}" for ending in WRITERS]
    write(folder, *names, title="Test Hub: report to the board")
    yield folder, now(store)
    store.engine.dispose()
