"""The command line says what to do about the gaps, in the shape that is written down."""

import json

import pytest
from typer.testing import CliRunner

from analysis.__main__ import app
from analysis.errors import DashboardError
from tests.decide.test_shortlist import ENQUIRIES, PARTNERS
from tests.hub import DERBY, as_csv

FRAME = ("--rows", "function", "--columns", "area")


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a command on a store with partners and enquiries; what it printed."""
    monkeypatch.setenv("LEDGER_URL", "")
    monkeypatch.setenv("STORE_DIR", str(tmp_path / "store"))
    for kind, table in (("partner", PARTNERS), ("eoi", ENQUIRIES)):
        (tmp_path / f"{kind}.csv").write_bytes(as_csv(table))

    def ran(*words: str) -> str:
        result = CliRunner().invoke(app, words)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == 0, result.output
        return result.stdout

    for kind in ("partner", "eoi"):
        ran("load", str(tmp_path / f"{kind}.csv"), "--kind", kind)
    return ran


def test_the_shortlist_is_printed_as_its_worth_its_ties_and_its_sets(run):
    told = json.loads(run("shortlist", "2", *FRAME, "--format", "json"))

    assert told == {"closed": 11, "ties": 1, "sets": [["Cedar", "Elm"]]}


def test_the_shortlist_keeps_to_what_it_is_asked(run):
    wishes = ("--must", "dogwood", "--never", "Elm", "--cap", "1", "--where", "area=Erewash")

    told = json.loads(run("shortlist", "2", *FRAME, *wishes, "--format", "json"))

    assert told == {"closed": 2, "ties": 1, "sets": [["Birch", "Dogwood"]]}


def test_the_shortlist_s_table_says_what_only_each_brings(run):
    told = run("shortlist", "2", *FRAME)

    assert "2 organisations would fill 11 of 44 cells without a partner." in told
    assert "Inclusion × Derby; Inclusion × Erewash" in told


def test_what_breaks_is_printed_as_lost_and_fragile_cells(run):
    told = json.loads(run("without", "Ash Music", *FRAME, "--format", "json"))

    assert told == {"lost": [{"row": "schools", "column": DERBY}], "fragile": []}


def test_what_breaks_names_who_could_step_in(run):
    told = run("without", "Ash Music", *FRAME)

    for word in ("Schools × Derby", "without a partner", "63404", "Birch"):
        assert word in told


def test_the_pipeline_lists_who_waits_and_what_was_noted_of_it(run):
    run("note", "Birch", "Keen", "--next", "Visit", "--due", "2026-05-03", "--owner", "Lead")

    told = {row["Organisation"]: row for row in json.loads(run("pipeline", "--format", "json"))}

    assert (told["Birch"]["Next action"], told["Birch"]["Note"]) == ("Visit", "Keen")
    assert told["Birch"]["Due"].startswith("2026-05-03")
    assert told["Elm"]["Cells it would fill"] == 9
    assert "organisations wait;" in run("pipeline")


def test_a_scenario_is_tried_saved_compared_and_adopted(run):
    run("scenario", "Spring", "--take", "Elm", "--target", "1 function=schools", "--save")
    told = json.loads(run("scenario", "Spring", "--format", "json"))
    alone = json.loads(run("scenario", "Elm", "--take", "Elm", "--format", "json"))

    assert len(alone) == 9
    assert len(told) == 10
    assert "Takes in Elm." in run("scenario", "Spring")
    assert "“Spring” takes in elm; sets 1 target" in run("scenarios")
    assert "“Spring” is adopted: 2 entries" in run("adopt", "Spring")
    assert json.loads(run("scenario", "Spring", "--format", "json")) == []


def test_departures_say_how_much_rests_on_how_few(run):
    told = json.loads(run("departures", *FRAME, "--format", "json"))

    assert (told["on_one"], told["departures"], told["leavers"]) == (1, 1, ["Ash Music"])
    assert "1 of 45 cells rest on one partner." in run("departures", *FRAME)


def test_departures_come_as_a_row_for_a_spreadsheet(run):
    header, row = run("departures", *FRAME, "--format", "csv").splitlines()

    assert header.startswith("Cells,With a partner,On one partner,Served twice")
    assert row == "45,1,1,0,1,Ash Music,1"


def test_a_shortlist_by_points_says_so_and_flags_whoever_ticks_everything(run):
    where = ("--where", "function=sustainability", "--by", "points", "--cap", "3")
    told = run("shortlist", "2", *FRAME, *where)

    assert "1 organisation would fill cells worth" in told
    assert "Elm ticks every cell." in told
    assert "Elm would fill 9 cells, more than are counted for one." in told


def test_gaps_come_as_a_table_without_children_where_there_are_no_areas(run):
    assert "Children" in run("gaps", *FRAME, "--format", "csv").splitlines()[0]
    plain = run("gaps", "--columns", "aim", "--format", "csv").splitlines()

    assert "Children" not in plain[0]
    assert run("without", "Ash Music", "--columns", "aim").strip() == "Nothing."


def test_gaps_are_printed_in_order_with_their_arithmetic(run):
    told = json.loads(run("gaps", *FRAME, "--format", "json"))["gaps"]

    assert len(told) == 45
    assert [gap["points"] for gap in told] == sorted((g["points"] for g in told), reverse=True)
    assert told[0]["arithmetic"] == "3 × 100 missing + 1 × 100 children + 1 × 100 need"


def test_need_beside_cover_is_printed_with_its_cold_spots_and_its_children(run):
    told = json.loads(run("need", "--measure", "distance_barrier", "--format", "json"))
    plain = run("need", "--by", "focus", "--measure", "distance_barrier")

    assert {area["quadrant"] for area in told["areas"]} <= {"cold-spot", "low-thin"}
    assert told["children"][0]["children"] == 226185
    assert "Need is high where the figure is above the middle one of all areas, 37.5" in plain
    assert "0 of 226,185" in plain
    assert run("need", "--format", "csv").startswith("Area,Safe,Of,Need")


@pytest.mark.parametrize(
    "words",
    [
        ("without", "Nobody Known", *FRAME),
        ("shortlist", "1", "--rows", "area", "--columns", "area"),
        ("shortlist", "1", *FRAME, "--must", "Ash Music", "--must", "Elm"),
        ("gaps", *FRAME, "--measure", "luck"),
        ("need", "--measure", "luck"),
        ("need", "--by", "area"),
    ],
)
def test_what_cannot_be_answered_is_refused(run, words):
    with pytest.raises(DashboardError):
        run(*words)


def test_sure_says_in_how_many_readings_each_number_holds(run):
    told = json.loads(run("sure", *FRAME, "--format", "json"))

    assert told["readings"] == 200
    assert len(told["cells"]) == 45
    assert all(0 <= each["holds"] <= 200 for each in (*told["headline"], *told["cells"]))
    assert "All these counts of cells by state" in run("sure", *FRAME)


def test_a_brief_is_written_of_the_gaps_that_are_named(run, tmp_path):
    file = tmp_path / "brief.pdf"

    run("brief", "--cell", "function=sustainability", "--cell", "area=Derby", str(file))

    assert file.read_bytes().startswith(b"%PDF")
