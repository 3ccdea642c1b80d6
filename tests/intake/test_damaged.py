"""A few of the files that `python -m tests.bench fuzz` reads by the thousand."""

import pytest

from analysis.errors import DashboardError
from analysis.intake.read import read
from tests.intake import damaged
from tests.intake.files import WORDS


def outcome(name: str, data: bytes) -> str:
    try:
        read(name, data, WORDS)
    except DashboardError as refusal:
        return str(refusal)
    return "read"


@pytest.mark.parametrize("number", range(0, 24, 2))
def test_a_damaged_file_is_read_or_refused_with_a_sentence(number: int) -> None:
    name, data = damaged.file(number)

    said = outcome(name, data)

    assert said == "read" or said.endswith(".")


def test_a_file_is_made_again_from_its_number() -> None:
    assert damaged.file(7) == damaged.file(7)
