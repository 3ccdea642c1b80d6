"""Sharing: links that hold the filters, data frozen where it was, and figures equal everywhere."""

import csv
import io
import json
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook
from streamlit.runtime.media_file_manager import MediaFileManager

from analysis.ledger import entries, position, record
from tests import hub
from tests.pages.conftest import texts

MORE = """
    Organisation|Stage|Functions|Areas
    Dogwood|Commissioned|Sustainability|Derby
    Elm|Commissioned|Schools|Derby
"""
COVERAGE = ("coverage/overview", "coverage/explore", "coverage/places", "coverage/inclusion")
FILTERS = (
    {},
    {"function": ["Schools", "Inclusion"]},
    {"area": "Derby", "focus": "SEND"},
    {"stage": "Received", "whole_hub": "false"},
)


@pytest.fixture
def saved(monkeypatch) -> list[Callable[[], bytes]]:
    """What makes each download of the last page, in order: the server keeps it until a click."""
    kept: list[Callable[[], bytes]] = []
    keep = MediaFileManager.add_deferred

    def noting(manager, make, *given, **named) -> str:
        kept.append(make)
        return keep(manager, make, *given, **named)

    monkeypatch.setattr(MediaFileManager, "add_deferred", noting)
    return kept


def links(app) -> list[dict[str, list[str]]]:
    return [parse_qs(urlsplit(code.value).query) for code in app.code]


def place(store, number) -> str:
    return position.written(number, entries.entries(store)[number - 1].at)


@pytest.mark.parametrize("page", COVERAGE)
@pytest.mark.usefixtures("loaded")
def test_each_page_of_coverage_has_a_link_with_its_filters_and_one_that_freezes(visit, page):
    app = visit(page, function="Schools", area=["Derby", "Erewash"])
    newest, held = links(app)

    assert newest == {"function": ["Schools"], "area": ["Derby", "Erewash"]}
    assert held.items() > newest.items()
    assert held["as_of"][0].startswith("1-")


def test_a_frozen_link_shows_the_data_as_it_was_and_how_many_cells_differ(loaded, visit):
    hub.load(loaded, MORE, "partner")
    app = visit("coverage/overview", as_of=place(loaded, 1), sent="2026-05-03")
    cells = app.dataframe[1].value.set_index(["Function", "Area"])

    assert "As sent on 3 May 2026" in texts(app)
    assert "2 cells differ now" in texts(app)
    assert cells.loc[("Sustainability", "Derby"), "State"] == "✕ gap"
    assert "(entry 1)" in app.caption[1].value


def test_every_cell_of_which_the_page_says_anything_else_differs_and_is_named(loaded, visit):
    hub.load(loaded, MORE.replace("Commissioned", "Received"), "partner")
    app = visit("coverage/overview", as_of=place(loaded, 1), area="Derby")
    table = next(f.value for f in app.dataframe if "Was, and is now" in f.value)

    assert "2 cells differ now: 1 in state (" in texts(app)
    assert dict(table.to_numpy().tolist()) == {
        "Schools × Derby": "enquiries 0, now 1",
        "Sustainability × Derby": "gap, now waiting; enquiries 0, now 1",
    }


@pytest.mark.usefixtures("loaded")
def test_a_frozen_link_holds_what_is_known_of_an_organisation_too(loaded, visit):
    record.record_stage(loaded, "ash", "declined", "a test", "left")
    app = visit("organisations/organisation", as_of=place(loaded, 1), organisation="Ash")

    assert not app.exception
    assert "1 offer (Strategic Hub Partner): 1 offer counts as cover" in texts(app)
    assert "(entry 1)" in app.caption[0].value
    assert "Check this with the organisation" not in [fold.label for fold in app.expander]


def test_what_differs_obeys_the_filters_of_the_link(loaded, visit):
    hub.load(loaded, MORE, "partner")
    app = visit("coverage/overview", as_of=place(loaded, 1), function="Schools")

    assert "1 cell differs now" in texts(app)
    assert "As sent" not in texts(app)


def test_frozen_data_is_let_go_in_one_click(loaded, visit):
    hub.load(loaded, MORE, "partner")
    app = visit("coverage/overview", as_of=place(loaded, 1))
    next(b for b in app.button if b.label == "Show today's data").click().run()

    assert "frozen as of" not in texts(app).partition("Both links")[0]
    assert "as_of" not in app.query_params


def test_pages_that_record_show_today_whatever_a_link_froze(loaded, visit):
    record.record_stage(loaded, "ash", "declined", "a test", "left")
    app = visit("data/decisions", as_of=place(loaded, 1))

    assert not app.exception
    assert "This page shows today's data. The link you followed froze other pages" in texts(app)
    assert len(app.dataframe[0].value) == 1


@pytest.mark.parametrize("asked", ["1-00000000", "99-35d7f441", "yesterday"])
@pytest.mark.usefixtures("loaded")
def test_a_link_frozen_in_another_ledger_says_so_and_shows_today(visit, asked):
    app = visit("coverage/overview", as_of=asked)

    assert not app.exception
    assert "frozen in other data" in app.warning[0].value
    assert "as_of" not in app.query_params


@pytest.mark.parametrize("filters", FILTERS, ids=str)
@pytest.mark.parametrize("page", COVERAGE)
@pytest.mark.usefixtures("loaded")
def test_every_download_equals_the_screen_and_says_what_it_rests_on(visit, saved, page, filters):
    app = visit(page, **filters)
    del saved[: -2 * len(app.dataframe)]
    shown = [table.value for table in app.dataframe]

    assert app.dataframe
    for number, table in enumerate(shown):
        as_csv, as_xlsx = saved[2 * number : 2 * number + 2]
        for about, rows in (read_csv(as_csv()), read_xlsx(as_xlsx())):
            assert rows == [list(map(str, table.columns)), *written(table)]
            assert {"Filters", "Data as of", "Base", "How it is counted", "Source"} <= set(about)
            assert about["Filters"] in texts(app) or about["Filters"] == "none"


def written(table) -> list[list[str]]:
    return [["" if pd.isna(v) else plain(v) for v in row] for row in table.to_numpy()]


def plain(value: object) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def read_csv(content: bytes) -> tuple[dict[str, str], list[list[str]]]:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    empty = rows.index([])
    return dict(row[:2] for row in rows[:empty]), rows[empty + 1 :]


def read_xlsx(content: bytes) -> tuple[dict[str, str], list[list[str]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = book.get_sheet_by_index(0).to_python()
    empty = next(n for n, row in enumerate(rows) if not any(row))
    table = [["" if v == "" else plain(v) for v in row] for row in rows[empty + 1 :]]
    return {row[0]: row[1] for row in rows[:empty]}, table


@pytest.mark.usefixtures("loaded")
def test_a_picture_has_the_numbers_of_the_screen_and_its_filters(visit):
    app = visit("coverage/overview", area=["Derby", "Erewash"])
    app.toggle(key="number grid 0 picture").set_value(True).run()
    chart, picture = (json.loads(drawn.proto.spec) for drawn in app.get("plotly_chart")[:2])

    assert picture["data"][0]["text"] == chart["data"][0]["text"]
    assert "Filters: Area: Derby or Erewash" in picture["layout"]["title"]["text"]
    assert "How it is counted: " in picture["layout"]["title"]["text"]
    assert "Faint: what it would be without the filters" in picture["layout"]["title"]["text"]
