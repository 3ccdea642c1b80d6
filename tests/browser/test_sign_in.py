"""Signing in with a real provider, in a real browser; and what then comes over the wire."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Response, WebSocket

from analysis.ledger import entries
from tests import hub
from tests.browser.provider import provided
from tests.browser.serving import free_port, served, settled
from tests.signed import invite

PEOPLE = """
    Organisation|Contact name|Email|Phone|Stage|Functions|Areas|Offer
    Ash|Ada Quillfeather|quill@example.org|01632 960123|Commissioned|Schools|Derby|Brass
    Birch|Bo Underhill|under@example.org|01632 960456|Received|Inclusion|Derby|Singing
"""
PERSONAL = (b"Quillfeather", b"quill@example.org", b"960123", b"Underhill", b"under@example.org")
PATIENCE = 120_000  # in milliseconds: a fresh server counts for the first time
SEEN = ("", "explore", "places", "inclusion", "over_time", "directory", "gaps", "shortlist")
ASH = "organisation?organisation=Ash"
MORE = ("departures", "definitions", ASH, "fixes", "personal_data", "audit")
REFUSED = {
    "zoe": "zoe@example.org, who is no member here",
    "meant for another": "made for something else than this dashboard",
    "not for us at all": "Sign in with the account that your hub has invited.",
    "just expired": "Your sign-in has ended",
    "long expired": "Sign in with the account that your hub has invited.",
    "not verified": "has not verified your e-mail address",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard with members and people, which asks for sign-in."""
    folder = tmp_path_factory.mktemp("members") / "store"
    store = entries.open_store(folder)
    hub.load(store, PEOPLE, "partner")
    invite(store, ann="admin", eve="editor", vic="viewer")
    store.engine.dispose()
    with provided(free_port()) as issuer, served(folder, issuer=issuer) as address:
        yield address


def sign_in(page: Page, account: str) -> Page:
    page.set_default_timeout(PATIENCE)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("link", name=account, exact=True).click()
    page.wait_for_url(lambda url: "/account/" not in url and "oauth2callback" not in url)
    return settled(page)


@pytest.mark.parametrize(("account", "why"), REFUSED.items())
def test_whoever_may_not_come_in_is_told_so_and_sees_no_menu(visit, address, account, why):
    page = sign_in(visit(address), account)

    assert why in page.inner_text("body")
    assert page.get_by_role("link", name="Overview").count() == 0


def test_a_viewer_sees_their_menu_is_refused_elsewhere_and_signs_out(visit, address):
    page = sign_in(visit(address), "vic")
    menu = page.get_by_test_id("stSidebarNav").inner_text()
    page.goto(f"{address}/upload")
    refused = settled(page).inner_text("body")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in", exact=True).wait_for()
    page.goto(f"{address}/explore")

    assert "Gaps" in menu
    assert not {"Upload", "Members", "Pipeline"} & set(menu.split())
    assert "To take in files you need the role editor; yours is viewer." in refused
    assert "Sign in with the account" in settled(page).inner_text("body")


def test_nothing_personal_comes_over_the_wire_to_a_viewer_but_to_an_editor_who_asks(visit, address):
    viewer, seen = _received(sign_in(visit(address), "vic"))
    for path in (*SEEN, *MORE):
        _at(viewer, f"{address}/{path}")
    editor, shown = _received(sign_in(visit(address), "eve"))
    _at(editor, f"{address}/{ASH}").get_by_text("Show names and addresses").click()
    settled(editor)

    assert b"Ash" in seen
    assert not [said for said in PERSONAL if said in seen]
    assert PERSONAL[1] in shown


def _at(page: Page, address: str) -> Page:
    page.goto(address)
    return settled(page)


def _received(page: Page) -> tuple[Page, bytearray]:
    """All that a page receives from now on: frames of its socket, and bodies of its downloads."""
    kept = bytearray()

    def frames(socket: WebSocket) -> None:
        socket.on("framereceived", lambda said: kept.extend(_bytes(said)))

    def bodies(answer: Response) -> None:
        if "/media/" in answer.url:
            kept.extend(answer.body())

    page.on("websocket", frames)
    page.on("response", bodies)
    return page, kept


def _bytes(said: str | bytes) -> bytes:
    return said.encode() if isinstance(said, str) else said
