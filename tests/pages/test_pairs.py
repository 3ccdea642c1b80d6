"""Two organisations side by side: joined, kept apart, or left for later."""

import pytest
from streamlit.testing.v1 import AppTest

from analysis.decide import pairs
from analysis.ledger import entries
from tests import hub
from tests.pages.conftest import texts
from tests.pages.test_upload import click

TWINS = """
    Organisation|Stage|Email|Postcode|Functions|Areas|Website
    Kinder Fiddles|Commissioned|kit@kinder.example.org|SK22 9ZZ|Schools|Derby; Erewash|
    Kinder Fiddle *Club*|Pilot|kit@kinder.example.org|SK22 9ZZ|Schools|Derby|kinder.example.org
"""


def script() -> None:
    """The panel alone, as the Fixes page shows it for a chosen pair."""
    import streamlit as st  # noqa: PLC0415 - AppTest runs this function's own text alone

    from pages.shared import pairs, session, text  # noqa: PLC0415 - same

    text.news()
    found = pairs.waiting(session.database())
    if found.empty or st.session_state.get("later"):
        st.write("No pair is waiting.")
    else:
        pairs.decide(found.iloc[0], lambda: st.session_state.update(later=True))


@pytest.fixture
def twins(store):
    hub.load(store, TWINS, "partner")
    return store


@pytest.fixture
def panel(twins):
    return AppTest.from_function(script, default_timeout=60).run()


def test_a_pair_is_shown_side_by_side_with_its_reasons_and_effect(panel):
    table = panel.dataframe[0].value.set_index("")

    assert not panel.exception
    assert set(table.columns) == {"Kinder Fiddles", "Kinder Fiddle *Club*"}
    assert table.loc["Areas", "Kinder Fiddles"] == "Derby, Erewash"
    assert table.loc["Newest offer stands in", "Kinder Fiddles"] == "offers.csv, row 2"
    assert "Also written" not in table.index
    assert "Why they may be one: names alike, same e-mail address" in texts(panel)
    assert "From covered to fragile: Schools × Derby." in texts(panel)


def test_a_pair_shows_nothing_personal(panel):
    shown = texts(panel) + panel.dataframe[0].value.to_string()

    assert "same e-mail address" in shown
    assert "kit@" not in shown
    assert "SK22" not in shown


@pytest.mark.parametrize(
    ("label", "partners", "told"),
    [
        ("Join: they are one", 1, "They count as one now (entry 2)."),
        ("Keep apart: they are two", 2, "They stay two (entry 2)."),
    ],
)
def test_a_click_decides_and_says_how_to_come_back(twins, panel, label, partners, told):
    panel.text_input(key="why one or two").input("One constitution")
    app = click(panel, label)

    assert told in texts(app)
    assert "No pair is waiting." in texts(app)
    assert entries.entries(twins)[-1].why == "One constitution"
    assert hub.cell(hub.now(twins), "schools", hub.DERBY)["partners"] == partners
    assert pairs.pairs(hub.now(twins)).empty


def test_deciding_later_records_nothing(twins, panel):
    app = click(panel, "Decide later")

    assert "No pair is waiting." in texts(app)
    assert entries.last_number(twins) == 1
