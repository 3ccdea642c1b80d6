"""Boundaries and figures of need are remembered, undone, and held as of any entry."""

import pytest

from analysis import areas, questions
from analysis.decide import gaps
from analysis.errors import DashboardError
from analysis.intake.places.read import read
from analysis.ledger import entries, places, record
from analysis.report import history
from tests.hub import DERBY, as_csv, now
from tests.intake.places import geo
from tests.intake.places.geo import WORDS, collection, features, square

RATES = "Area | Rate\nDerby | 5\nErewash | 7"


def taken(store, table=RATES, name="t.csv"):
    return places.record_figures(store, read(name, as_csv(table), WORDS), "a test")


def drawn(store, side=geo.SIDE):
    data = collection(features(ring=lambda place: square(place, side)))
    return places.record_boundaries(store, read("areas.geojson", data, WORDS), "a test")


def widest(built) -> float:
    return max(max(xs) - min(xs) for xs in areas.outlines(built)["xs"])


def test_recorded_boundaries_come_back_as_they_were_read(store):
    drawn(store)
    found = areas.outlines(now(store))

    assert list(found["area"]) == [code for code, _ in geo.AREAS]
    assert (found["xs"][0][0], found["ys"][0][0]) == (-2.0, 53.0)
    assert set(found["ring"]) == {0}


def test_without_boundaries_there_are_no_outlines(store):
    assert areas.outlines(now(store)).empty


def test_the_newest_boundaries_count_and_an_undo_brings_the_older_back(store):
    drawn(store)
    number = drawn(store, side=0.05)
    assert widest(now(store)) == pytest.approx(0.05)

    record.record_undo(store, number, "a test")

    assert widest(now(store)) == pytest.approx(0.1)
    assert widest(now(store, number)) == pytest.approx(0.05)
    assert areas.outlines(now(store, 0)).empty


def test_a_recorded_measure_can_be_chosen_and_its_gaps_are_not_known(store):
    taken(store)
    built = now(store)

    assert areas.labels(built)["own-rate-t"] == "Rate (t)"
    told = areas.beside(built, "function", "own-rate-t").set_index("area")
    assert (told.loc[DERBY, "need"], told.loc[DERBY, "need_middle"]) == (5, 6)
    assert list(told["quadrant"]).count("not-known") == 7


def test_the_same_measure_again_takes_the_older_one_s_place_whole(store):
    taken(store)
    taken(store, "Area | Rate\nDerby | 9")

    told = questions.places(now(store), "function", "own-rate-t").set_index("area")["need"]

    assert told[DERBY] == 9
    assert told.notna().sum() == 1


def test_an_undo_takes_the_measure_away_and_a_link_of_before_still_has_it(store):
    number = taken(store)
    record.record_undo(store, number, "a test")

    assert "own-rate-t" not in areas.labels(now(store))
    assert "own-rate-t" in areas.labels(now(store, number))
    assert "own-rate-t" not in areas.labels(now(store, number - 1))


def test_a_recorded_measure_ranks_gaps_like_any_other(store):
    taken(store)
    ranking = gaps.Ranking(measure=gaps.known(now(store), "own-rate-t"))

    told = gaps.gaps(now(store), ("function", "area"), ranking=ranking)
    parts = told.set_index("area")["need_part"].groupby(level=0).first()

    assert (parts[DERBY], parts["E07000036"]) == (71, 100)
    assert parts.notna().sum() == 2


def test_the_history_says_what_was_recorded(store):
    drawn(store)
    taken(store)

    told = [history.of_entry(entry) for entry in entries.entries(store)]
    assert told == [
        "boundaries, areas.geojson: the outlines of 9 areas",
        "need figures, t.csv: Rate (t)",
    ]


def test_a_figure_that_is_gone_from_the_archive_is_told_plainly(store):
    taken(store)
    for file in store.archive.glob("*.parquet"):
        file.unlink()

    with pytest.raises(DashboardError, match="cannot be read"):
        now(store)


@pytest.mark.parametrize("header", ["Rate", "Rank"])
@pytest.mark.parametrize("figures", [("0", "0"), ("-5", "3"), ("0", "4"), ("-2", "-1")])
def test_figures_of_nought_and_below_rank_gaps_from_0_to_100(store, header, figures):
    taken(store, f"Area | {header}\nDerby | {figures[0]}\nErewash | {figures[1]}")
    ranking = gaps.Ranking(measure=f"own-{header.lower()}-t")

    parts = gaps.gaps(now(store), ("function", "area"), ranking=ranking)["need_part"].dropna()

    assert parts.between(0, 100).all()
