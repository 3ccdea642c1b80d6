from datetime import UTC, date, datetime
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.report.cells import csv_text, guarded_text, is_risky, plain

# The four, their full-width and small forms, and the true minus sign.
STARTERS = "=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"

# Space, tab, returns; then the no-break, zero-width and full-width spaces.
BLANKS = " \t\r\n\u00a0\u200b\ufeff\u3000"


@pytest.mark.parametrize("starter", STARTERS)
def test_a_text_that_starts_a_formula_gets_an_apostrophe(starter):
    text = f"{starter}1+1"

    assert guarded_text(text) == f"'{text}"


@given(st.text(BLANKS), st.sampled_from(STARTERS), st.text())
def test_blanks_before_a_formula_do_not_hide_it(blanks, starter, rest):
    text = blanks + starter + rest

    assert guarded_text(text) == f"'{text}"


@given(st.text())
def test_guarding_twice_changes_nothing_more(text):
    once = guarded_text(text)

    assert guarded_text(once) == once


@pytest.mark.parametrize(
    "text",
    ["", "Peak & Vale", "a=b", "3-18s", "£250 + travel", "'=quoted", "“Loud” nights", "   "],
)
def test_plain_words_stay_as_they_were(text):
    assert guarded_text(text) == text


@pytest.mark.parametrize("text", ["\tplain", "\rplain", "\nplain"])
def test_a_text_that_starts_with_a_tab_or_a_return_is_risky(text):
    assert is_risky(text)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, None),
        (float("nan"), None),
        (pd.NA, None),
        (pd.NaT, None),
        (Decimal("NaN"), None),
        (True, "yes"),
        (np.bool_(False), "no"),
        (np.int64(-5), -5),
        (np.float64(0.5), 0.5),
        (Decimal("2.5"), 2.5),
        ("-5", "-5"),
        (date(2026, 5, 3), date(2026, 5, 3)),
        (["schools", "inclusion"], "schools; inclusion"),
        (np.array(["schools"]), "schools"),
        (("a", "b"), "a; b"),
    ],
    ids=str,
)
def test_a_value_becomes_what_a_spreadsheet_can_hold(value, cell):
    assert plain(value) == cell


def test_a_time_with_an_offset_becomes_local():
    summer = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)

    assert plain(summer) == datetime.fromisoformat("2026-07-01 23:30")


def test_a_frame_s_time_without_an_offset_stays_as_it_is():
    assert plain(pd.Timestamp("2026-07-01 22:30")) == datetime.fromisoformat("2026-07-01 22:30")


def test_anything_else_is_written_as_it_prints():
    assert plain(3 + 4j) == "(3+4j)"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (-5, "-5"),
        (-0.5, "-0.5"),
        (0.1 + 0.2, "0.3"),
        ("-5", "'-5"),
        (date(2026, 5, 3), "2026-05-03"),
        (datetime.fromisoformat("2026-05-03 09:05"), "2026-05-03 09:05"),
    ],
    ids=str,
)
def test_a_cell_of_a_csv_guards_words_and_spares_numbers(cell, text):
    assert csv_text(cell) == text
