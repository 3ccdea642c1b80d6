"""A page to act on is made from the gaps that are chosen, and holds nobody's address unasked."""

import pytest

from tests.pages.conftest import texts

pytestmark = pytest.mark.usefixtures("loaded")


def test_chosen_gaps_are_told_on_one_page(visit):
    app = visit("decide/gaps", brief=["Inclusion × Derby", "Sustainability × Derby"])

    assert not app.exception
    assert "Speak with Cedar: 2 partners would be enough." in texts(app)
    assert "Find 2 partners to serve Sustainability × Derby." in texts(app)
    assert "example.org" not in texts(app)


def test_whom_to_speak_to_is_told_when_asked_for(visit):
    app = visit("decide/gaps", brief=["Inclusion × Derby"])

    next(each for each in app.toggle if "whom to speak to" in each.label).set_value(True).run()

    assert "Cedar, cedar@example.org" in texts(app)
