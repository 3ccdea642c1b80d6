"""A database gives an answer again without being asked, and nobody's copy is anybody else's."""

import pandas as pd

from analysis import answers, questions
from tests import hub

OFFERS = """
    Organisation | Email           | Stage        | Functions | Areas
    Ash          | ash@example.org | Commissioned | Schools   | Derby
"""


def counted(frame):
    asked = []

    def ask(statement, values):
        asked.append((statement, dict(values)))
        return frame

    return answers.kept(ask), asked


def test_the_same_question_is_asked_once_and_another_value_is_another_question():
    ask, asked = counted(pd.DataFrame({"a": [1]}))

    for value in (["x"], ["x"], ["y"], ["x"]):
        ask("from b($c)", {"c": value})

    assert [values["c"] for _, values in asked] == [["x"], ["y"]]


def test_what_one_changes_in_an_answer_is_its_own(store):
    hub.load(store, OFFERS, "partner")
    asked = hub.now(store)
    before = questions.coverage(asked, ["function"])
    before["state"] = "changed"

    assert "changed" not in set(questions.coverage(asked, ["function"])["state"])


def test_an_answer_too_large_to_keep_is_asked_for_again():
    rows = answers.MOST // 8 + 1
    ask, asked = counted(pd.DataFrame({"a": range(rows)}))

    assert len(ask("from b()", {})) == len(ask("from b()", {})) == rows
    assert len(asked) == 2
