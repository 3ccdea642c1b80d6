from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from analysis import sample
from analysis.ledger import entries
from analysis.ledger.entries import Store
from tests.hub import WORDS

# A suite that is to say what a change broke draws the same examples each time; `make explore`
# draws others.
settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the sample hub in it, to be copied: taking it in takes seconds."""
    folder = tmp_path_factory.mktemp("invented") / "sample"
    opened = entries.open_store(folder)
    sample.take_in(opened, WORDS)
    opened.engine.dispose()
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = entries.open_store(tmp_path / "store")
    yield opened
    opened.engine.dispose()
