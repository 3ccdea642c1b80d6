"""What two organisations have in common besides their names, and what says nothing at all."""

from collections import Counter

import pytest

from analysis.decide import evidence
from analysis.decide.evidence import ADDRESS, MAIL, MOST_SHARING, POSTCODE, WEB, WEB_AND_MAIL


def reasons(one, other, others=0):
    left, right = (evidence.traces({kind: [text] for kind, text in each}) for each in (one, other))
    shared_by = Counter(dict.fromkeys(left.all | right.all, 2 + others))
    return evidence.reasons(left, right, shared_by)


def email(text):
    return [("email", text)]


def site(text):
    return [("website", text)]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (email("Ann@Own.example.org "), email("ann@own.example.org"), [ADDRESS]),
        (email("ann@gmail.com"), email("ANN@gmail.com"), [ADDRESS]),
        (email("ann@own.example.org"), email("ben@own.example.org"), [MAIL]),
        (site("https://www.own.example.org/about?x=1"), site("own.example.org"), [WEB]),
        (site("http://own.example.org:80/"), email("a@own.example.org"), [WEB_AND_MAIL]),
        (site("facebook.com/own"), site("https://www.facebook.com/own/posts"), [WEB]),
        ([("postcode", "DE1 9zz")], [("postcode", "de19ZZ")], [POSTCODE]),
        ([*email("a@own.org"), *site("own.org")], [*email("b@own.org"), *site("own.org")], [WEB]),
    ],
)
def test_what_agrees_is_told_once_in_words(one, other, told):
    assert reasons(one, other) == told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (email("ann@gmail.com"), email("ben@gmail.com")),
        (email("a@derbyshire.gov.uk"), email("b@derbyshire.gov.uk")),
        (email("a@hill.derbyshire.sch.uk"), email("b@hill.derbyshire.sch.uk")),
        (site("facebook.com/one"), site("facebook.com/other")),
        (site("facebook.com"), site("https://facebook.com/")),
        (site("gmail.com"), email("a@gmail.com")),
        (email("none"), email("none")),
        (site("see our page"), site("see our page")),
        ([("postcode", "-")], [("postcode", "–")]),
        ([], []),
    ],
)
def test_what_anybody_may_share_says_nothing(one, other):
    assert reasons(one, other) == []


def test_what_many_organisations_share_says_nothing():
    one, other = email("ann@own.example.org"), email("ann@own.example.org")

    assert reasons(one, other, others=MOST_SHARING - 2) == [ADDRESS]
    assert reasons(one, other, others=MOST_SHARING - 1) == []
