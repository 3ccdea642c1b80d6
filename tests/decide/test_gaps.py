"""Gaps come in the order of their shown arithmetic, with their kind and who could close them."""

import csv
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.decide.gaps import MEASURE, Ranking, Weights, could_close, gaps, known
from analysis.errors import DashboardError
from analysis.ledger import entries, record
from analysis.questions import Filters
from analysis.report import gaps as report
from analysis.vocabulary import organisation_key
from tests import oracle
from tests.hub import DERBY, EREWASH, load, now
from tests.oracle import DATA, FRAME
from tests.stores import files
from tests.test_coverage import SLOW, taken_in

AXES = ("function", "area")
PARTNERS = """
Organisation | Stage        | Functions         | Areas
Ash          | Commissioned | Schools           | Derby
Birch        | Commissioned | Inclusion         |
Cedar        | Pilot        | Progression       | Countywide
Dogwood      | Received     | Sustainability    | Derby
"""


def rows_of(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((DATA / name).read_text(encoding="utf-8").splitlines()))


def one(ranked, row: str, column: str):
    return ranked[(ranked["row"] == row) & (ranked["column"] == column)].iloc[0]


@pytest.mark.parametrize(
    ("function", "kind"),
    [
        ("schools", "one"),
        ("inclusion", "unanswered"),
        ("progression", "whole-hub"),
        ("sustainability", "offered"),
        ("partnerships", "nobody"),
    ],
)
def test_each_gap_is_of_a_kind(store, function, kind):
    load(store, PARTNERS, kind="partner")

    assert one(gaps(now(store), AXES), function, DERBY)["kind"] == kind


def test_a_gap_with_two_of_three_partners_has_too_few(store):
    load(store, PARTNERS + "Elm | Pilot | Schools | Derby", kind="partner")
    record.record_target(store, ["function:schools"], 3, "a test", "")

    schools = one(gaps(now(store), AXES), "schools", DERBY)

    assert (schools["kind"], schools["missing_part"]) == ("few", 33)


def test_points_are_the_sum_of_the_parts_by_weight(store):
    load(store, PARTNERS, kind="partner")
    by_rank = Ranking(Weights(2, 3, 5), "imd_2025_rank")

    ranked = gaps(now(store), AXES, ranking=by_rank)

    derby, erewash = (one(ranked, "schools", area) for area in (DERBY, EREWASH))
    assert (derby["missing_part"], derby["children_part"], derby["need_part"]) == (50, 100, 100)
    assert derby["points"] == 2 * 50 + 3 * 100 + 5 * 100
    # 23,070 of 63,404 children; rank 127, where Derby has 52.
    assert erewash["points"] == 2 * 100 + 3 * 36 + 5 * 41


def test_without_areas_only_what_is_missing_counts(store):
    load(store, PARTNERS, kind="partner")

    ranked = gaps(now(store), ("aim", "function"))

    assert set(ranked["points"]) == {300}
    assert ranked[["children", "need", "children_part"]].isna().all(axis=None)
    assert could_close(now(store), ("aim", "focus")).empty


def test_a_covered_cell_and_one_that_is_not_applicable_are_no_gaps(store):
    load(store, PARTNERS + "Elm | Pilot | Schools | Derby", kind="partner")
    record.record_not_applicable(store, ["function:inclusion"], "a test", "agreed")

    ranked = gaps(now(store), AXES)

    assert len(ranked) == 45 - 1 - 9
    assert "inclusion" not in set(ranked["row"])


def test_partners_next_door_are_named_although_a_filter_hides_their_area(store):
    load(store, PARTNERS, kind="partner")
    only = Filters((f"area:{EREWASH}", "function:schools", "function:sustainability"))

    told = could_close(now(store), AXES, only)

    assert told.to_dict("records") == [{"cell": 1, "organisation": "Ash", "how": "next door"}]


def test_an_unknown_measure_is_refused(store):
    with pytest.raises(DashboardError, match="luck"):
        known(now(store), "luck")


@settings(SLOW, max_examples=5)
@given(made=files(), axes=st.permutations(["aim", "function", "area", "focus"]))
def test_who_could_close_a_cell_is_what_a_plain_search_finds(made, axes):
    dimensions, standing = axes[:2], oracle.offers([file for file, _ in made])

    told = could_close(taken_in(made), dimensions)

    names = zip(told["cell"], map(organisation_key, told["organisation"]), told["how"], strict=True)
    assert sorted(names) == sorted(searched(standing, dimensions))


@settings(SLOW, max_examples=5)
@given(made=files(), axes=st.permutations(["aim", "function", "area", "focus"]))
def test_gaps_and_their_points_are_what_plain_arithmetic_says(made, axes):
    dimensions, standing = axes[:2], oracle.offers([file for file, _ in made])

    ranked = gaps(taken_in(made), dimensions)

    found = zip(ranked["row"], ranked["column"], ranked["kind"], ranked["points"], strict=True)
    assert sorted(found) == sorted(added_up(standing, dimensions))


