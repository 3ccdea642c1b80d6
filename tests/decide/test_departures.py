"""What breaks when partners leave is what loading everything without them shows."""

import csv
import io
import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import questions
from analysis.decide.cover import cover
from analysis.decide.departures import fewest_leavers, resilience, without
from analysis.ledger import record
from tests.hub import load, now
from tests.oracle import File, Joins, organisation
from tests.stores import ORGANISATIONS, files, joins
from tests.test_coverage import SLOW, taken_in

AXES = ("function", "area")
PARTNERS = """
Organisation | Stage        | Functions          | Areas
Ash          | Commissioned | Schools; Inclusion | Derby; Erewash
Birch        | Commissioned | Schools            | Derby
Cedar        | Pilot        | Schools            | All of Derby and Derbyshire
"""


def places(served, cells) -> list[str]:
    return [f"{served.cells['row_label'][c]} × {served.cells['column_label'][c]}" for c in cells]


def test_a_departure_loses_cells_and_leaves_others_short(store):
    load(store, PARTNERS, kind="partner")
    served = cover(now(store), AXES)

    loss = without(served, "Ash")

    assert places(served, loss.lost) == ["Inclusion × Derby", "Inclusion × Erewash"]
    assert places(served, loss.fragile) == ["Schools × Erewash"]


def test_a_cell_that_was_short_before_does_not_fall_below_its_target(store):
    load(store, PARTNERS, kind="partner")
    record.record_target(store, ["function:schools"], 4, "a test", "")

    assert without(cover(now(store), AXES), "Birch").fragile == ()


def test_whoever_serves_nothing_takes_nothing_along(store):
    load(store, PARTNERS, kind="partner")

    loss = without(cover(now(store), AXES), "Nobody")

    assert (loss.lost, loss.fragile) == ((), ())


def test_the_whole_hub_is_told_by_what_rests_on_how_few(store):
    load(store, PARTNERS, kind="partner")

    found = resilience(cover(now(store), AXES))

    assert (found.cells, found.served, found.on_one, found.twice) == (45, 11, 9, 2)
    assert (found.leavers, found.lost) == (("Cedar",), 7)


def test_nothing_can_be_lost_where_nothing_is_served(store):
    found = resilience(cover(now(store), AXES))

    assert (found.served, found.leavers, found.lost) == (0, (), 0)


@settings(SLOW, max_examples=4)
@given(
    made=files(),
    joined=joins(),
    leaver=st.sampled_from(ORGANISATIONS),
    axes=st.permutations(["aim", "function", "area", "focus"]),
)
def test_a_departure_is_what_loading_the_files_without_it_shows(made, joined, leaver, axes):
    built = taken_in(made, joined)
    names = questions.spellings(built).itertuples()
    gone = organisation(leaver, joined)
    called = [each.organisation for each in names if organisation(each.name, joined) == gone]
    before = cover(built, axes[:2])

    loss = without(before, called[0] if called else "Nobody")

    left = taken_in(rows_without(made, leaver, joined), joined)
    after = questions.coverage(left, axes[:2])["partners"]
    was, target = before.cells["partners"], before.cells["target"]
    assert list(loss.lost) == list(was.index[(was > 0) & (after == 0)])
    assert list(loss.fragile) == list(was.index[(was >= target) & (after < target) & (after > 0)])


def rows_without(
    made: list[tuple[File, str]], leaver: str, joined: Joins
) -> list[tuple[File, str]]:
    """The files without the rows of one organisation; without those of no other rows."""
    gone, left = organisation(leaver, joined), []
    for file, text in made:
        lines = csv.reader(io.StringIO(text))
        header = next(lines)
        place = header.index("Organisation")
        rows = [row for row in lines if organisation(row[place], joined) != gone]
        if rows:
            out = io.StringIO()
            csv.writer(out).writerows([header, *rows])
            left.append((file, out.getvalue()))
    return left


@settings(SLOW, max_examples=200)
@given(st.lists(st.frozensets(st.integers(0, 7), max_size=5), max_size=6))
def test_no_fewer_departures_would_take_half_along(serving):
    partners = {f"partner {number}": cells for number, cells in enumerate(serving)}
    served = frozenset().union(*serving)

    leavers = fewest_leavers(partners)

    enough = [
        names
        for size in range(len(partners) + 1)
        for names in itertools.combinations(partners, size)
        if 2 * len(served - left(partners, names)) >= len(served)
    ]
    assert len(leavers) == len(enough[0])
    assert 2 * len(served - left(partners, leavers)) >= len(served)


def left(partners, names) -> frozenset[int]:
    return frozenset().union(*(cells for name, cells in partners.items() if name not in names))
