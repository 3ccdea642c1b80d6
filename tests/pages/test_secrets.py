"""What must not lie in the repository does not, and what must not be asked outside is noticed."""

import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path

from tests.pages.conftest import asked_outside

PROJECT = Path(__file__).resolve().parents[2]
SECRET = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----"
    r"|\b(AKIA[0-9A-Z]{16}|gh[pousr]_\w{36}|xox[abpr]-[\w-]{10,}|AIza[\w-]{35})\b"
    r"|\b(client_secret|cookie_secret|password)\s*=\s*"
    r""
    r"[\"'](?!\.\.\.|…|<|an? |the |test)[^\"'{]{16,}[\"']"
)


# Beside caches, whose names begin with a dot.
NOT_KEPT = {"store", "build", "__pycache__"}


def kept() -> Iterator[Path]:
    """Every file that a clone of the repository would hold."""
    for folder, folders, names in os.walk(PROJECT):
        folders[:] = [name for name in folders if name not in NOT_KEPT and not name.startswith(".")]
        yield from (Path(folder, name) for name in names)
    yield from (PROJECT / ".streamlit").glob("config.toml")


def test_no_file_of_the_repository_holds_a_secret():
    files = [file for file in kept() if b"\0" not in file.read_bytes()]
    holding = [file.name for file in files if SECRET.search(file.read_text(errors="replace"))]

    assert len(files) > 100
    assert holding == []


def test_the_files_that_hold_secrets_and_stores_are_ignored():
    ignored = (PROJECT / ".gitignore").read_text(encoding="utf-8").split()

    assert {".streamlit/secrets.toml", "data/store/"} <= set(ignored)


def test_a_key_and_a_password_would_be_known_for_secrets():
    key = "-----BEGIN " + "EC PRIVATE KEY-----"

    assert SECRET.search(key)
    assert SECRET.search('client_secret = "' + "x7" * 12 + '"')


def test_a_page_that_asked_another_machine_would_be_noticed():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        asking.connect(("192.0.2.1", 9))

    assert asked_outside.pop() == "192.0.2.1"