def added_up(standing, dimensions):
    shares = [share_of(measure) for measure in ("children_0_18", MEASURE)]
    for row, column in itertools.product(*(FRAME[dimension] for dimension in dimensions)):
        terms = dict(zip(dimensions, (row, column), strict=True))
        cell = oracle.cell(standing, terms, {}, set())
        if cell["state"] != "covered":
            missing = 100 * (oracle.TARGET - cell["partners"]) // oracle.TARGET
            others = sum(share.get(terms.get("area"), 0) for share in shares)
            yield row, column, kind_of(cell), 3 * missing + others


def share_of(measure: str) -> dict[str, int]:
    values = {r["area"]: float(r["value"]) for r in rows_of("need.csv") if r["measure"] == measure}
    return {area: round(100 * value / max(values.values())) for area, value in values.items()}


def kind_of(cell) -> str:
    if cell["partners"]:
        return "whole-hub" if cell["whole_hub"] == cell["partners"] else "one"
    return "offered" if cell["enquiries"] else "unanswered" if cell["unsure"] else "nobody"


def test_partners_for_a_sister_focus_are_named_although_a_filter_hides_that_focus(store):
    table = "Organisation | Stage | Functions | Inclusion focuses\nAsh | Pilot | Schools | SEMH"
    load(store, table, kind="partner")
    only = Filters(("focus:send", "function:schools"))

    told = could_close(now(store), ("function", "focus"), only)

    assert told.to_dict("records") == [{"cell": 1, "organisation": "Ash", "how": "sister"}]


def test_a_priority_of_the_plan_weighs_and_says_why(store):
    load(store, PARTNERS, kind="partner")
    mark(store, ["function:schools"])
    mark(store, ["function:schools", f"area:{EREWASH}"], is_marked=False)

    ranked = gaps(now(store), AXES, ranking=Ranking(Weights(0, 0, 0, 4)))

    assert list(ranked.loc[ranked["points"] > 0, "row"]) == ["schools"] * 8
    assert one(ranked, "schools", DERBY)[["points", "priority_why"]].to_list() == [400, "the board"]
    assert one(ranked, "schools", EREWASH)["points"] == 0
    told = report.gap_told(one(ranked, "schools", DERBY), Ranking(Weights(1, 0, 0, 4)))
    assert "points: 1 × 50 missing + 4 × 100 priority." in told[1]
    assert told[-1] == "A priority of the plan: the board"


def mark(store, terms, *, is_marked=True) -> None:
    draft = record.priority_draft(terms, "Ann", "the board", is_marked=is_marked)
    entries.append_all(store, [draft])


def test_every_sister_focus_is_a_focus_of_the_frame_and_says_why():
    for pair in rows_of("sister_focuses.csv"):
        assert {pair["focus"], pair["sister"]} <= set(FRAME["focus"])
        assert pair["focus"] != pair["sister"]
        assert pair["why"]


def searched(standing, dimensions):
    cells = [(row, column) for row in FRAME[dimensions[0]] for column in FRAME[dimensions[1]]]
    for number, codes in enumerate(cells, start=1):
        terms = dict(zip(dimensions, codes, strict=True))
        for name in {offer.organisation for offer in standing}:
            own = [offer for offer in standing if offer.organisation == name]
            yield from ((number, name, how) for how in how_it_could(own, terms))


def how_it_could(own, terms: dict[str, str]):
    here = oracle.cell(own, terms, {}, set())
    if here["enquiries"]:
        yield "waiting"
    if not here["partners"]:
        for how, near in (("next door", beside(terms)), ("sister", sisters(terms))):
            if any(oracle.cell(own, other, {}, set())["partners"] for other in near):
                yield how


def sisters(terms: dict[str, str]) -> list[dict[str, str]]:
    """The same cell for each focus that stands beside its own in the list."""
    pairs = [(row["focus"], row["sister"]) for row in rows_of("sister_focuses.csv")]
    mine = terms.get("focus")
    near = [two for one, two in pairs if one == mine] + [one for one, two in pairs if two == mine]
    return [{**terms, "focus": focus} for focus in near]


def beside(terms: dict[str, str]) -> list[dict[str, str]]:
    """The same cell where tiles share an edge: beside it, or half a tile aside one row on."""
    area = terms.get("area")
    tiles = {row["area"]: (float(row["x"]), float(row["y"])) for row in rows_of("area_tiles.csv")}
    if area not in tiles:
        return []
    x, y = tiles[area]
    steps = {(1, 0), (-1, 0), (0.5, 1), (-0.5, 1), (0.5, -1), (-0.5, -1), (0, 1), (0, -1)}
    near = [other for other, (u, v) in tiles.items() if (u - x, v - y) in steps]
    return [{**terms, "area": other} for other in near]
