"""What holds on every page: nothing breaks, empty says so, filters and sample are told."""

import shutil

import pytest

from pages.shared import session
from tests.pages.conftest import texts

COVERAGE = (
    "coverage/overview",
    "coverage/explore",
    "coverage/places",
    "coverage/inclusion",
    "coverage/over_time",
    "coverage/report",
    "organisations/directory",
    "decide/gaps",
    "decide/shortlist",
    "decide/departures",
)
ACTS = ("decide/pipeline", "decide/targets", "decide/scenarios")
PAGES = (*COVERAGE, *ACTS, "data/upload", "data/fixes", "data/decisions", "data/imports")
EVERY = (
    *PAGES,
    "data/audit",
    "data/personal_data",
    "data/backup",
    "data/members",
    "data/areas",
    "help/definitions",
)
CHARTED = {
    "coverage/overview": 5,
    "coverage/explore": 2,
    "coverage/places": 2,
    "coverage/inclusion": 2,
    "coverage/over_time": 2,
}


def test_the_fixture_opens_the_page_that_was_asked_for(visit):
    titles = [visit(page).title[0].value for page in EVERY]

    assert titles == [
        "Overview",
        "Explore",
        "Places",
        "Inclusion",
        "Over time",
        "Report",
        "Directory",
        "Gaps",
        "Shortlist",
        "Departures",
        "Pipeline",
        "Targets",
        "Scenarios",
        "Upload",
        "Fixes",
        "Decisions",
        "Imports",
        "Audit",
        "Personal data",
        "Backup",
        "Members",
        "Places and need",
        "Definitions",
    ]


def test_the_first_start_of_all_prepares_the_sample(visit, store):
    shutil.rmtree(store.folder / session.SAMPLE)
    app = visit("coverage/overview")

    assert "Of 45 function × area cells" in texts(app)


@pytest.mark.parametrize("page", EVERY)
def test_a_first_start_says_that_it_shows_sample_data(visit, page):
    app = visit(page)

    assert not app.exception
    assert "This is sample data" in app.info[0].value


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("begun")
def test_a_store_with_nothing_taken_in_says_so_and_where_to_begin(visit, page):
    app = visit(page)

    assert not app.exception
    assert "sample" not in texts(app)
    assert page == "data/upload" or "Nothing is recorded yet" in texts(app)
    assert page == "data/upload" or app.page_link[0].value == "Upload an export to begin"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("loaded")
def test_one_import_is_enough_for_every_page(visit, page):
    app = visit(page)

    assert not app.exception
    assert not app.error
    assert "sample" not in texts(app)


@pytest.mark.parametrize("page", [*COVERAGE, *ACTS])
@pytest.mark.usefixtures("loaded")
def test_filters_from_the_address_are_told_on_the_page(visit, page):
    app = visit(page, function="Schools", area=["Derby", "Erewash"], whole_hub="false")

    assert not app.exception
    told = "Filtered by Function: Schools; Area: Derby or Erewash; whole-hub claims left out."
    assert told in texts(app)


@pytest.mark.parametrize("page", COVERAGE)
@pytest.mark.usefixtures("loaded")
def test_filters_that_no_offer_matches_say_so(visit, page):
    app = visit(page, function="Sustainability", focus="Young carers")

    assert not app.exception
    assert "No offer matches these filters" in texts(app)


@pytest.mark.parametrize("page", COVERAGE)
@pytest.mark.usefixtures("loaded")
def test_an_address_that_names_what_is_not_there_is_let_go(visit, page):
    app = visit(
        page,
        function="Knitting",
        area="Atlantis",
        rows="Weather",
        cell="Schools × Atlantis",
        offer="Nobody (x.csv, row 2)",
        whole_hub="perhaps",
        colour="Mood",
        measure="Rainfall",
    )

    assert not app.exception
    assert not app.error
    assert "Filtered by" not in texts(app)


@pytest.mark.parametrize(("page", "charts"), CHARTED.items())
@pytest.mark.usefixtures("loaded")
def test_every_chart_has_words_for_those_who_cannot_see_it_and_its_table(visit, page, charts):
    app = visit(page, **{"for": "Schools"})
    drawn = app.get("plotly_chart")

    assert len(drawn) == charts
    assert all(chart.proto.alt for chart in drawn)
    assert len(app.dataframe) >= charts
    assert len(app.download_button) >= 2 * charts
    assert sum("Data as of" in caption.value for caption in app.main.caption) >= charts


@pytest.mark.parametrize("page", PAGES)
def test_a_store_that_cannot_be_opened_is_one_sentence_on_every_page(
    tmp_path, monkeypatch, visit, page
):
    (tmp_path / "a file").write_text("in the way")
    monkeypatch.setenv("STORE_DIR", str(tmp_path / "a file"))
    app = visit(page)

    assert not app.exception
    assert "cannot be opened" in texts(app)
    assert len(app.error) == 1
