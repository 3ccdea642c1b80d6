"""What is asked once in a run is forgotten with it, however the run ends."""

import threading

import pytest
from streamlit.runtime.scriptrunner import StopException

from pages.shared import run


def asked_in_turn(times):
    made = []
    return [run.once("who", lambda: made.append(1) or len(made)) for _ in range(times)]


def ended(found):
    with run.one_run():
        found.append(run.once("who", object))
        raise StopException


def test_within_a_run_it_is_asked_once_and_outside_each_time():
    with run.one_run():
        assert asked_in_turn(3) == [1, 1, 1]

    assert asked_in_turn(3) == [1, 2, 3]


def test_a_part_drawn_within_a_run_goes_on_with_it():
    with run.one_run():
        before = run.once("who", object)
        with run.one_run():
            assert run.once("who", object) is before
        assert run.once("who", object) is before


def test_a_run_that_a_click_ends_leaves_nothing_to_the_next():
    found = []
    with pytest.raises(StopException):
        ended(found)

    with run.one_run():
        assert run.once("who", object) is not found[0]


def test_two_runs_at_once_know_nothing_of_each_other():
    found = []

    def visit():
        with run.one_run():
            found.append(run.once("who", object))

    with run.one_run():
        mine = run.once("who", object)
        visitor = threading.Thread(target=visit)
        visitor.start()
        visitor.join()

    assert found
    assert found[0] is not mine
