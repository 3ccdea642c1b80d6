from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.ledger import entries
from analysis.ledger.entries import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = entries.open_store(tmp_path / "store")
    yield opened
    opened.engine.dispose()
