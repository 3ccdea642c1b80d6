"""Coverage agrees with a plain count, cell for cell, on hundreds of random hubs."""

import itertools
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from analysis import database, questions, receipt, vocabulary
from analysis.__main__ import app
from analysis.database import Database
from analysis.intake.read import read
from analysis.ledger import entries, record
from analysis.ledger.entries import Store
from analysis.ledger.state import replay
from analysis.questions import Filters
from analysis.vocabulary import organisation_key
from tests import oracle
from tests.oracle import DIMENSIONS, FRAME, File, Joins
from tests.stores import STAGES, files, joins

WORDS = vocabulary.load()
SLOW = settings(deadline=None, suppress_health_check=list(HealthCheck))

axes = st.lists(st.sampled_from(DIMENSIONS), min_size=1, max_size=3, unique=True)
chosen = st.dictionaries(
    st.sampled_from(DIMENSIONS),
    st.sets(st.sampled_from(["schools", "inclusion", "E06000015", "E07000033", "send", "aim-1"])),
    max_size=2,
).map(lambda picked: {d: codes & set(FRAME[d]) for d, codes in picked.items()})
stages = st.sets(st.sampled_from(STAGES), max_size=2)
views = st.tuples(axes, chosen, stages, st.booleans())


def taken_in(made: list[tuple[File, str]], joined: Joins = ()) -> Database:
    """The database after the files went through reading, receipt, ledger and build.

    Names are joined where half of the files were taken in: joins hold for past and future.
    """
    with tempfile.TemporaryDirectory() as folder:
        store = entries.open_store(Path(folder))
        for number, file in enumerate(made):
            if number == len(made) // 2:
                join(store, joined)
            take_in(store, number, file)
        built = database.build(replay(entries.entries(store)), store.archive, WORDS)
        store.engine.dispose()
    return built


def take_in(store: Store, number: int, made: tuple[File, str]) -> None:
    file, text = made
    now = database.build(replay(entries.entries(store)), store.archive, WORDS)
    reading = read(f"{number}.csv", text.encode(), WORDS, file.kind)
    receipt.take_in(store, receipt.prepare(now, [reading], WORDS), "a test")


def join(store: Store, joined: Joins) -> None:
    for one, other in joined:
        keys = (organisation_key(one), organisation_key(other))
        record.record_same(store, keys, "same", "a test")


def expected(
    made: list[tuple[File, str]],
    view: tuple[list[str], dict[str, set[str]], set[str], bool],
    joined: Joins = (),
) -> Iterator[dict[str, object]]:
    dimensions, picked, only_stages, whole_hub = view
    standing = oracle.offers([file for file, _ in made], joined)
    filters = {d: codes for d, codes in picked.items() if codes and d not in dimensions}
    shown = [[c for c in FRAME[d] if c in (picked.get(d) or FRAME[d])] for d in dimensions]
    for codes in itertools.product(*shown):
        terms = dict(zip(dimensions, codes, strict=True))
        counted = oracle.cell(standing, terms, filters, only_stages, whole_hub=whole_hub)
        yield {**dict(zip(("row", "column", "layer"), codes, strict=False)), **counted}


def filters_of(picked: dict[str, set[str]], only: set[str], *, whole_hub: bool) -> Filters:
    named = tuple(f"{d}:{code}" for d, codes in picked.items() for code in sorted(codes))
    return Filters(named, tuple(sorted(only)), whole_hub)


@settings(SLOW, max_examples=30)
@given(made=files(), looks=st.lists(views, min_size=5, max_size=5), joined=joins())
def test_every_cell_is_what_a_plain_count_says(made, looks, joined):
    built = taken_in(made, joined)
    for look in looks:
        dimensions, picked, only, whole_hub = look
        filters = filters_of(picked, only, whole_hub=whole_hub)
        places = ["row", "column", "layer"][: len(dimensions)]
        figures = [*places, "state", "partners", "enquiries", "unsure", "whole_hub"]

        cells = questions.coverage(built, dimensions, filters)[figures].to_dict("records")

        assert cells == list(expected(made, look, joined))


@settings(SLOW, max_examples=6)
@given(made=files(), axis=st.permutations(DIMENSIONS), picked=chosen)
def test_the_command_line_prints_what_a_plain_count_says(made, axis, picked):
    rows, columns = axis[:2]
    with tempfile.TemporaryDirectory() as folder:
        for number, (file, text) in enumerate(made):
            path = Path(folder, f"{number}.csv")
            path.write_text(text, encoding="utf-8", newline="")
            loaded = run("load", str(path), "--kind", file.kind, "--store", f"{folder}/store")
            assert "entry" in loaded or "Nothing new" in loaded
        where = [f"--where={d}={code}" for d, codes in picked.items() for code in codes]
        view = ["--rows", rows, "--columns", columns, *where, "--format", "json"]

        printed = json.loads(run("coverage", *view, "--store", f"{folder}/store"))

    assert printed["cells"] == list(expected(made, ([rows, columns], picked, set(), True)))


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.stdout


EXAMPLE = """\
Organisation,Stage,Functions,Areas
Ash,strategic-partner,Schools,Derby;Erewash
Birch,commissioned,Schools;Inclusion,
Cedar,received,Inclusion,Derby
"""


@pytest.mark.parametrize(
    ("row", "column", "told"),
    [
        ("schools", "E06000015", ("fragile", 1, 0, 1)),
        ("inclusion", "E06000015", ("waiting", 0, 1, 1)),
        ("inclusion", "E07000036", ("unknown", 0, 0, 1)),
        ("schools", "E07000033", ("unknown", 0, 0, 1)),
        ("sustainability", "E06000015", ("gap", 0, 0, 0)),
    ],
)
def test_the_worked_example(row, column, told):
    built = taken_in([(File("partner", (), ()), EXAMPLE)])

    cells = questions.coverage(built, ["function", "area"])

    cell = cells[(cells["row"] == row) & (cells["column"] == column)].iloc[0]
    assert (cell["state"], cell["partners"], cell["enquiries"], cell["unsure"]) == told


@settings(SLOW, max_examples=10)
@given(made=files(), view=views)
def test_the_offers_behind_a_cell_are_as_many_as_it_says(made, view):
    dimensions, picked, only, whole_hub = view
    built = taken_in(made)
    filters = filters_of(picked, only, whole_hub=whole_hub)
    cells = questions.coverage(built, dimensions, filters)
    for _, cell in cells.head(6).iterrows():
        codes = [cell["row"], cell["column"], cell["layer"]][: len(dimensions)]
        names = [f"{d}:{code}" for d, code in zip(dimensions, codes, strict=True)]

        behind = questions.offers_behind(built, dimensions, names, filters)

        counts = behind.groupby("counted_as")["organisation"].nunique()
        for figure, name in (("partners", "partner"), ("enquiries", "enquiry"), ("unsure",) * 2):
            assert counts.get(name, 0) == cell[figure]
