"""Every page and every action for every role: open to those who may, and told to the others."""

import pytest
from streamlit.testing.v1 import AppTest

from analysis.access import ROLES
from analysis.ledger import entries
from pages.shared import menu
from tests.pages.conftest import DASHBOARD, texts
from tests.signed import SIGNED_OUT, claims, invite, sign_in

# What each role may open, a page a line, told a second time.
OPEN = {
    "viewer": """overview explore places inclusion over_time report directory organisation gaps
        shortlist departures definitions""",
    "planner": "pipeline targets scenarios decisions imports",
    "editor": "upload areas fixes",
    "admin": "members audit personal_data backup",
}
ASKED = """
import streamlit as st
from analysis.access import Action
from analysis.errors import DashboardError
from pages.shared import identity

for action in Action:
    try:
        st.text(f"{action.name} {identity.by(action)}")
    except DashboardError as fault:
        st.error(str(fault))
"""


def _page(place):
    return place.script.rpartition("/")[2]


def _open_to(role):
    before = list(ROLES)[: list(ROLES).index(role) + 1]
    return {page for each in before for page in OPEN[each].split()}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.usefixtures("begun")
def test_each_page_opens_for_the_roles_that_may_and_tells_the_others_which_may(store, role):
    invite(store, ann="admin", **{} if role == "admin" else {"me": role})
    who = "ann" if role == "admin" else "me"
    app = sign_in(AppTest.from_file(DASHBOARD, default_timeout=120), SIGNED_OUT).run()
    sign_in(app, claims(f"{who}@example.org"))
    opened = set()
    lower = set().union(*map(_open_to, list(ROLES)[: list(ROLES).index(role)]))
    for place in (each for each in menu.EVERY if _page(each) not in lower):
        app.switch_page(place.file).run()
        assert not app.exception
        if "you need the role" not in texts(app):
            opened.add(_page(place))
        elif app.button:
            assert [button.label for button in app.button] == ["Sign out"]

    assert opened == _open_to(role) - lower


@pytest.mark.parametrize("role", ROLES)
def test_each_action_gives_a_name_to_those_who_may_and_a_reason_to_the_others(store, role):
    invite(store, ann="admin", **{} if role == "admin" else {"me": role})
    who, number = ("ann", 1) if role == "admin" else ("me", 2)
    app = sign_in(AppTest.from_string(ASKED), claims(f"{who}@example.org")).run()

    assert {text.value for text in app.text} == {
        f"{action.name} member {number}" for action in ROLES[role].actions
    }
    assert all(f"yours is {role}" in error.value for error in app.error)
    assert len(app.error) + len(app.text) == len(menu.Action)


def test_an_act_that_was_offered_before_a_role_was_lost_records_nothing(loaded, visit):
    invite(loaded, ann="admin", bea="admin")
    app = visit("data/members", claims("bea@example.org"))
    app.text_input(key="member address").set_value("zoe@example.org")
    invite(loaded, bea="editor")
    known = entries.last_number(loaded)
    next(button for button in app.button if button.label == "Record").click().run()

    assert "To say who is a member you need the role admin; yours is editor." in texts(app)
    assert entries.last_number(loaded) == known
