"""The register of schools: which schools count, what is counted, and what is not known."""

from pathlib import Path

import pytest

from analysis.intake.places import schools
from analysis.intake.places.read import read
from tests.intake.files import zipped
from tests.intake.places import register
from tests.intake.places.geo import WORDS
from tests.intake.places.register import BOLSOVER, CLOSED, DERBY, LEAVING, OPEN, SCHOOLS

NAME = "edubasealldata20240301.csv"
REAL = Path(__file__).resolve().parents[4] / "shared" / "geo" / "gias_columns.txt"


def said(rows=SCHOOLS, name=NAME):
    return read(name, register.register(rows), WORDS)


def measures(found):
    return {one.code: dict(one.values) for one in found.measures}


def plainly(rows):
    """The three measures by a plain loop over the rows."""
    told = schools.register()
    counted = {}
    for area, kind, status, pupils, meals in rows:
        if area not in {term.code for term in WORDS.frame("area")}:
            continue
        one = counted.setdefault(area, [0, 0, 0, 0, 0])
        if status in (OPEN, LEAVING) and kind in told.types:
            one[0] += 1
            one[1] += int(pupils or 0)
            one[2] += bool(pupils)
            if pupils and meals.isdigit():
                one[3] += int(meals)
                one[4] += int(pupils)
    return {
        "register-schools": {area: one[0] for area, one in counted.items()},
        "register-pupils": {area: one[1] for area, one in counted.items() if one[2]},
        "register-meals": {a: round(100 * o[3] / o[4], 1) for a, o in counted.items() if o[4]},
    }


def test_open_state_funded_schools_are_counted_as_a_plain_loop_counts_them():
    assert measures(said()) == plainly(SCHOOLS)
    assert measures(said())["register-schools"] == {DERBY: 3, BOLSOVER: 1}
    assert measures(said())["register-meals"] == {DERBY: 30.0}


def test_closed_and_other_schools_are_left_out_and_it_says_so():
    found = said()

    assert "4 of 7 schools here are open and state-funded" in found.notes[-2]
    assert found.notes[-1] == "1 of these state no number of pupils, and add none."
    assert found.others == 1


def test_an_area_whose_schools_are_all_closed_has_none_and_its_meals_are_not_known():
    found = measures(said(((DERBY, "Community school", CLOSED, "9", "9"), *SCHOOLS[5:])))

    assert found["register-schools"][DERBY] == 0
    assert DERBY not in found["register-pupils"]


def test_an_area_that_the_register_does_not_name_is_not_known():
    assert len(said().missing) == 7
    assert "E07000032" not in measures(said())["register-schools"]


def test_the_day_of_the_register_and_of_the_census_are_told():
    by_code = {one.code: one for one in said().measures}

    assert by_code["register-schools"].period == "1 March 2024"
    assert by_code["register-pupils"].period == "school census of 19 January 2023"
    assert by_code["register-meals"].source.endswith(NAME)


@pytest.mark.parametrize("name", ["schools.csv", "edubasealldata20249999.csv"])
def test_a_register_without_a_day_in_its_name_says_so(name):
    assert said(name=name).measures[0].period == "date not stated"


def test_a_census_on_no_day_is_passed_over():
    data = register.register().replace(b"19-01-2023", b"31-02-2023")

    pupils = read(NAME, data, WORDS).measures[1]

    assert pupils.period == "1 March 2024"


def test_the_register_is_read_from_the_zip_it_comes_in():
    packed = zipped({"links_edubasealldata.csv": b"URN,LinkURN\n1,2", NAME: register.register()})

    assert measures(read("extract.zip", packed, WORDS)) == plainly(SCHOOLS)


def test_nobody_s_name_leaves_the_register():
    assert "Invented" not in repr(said())


def test_every_column_that_is_counted_is_one_of_the_register_of_the_tests():
    assert set(schools.register().columns.values()) <= set(register.COLUMNS)


@pytest.mark.skipif(not REAL.exists(), reason="the list of real columns is not in the project")
def test_every_column_that_is_counted_is_one_of_the_real_register():
    real = REAL.read_text(encoding="utf-8").splitlines()

    assert set(register.COLUMNS) <= set(real)


def test_a_table_with_other_columns_is_no_register():
    assert read("t.csv", b"Area,Rate\nDerby,5", WORDS).measures[0].code == "own-rate-t"
