"""What sets sign-in up, what is wrong with it, and that without it nobody else is answered."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import signing
from analysis.errors import DashboardError
from tests.signed import AUTH, CLIENT, ISSUER

ROOT = Path(__file__).resolve().parents[1]
ENTRA = "https://login.microsoftonline.com/{}/v2.0/.well-known/openid-configuration"
ONE = {key: AUTH[key] for key in ("client_id", "client_secret", "server_metadata_url")}
SHARED = {key: said for key, said in AUTH.items() if key not in ONE}
WRONG = {
    "nothing": ({}, "it names no provider"),
    "no secret": ({**AUTH, "client_secret": ""}, "provider default has no client_secret"),
    "a short cookie secret": ({**AUTH, "cookie_secret": "x" * 31}, "fewer than 32 characters"),
    "no way back": ({**AUTH, "redirect_uri": "https://a.example.org/"}, "end in /oauth2callback"),
    "no discovery": ({**AUTH, "server_metadata_url": ISSUER}, "does not end in /.well-known"),
    "anybody's": ({**AUTH, "server_metadata_url": ENTRA.format("common")}, "any organisation"),
}


def test_one_provider_and_several_are_read_with_the_issuer_each_speaks_for():
    several = {**SHARED, "microsoft": {**ONE, "server_metadata_url": ENTRA.format("7")}}
    found = [*signing.providers({**AUTH, "client_kwargs": {}}), *signing.providers(several)]

    assert [(each.label, each.client, each.issuer) for each in found] == [
        ("", CLIENT, ISSUER),
        ("Microsoft", CLIENT, "https://login.microsoftonline.com/7/v2.0"),
    ]


@pytest.mark.parametrize(("auth", "why"), WRONG.values(), ids=WRONG)
def test_what_is_set_up_wrongly_lets_nobody_in_and_says_what_it_is(auth, why):
    with pytest.raises(DashboardError, match=why):
        signing.providers(auth)


@pytest.mark.parametrize(
    ("host", "secrets", "why"),
    [
        ("0.0.0.0", "", "only this machine may be answered, and not 0.0.0.0"),
        ("127.0.0.1", "[auth", "cannot be read, so nobody is let in"),
    ],
)
def test_the_server_does_not_start_where_strangers_would_be_let_in(tmp_path, host, secrets, why):
    home = tmp_path / ".streamlit"
    home.mkdir()
    if secrets:
        (home / "secrets.toml").write_text(secrets)
    started = subprocess.run(
        [sys.executable, "-m", "pages.shared.server"],
        check=False,
        cwd=ROOT,
        env={**os.environ, "HOME": str(tmp_path), "HOST": host, "STORE_DIR": str(tmp_path / "s")},
        capture_output=True,
        text=True,
        timeout=300,
    )

    assert started.returncode == 2
    assert why in started.stderr
    assert "Traceback" not in started.stderr
