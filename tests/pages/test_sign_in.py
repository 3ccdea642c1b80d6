"""Sign-in: who gets in, who is told why not, and that it is asked anew each time."""

import time

import pytest

from analysis.ledger import entries, members
from analysis.ledger.schema import LOOK
from tests.pages.conftest import texts
from tests.signed import AUTH, SIGNED_OUT, claims, invite, sign_in

REFUSED = {
    "signed out": (SIGNED_OUT, "Sign in with the account that your hub has invited."),
    "not invited": (claims("zoe@example.org"), "zoe@example.org, who is no member here"),
    "meant for another client": (claims("ann@example.org", aud="other"), "for something else"),
    "by another issuer": (claims("ann@example.org", iss="https://evil.example.org"), "else than"),
    "of a provider that is gone": (claims("ann@example.org", provider="okta"), "something else"),
    "expired": (claims("ann@example.org", exp=int(time.time()) - 1), "sign-in has ended"),
    "without an end": (claims("ann@example.org", exp=None), "sign-in has ended"),
    "not verified": (claims("ann@example.org", email_verified=False), "has not verified"),
    "without an address": (claims(""), "does not say what your e-mail address is"),
}


@pytest.mark.parametrize(("who", "why"), REFUSED.values(), ids=REFUSED)
def test_whoever_is_not_in_is_told_why_and_shown_nothing(loaded, visit, who, why):
    invite(loaded, ann="admin")
    app = visit("coverage/overview", who)

    assert why in texts(app)
    assert not [*app.dataframe, *app.get("plotly_chart"), *app.exception, *app.header]
    assert [button.label for button in app.button] in (["Sign in"], ["Sign out"])


def test_whoever_is_in_sees_who_they_are_and_may_leave(loaded, visit):
    invite(loaded, ann="viewer")
    app = visit("help/definitions", claims("Ann@Example.org"))
    told = texts(app)
    next(each for each in app.button if each.label == "Sign out").click().run()

    assert "Signed in as ann@example.org (viewer), until" in told
    assert "Sign in with the account" in texts(app)
    assert not app.dataframe


def test_a_role_that_is_taken_away_ends_at_the_next_click(loaded, visit):
    invite(loaded, ann="admin", bea="planner")
    app = visit("decide/targets", claims("bea@example.org"))
    members.record(loaded, members.draft("bea@example.org", "", "member 2"))
    app.run()

    assert "who is no member here" in texts(app)
    assert not app.dataframe


def test_what_was_offered_to_a_planner_is_refused_to_a_viewer_who_still_sees_it(loaded, visit):
    invite(loaded, ann="admin", bea="planner")
    known = entries.last_number(loaded)
    app = visit("organisations/organisation", claims("bea@example.org"), organisation="Ash")
    invite(loaded, bea="viewer")
    button = next(each for each in app.button if each.label == "It says this is right")
    button.click().run()

    assert "you need the role planner; yours is viewer" in texts(app)
    assert entries.last_number(loaded) == known + 1


def test_the_first_admin_is_whom_the_configuration_names_and_only_while_there_is_none(store, visit):
    app = sign_in(visit("help/definitions"), claims("ann@example.org"))
    app.secrets = {"auth": AUTH, "members": {"first_admin": "Ann@example.org"}}
    app.run()

    assert "ann@example.org (admin)" in texts(app)
    assert [(each.role, each.by) for each in members.members(store)] == [
        ("admin", "the configuration")
    ]
    assert "This is sample data" in texts(app)


def test_a_look_at_contacts_says_who_looked_and_the_record_calls_them_by_a_number(loaded, visit):
    invite(loaded, ann="admin", eve="editor")
    app = visit("organisations/organisation", claims("eve@example.org"), organisation="Ash")
    app.toggle[0].set_value(True).run()
    looked = visit("data/audit", claims("ann@example.org"))

    assert "ash@example.org" in str(app.dataframe[-1].value)
    assert [entry.by for entry in entries.entries(loaded, LOOK)] == ["member 3"]
    assert "eve@example.org" in set(looked.dataframe[0].value["Who"])
