"""Who somebody is, by what a provider says of them: checked anew each time it is asked.

Streamlit checks the signature of a token when somebody signs in, and then believes its own cookie
for 30 days. Whom the token was for, and until when, is checked here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from analysis.errors import DashboardError

DISCOVERY = "/.well-known/openid-configuration"
DEFAULT = "default"
NEEDED = ("client_id", "client_secret", "server_metadata_url")
# Issuers that speak for anybody's organisation: an address proves nothing there.
ANYBODYS = ("/common/", "/organizations/", "/consumers/")
SHORTEST_SECRET = 32
THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})

Claims = Mapping[str, object]


@dataclass(frozen=True)
class Provider:
    """Where people sign in: the name in the configuration, as which client, and who vouches."""

    name: str
    client: str
    issuer: str

    @property
    def label(self) -> str:
        """What it is called on a button; nothing where there is only one."""
        return "" if self.name == DEFAULT else self.name.capitalize()


@dataclass(frozen=True)
class Person:
    """Somebody who has signed in, by the address their provider vouches for."""

    address: str
    issuer: str
    until: datetime


def providers(auth: Mapping[str, object]) -> tuple[Provider, ...]:
    """The providers of the section [auth] of Streamlit's secrets.

    Raises
    ------
    DashboardError
        If something is missing, or people of any organisation could sign in with it.
    """
    named = {name: said for name, said in auth.items() if isinstance(said, Mapping)}
    named.pop("client_kwargs", None)
    sections = {**({DEFAULT: auth} if "client_id" in auth else {}), **named}
    if not sections:
        raise _wrong("it names no provider: client_id, client_secret, server_metadata_url")
    if len(str(auth.get("cookie_secret", ""))) < SHORTEST_SECRET:
        raise _wrong(f"its cookie_secret has fewer than {SHORTEST_SECRET} characters")
    if not str(auth.get("redirect_uri", "")).endswith("/oauth2callback"):
        raise _wrong("its redirect_uri does not end in /oauth2callback")
    return tuple(_provider(name, cast(Claims, said)) for name, said in sections.items())


def person(claims: Claims, known: tuple[Provider, ...], now: datetime) -> Person | None:
    """Who has signed in; None where nobody has.

    Raises
    ------
    DashboardError
        If what the provider said of them does not hold here, or no longer.
    """
    if claims.get("is_logged_in") is not True:
        return None
    provider = next((each for each in known if each.name == claims.get("provider")), None)
    if provider is None or claims.get("iss") != provider.issuer or not _is_for(provider, claims):
        raise DashboardError("This sign-in was made for something else than this dashboard.")
    until = _until(claims)
    if now >= until:
        raise DashboardError("Your sign-in has ended, as your provider said it would.")
    return Person(_address(claims), provider.issuer, until)


def alone(address: str | None, names: Iterable[str]) -> None:
    """Refuse to answer other machines where nobody signs in.

    Raises
    ------
    DashboardError
        If the server listens at such an address, or answers to such a name.
    """
    others = [name for name in (address or "every address", *names) if name not in THIS_MACHINE]
    if others:
        raise DashboardError(
            f"No sign-in is set up, so only this machine may be answered, and not {others[0]}. Set "
            "up sign-in as docs/deploy.md says, or let the server listen at 127.0.0.1 alone."
        )


def plain(address: str) -> str:
    """An e-mail address as it is compared."""
    return address.strip().casefold()


def _provider(name: str, said: Claims) -> Provider:
    missing = [key for key in NEEDED if not said.get(key)]
    if missing:
        raise _wrong(f"provider {name} has no {', '.join(missing)}")
    url = str(said["server_metadata_url"])
    if not url.endswith(DISCOVERY):
        raise _wrong(f"the server_metadata_url of provider {name} does not end in {DISCOVERY}")
    if any(part in url for part in ANYBODYS):
        raise _wrong(
            f"the server_metadata_url of provider {name} lets in people of any organisation; "
            "put your tenant's id in it"
        )
    return Provider(name, str(said["client_id"]), url.removesuffix(DISCOVERY))


def _is_for(provider: Provider, claims: Claims) -> bool:
    said = claims.get("aud")
    return provider.client in (said if isinstance(said, list) else [said])


def _until(claims: Claims) -> datetime:
    said = claims.get("exp")
    return datetime.fromtimestamp(said if isinstance(said, int | float) else 0, UTC)


def _address(claims: Claims) -> str:
    """The address, or in Entra the name one signs in with, where no address is given."""
    said = claims.get("email") or claims.get("preferred_username")
    if not isinstance(said, str) or "@" not in said:
        raise DashboardError("Your provider does not say what your e-mail address is.")
    if claims.get("email_verified", True) is not True:
        raise DashboardError("Your provider has not verified your e-mail address.")
    return plain(said)


def _wrong(what: str) -> DashboardError:
    return DashboardError(
        f"Sign-in is not set up rightly in .streamlit/secrets.toml, section [auth]: {what}. "
        "docs/deploy.md shows how."
    )
