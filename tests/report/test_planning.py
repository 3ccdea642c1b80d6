"""Shortlists and departures in words, where there is nothing or too much."""

import pandas as pd

from analysis.decide.cover import Cover
from analysis.decide.departures import Loss, resilience
from analysis.decide.shortlist import Wishes, shortlist
from analysis.report import gaps, planning

CELLS = pd.DataFrame({"state": ["gap"], "partners": [0], "target": [2]})


def test_more_ties_than_are_counted_are_told_as_such():
    many = {f"Choir {number:04}": frozenset({0}) for number in range(1_001)}
    served = Cover(("function", "area"), CELLS, {}, many)

    found = shortlist(served, Wishes(most=1))

    assert found.ties == ">1000"
    assert planning.shortlist_told(served, found).endswith("More than 1,000 sets do equally well.")
    assert "3 of more than 1,000 best sets" in planning.how_chosen(found)


def test_enquiries_that_fill_nothing_are_told_as_such():
    served = Cover(("function", "area"), CELLS, {}, {"Choir": frozenset[int]()})

    told = planning.shortlist_told(served, shortlist(served, Wishes(most=1)))

    assert told == "No open enquiry would fill a cell without a partner: there are 1."


def test_nothing_to_lose_is_told_as_such():
    served = Cover(("function", "area"), CELLS, {}, {})

    assert planning.resilience_told(resilience(served)) == [
        "No cell has a partner, so nothing can be lost."
    ]
    assert planning.loss_told("Ash", Loss((), ())).startswith("Without Ash, no cell would lose")


def test_no_gap_is_told_as_such():
    assert gaps.ranked(pd.DataFrame(), ("function",)) == "No cell is short of its target."
