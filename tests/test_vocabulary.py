"""The hub's words, and what two spellings of one thing share."""

import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import need, vocabulary
from analysis.errors import DashboardError
from analysis.vocabulary import DATA, DIMENSIONS, organisation_key, wording_key

WORDS = vocabulary.load()


@pytest.fixture
def folder(tmp_path):
    for name in ("vocabulary.csv", "aliases.csv"):
        shutil.copy(DATA / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_every_label_and_code_means_its_own_term(dimension):
    for term in WORDS.of(dimension):
        assert WORDS.match(dimension, term.label) == term.code
        assert WORDS.match(dimension, term.code.upper()) == term.code


def test_every_alias_means_the_term_it_stands_for():
    for dimension, wording, code in WORDS.aliases:
        assert WORDS.match(dimension, f"  {wording.upper()}. ") == code


def test_a_new_area_is_a_row_in_the_vocabulary(folder):
    with (folder / "vocabulary.csv").open("a", encoding="utf-8") as rows:
        rows.write("area,E07000170,10,Ashfield,Ashfield,yes,,District of Nottinghamshire\n")

    grown = vocabulary.load(folder)

    assert [term.code for term in grown.frame("area")][-1] == "E07000170"


def test_an_alias_for_a_term_that_is_not_there_is_refused(folder):
    with (folder / "aliases.csv").open("a", encoding="utf-8") as rows:
        rows.write("area,Atlantis,E99999999\n")

    with pytest.raises(DashboardError, match=r"Atlantis.*E99999999"):
        vocabulary.load(folder)


def test_more_terms_than_fit_are_refused(folder):
    with (folder / "vocabulary.csv").open("a", encoding="utf-8") as rows:
        rows.writelines(f"focus,f{n},{n},Focus {n},F{n},yes,,\n" for n in range(100))

    with pytest.raises(DashboardError, match="142 terms"):
        vocabulary.load(folder)


def test_a_term_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(DashboardError, match=r"no function called \"opera\".*schools"):
        WORDS.term("function", "opera")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peak & Dale Brass", "peak and dale brass"),
        ("Amber Sound CIC", "Amber Sound C.I.C."),
        ("St Oswald’s Choir", "St. Oswald's Choir"),
        ("Rhythm Wagon Ltd", "RHYTHM-WAGON LIMITED"),
        ("Ash (Community Interest Company)", "Ash"),
    ],
)
def test_two_spellings_of_one_organisation_share_a_key(one, other):
    assert organisation_key(one) == organisation_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peak and Dale Brass", "Peak and Dale Bhangra"),
        ("The Loud Project", "Loud Project"),
        ("Café Musique", "Cafe Musique"),
        ("!!!", "???"),
    ],
)
def test_two_organisations_stay_two(one, other):
    assert organisation_key(one) != organisation_key(other)


@given(st.text(min_size=1))
def test_a_key_is_its_own_key_and_never_empty_for_a_name(name):
    key = organisation_key(name)

    assert organisation_key(key) == key or not key
    assert bool(key) == bool(name.strip())


@given(st.text())
def test_a_wording_s_key_is_its_own_key(wording):
    assert wording_key(wording_key(wording)) == wording_key(wording)


@pytest.mark.parametrize("kind", ["eoi", "partner"])
def test_the_default_stage_is_a_stage_of_the_vocabulary(kind):
    assert WORDS.term("stage", vocabulary.default_stage(kind)).counts_as in ("enquiry", "cover")


def test_every_area_has_a_tile_and_every_figure_its_source():
    areas = {term.code for term in WORDS.frame("area")}

    assert {tile.area for tile in need.tiles()} == areas
    assert {figure.area for figure in need.figures()} == areas
    assert all(figure.source and figure.period for figure in need.figures())
