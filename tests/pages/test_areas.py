"""Places and need: a file is shown before it is recorded; then every page can use it."""

import pytest
from streamlit.testing.v1 import AppTest

from analysis.ledger import entries
from tests.hub import as_csv
from tests.intake.places import register
from tests.intake.places.geo import collection, features
from tests.pages.conftest import texts

PAGE = "data/areas"
RATES = "Area | Rate | Other\nDerby | 5 | 1\nErewash | 7 | 2\nBolsover | 9 | 3"


def dropped(app: AppTest, name: str, content: bytes) -> AppTest:
    app.get("file_uploader")[0].set_value((name, content, "text/csv")).run()
    assert not app.exception
    return app


def record(app: AppTest) -> AppTest:
    next(button for button in app.button if button.label == "Record this file").click().run()
    assert not app.exception
    return app


@pytest.mark.usefixtures("loaded")
def test_boundaries_are_shown_then_recorded_then_drawn_on_places(visit, store):
    app = dropped(visit(PAGE), "areas.geojson", collection(features()))
    assert "All 9 areas found by code in “LAD24CD”." in texts(app)
    assert len(app.get("plotly_chart")) == 1
    assert [entry.kind for entry in entries.entries(store)] == ["import"]

    record(app)
    assert "Recorded as entry 2" in texts(app)
    assert "The map is drawn from real outlines" in texts(app)

    app = app.switch_page("pages/coverage/places.py").run()
    assert not app.exception
    assert "choropleth" in app.get("plotly_chart")[0].proto.spec


@pytest.mark.usefixtures("loaded")
def test_a_table_adds_the_chosen_measures_with_their_source_and_year(visit):
    app = dropped(visit(PAGE), "rates.csv", as_csv(RATES))
    assert "No row for Amber Valley" in texts(app)
    app.multiselect(key="places measures").set_value(["Rate (rates)"])
    app.text_input(key="places source").set_value("Our own count")
    app.text_input(key="places period").set_value("2025")
    record(app)

    app = visit("coverage/places", measure="Rate (rates)")
    assert "Need: Rate (rates) (number, 2025). Source: Our own count." in texts(app)
    assert "Bolsover (0 of 5 safe, need 9)" in texts(app)
    assert "Not known for Amber Valley" in texts(app)
    options = visit("decide/gaps").selectbox(key="need").options
    assert "Rate (rates)" in options
    assert "Other (rates)" not in options


@pytest.mark.usefixtures("loaded")
def test_the_register_of_schools_needs_no_questions(visit):
    app = dropped(visit(PAGE), "edubasealldata20240301.csv", register.register())
    assert not app.text_input
    assert "schools here are open and state-funded" in texts(app)

    record(app)

    app = visit("coverage/places", measure="State-funded schools that are open (register)")
    assert "(number, 1 March 2024)" in texts(app)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.geojson", b'{"type": "Topology"}', "a.geojson is TopoJSON"),
        ("a.csv", b"Area,Rate\nDerby,1\nDerby,2", "rows 2 and 3 are both Derby"),
        ("a.pdf", b"%PDF-1.7", "a.pdf is a PDF"),
    ],
)
@pytest.mark.usefixtures("loaded")
def test_what_cannot_be_read_is_one_sentence_and_nothing_is_recorded(
    visit, store, name, content, says
):
    app = dropped(visit(PAGE), name, content)

    assert says in texts(app)
    assert len(entries.entries(store)) == 1


@pytest.mark.usefixtures("loaded")
def test_choosing_no_measure_is_told_and_records_nothing(visit, store):
    app = dropped(visit(PAGE), "rates.csv", as_csv(RATES))
    app.multiselect(key="places measures").set_value([])
    record(app)

    assert "Choose from: Rate (rates)" in texts(app)
    assert len(entries.entries(store)) == 1


@pytest.mark.usefixtures("loaded")
def test_what_was_uploaded_is_undone_like_anything_else(visit):
    record(dropped(visit(PAGE), "rates.csv", as_csv(RATES)))
    app = visit("data/imports")
    name = next(option for option in app.selectbox(key="undo").options if "rates.csv" in option)
    app.selectbox(key="undo").select(name).run()
    next(button for button in app.button if button.label == "Undo this entry").click().run()
    assert not app.exception

    assert "Rate (rates)" not in visit("coverage/places").selectbox(key="measure").options
