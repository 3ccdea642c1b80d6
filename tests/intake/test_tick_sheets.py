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
