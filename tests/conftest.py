from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from analysis.ledger import entries
from analysis.ledger.entries import Store

# A suite that is to say what a change broke draws the same examples each time; `make explore`
# draws others.
settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = entries.open_store(tmp_path / "store")
    yield opened
    opened.engine.dispose()
