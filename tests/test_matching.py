"""Option wordings that say the same as a known one, and those that only look like it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import vocabulary
from analysis.vocabulary import DIMENSIONS

WORDS = vocabulary.load()
LABELS = [(term.dimension, term.label) for d in DIMENSIONS for term in WORDS.of(d)]
SAME = """\
focus    | SEND (special educational needs and disabilities)              | send
focus    | <b>SEND</b>                                                    | send
focus    | ✓ EAL learners                                                 | eal-refugee
focus    | Children in care / care leavers                                | looked-after
focus    | Looked after children (LAC)                                    | looked-after
focus    | Children & young people from low-income families               | low-income
focus    | Free school meals, pupil premium or low income                 | low-income
focus    | Young people not in education, employment or training (NEET)   | neet
focus    | Young carers (under 18)                                        | young-carers
aim      | Aim 1: Support schools and the like                            | aim-1
aim      | 1. Schools                                                     | aim-1
aim | Support schools and other education setings to deliver high quality music education | aim-1
aim      | Support schools and other education…                           | aim-1
aim      | musical opportunities in and out of school                     | aim-3
aim      | High-quality education in schools and other settings           | aim-1
aim      | Developing talent and interests, with routes into employment   | aim-2
aim      | Engaging every child in musical opportunities                  | aim-3
function | Working with schools                                           | schools
function | Schools and the curriculum                                     | schools
function | Financial and environmental sustainability                     | sustainability
function | Schools – supporting music in the classroom                    | schools
function | Strategic function 3: Progression                              | progression
function | Partner-ships                                                  | partnerships
function | Sust.                                                          | sustainability
function | Progression & Musical Dev.                                     | progression
area     | Derbyshire Dales (Matlock, Bakewell, Ashbourne)                | E07000035
area     | Amber Valley e.g. Belper                                       | E07000032
area     | District of Bolsover                                           | E07000033
area     | N.E. Derbys                                                    | E07000038
area     | South Derbyshire District.                                     | E07000039
area     | Highpeak                                                       | E07000037
area     | Hasland (Chesterfield)                                         | E07000034
area     | County-wide (city + county)                                    | hub
area     | All Derby and Derbyshire                                       | hub
area     | Bolsover town and district                                     | E07000033
focus    | None of these in particular                                    | universal
focus    | Youth offending / at risk                                      | youth-justice
focus    | Involved with youth justice                                    | youth-justice
focus    | 16-25 year olds who are NEET                                   | neet
stage    | Signed up 26/27                                                | strategic-partner
stage    | Commissioned – spring                                          | commissioned
stage    | Pilot (2 schools)                                              | pilot
stage    | Piloting autumn 26                                             | pilot
stage    | Confirmed partner since 2024                                   | strategic-partner
stage    | EOI received 3/9                                               | received
stage    | Stage 4 - Pilot                                                | pilot
stage    | Enquiries 2026                                                 | received
"""
OTHER = """\
focus    | Young people affected by bereavement
focus    | Young people excluded from sport
focus    | Young people excluded from sport, or at risk
focus    | Boys aged 11
focus    | rural Wales
focus    | distance learners
focus    | socially excluded groups
focus    | ✗ SEND
focus    | SEND?
focus    | In education, employment or training
focus    | Education, employment or training
focus    | Employment or training
focus    | Aged 11 to 25 and not in education, employment or training
area     | Ashfield
area     | Sheffield (Dore side)
area     | Burton
area     | Derbyshire
area     | Derby, Derbyshire
area     | Derby Dales
area     | North Derbyshire
area     | most districts
area     | Valley
area     | Yorkshire Dales
area     | Amber Valley and Broxtowe
area     | all districts except High Peak
area     | Whole hub (except High Peak)
area     | Derbyshire Dales (Matlock, Buxton)
area     | Bolsover - Worksop
function | Instrument repair
function | Schools in Leeds
aim      | Make more noise
aim      | Teacher training
aim      | Community cohesion
aim      | Schools education in Leeds
aim      | Opportunities for all children in schools and settings
aim      | Talent shows
aim      | Schools and education settings / Support young people
aim      | Interests and talent, and opportunities for every child
function | Schools and inclusion in the curriculum
function | Network of instruments
focus    | Young people known to social care
focus    | Aged 16 to 25 and in education
focus    | None of these pupils have SEND
area     | All Derbyshire
area     | Everywhere in Derbyshire
stage    | Pilot until autumn 26
stage    | Pilot – maybe
stage    | Commissioned (cancelled)
stage    | Not commissioned spring 26
stage    | Pilot ended 2025
aim | Aim 2: Support schools and other education settings to deliver high-quality music education
stage    | On hold
stage    | Not sure
"""
DENIALS = ["not {}", "no {}", "{} (not at all)", "all but {}", "{} – except in summer", "non-{}"]


def lines(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.splitlines()]


@pytest.mark.parametrize(("dimension", "wording", "code"), lines(SAME))
def test_a_wording_that_says_the_same_means_the_same(dimension, wording, code):
    assert WORDS.match(dimension, wording) == code


@pytest.mark.parametrize(("dimension", "wording"), lines(OTHER))
def test_a_wording_that_says_something_else_is_left_to_staff(dimension, wording):
    assert WORDS.match(dimension, wording) is None


@pytest.mark.parametrize("denial", DENIALS)
@pytest.mark.parametrize(("dimension", "label"), LABELS)
def test_a_term_that_is_denied_is_not_claimed(dimension, label, denial):
    assert WORDS.match(dimension, denial.format(label)) is None


@pytest.mark.parametrize("joint", ["{} (and {})", "{} – also {}", "{}; {}", "{} ({})"])
@given(st.data())
@settings(deadline=None, max_examples=60)
def test_two_terms_are_never_one(joint, data):
    dimension = data.draw(st.sampled_from(DIMENSIONS))
    one, other = data.draw(
        st.lists(st.sampled_from(WORDS.of(dimension)), min_size=2, max_size=2, unique=True)
    )

    assert WORDS.match(dimension, joint.format(one.label, other.label)) is None


@given(st.text(st.characters(categories=["L", "Nd", "P", "Zs"]), max_size=40))
@settings(deadline=None)
def test_any_text_may_be_asked_for(text):
    for dimension in DIMENSIONS:
        code = WORDS.match(dimension, text)
        assert code is None or WORDS.term(dimension, code)


@given(st.sampled_from(LABELS), st.text(st.sampled_from("bdfgkqvxz "), min_size=3, max_size=20))
@settings(deadline=None)
def test_a_label_with_foreign_words_before_it_is_no_label(known, noise):
    dimension, label = known
    label = label.partition(" (")[0]  # an abbreviation in brackets says what stands before it

    assert WORDS.match(dimension, f"{noise.strip() or 'zz'} {label}") is None


@pytest.mark.parametrize(
    ("dimension", "choice", "code"),
    [
        ("function", "Keeping the hub going for years to come", "sustainability"),
        ("aim", "Help young people follow their music, as far as they like", "aim-2"),
        ("focus", "Little ones, before they start school", "early-years"),
        ("focus", "Refugees, Roma and Travellers", None),
        ("area", "Anywhere at all in Derby or Derbyshire", "hub"),
        ("area", "Anywhere by the canal", None),
        ("focus", "Not for young carers", None),
    ],
)
def test_a_choice_that_a_form_offers_is_told_by_its_words(dimension, choice, code):
    assert WORDS.offered(dimension, choice) == code


@pytest.mark.parametrize("typed", ["Children of prisoners", "Running a club for years to come"])
def test_what_somebody_typed_is_not_told_by_a_word_of_it(typed):
    assert all(WORDS.match(dimension, typed) is None for dimension in DIMENSIONS)
