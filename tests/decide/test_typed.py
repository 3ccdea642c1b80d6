"""What staff type for good holds nothing personal: it is pointed out, masked, and taken out."""

import pytest
from typer.testing import CliRunner

from analysis.__main__ import app
from analysis.decide import typed
from analysis.errors import DashboardError
from analysis.ledger import entries
from tests.hub import load, now

SENT = """
    Organisation | Name      | Email           | Functions | Areas
    Ash          | Jo Larkin | ash@example.org | Schools   | Derby
"""
PERSONAL = [
    ("agreed, write to jo@example.org", "agreed, write to [removed]"),
    ("rang 07700 900123 on Friday", "rang [removed] on Friday"),
    ("Jo Larkin said so in May", "[removed] said so in May"),
]
# One of each kind of command that records a reason.
COMMANDS = (
    ("target", "3", "function=schools"),
    ("not-applicable", "function=schools"),
    ("undo", "1"),
)


@pytest.mark.parametrize(("text", "clean"), PERSONAL)
def test_details_about_people_are_found_masked_and_taken_out(store, text, clean):
    load(store, SENT)

    with pytest.raises(DashboardError, match="seems to name a person") as refused:
        typed.heeded(now(store), text)
    assert not any(word in str(refused.value) for word in ("Larkin", "900123", "jo@"))
    assert typed.without(now(store), text) == clean
    assert typed.heeded(now(store), clean) == clean


def test_who_may_be_named_is_not_to_be_addressed(store):
    load(store, SENT)

    assert typed.heeded(now(store), "Jo Larkin", may_name=True) == "Jo Larkin"
    assert typed.found(now(store), "jo@example.org", may_name=True)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_records_a_reason_with_a_persons_details(store, command, monkeypatch):
    monkeypatch.setenv("LEDGER_URL", "")
    load(store, SENT)
    where = ("--store", str(store.folder))

    refused = CliRunner().invoke(app, [*command, "--why", "Jo Larkin asked", *where])

    assert isinstance(refused.exception, DashboardError)
    assert entries.last_number(store) == 1
    assert CliRunner().invoke(app, [*command, "--why", "agreed", *where]).exit_code == 0
