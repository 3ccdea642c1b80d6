import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.intake.reach import whole_number

STATED = {
    "120": "120", "120.0": "120", "about 60": "60", "2.5k": "2500", "1,450": "1450",
    "1 450": "1450", "approx 300": "300", "5k": "5000", "120 children": "120", "~60": "60",
    "c.60": "60", "c. 60": "60", "circa 1,200 a year": "1200", "60ish": "60", "200 (approx)": "200",
    "2 thousand": "2000", "3 hundred": "300", "1.2m": "1200000", "500+": "500", "over 500": "500",
    "60 children in schools": "60", "0": "0", "c300": "300", "60cyp": "60",
}  # fmt: skip
NOT_STATED = (
    "", "tbc", "N/A", "100-150", "100 to 150", "1 in 5", "up to 300", "under 50", "<50",
    "30 a week", "5 schools", "6 primary schools", "1.5", "-5", "£500", "50%", "07700 900123",
    "2026-09-03", "1,2,3", "12,5", "1.450", "so many: 60 " + "and more " * 50,
    "120 (last year 90)", "two hundred", "3 x 30", "250 (2026)", "a1 200", "hundreds",
    "99999999999", "lots", "Year 4 and 5", "999999m",
)  # fmt: skip


@pytest.mark.parametrize(("text", "number"), STATED.items(), ids=STATED)
def test_a_number_that_is_stated_is_read(text: str, number: str) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize("text", NOT_STATED)
def test_a_number_that_is_not_stated_is_not_made_up(text: str) -> None:
    assert whole_number(text) == ""


@given(
    st.integers(0, 9_999_999), st.sampled_from(["{}", "{:,}", "about {}", "approx. {:,} children"])
)
def test_any_number_comes_back_however_it_is_put(number: int, put: str) -> None:
    assert whole_number(put.format(number)) == str(number)


@given(st.text())
def test_any_text_states_a_whole_number_or_none(text: str) -> None:
    found = whole_number(text)

    assert found == "" or str(int(found)) == found
