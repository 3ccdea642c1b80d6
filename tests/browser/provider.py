"""An OpenID Connect provider on this machine: codes, PKCE, signed tokens, an end to the session.

It asks no password. Its page lists accounts, each with what its token says otherwise than usual.
"""

import base64
import hashlib
import secrets
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Thread
from typing import cast
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "local-plan", "the client's secret"
HOUR, MINUTE = 3600, 60
# By the account's name: what its token says otherwise; `lasts` is in seconds.
ACCOUNTS: dict[str, Mapping[str, object]] = {
    "ann": {},
    "eve": {},
    "vic": {},
    "zoe": {},
    "meant for another": {"email": "vic@example.org", "aud": "another", "azp": CLIENT},
    "not for us at all": {"email": "vic@example.org", "aud": "another"},
    "just expired": {"email": "vic@example.org", "lasts": -MINUTE},
    "long expired": {"email": "vic@example.org", "lasts": -HOUR},
    "not verified": {"email": "vic@example.org", "email_verified": False},
}


class Provider:
    """What a provider remembers: its key, and what each code was given for."""

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        self.key = RSAKey.generate_key(2048, parameters={"kid": "one", "use": "sig"})
        self.codes: dict[str, tuple[str, Mapping[str, str]]] = {}

    def app(self) -> Starlette:
        """The provider as a web application."""
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self.discovery),
                Route("/jwks", self.jwks),
                Route("/authorize", self.authorize),
                Route("/account/{name}", self.chosen),
                Route("/token", self.token, methods=["POST"]),
                Route("/leave", self.leave),
            ]
        )

    async def discovery(self, _request: Request) -> Response:
        places = {
            "authorization_endpoint": "authorize",
            "token_endpoint": "token",
            "jwks_uri": "jwks",
            "end_session_endpoint": "leave",
        }
        return JSONResponse(
            {
                "issuer": self.issuer,
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
                **{name: f"{self.issuer}/{place}" for name, place in places.items()},
            }
        )

    async def jwks(self, _request: Request) -> Response:
        return JSONResponse(KeySet([self.key]).as_dict(private=False))

    async def authorize(self, request: Request) -> Response:
        asked = request.query_params
        if asked["client_id"] != CLIENT or asked["code_challenge_method"] != "S256":
            return Response("Not a client of ours, or without PKCE.", status_code=400)
        links = [f'<p><a href="/account/{name}?{asked}">{name}</a></p>' for name in ACCOUNTS]
        return HTMLResponse(f"<h1>Who are you?</h1>{''.join(links)}")

    async def chosen(self, request: Request) -> Response:
        code, asked = secrets.token_urlsafe(), dict(request.query_params)
        self.codes[code] = (request.path_params["name"], asked)
        answer = urlencode({"code": code, "state": asked["state"]})
        return RedirectResponse(f"{asked['redirect_uri']}?{answer}")

    async def token(self, request: Request) -> Response:
        form = await request.form()
        name, asked = self.codes.pop(str(form["code"]))
        verifier = hashlib.sha256(str(form["code_verifier"]).encode()).digest()
        proof = base64.urlsafe_b64encode(verifier).decode().rstrip("=")
        known = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if proof != asked["code_challenge"] or request.headers["authorization"] != f"Basic {known}":
            return JSONResponse({"error": "invalid_grant"}, status_code=400)
        said = {"token_type": "Bearer", "access_token": secrets.token_urlsafe()}
        return JSONResponse({**said, "id_token": self._signed(name, asked["nonce"])})

    async def leave(self, request: Request) -> Response:
        return RedirectResponse(request.query_params["post_logout_redirect_uri"])

    def _signed(self, name: str, nonce: str) -> str:
        said = dict(ACCOUNTS[name])
        now = int(time.time())
        until = now + cast(int, said.pop("lasts", HOUR))
        claims = {
            "iss": self.issuer,
            "sub": name,
            "aud": CLIENT,
            "iat": min(now, until) - MINUTE,
            "exp": until,
            "nonce": nonce,
            "email": f"{name}@example.org",
            "email_verified": True,
        }
        return jwt.encode({"alg": "RS256", "kid": "one"}, {**claims, **said}, self.key)


@contextmanager
def provided(port: int) -> Iterator[str]:
    """Run a provider at a port of this machine. Gives its issuer."""
    issuer = f"http://127.0.0.1:{port}"
    server = uvicorn.Server(
        uvicorn.Config(Provider(issuer).app(), port=port, log_level="warning", lifespan="off")
    )
    running = Thread(target=server.run)
    running.start()
    try:
        yield issuer
    finally:
        server.should_exit = True
        running.join()


def configured(issuer: str, port: int) -> str:
    """The secrets of a dashboard at a port that lets people sign in there."""
    return f"""
[auth]
redirect_uri = "http://localhost:{port}/oauth2callback"
cookie_secret = "{secrets.token_hex(32)}"
client_id = "{CLIENT}"
client_secret = "{SECRET}"
server_metadata_url = "{issuer}/.well-known/openid-configuration"
client_kwargs = {{ code_challenge_method = "S256", timeout = 60 }}
"""
