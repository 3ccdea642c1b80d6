from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings

from analysis import sample
from analysis.ledger import entries
from analysis.ledger.entries import Store
from tests import hub, postgresql

# A suite that is to say what a change broke draws the same examples each time; `make explore`
# draws others.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the sample hub in it, to be copied: taking it in takes seconds."""
    folder = tmp_path_factory.mktemp("invented") / "sample"
    opened = entries.open_store(folder)
    sample.take_in(opened, hub.WORDS)
    opened.engine.dispose()
    return folder


@pytest.fixture
def store(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty store; its ledger lies in PostgreSQL where a test is of `hub.both` engines."""
    is_elsewhere = getattr(request, "param", hub.SQLITE) == hub.POSTGRESQL
    address = request.getfixturevalue("ledger_url") if is_elsewhere else None
    opened = entries.open_store(tmp_path / "store", address)
    yield opened
    opened.engine.dispose()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server; whoever asks for it makes a database of their own."""
    with postgresql.server() as address:
        yield address


@pytest.fixture
def ledger_url(server: str) -> str:
    """The address of an empty database."""
    return postgresql.make(uuid4().hex, address=server)
