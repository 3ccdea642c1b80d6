"""What two organisations have in common besides their names, said without saying what it is."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from analysis.decide.likeness import lexicon

# What more than so many organisations share tells none of them apart.
MOST_SHARING = 5

ADDRESS, WEB, WEB_AND_MAIL, MAIL, POSTCODE = (
    "same e-mail address",
    "same web address",
    "one's web address is the other's e-mail domain",
    "same e-mail domain",
    "same postcode",
)
# How far each closes what the names leave open.
STRENGTH = {ADDRESS: 0.6, WEB: 0.5, WEB_AND_MAIL: 0.45, MAIL: 0.4, POSTCODE: 0.25}


@dataclass(frozen=True)
class Traces:
    """What is known of where one organisation can be reached. Personal data: shown nowhere."""

    emails: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    postcodes: frozenset[str] = frozenset()

    @cached_property
    def all(self) -> frozenset[str]:
        """Everything by which another organisation may be found, each marked by its kind."""
        places = self.domains | self.sites
        return frozenset(
            [
                *(f"address {told}" for told in self.emails),
                *(f"place {told}" for told in places),
                *(f"postcode {told}" for told in self.postcodes),
            ]
        )


def traces(told: Mapping[str, Iterable[str]]) -> Traces:
    """Read what an organisation wrote, by kind: "email", "website", "postcode"."""
    emails = frozenset(filter(None, map(_email, told.get("email", ()))))
    domains = frozenset(email.rpartition("@")[2] for email in emails)
    return Traces(
        emails=emails,
        domains=frozenset(domain for domain in domains if not _says_nothing(domain)),
        sites=frozenset(filter(None, map(_site, told.get("website", ())))),
        postcodes=frozenset(filter(None, map(_postcode, told.get("postcode", ())))),
    )


def reasons(one: Traces, other: Traces, shared_by: Counter[str]) -> list[str]:
    """Why two organisations may be one, the strongest first, in words that name nobody.

    `shared_by` counts the organisations of the hub that have each of `Traces.all`.
    """

    def tells(kind: str, mine: frozenset[str], theirs: frozenset[str]) -> bool:
        return any(shared_by[f"{kind} {told}"] <= MOST_SHARING for told in mine & theirs)

    found = {
        ADDRESS: tells("address", one.emails, other.emails),
        WEB: tells("place", one.sites, other.sites),
        WEB_AND_MAIL: tells("place", one.sites, other.domains)
        or tells("place", one.domains, other.sites),
        MAIL: tells("place", one.domains, other.domains),
        POSTCODE: tells("postcode", one.postcodes, other.postcodes),
    }
    return [reason for reason in STRENGTH if found[reason] and not _implied(reason, found)]


def _implied(reason: str, found: Mapping[str, bool]) -> bool:
    """An address agrees in its domain too; that is one reason, not two."""
    if reason == MAIL:
        return found[ADDRESS] or found[WEB]
    return reason == WEB_AND_MAIL and (found[WEB] or found[MAIL])


def _email(text: str) -> str:
    address = text.strip().casefold().removeprefix("mailto:")
    return address if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", address) else ""


def _site(text: str) -> str:
    """What of a web address names its owner: the host, and on shared sites the page."""
    bare = re.sub(r"^\w+://", "", text.strip().casefold()).split("?")[0].split("#")[0]
    host, _, path = bare.removeprefix("www.").partition("/")
    host = host.partition(":")[0]
    if "." not in host or " " in host or _is_public(host):
        return ""
    page = path.partition("/")[0]
    if host in lexicon().hosts:
        return f"{host}/{page}" if page else ""
    return "" if host in lexicon().free_mail else host


def _postcode(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


def _says_nothing(domain: str) -> bool:
    return domain in lexicon().free_mail or _is_public(domain)


def _is_public(domain: str) -> bool:
    return any(domain == end or domain.endswith(f".{end}") for end in lexicon().public)
