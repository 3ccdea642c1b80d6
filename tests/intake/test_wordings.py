"""Forms that imagined officers worded, each with what its choices mean: how many are told.

Nobody who wrote them had seen the reader. `tests/learn.py` learns from the forms of all but the
last writer, so theirs say no more than that what was learned is not forgotten. Nothing was learned
from the last one's; the third's were first told when nothing had been, as `AT_FIRST` says.
"""

import json
from pathlib import Path

import pytest

from analysis.likely import WHOLE
from tests.hub import WORDS
from tests.learn import stages

FOLDER = Path(__file__).with_name("wordings")
LISTS = {"aim": "aims", "function": "functions", "area": "areas", "focus": "focuses"}
# Of the choices, and of those that mean no term; each may rise and never fall.
AT_FIRST = {
    ("c", "aim"): (1.0, 1.0), ("c", "function"): (0.99, 0.98),
    ("c", "area"): (0.99, 0.98), ("c", "focus"): (0.99, 0.96),
    ("g", "aim"): (0.93, 0.95), ("g", "function"): (1.0, 0.97),
    ("g", "area"): (0.95, 1.0), ("g", "focus"): (0.98, 0.98),
}  # fmt: skip
FLOORS = AT_FIRST | {
    ("a", "aim"): (1.0, 1.0), ("a", "function"): (0.99, 0.98),
    ("a", "area"): (0.99, 0.98), ("a", "focus"): (0.99, 0.98),
    ("b", "aim"): (1.0, 1.0), ("b", "function"): (0.99, 0.98),
    ("b", "area"): (0.97, 0.98), ("b", "focus"): (0.99, 0.98),
}  # fmt: skip


def verdicts(form, dimension: str) -> tuple[list[bool], list[bool]]:
    """Whether each choice of a form is told, and whether each that means no term is left."""
    options, foreign = form["options"][LISTS[dimension]], form["foreign"][LISTS[dimension]]
    told = WORDS.offers(dimension, [*options.values(), *foreign], WHOLE)
    return [told.get(options[c]) == c for c in options], [text not in told for text in foreign]


@pytest.mark.parametrize(("writer", "dimension"), FLOORS)
def test_no_fewer_choices_of_a_writer_are_told_than_before(writer: str, dimension: str) -> None:
    forms = json.loads((FOLDER / f"{writer}.json").read_text(encoding="utf-8"))

    found = [verdicts(form, dimension) for form in forms]

    for floor, each in zip(FLOORS[writer, dimension], zip(*found, strict=True), strict=True):
        right = [verdict for form in each for verdict in form]
        assert sum(right) >= floor * len(right), f"{sum(right)} of {len(right)}"


def test_words_that_nobody_weighed_mean_no_term() -> None:
    for dimension in ("aim", "function", "focus"):
        assert not WORDS.offers(dimension, ["Bouncy castles", "Quux", "Brass and strings"])


def test_little_words_and_choices_that_rather_mean_nothing_are_left() -> None:
    assert set(WORDS.offers("function", ["25% of it", "Schools", "Inclusion"])) == {
        "Schools",
        "Inclusion",
    }
    assert not WORDS.offers("focus", ["Schools", "of it"])


def test_a_term_goes_to_the_choice_that_fits_it_best() -> None:
    told = WORDS.offers("focus", ["Pupils on the SEND register", "SEND and disadvantaged pupils"])

    assert told == {"Pupils on the SEND register": "send"}


def test_a_place_is_told_by_its_name_and_never_by_likeness() -> None:
    told = WORDS.offers(
        "area", ["Erewash families", "Families in Chestersfield", "Leek and Buxton"]
    )

    assert told == {"Erewash families": "E07000036"}


def test_the_choice_that_names_a_place_most_simply_has_it() -> None:
    told = WORDS.offers("area", ["High Peak side", "High Peak and the hills beside it"])

    assert told == {"High Peak side": "E07000037"}


def test_stages_in_words_of_officers_that_nothing_was_learned_from() -> None:
    told = [(WORDS.offered("stage", text) or "", code) for text, code in stages(held_out=True)]
    meant = [(found, code) for found, code in told if code]

    assert sum(found == code for found, code in meant) >= 0.6 * len(meant)
    assert sum(bool(found) and found != code for found, code in told) <= 0.02 * len(told)


def test_answers_to_other_questions_are_no_stage() -> None:
    for answers in (["Yes", "Not sure"], ["Charity", "CIC"], ["Brass", "Folk"], ["£500", "Free"]):
        assert not [each for each in answers if WORDS.offered("stage", each)]
