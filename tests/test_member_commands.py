"""Members on the command line: named, listed, and obeyed by every command."""

import sys
from contextlib import suppress

import pytest

from analysis import __main__, access
from analysis.access import ROLES, Action
from analysis.commands.acting import guarded
from analysis.errors import DashboardError
from analysis.ledger import entries, members
from analysis.ledger.schema import LOOK
from tests import hub
from tests.signed import invite

OFFERS = """
    Organisation | Email           | Stage        | Functions | Areas
    Ash          | ash@example.org | Commissioned | Schools   | Derby
"""
GAP = ("--cell", "function=schools", "--cell", "area=Erewash")


@pytest.fixture
def people(store, tmp_path, monkeypatch):
    monkeypatch.setenv("STORE_DIR", str(store.folder))
    monkeypatch.setenv("ACT_AS", "")  # so that what --as sets is taken back
    hub.load(store, OFFERS, "partner")
    invite(store, ann="admin", pat="planner", vic="viewer", eve="editor")
    return store


@pytest.fixture
def run(people, capsys, monkeypatch):
    def ran(*words):
        monkeypatch.setattr(sys, "argv", ["analysis", *words])
        code = __main__.main()
        return code, "".join(capsys.readouterr())

    return ran


@pytest.mark.parametrize("role", ROLES)
def test_what_a_command_needs_decides_for_which_members_it_runs(people, role):
    address = next(each.address for each in members.members(people) if each.role == role)
    permitted = []
    for needs in Action:
        run = guarded(lambda **given: permitted.append(given["needs"]), needs)
        with suppress(DashboardError):
            run(by=address, needs=needs, store=people.folder)

    assert set(permitted) == ROLES[role].actions


def test_whoever_names_nobody_keeps_the_store_and_may_do_everything(run, people):
    assert run("target", "1", "function=schools", "--why", "plan")[0] == 0
    assert entries.entries(people)[-1].by == access.local()


def test_a_member_is_recorded_by_their_number_and_told_by_their_address(run, people):
    code, _ = run("note", "Ash", "Ring", "--by", "Pat@example.org")

    assert code == 0
    assert entries.entries(people)[-1].by == "member 3"
    assert "pat@example.org" in run("audit", "--what", "note")[1]


def test_whoever_acts_is_recorded_whatever_name_they_give(run, people, monkeypatch):
    monkeypatch.setenv("ACT_AS", "pat@example.org")
    code, _ = run("note", "Ash", "Ring", "--by", "Someone Else")

    assert (code, entries.entries(people)[-1].by) == (0, "member 3")


def test_a_member_may_ask_by_what_cells_are_counted(run, monkeypatch):
    monkeypatch.setenv("ACT_AS", "pat@example.org")

    assert run("need", "--by", "aim")[0] == 0


def test_who_acts_is_looked_up_in_the_same_store_by_commands_that_open_none(run, tmp_path):
    (tmp_path / "sheet.csv").write_text("Partner,Areas\nAsh,Derby\n")
    sheet = str(tmp_path / "sheet.csv")

    assert run("--as", "eve@example.org", "read", sheet, "--kind", "partner")[0] == 0


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("target", "1", "area=Derby", "--by", "vic@example.org"), "need the role planner"),
        (("target", "1", "area=Derby", "--by", "zoe@example.org"), "is no member"),
        (("undo", "1", "--by", "pat@example.org"), "To take in files you need the role editor"),
        (("--as", "pat@example.org", "audit"), "To see who did what you need the role admin"),
        (("--as", "vic@example.org", "brief", "x.pdf", *GAP, "--contacts"), "To see contacts"),
        (("member", "ann@example.org", "--role", "viewer"), "is the last admin"),
        (("member", "ann@example.org"), "Say either --role and which, or --remove"),
    ],
)
def test_what_a_role_does_not_permit_is_one_line_and_changes_nothing(run, people, words, why):
    before = entries.last_number(people)
    code, told = run(*words)

    assert code == 2
    assert why in told
    assert entries.last_number(people) == before


def test_contacts_in_a_brief_are_on_record_under_whoever_asked(run, people, tmp_path, monkeypatch):
    monkeypatch.setenv("ACT_AS", "eve@example.org")
    code, _ = run("brief", str(tmp_path / "brief.pdf"), *GAP, "--contacts")

    assert code == 0
    assert [look.by for look in entries.entries(people, LOOK)] == ["member 5"]


def test_members_lists_who_may_sign_in_after_a_change(run):
    run("member", "Bea@example.org", "--role", "viewer", "--why", "joined")
    run("member", "vic@example.org", "--remove")
    told = run("members", "--format", "csv")[1]

    assert "bea@example.org,viewer" in told
    assert "joined" in told
    assert "vic@example.org" not in told
