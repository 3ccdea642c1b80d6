"""A person may hand in so many files within a while; then a sentence says when again."""

import pytest

from analysis.errors import DashboardError
from pages.shared import allowance as allowances
from pages.shared.allowance import MOST, WITHIN_SECONDS, Allowance
from tests import hub
from tests.pages.conftest import OFFERS, texts


def used_up(who: str) -> Allowance:
    allowance = Allowance()
    for second in range(MOST):
        allowance.take(who, second)
    return allowance


def test_one_file_too_many_is_refused_with_when_to_come_back():
    with pytest.raises(DashboardError, match="Drop the rest again in 10 minutes"):
        used_up("ann").take("ann", MOST)


def test_another_person_may_go_on():
    used_up("ann").take("ben", MOST)


def test_a_place_is_free_again_once_the_oldest_is_old_enough():
    allowance = used_up("ann")
    allowance.take("ann", WITHIN_SECONDS)
    with pytest.raises(DashboardError):
        allowance.take("ann", WITHIN_SECONDS)


def test_files_dropped_beyond_it_are_not_read_and_the_page_says_so(begun, visit, monkeypatch):
    monkeypatch.setattr(allowances, "MOST", 1)
    app = visit("data/upload")
    for name in ("one.csv", "two.csv"):
        app.file_uploader[0].upload(name, hub.as_csv(OFFERS))
    app.run()

    assert "You have handed in 1 files within 10 minutes" in texts(app)
    assert "two.csv" not in texts(app)
