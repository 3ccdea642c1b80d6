"""Members: who has which role, what the record calls them, and what is left once they are gone."""

from datetime import UTC, datetime, timedelta

import pytest

from analysis.errors import DashboardError
from analysis.keeping import erase, subject
from analysis.keeping.access_request import kept_of
from analysis.keeping.proof import prove
from analysis.ledger import entries, members, record
from analysis.signing import Person
from analysis.vocabulary import load
from tests.signed import invite

HERE, ELSEWHERE = "https://login.example.org", "https://other.example.org"
SOON = datetime.now(UTC) + timedelta(hours=1)


def person(name, issuer=HERE):
    return Person(f"{name}@example.org", issuer, SOON)


def role(store, who):
    return members.role_of(members.of_person(store, who)).name


def test_the_newest_entry_says_which_role_somebody_has(store):
    invite(store, ann="admin", bea="viewer")
    invite(store, bea="editor")
    members.record(store, members.draft(" Cy@Example.org ", "viewer", "a test"))

    assert [role(store, person(name)) for name in ("ann", "bea", "cy", "dan")] == [
        "admin",
        "editor",
        "viewer",
        "nobody",
    ]


def test_a_member_of_one_provider_is_nobody_with_another(store):
    members.record(store, members.draft("ann@example.org", "admin", "a test", issuer=HERE))

    assert role(store, person("ann")) == "admin"
    assert role(store, person("ann", ELSEWHERE)) == "nobody"


def test_the_last_admin_can_be_neither_removed_nor_made_less(store):
    invite(store, ann="admin", bea="editor")
    for less in ("", "viewer"):
        with pytest.raises(DashboardError, match="last admin"):
            members.record(store, members.draft("ann@example.org", less, "a test"))
    invite(store, bea="admin")
    members.record(store, members.draft("ann@example.org", "", "a test"))

    assert [each.address for each in members.members(store)] == ["bea@example.org"]


@pytest.mark.parametrize(
    ("address", "role", "why"),
    [
        ("ann", "viewer", "no e-mail address"),
        ("ann@example.org", "boss", '"boss" is no role. Choose from: viewer, planner'),
        ("ann@example.org", "admin", "is admin already"),
        ("zoe@example.org", "", "is no member"),
    ],
)
def test_what_says_nothing_new_or_nothing_at_all_is_refused(store, address, role, why):
    invite(store, ann="admin")

    with pytest.raises(DashboardError, match=why):
        members.record(store, members.draft(address, role, "a test"))


def test_a_role_cannot_be_brought_back_by_undoing_its_loss(store):
    invite(store, ann="admin", bea="admin")
    members.record(store, members.draft("bea@example.org", "", "member 1"))

    with pytest.raises(DashboardError, match="Give the member another role instead"):
        record.record_undo(store, 3, "member 2")


def test_members_alone_do_not_begin_a_hub_of_ones_own(store):
    invite(store, ann="admin")
    before = entries.is_begun(store)
    entries.append(store, "note", {}, "member 1")

    assert (before, entries.is_begun(store)) == (False, True)


def test_an_erased_member_is_only_a_number_and_the_record_still_holds(store):
    invite(store, ann="admin", bea="editor")
    entries.append(store, "note", {}, "member 2")
    bea = subject.person(store, "bea@example.org")
    kept = kept_of(store, bea)
    with pytest.raises(DashboardError, match="They are a member here"):
        erase.erase(store, erase.plan(store, bea), "member 1", "asked")
    members.record(store, members.draft("bea@example.org", "", "member 1"))
    erase.erase(store, erase.plan(store, bea), "member 1", "asked")
    told = members.called(entries.entries(store), members.names(store))

    assert len(kept) == 2
    assert "bea@" not in (store.folder / "ledger.sqlite").read_bytes().decode("latin-1")
    assert [entry.by for entry in told][2:] == ["member 2", "ann@example.org", "ann@example.org"]
    assert not prove(store, load()).faults
