"""Who may sign in, and as what: entries that say which address has which role from then on.

The record names a member by the number of the entry that first named them, and not by their
address, so that the address can be erased and the record still holds. `called` puts it back.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from analysis import access, signing
from analysis.access import ADMIN, LOCAL, NOBODY, ROLES, Role
from analysis.errors import DashboardError
from analysis.ledger import entries
from analysis.ledger.chain import MEMBER
from analysis.ledger.entries import Draft, Entry, Store
from analysis.signing import Person

CONFIGURED = "the configuration"
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
SIGNED = "member "


@dataclass(frozen=True)
class Member:
    """Somebody who was invited; `role` is empty once they were removed.

    `number` is of the first entry that named them, the others are of the newest. `issuer` is
    empty where any provider of the configuration may vouch for the address.
    """

    number: int
    address: str
    issuer: str
    role: str
    at: datetime
    by: str
    why: str

    @property
    def signature(self) -> str:
        """What the record calls them."""
        return f"{SIGNED}{self.number}"


def everyone(store: Store) -> tuple[Member, ...]:
    """Everyone who is or was a member, in the order of their first invitations."""
    found: dict[tuple[str, str], Member] = {}
    for entry in entries.of_kind(store, MEMBER):
        if "address" in entry.payload:
            made = _read(entry)
            key = (made.address, made.issuer)
            found[key] = replace(made, number=found[key].number) if key in found else made
    return tuple(member for member in found.values() if "@" in member.address)


def members(store: Store) -> tuple[Member, ...]:
    """Everyone who is a member now."""
    return tuple(member for member in everyone(store) if member.role)


def of_person(store: Store, person: Person) -> Member | None:
    """The member that somebody who signed in is; one named with their provider before others."""
    found = [
        member
        for member in members(store)
        if member.address == person.address and member.issuer in ("", person.issuer)
    ]
    return max(found, key=lambda member: bool(member.issuer), default=None)


def role_of(member: Member | None) -> Role:
    """What a member may do; nothing where somebody is none."""
    return ROLES[member.role] if member else NOBODY


def named(store: Store, address: str) -> Member:
    """The member of an address, for the command line.

    Raises
    ------
    DashboardError
        If nobody with that address is a member.
    """
    found = [member for member in members(store) if member.address == signing.plain(address)]
    if not found:
        raise DashboardError(f'"{address}" is no member. See: python -m analysis members.')
    return found[0]


def signed(store: Store, by: str) -> Role:
    """The role of whom the record calls so; that of this machine's own people for all others."""
    if not by.startswith(SIGNED):
        return LOCAL
    return role_of(next((each for each in members(store) if each.signature == by), None))


def record(store: Store, said: Draft) -> int:
    """Record what `draft` made, unless somebody recorded something since it was checked.

    Raises
    ------
    DashboardError
        If it changes nothing, or would leave the hub without an admin.
    """
    newest = entries.last_number(store)
    payload, known = said.payload, members(store)
    key = (payload["address"], payload["issuer"])
    now = next((member for member in known if (member.address, member.issuer) == key), None)
    if (now.role if now else "") == payload["role"]:
        is_now = f"is {now.role} already" if now else "is no member"
        raise DashboardError(f"{payload['address']} {is_now}: there is nothing to record.")
    admins = [member for member in known if member.role == ADMIN]
    if admins == [now] and payload["role"] != ADMIN:
        raise DashboardError(
            f"{payload['address']} is the last admin. Make somebody else an admin first."
        )
    return entries.append_all(store, [said], after=newest)[0]


def draft(address: str, role: str, by: str, why: str = "", issuer: str = "") -> Draft:
    """Draft the entry that gives an address a role; an empty role removes the member.

    Raises
    ------
    DashboardError
        If it is no address, or there is no such role.
    """
    if not _ADDRESS.fullmatch(address.strip()):
        raise DashboardError(f'"{address.strip()}" is no e-mail address. Write one, in full.')
    payload = {
        "address": signing.plain(address),
        "issuer": issuer,
        "role": access.known(role).name if role else "",
    }
    return Draft(MEMBER, payload, by, why)


def begin(store: Store, person: Person, configured: str) -> Member | None:
    """Make whom the configuration names the first admin, once they have signed in."""
    if signing.plain(configured) != person.address or any(
        member.role == ADMIN for member in members(store)
    ):
        return None
    why = "Named as the first admin."
    record(store, draft(person.address, ADMIN, CONFIGURED, why, person.issuer))
    return of_person(store, person)


def names(store: Store) -> dict[str, str]:
    """The address of each member that is known, by what the record calls them."""
    return {member.signature: member.address for member in everyone(store)}


def called(told: tuple[Entry, ...], known: Mapping[str, str]) -> tuple[Entry, ...]:
    """Entries with whoever recorded them called by their address, where it is known."""
    return tuple(replace(entry, by=known.get(entry.by, entry.by)) for entry in told)


def _read(entry: Entry) -> Member:
    said = {name: str(entry.payload[name]) for name in ("address", "issuer", "role")}
    return Member(entry.number, **said, at=entry.at, by=entry.by, why=entry.why)
