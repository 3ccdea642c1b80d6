"""The dashboard behind nginx with TLS, as docs/deploy/nginx.conf has it, on this machine alone."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.serving import PATIENCE_SECONDS, PROJECT, free_port

CONFIGURATION = PROJECT / "docs" / "deploy" / "nginx.conf"
LIVE = "/etc/letsencrypt/live/plan.example.org/"
AROUND = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ }}
http {{
    types {{ text/html html; }}
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxied;
    fastcgi_temp_path {folder}/fast;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {site}
}}
"""


@contextmanager
def proxied(dashboard: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Put nginx in front of a dashboard. Gives its addresses with TLS and without."""
    secure, plain = free_port(), free_port()
    _certify(folder)
    written = folder / "nginx.conf"
    site = _site(folder, (plain, secure, urlsplit(dashboard).port or 0))
    written.write_text(AROUND.format(folder=folder, site=site), encoding="utf-8")
    program = shutil.which("nginx") or "/usr/sbin/nginx"  # not on everybody's path
    server = subprocess.Popen([program, "-p", str(folder), "-c", str(written)])
    try:
        _wait_for(plain, server)
        yield f"https://localhost:{secure}", f"http://localhost:{plain}"
    finally:
        server.terminate()
        server.wait(PATIENCE_SECONDS)


def _site(folder: Path, ports: tuple[int, int, int]) -> str:
    plain, secure, behind = ports
    filled = {
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ": f"listen 127.0.0.1:{secure} ",
        "127.0.0.1:8501": f"127.0.0.1:{behind}",
        LIVE: f"{folder}/",
        "/var/log/nginx/": f"{folder}/",
        "plan.example.org": "localhost",
    }
    site = CONFIGURATION.read_text(encoding="utf-8")
    for there, here in filled.items():
        assert there in site
        site = site.replace(there, here)
    return site


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nginx did not answer at {port}.")


def _certify(folder: Path) -> None:
    asked = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    files = ["-nodes", "-keyout", "privkey.pem", "-out", "fullchain.pem"]
    subprocess.run(
        [*asked, *files, "-subj", "/CN=localhost", "-days", "2"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
