"""Over time: the record by month, and why cells changed between two days."""

import pytest

from analysis.ledger import record

PAGE = "coverage/over_time"


@pytest.fixture
def moved(loaded):
    """A store whose Cedar became a partner, and whose Birch left."""
    record.record_stage(loaded, "cedar", "pilot", "Sam")
    record.record_stage(loaded, "birch", "lapsed", "Sam")
    return loaded


def table(app, title):
    found = [frame.value for frame in app.dataframe if frame.proto.alt.startswith(title)]
    return found[-1].set_index(list(found[-1].columns[:2]))


@pytest.mark.usefixtures("moved")
def test_each_cell_that_changed_says_why_and_by_which_entries(visit):
    app = visit(PAGE)
    told = table(app, "Cells that changed")

    assert not app.exception
    assert list(told.loc[("Inclusion", "Derby"), ["Is", "Why", "Entries"]]) == [
        "◐ fragile",
        "new enquiry; new partner",
        "1, 2",
    ]
