"""Staff trace a number that a partner disputes: from the headline to the words in the file."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.serving import settled
from tests.browser.test_accessibility import ours
from tests.browser.test_planner import address, choose, says

DRUM = "Bright Drum Collective Ltd"
OFFER = f"{DRUM} (partners.xlsx, row 20)"


def test_a_disputed_number_is_traced_to_its_words_and_sent_for_checking(sample, visit):
    page = visit(f"{sample}/?function=Schools&area=Derby")
    page.get_by_text("Behind the numbers: Function × area").click()
    choose(page, "Number: Function × area", "2 partners")
    choose(page, "Organisation", DRUM)
    assert ours(page) == []
    page.get_by_role("link", name=f"All we know of {DRUM}").click()
    page.get_by_role("heading", name=DRUM, exact=True, level=1).wait_for()

    assert address(settled(page))["organisation"] == [DRUM]
    assert ours(page) == []
    page.get_by_text("Check this with the organisation").click()
    with page.expect_download() as sent:
        page.get_by_role("button", name="One page to check (PDF)").click()
    assert sent.value.suggested_filename == "bright-drum-collective.pdf"
    assert Path(sent.value.path()).read_bytes().startswith(b"%PDF")


def test_a_number_s_cell_and_offer_stand_in_the_address(sample, visit):
    page = visit(f"{sample}/?function=Schools&area=Derby&number=1+cell+in+all")
    choose(page, "Offer", OFFER)

    says(page, "number_offer", OFFER)
    expect(page.get_by_role("link", name=f"All we know of {DRUM}")).to_be_visible()
    other = visit(page.url)
    expect(other.get_by_role("link", name=f"All we know of {DRUM}")).to_be_visible()


def test_contacts_come_to_the_browser_only_when_they_are_asked_for(sample, visit):
    page = visit(f"{sample}/organisation?organisation={DRUM.replace(' ', '+')}")
    received: list[bytes] = []

    def keep(frame):
        received.append(frame)

    page.on("websocket", lambda socket: socket.on("framereceived", keep))
    page.reload()
    settled(page)
    page.get_by_role("heading", name="Contacts").wait_for()
    before = len(received)
    assert not any("@example.org" in str(frame) for frame in received)
    page.get_by_text("Show names and addresses").click()
    settled(page)

    assert any("@example.org" in str(frame) for frame in received[before:])
    assert address(page) == {"organisation": [DRUM]}


def test_the_directory_answers_while_it_is_typed(sample, visit):
    page = visit(f"{sample}/directory")
    page.get_by_role("searchbox").press_sequentially("bright drum", delay=60)

    expect(page.get_by_text("1 organisation found")).to_be_visible()
    says(page, "search", "bright drum")
