"""Tables for people: their words as headers, every cell of the frame, unknown never as zero."""

import pandas as pd
import pytest

from analysis import questions
from analysis.ledger import entries
from analysis.questions import Filters
from analysis.report import tables
from tests import hub

OFFERS = """
    Organisation|Stage|Functions|Areas|Offer|Reach
    Ash|Strategic Hub Partner|Schools|Derby; Erewash|Brass|120
    Birch|Commissioned|Schools; Inclusion||Singing|tbc
    Cedar|Received|Inclusion|Derby|Studios|
"""
AXES = ("function", "area")
AREAS = {term.code: term.short_label for term in hub.WORDS.frame("area")}


@pytest.fixture
def loaded(store):
    hub.load(store, OFFERS, "partner")
    return store


def behind(asked, *terms):
    return questions.offers_behind(asked, AXES, terms)


def test_a_grid_keeps_every_cell_with_its_state_in_words(loaded):
    table = tables.of_cells(questions.coverage(hub.now(loaded), AXES), AXES)
    found = table.set_index(["Function", "Area"])["State"]

    assert len(table) == 45
    assert found["Schools", "Derby"] == "◐ fragile"
    assert found["Sustainability", "Derby"] == "✕ gap"


def test_a_tally_has_a_column_for_every_state(loaded):
    tally = questions.tally(questions.coverage(hub.now(loaded), AXES))
    table = tables.of_tally(tally, "function").set_index("Function")

    assert len(table.columns) == 6
    assert set(table.sum(axis=1)) == {9}


def test_changes_say_what_each_cell_was_and_is(loaded):
    changes = questions.changes(hub.now(loaded, 0), hub.now(loaded), AXES)
    table = tables.of_changes(changes, AXES).set_index(["Function", "Area"])

    assert list(table.loc["Schools", "Derby"]) == ["✕ gap", "◐ fragile", 0, 1]


def test_offers_say_how_they_count_and_where_they_stand(loaded):
    found = behind(hub.now(loaded), "function:schools", f"area:{hub.DERBY}")
    table = tables.of_offers(found).set_index("Organisation")

    assert list(table["Counts as"]) == ["partner", "unsure: the answer does not say"]
    assert list(table.loc["Ash", ["File", "Row"]]) == ["offers.csv", 2]


def test_a_reach_that_was_not_stated_is_missing_and_not_zero(loaded):
    found = behind(hub.now(loaded), "function:schools", f"area:{hub.DERBY}")
    reach = tables.of_offers(found).set_index("Organisation")["Reach a year"]

    assert reach["Ash"] == 120
    assert pd.isna(reach["Birch"])


def test_answers_name_the_column_by_its_letter(loaded):
    asked = hub.now(loaded)
    key = behind(asked, "function:schools", f"area:{hub.DERBY}")["offer_key"].iloc[0]
    words = tables.of_answers(questions.answers_of(asked, key)).set_index("Words in the file")

    assert list(words.loc["Derby", ["Question", "Counted as", "Column"]]) == ["Area", "Derby", "D"]


def test_marks_keep_every_area_in_its_order(loaded):
    chosen = Filters(("function:schools",))
    marks = questions.who_covers(hub.now(loaded), ["area"], chosen)
    table = tables.of_marks(marks, ["Ash"], AREAS)

    assert list(table.columns) == ["Organisation", *AREAS.values()]
    assert list(table.iloc[0])[:3] == ["Ash", "partner", ""]


def test_places_have_headers_short_enough_for_a_phone(loaded):
    table = tables.of_places(questions.places(hub.now(loaded), "function", "imd_2025_rank"))

    assert list(table.columns) == ["Area", "Safe", "Of", "Gaps", "Children", "Need"]


def test_a_need_without_a_figure_is_missing_and_not_zero(loaded):
    table = tables.of_places(questions.places(hub.now(loaded), "function", "no such measure"))

    assert table["Need"].isna().all()


def test_rows_are_told_with_what_becomes_of_them_and_nothing_about_people(loaded):
    more = "Organisation|Email|Contact name|Functions\nElm|elm@example.org|Ada Elm|Schools"
    table = tables.of_records(hub.prepare(loaded, hub.reading(more))[0])

    assert list(table.columns) == ["Row", "Change", "Organisation", "Function"]
    assert list(table.iloc[0]) == [2, "new", "Elm", "Schools"]


def test_rows_without_consent_are_set_aside_among_the_others_in_order():
    table = "Organisation|Functions|Consent\nAsh|Schools|No\nElm|Schools|Yes"

    assert tables.of_set_aside(hub.reading(table)).to_dict("records") == [
        {"Row": 2, "Why": "no consent was given; nothing of it is stored"}
    ]


def test_wordings_are_listed_with_their_meaning_those_without_one_first(store):
    prepared = hub.prepare(store, hub.reading("Organisation|Areas\nAsh|The Dales; Atlantis"))[0]
    table = tables.of_wordings(questions.wordings(prepared.after, 1), hub.WORDS)

    assert list(table.itertuples(index=False, name=None)) == [
        ("Area", "Atlantis", "Not understood", "", 1),
        ("Area", "The Dales", "Derbyshire Dales", "a known wording", 1),
    ]


def test_wordings_told_by_their_words_stand_before_known_ones_and_say_so(store):
    sheet = "Organisation|Functions\nAsh|Inclusion; Helping schools; Atlantis"
    prepared = hub.prepare(store, hub.reading(sheet))[0]
    table = tables.of_wordings(questions.wordings(prepared.after, 1), hub.WORDS)

    assert list(zip(table["Words in the file"], table["Told by"], strict=True)) == [
        ("Atlantis", ""),
        ("Helping schools", tables.BY_WORDS),
        ("Inclusion", "a known wording"),
    ]


def test_the_history_is_newest_first(loaded):
    entries.append(loaded, "note", {}, "a test", "So that there are two")

    assert list(tables.of_history(entries.entries(loaded))["Entry"]) == [2, 1]


def test_two_offers_with_one_name_and_place_keep_two_names():
    twice = {"organisation": "Ash", "file": "a.csv", "row": 2, "sheet": "One"}
    offers = pd.DataFrame([{**twice, "import": n, "offer_key": str(n)} for n in (1, 2)])

    assert tables.offer_names(offers) == {
        "Ash (a.csv, row 2)": "1",
        "Ash (a.csv, row 2), entry 2, One": "2",
    }


def test_tiles_are_shaded_by_the_share_of_what_applies(loaded):
    places = questions.places(hub.now(loaded), "function", "imd_2025_rank")
    tiles = tables.tiles(places.assign(cells=0), places, None)

    assert set(tiles["value_text"]) == {"0 of 0"}
    assert tiles["share"].isna().all()


def test_tiles_of_one_function_take_its_state(loaded):
    asked = hub.now(loaded)
    cells = questions.coverage(asked, ("area", "function"))
    places = questions.places(asked, "function", "imd_2025_rank")
    tiles = tables.tiles(places, cells, "schools").set_index("area")

    assert tiles.loc[hub.DERBY, "shade_state"] == "fragile"
    assert tiles.loc[hub.DERBY, "detail"] == "1 partner"
