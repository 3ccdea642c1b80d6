"""What befalls a running server leaves the last good state."""

from playwright.sync_api import expect

from tests.browser.test_staff import GOOD, drop


def test_a_browser_that_leaves_in_mid_upload_leaves_nothing(own, visit, tmp_path):
    page = visit(f"{own}/upload")
    network = page.context.new_cdp_session(page)
    slow = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 50_000}
    network.send("Network.emulateNetworkConditions", slow)
    with page.expect_request("**/_stcore/upload_file/**"):
        drop(page, {"name": "big.csv", "mimeType": "text/csv", "buffer": b"Area,Offer\n" * 500_000})
    page.goto(f"{own}/upload")
    again = drop(visit(f"{own}/upload"), GOOD)
    told = again.get_by_text("24 new, 0 changed and 0 the same.")
    expect(told).to_be_visible(timeout=60_000)

    assert not (tmp_path / "store" / "archive").exists()
