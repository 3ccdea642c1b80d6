"""Partner sheets of ticks as people keep them: odd marks, notes in cells, totals below."""

import pytest

from analysis import vocabulary
from analysis.intake.read import read

WORDS = vocabulary.load()
SHEET = """\
Partner,Schools,Inclusion,Derby,High Peak,Bolsover,Status
Ash,x,,x,{mark},,Commissioned
Birch,x,x,,x,x,Pilot
"""


@pytest.mark.parametrize("mark", ["?", "from 2027", "tbc", "lead"])
def test_one_odd_mark_costs_nobody_else_their_tick(mark):
    reading = read("partners.csv", SHEET.format(mark=mark).encode(), WORDS)

    ash, birch = reading.records
    assert birch.texts("area") == ("High Peak", "Bolsover")
    assert ash.texts("area")[:1] == ("Derby",)
    assert "High Peak" not in ash.texts("area")


def test_a_row_of_totals_is_no_partner_and_costs_no_column():
    text = SHEET.format(mark="") + "Total,2,1,1,1,1,\n"

    reading = read("partners.csv", text.encode(), WORDS)

    assert [record.text("organisation") for record in reading.records] == ["Ash", "Birch"]
    assert [row.row for row in reading.set_aside] == [4]
    assert reading.records[1].texts("area") == ("High Peak", "Bolsover")


def test_three_header_rows_and_all_sorts_of_ticks():
    text = """\
Derbyshire Music Hub,,Partner map,,2026-27
Who,What they do,,,Where they work,,
,Strategic functions,,National Plan aims,City,Districts,
Organisation,Schools,Incl.,Aim 1,Derby,Amber V,Bolsover
Ash,x,✓,Y,•,,1
Elm,-,yes – from 2027,(x),?,*,no
Total,1,2,1,1,1,1
"""

    ash, elm = read("partners.csv", text.encode(), WORDS).records

    assert ash.texts("function") == ("Schools", "Incl.")
    assert ash.texts("area") == ("Derby", "Bolsover")
    assert elm.texts("area") == ("Amber V",)
    assert elm.texts("function") == ("yes – from 2027",)


def test_numbers_of_schools_under_a_term_are_no_ticks():
    text = "Partner,Schools,Derby\nAsh,12,x\nElm,1,\nOak,7,x\n"

    ash, *_ = read("partners.csv", text.encode(), WORDS).records

    assert (ash.texts("function"), ash.texts("area")) == ((), ("Derby",))
