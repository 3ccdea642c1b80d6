"""People who have signed in, as AppTest is told of them: the secrets, and what a provider said."""

import time
from collections.abc import Mapping

from streamlit.testing.v1 import AppTest

from analysis.ledger import members
from analysis.ledger.entries import Store

ISSUER, CLIENT = "https://login.example.org", "local-plan"
AUTH = {
    "redirect_uri": "http://localhost:8501/oauth2callback",
    "cookie_secret": "0123456789abcdef0123456789abcdef",
    "client_id": CLIENT,
    "client_secret": "secret",
    "server_metadata_url": f"{ISSUER}/.well-known/openid-configuration",
}
HOUR = 3600
SIGNED_OUT = {"is_logged_in": False}

Claims = Mapping[str, object]


def claims(address: str, **others: object) -> dict[str, object]:
    """What the provider says of somebody who has just signed in."""
    return {
        "is_logged_in": True,
        "provider": "default",
        "iss": ISSUER,
        "aud": CLIENT,
        "exp": int(time.time()) + HOUR,
        "email": address,
        "email_verified": True,
        **others,
    }


def invite(store: Store, **roles: str) -> None:
    """Make ann@example.org a viewer by `ann="viewer"`."""
    for name, role in roles.items():
        members.record(store, members.draft(f"{name}@example.org", role, "a test"))


def sign_in(app: AppTest, said: Claims) -> AppTest:
    """Let the visitor be somebody of whom a provider said this."""
    app.secrets = {"auth": AUTH}
    app.user = dict(said)
    return app
