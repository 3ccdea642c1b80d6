"""The report on its page, and the alerts above it all: what they say is what their files say."""

import pytest

from analysis.ledger import entries, record
from analysis.report.board.facts import TITLE
from pages.shared.report import NAMES
from tests.hub import load
from tests.pages.conftest import texts


@pytest.mark.usefixtures("loaded")
def test_the_page_says_all_that_the_report_will_say(visit):
    app = visit("coverage/report", function="Schools")
    told = texts(app)

    assert not app.exception
    assert app.header[0].value.replace("\\", "").startswith("Of 9 function × area cells")
    assert [each.label for each in app.download_button] == [*NAMES.values()]
    assert app.text_input(key="report_title").value == TITLE
    assert "Filters: Function: Schools" in told
    for heading in ("The partners", "What is unknown, and how sure we are", "Definitions"):
        assert heading in told


def test_recording_it_is_one_entry_and_the_next_begins_there(loaded, visit):
    app = visit("coverage/report")
    button = next(each for each in app.button if each.label == "Record that the board was told")
    app = button.click().run()

    newest = entries.entries(loaded)[-1]
    assert (newest.kind, newest.payload["data"]) == ("report", 1)
    assert "The last report" in app.selectbox(key="report_since").value
    assert "0 of 45 cells changed" in texts(app)


def test_a_last_partner_lost_since_the_import_is_told_on_overview_and_can_be_put_away(
    loaded, visit
):
    record.record_stage(loaded, "birch", "pilot", "a test")
    load(loaded, "Organisation|Functions|Areas\nElm|Progression|Bolsover", "partner")
    record.record_stage(loaded, "ash", "lapsed", "a test")
    app = visit("coverage/overview")
    told = [link.label.replace("\\", "") for link in app.page_link]

    assert any("Schools × Derby lost its last partner" in line for line in told)
    app = next(each for each in app.button if each.label == "Put these away").click().run()
    assert not any("lost its last partner" in link.label for link in app.page_link)


@pytest.mark.usefixtures("loaded")
def test_nothing_is_told_where_no_line_was_crossed(visit):
    app = visit("coverage/overview")

    assert not any("Put these away" in each.label for each in app.button)
