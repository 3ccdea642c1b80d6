"""A PostgreSQL server of the tests' own: on a socket in a temporary folder, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

from sqlalchemy import create_engine, make_url

# It refuses to be run by root; Debian's package makes this user.
OWNER = "postgres"
# What the tests lose when the power goes is no loss.
QUICK = "-c fsync=off -c full_page_writes=off -c listen_addresses= -c max_connections=60"


@contextmanager
def server() -> Iterator[str]:
    """The address of a fresh server, as LEDGER_URL has it."""
    folder = Path(tempfile.mkdtemp(prefix="hub-postgresql-"))
    if os.geteuid() == 0:
        shutil.chown(folder, OWNER)
    data = folder / "data"
    _run("initdb", "--auth=trust", "--username=hub", "--encoding=UTF8", "--no-sync", "-D", data)
    _start(folder)
    try:
        yield f"postgresql+psycopg://hub@/postgres?host={folder}"
    finally:
        _stop(folder)
        shutil.rmtree(folder)


@contextmanager
def stopped(address: str) -> Iterator[None]:
    """The server does not answer for a while."""
    folder = Path(str(make_url(address).query["host"]))
    _stop(folder)
    yield
    _start(folder)


def database(name: str, address: str | None = None) -> str | None:
    """The address of one of the server's databases; none where there is no server."""
    address = address or os.environ.get("LEDGER_URL")
    if not address:
        return None
    url = make_url(address).set(database=name)
    return url.render_as_string(hide_password=False)


def make(name: str, like: str = "template1", address: str | None = None) -> str:
    """Make a database like another, where there is a server; its address."""
    _say(f'create database "{name}" template "{like}"', address)
    return database(name, address) or ""


def remove(name: str, address: str | None = None) -> None:
    """Remove a database, whoever is connected to it."""
    _say(f'drop database "{name}" with (force)', address)


def _say(command: str, address: str | None) -> None:
    address = address or os.environ.get("LEDGER_URL")
    if address:
        engine = create_engine(address, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(command)
        engine.dispose()


def _start(folder: Path) -> None:
    options = f"{QUICK} -k {folder}"
    _run("pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log", "-o", options, "start")


def _stop(folder: Path) -> None:
    _run("pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")


def _run(program: str, *arguments: str | Path) -> None:
    as_owner = ["setpriv", f"--reuid={OWNER}", f"--regid={OWNER}", "--clear-groups"]
    command = [_binary(program), *map(str, arguments)]
    subprocess.run(
        [*(as_owner if os.geteuid() == 0 else []), *command],
        check=True,
        cwd="/",
        stdout=subprocess.DEVNULL,
    )


def _binary(program: str) -> str:
    """Debian keeps these out of the way of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    return str(found[-1]) if found else which(program) or program
