"""Files about places on the command line: said first, then recorded."""

import json

import pytest
from typer.testing import CliRunner

from analysis.__main__ import app
from analysis.errors import DashboardError
from tests.hub import as_csv
from tests.intake.places.geo import collection, features

RATES = "Area | Rate | Other\nDerby | 5 | 1\nErewash | 7 | 2\nBolsover | 9 | 3"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a command beside two files; what it printed."""
    monkeypatch.setenv("LEDGER_URL", "")
    monkeypatch.setenv("STORE_DIR", str(tmp_path / "store"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "areas.geojson").write_bytes(collection(features()))
    (tmp_path / "rates.csv").write_bytes(as_csv(RATES))

    def ran(*words: str) -> str:
        result = CliRunner().invoke(app, words)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == 0, result.output
        return result.stdout

    return ran


def test_boundaries_are_recorded_after_saying_what_was_found(run):
    assert "Recorded" not in run("places", "areas.geojson", "--dry-run")

    told = run("places", "areas.geojson")

    assert "All 9 areas found by code in “LAD24CD”" in told
    assert "Recorded as entry 1" in told
    assert "the outlines of 9 areas" in run("imports")


def test_chosen_measures_are_recorded_and_can_be_asked_for(run):
    assert "Recorded" not in run("places", "rates.csv", "--dry-run")
    run("places", "rates.csv", "--measure", "Rate (rates)", "--period", "2025", "--source", "Us")

    told = json.loads(run("need", "--measure", "own-rate-rates", "--format", "json"))["areas"]

    bolsover = next(area for area in told if area["label"] == "Bolsover")
    assert (bolsover["need"], bolsover["need_middle"], bolsover["quadrant"]) == (9, 7, "cold-spot")
    assert (bolsover["need_period"], bolsover["need_source"]) == ("2025", "Us")
    with pytest.raises(DashboardError, match="is not a measure"):
        run("need", "--measure", "own-other-rates")


def test_an_undo_takes_a_measure_back_and_as_of_still_has_it(run):
    run("places", "rates.csv")
    run("undo", "1", "--why", "wrong year")

    with pytest.raises(DashboardError, match="is not a measure"):
        run("need", "--measure", "own-rate-rates")
    assert "Bolsover" in run("need", "--measure", "own-rate-rates", "--as-of", "1")


def test_a_backup_brings_outlines_and_figures_back(run, monkeypatch, tmp_path):
    run("places", "areas.geojson")
    run("places", "rates.csv")
    run("backup", "kept.zip")
    monkeypatch.setenv("STORE_DIR", str(tmp_path / "another"))
    run("restore", "kept.zip")

    assert "the outlines of 9 areas" in run("imports")
    told = run("need", "--measure", "own-rate-rates")
    assert "Bolsover (0 of 5 safe, need 9)" in told
    assert "not known" in told
    assert "NaN" not in told


def test_a_file_that_is_not_there_is_refused(run):
    with pytest.raises(DashboardError, match="cannot be read"):
        run("places", "nothing.csv")
