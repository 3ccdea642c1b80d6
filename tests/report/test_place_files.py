"""What a file about places says, before it is recorded."""

from dataclasses import replace

from analysis.intake.places.read import read
from analysis.report import place_files
from tests.hub import as_csv
from tests.intake.places import register
from tests.intake.places.geo import WORDS, collection, feature, features

TABLE = "Area | Rate | Rank | Note\nDerby | 5 | 2 | hello\nErewash | 7.5 | 1 |\nLeeds | 1 | 1 |"


def boundaries():
    return read("areas.geojson", collection([*features(), feature({}, None)]), WORDS)


def test_boundaries_say_by_what_the_areas_were_found_and_what_was_left_out():
    told = place_files.of_boundaries(boundaries())

    assert told[0] == ("All 9 areas found by code in “LAD24CD”. 1 shape of other places left out.")
    assert len(told) == 2


def test_boundaries_say_that_they_were_converted_and_thinned():
    told = place_files.of_boundaries(replace(boundaries(), was_grid=True, points_before=90_000))

    assert told[2].startswith("The coordinates were metres of the British National Grid")
    assert told[3] == "Thinned out from 90,000 points to 45: as many as a screen shows."


def test_the_outlines_are_a_table_of_areas():
    table = place_files.of_areas(boundaries(), WORDS)

    assert list(table.iloc[0]) == ["Derby", "E06000015", 1, 5]


def test_figures_say_what_was_found_what_was_not_and_what_is_left_out():
    told = place_files.of_figures(read("t.csv", as_csv(TABLE), WORDS), WORDS)

    assert told[0] == "2 of 9 areas found by name in “Area”. 1 row of other places left out."
    assert told[1].startswith("No row for Amber Valley, Bolsover")
    assert told[1].endswith("the need there stays not known, never 0.")
    assert told[2] == "A higher figure is read as higher need, and in a rank the first."
    assert told[3].startswith("Left out: Column D “Note”: row 2 says “hello”")


def test_each_measure_is_shown_with_an_example_and_its_range():
    table = place_files.of_measures(read("t.csv", as_csv(TABLE), WORDS), WORDS)

    assert list(table.iloc[0]) == [
        "Rate (t)",
        "number",
        "date not stated",
        "2 of 9",
        "Derby: 5",
        "5 to 7.5",
    ]


def test_the_register_says_which_schools_count():
    said = read("edubasealldata20240301.csv", register.register(), WORDS)
    told = " ".join(place_files.of_figures(said, WORDS))

    assert "4 of 7 schools here are open and state-funded" in told
    assert "and in a rank" not in told


def test_what_was_recorded_says_how_to_take_it_back():
    assert place_files.recorded(["Rate (t)"], 3) == (
        "Recorded as entry 3: Rate (t). It can be undone on the Imports page."
    )
