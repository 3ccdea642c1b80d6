"""Each question is made when it is first asked, once, whoever asks it."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from analysis import macros, questions
from tests import hub

QUESTIONS = sorted(file.stem for file in (macros.SQL / "questions").glob("*.sql"))
OFFERS = """
    Organisation | Email           | Stage        | Functions | Areas
    Ash          | ash@example.org | Commissioned | Schools   | Derby
"""


@pytest.fixture
def asked(store):
    hub.load(store, OFFERS, "partner")
    return hub.now(store)


def test_nothing_is_made_before_it_is_asked_and_then_what_it_is_made_of_comes_first(asked):
    assert asked.macros.known == set()

    questions.coverage(asked, ["function"])

    made = list(macros.needed("from questions.coverage()"))
    assert asked.macros.known == set(made)
    assert made.index("cell") < made.index("frame") < made.index("coverage")


def test_every_file_of_a_question_can_be_made(asked):
    for name in QUESTIONS:
        asked.macros.make(asked.connection, f"from questions.{name}()")

    assert asked.macros.known.issuperset(QUESTIONS)


def test_many_who_ask_at_once_get_the_same_answer(asked):
    def ask(_):
        return questions.coverage(asked, ["function", "area"]).to_csv()

    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(ask, range(32)))

    assert len(answers) == 1
