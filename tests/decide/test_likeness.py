"""How alike names are: the same from both sides, in any order, and by what is rare in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.decide import likeness
from analysis.decide.likeness import STRONG
from analysis.vocabulary import organisation_key

WORDS = ("Ash", "Kinder", "Fiddles", "Fiddle", "Youth", "Music", "Choir", "St", "Saint", "1st", "J")
HUB = (
    "Peak & Dale Brass",
    "Amber Valley Choir",
    "Derby Youth Orchestra",
    "Ash Music",
    "Rowan Arts",
)
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)


def alike(one, other):
    named = [likeness.name(organisation_key(name)) for name in (*HUB, one, other)]
    return likeness.likeness(named[-2], named[-1], likeness.weights(named))


@given(one=names, other=names)
def test_likeness_is_a_share_and_the_same_from_both_sides(one, other):
    assert 0 <= alike(one, other) <= 1
    assert alike(one, other) == pytest.approx(alike(other, one))


@given(words=st.permutations(WORDS[:6]))
def test_the_order_of_words_does_not_matter(words):
    assert alike(" ".join(words), " ".join(WORDS[:6])) == 1


@given(one=names, word=st.sampled_from(("Quarndon", "Yodellers")))
def test_a_word_more_makes_a_name_no_liker(one, word):
    assert alike(one, f"{one} {word}") < alike(one, one) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Derby Youth Orchestra", "D.Y.O."),
        ("St Anne’s Singers", "Saint Annes Singers"),
        ("Ashborne Bells", "Ashbourne Bells"),
        ("Beats Rhymes & Life", "Beats, Rhymes and Life CIC"),
        ("Steel Pan Kinder", "Kinder Steelpan"),
    ],
)
def test_one_organisation_under_two_names_is_very_alike(one, other):
    assert alike(one, other) >= STRONG


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peak & Dale Brass", "Peak and Dale Bhangra"),
        ("Derby Youth Orchestra", "Derby Youth Choir"),
        ("Studio 1", "Studio 2"),
        ("Music", "Ash Music"),
        ("Rowan", "Elm"),
        ("", ""),
    ],
)
def test_two_organisations_are_not(one, other):
    assert alike(one or "?", other or "!") < STRONG


def test_a_rare_word_in_common_says_more_than_a_common_one():
    assert alike("Quarndon Music", "Quarndon") > alike("Quarndon Music", "Music")
