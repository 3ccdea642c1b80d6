"""Audit: what was done and who looked, found by who and what, and proved."""

import sqlite3
from contextlib import closing

from analysis.ledger import entries, record
from analysis.ledger.schema import LOOK
from tests.pages.conftest import texts

PAGE = "data/audit"


def rows(app):
    return app.dataframe[0].value


def test_every_entry_and_every_look_is_listed_newest_first(visit, loaded):
    app = visit("organisations/organisation", organisation="Ash")
    app.toggle[0].set_value(True).run()
    listed = rows(visit(PAGE))

    assert list(listed["What"]) == ["contacts shown", "import"]
    assert list(listed["About"]) == ["organisation key: ash", "offers.csv: 3 taken in"]


def test_a_look_is_recorded_once_in_a_visit_and_not_before_it_is_asked_for(visit, loaded):
    app = visit("organisations/organisation", organisation="Ash")
    assert entries.entries(loaded, LOOK) == ()
    for shown in (True, False, True):
        app.toggle[0].set_value(shown).run()

    assert len(entries.entries(loaded, LOOK)) == 1
    assert entries.last_number(loaded) == 1


def test_details_are_not_shown_where_the_look_cannot_be_recorded(visit, loaded):
    app = visit("organisations/organisation", organisation="Ash")
    with closing(sqlite3.connect(loaded.folder / "ledger.sqlite")) as ledger:
        ledger.execute("drop table look")
    app.toggle[0].set_value(True).run()

    assert not app.exception
    assert "cannot be written to" in texts(app)
    assert "ash@example.org" not in str([frame.value for frame in app.dataframe])


def test_it_is_narrowed_by_who_by_what_and_by_words(visit, loaded):
    record.record_stage(loaded, "ash", "pilot", "Ann", "Seen in March")
    record.record_stage(loaded, "birch", "pilot", "Ben", "Seen in May")
    app = visit(PAGE)
    app.selectbox(key="audit what").select("stage change").run()
    assert len(rows(app)) == 2
    app.text_input(key="audit words").input("MARCH").run()

    assert list(rows(app)["Who"]) == ["Ann"]
    assert list(app.query_params) == []


def test_what_holds_is_said_with_the_last_hash(visit, loaded):
    app = visit(PAGE)
    app.toggle(key="check everything").set_value(True).run()

    assert "All of it holds." in texts(app)
    assert entries.newest(loaded).hash in texts(app)


def test_what_does_not_hold_is_said_with_its_place(visit, loaded):
    with closing(sqlite3.connect(loaded.folder / "ledger.sqlite")) as ledger:
        ledger.execute("update entry set by = 'Ben'")
        ledger.commit()
    app = visit(PAGE)
    app.toggle(key="check everything").set_value(True).run()

    assert "Entry 1 does not follow" in texts(app)
    assert "The store does not hold: 1 fault." in app.error[0].value
