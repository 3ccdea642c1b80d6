"""Under each headline its reader may ask how sure it is; nothing is counted before that."""

import pytest

from analysis.ledger import record
from tests import hub
from tests.pages.conftest import texts

pytestmark = pytest.mark.usefixtures("loaded")
PAGES = {
    "coverage/overview": "number_sure",
    "coverage/explore": "number_sure",
    "coverage/places": "number_sure",
    "coverage/inclusion": "focus_area_sure",
    "decide/gaps": "number_sure",
}
PLAUSIBLE = "plausible readings"


def opened(app, key):
    app.session_state[key] = True
    return app.run()


@pytest.mark.parametrize(("page", "key"), PAGES.items())
def test_a_headline_says_how_sure_it_is_when_asked(visit, page, key):
    app = visit(page)
    assert PLAUSIBLE not in texts(app)

    opened(app, key)

    assert not app.exception
    assert PLAUSIBLE in texts(app)
    assert "open: each is as recorded or, with even chances, any one of" in texts(app)


def test_what_would_flip_it_leads_to_where_it_is_settled(visit):
    app = opened(visit("coverage/overview"), "number_sure")

    app.selectbox(key="number_flip").select_index(0).run()

    links = [link.label for link in app.get("page_link")]
    assert any(label.startswith("Settle it on Fixes: ") for label in links)


def test_where_nothing_is_doubtful_it_says_so(visit, begun):
    record.record_undo(begun, 1, "a test")
    hub.load(begun, "Organisation | Functions | Areas\nAsh | Schools | Derby", kind="partner")

    app = opened(visit("coverage/overview"), "number_sure")

    assert "Nothing that bears on this is doubtful" in texts(app)


def test_the_index_stands_beside_the_plain_count(visit):
    app = opened(visit("coverage/overview"), "number_index")

    assert not app.exception
    assert "Coverage index 0, because 43 cells have no partner" in texts(app)
    assert "0 of 45 cells covered" in texts(app)


def test_the_change_of_the_index_is_split_on_the_page_over_time(visit):
    app = opened(visit("coverage/over_time"), "index_change")

    assert not app.exception
    assert any("Before" in frame.value.columns for frame in app.dataframe)


def test_a_wording_known_only_by_its_words_is_settled_on_the_spot(visit, begun):
    words = "Keeping the hub going for years to come"
    rows = "\n".join(f"{name} | {words} | Bolsover" for name in ("Dogwood", "Elm"))
    hub.load(begun, f"Organisation | Functions | Areas\n{rows}", kind="partner")
    app = opened(visit("coverage/overview"), "number_sure")

    flips = app.selectbox(key="number_flip")
    doubt = next(each for each in flips.options if each.startswith(f"Whether “{words}”"))
    flips.select(doubt).run()

    assert not app.exception
    assert any("means this function" in each.label for each in app.selectbox)
