"""Behind nginx with TLS: everything works, and nothing gets through that need not."""

import ssl
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection, HTTPSConnection
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import forbidden_by
from tests.browser.proxied import proxied
from tests.browser.serving import settled

UPLOAD = "/_stcore/upload_file/no-such-visit/1"
CONNECTIONS = {"http": HTTPConnection, "https": HTTPSConnection}
TRUSTING = ssl._create_unverified_context()  # its certificate is our own


@pytest.fixture(scope="module")
def front(sample, tmp_path_factory):
    with proxied(sample, tmp_path_factory.mktemp("nginx")) as addresses:
        yield addresses


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes


def answer(address: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """What is answered, without sending a body: its stated length is enough to be refused."""
    at = urlsplit(address)
    secure = {"context": TRUSTING} if at.scheme == "https" else {}
    connection = CONNECTIONS[at.scheme](at.netloc, timeout=60, **secure)
    connection.putrequest(method, path, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    with closing(connection), connection.getresponse() as told:
        return Answer(told.status, told.headers, told.read())


def test_a_page_is_drawn_over_tls_with_cookies_for_tls_only_and_nothing_forbidden(browser, front):
    context = browser.new_context(ignore_https_errors=True)
    page = context.new_page()
    refused = forbidden_by(page)
    page.goto(f"{front[0]}/explore?area=Derby")
    settled(page)

    expect(page.get_by_text("Filtered by Area: Derby.")).to_be_visible()
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    cookies = {cookie["name"]: cookie["secure"] for cookie in context.cookies()}
    assert cookies["_streamlit_xsrf"]
    assert all(cookies.values())
    assert refused == []
    context.close()


def test_every_answer_has_the_headers_that_browsers_should_heed(front):
    told = answer(front[0], "/")

    assert told.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "default-src 'none'" in told.headers["Content-Security-Policy"]
    assert told.headers["X-Content-Type-Options"] == "nosniff"
    assert told.headers["Referrer-Policy"] == "no-referrer"
    assert told.headers["Server"] == "nginx"


def test_pages_and_scripts_come_compressed(front):
    page = answer(front[0], "/", Accept_Encoding="gzip")

    assert page.headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize(
    "path",
    ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/script-health-check"],
)
def test_what_nobody_outside_needs_is_not_there(front, path):
    assert answer(front[0], path).status == 404


def test_health_can_be_asked_from_outside(front):
    assert answer(front[0], "/health").status == 200


def test_a_file_over_25_mb_is_refused_with_a_sentence(front):
    refused = answer(front[0], UPLOAD, "PUT", Content_Length=str(25 * 1024 * 1024 + 1))

    assert refused.status == 413
    assert refused.body.startswith(b"A file may have up to 25 MB.")


def test_a_file_without_the_token_against_forgery_is_refused(front):
    assert answer(front[0], UPLOAD, "PUT", Content_Length="0").status == 403


def test_a_flood_of_files_is_refused_with_a_sentence(front):
    answers = [answer(front[0], UPLOAD, "PUT", Content_Length="0") for _ in range(40)]
    refused = [told for told in answers if told.status == 429]

    assert refused
    assert refused[0].body.startswith(b"These are more files at once")


def test_without_tls_one_is_sent_to_the_page_with_it(front):
    told = answer(front[1], "/explore?area=Derby")

    assert told.headers["Location"] == "https://localhost/explore?area=Derby"


def test_the_proxy_s_log_holds_neither_filters_nor_addresses(front, tmp_path_factory):
    answer(front[0], "/explore?area=Derby")
    lines = next(tmp_path_factory.getbasetemp().glob("nginx*/local-plan.log")).read_text("utf-8")

    assert "GET /explore 200" in lines
    assert "Derby" not in lines
    assert "127.0.0.1" not in lines
