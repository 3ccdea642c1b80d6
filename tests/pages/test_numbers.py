"""Every number of every page opens, and finds as many rows as it says, down to the words."""

import re

import pytest

from tests import hub
from tests.pages.conftest import texts

PAGES = ("coverage/overview", "coverage/explore", "coverage/places", "coverage/inclusion")
STEPS = ("decide/gaps", "decide/shortlist", "decide/departures")
SMALL = {"function": ["Schools", "Inclusion"], "area": ["Derby", "Erewash"]}
SAID = re.compile(r"\d[\d,]*")


def boxes(app):
    return [box.key for box in app.selectbox if box.label.startswith("Number: ")]


def table(app, title):
    """The table that is called so for a screen reader; None where there is none."""
    found = [frame.value for frame in app.dataframe if frame.proto.alt == title]
    return found[-1] if found else None


def opened(app, key, name):
    app.selectbox(key=key).select(name).run()
    assert not app.exception
    return app


def first_number(name):
    return int(SAID.search(name.rpartition(", ")[2] or name).group().replace(",", ""))


def rows(app, name):
    """How many rows an opened number shows: of cells, of organisations or of offers."""
    found = table(app, name)
    found = table(app, f"Offers behind {name}") if found is None else found
    return 1 if found is None else len(found)


def counts(behind):
    """How many organisations behind a cell count as a partner, as an enquiry, as unsure."""
    if behind is None:
        return [0, 0, 0]
    kinds = [kind.partition(":")[0] for kind in behind["Counts as"]]
    told = behind.groupby(kinds)["Organisation"].nunique()
    return [told.get(kind, 0) for kind in ("partner", "enquiry", "unsure")]


@pytest.mark.parametrize("page", [*PAGES, "data/imports", *STEPS])
@pytest.mark.usefixtures("loaded")
def test_every_number_opens_as_many_rows_as_it_says(visit, page):
    app = visit(page, **SMALL, **{"for": "Schools"})
    assert boxes(app)
    for key in boxes(app):
        for name in app.selectbox(key=key).options:
            if SAID.search(name) is None:
                continue  # a cell, by its name; its own numbers are looked at below
            opened(app, key, name)

            assert rows(app, name) == first_number(name), (key, name)
        app.selectbox(key=key).set_value(None).run()


@pytest.mark.parametrize("page", ["coverage/overview", "coverage/places", "coverage/inclusion"])
@pytest.mark.usefixtures("loaded")
def test_every_cell_opens_as_many_organisations_as_it_says(visit, page):
    app = visit(page, **SMALL, focus=["SEND"])
    for key in boxes(app):
        for name in [name for name in app.selectbox(key=key).options if not SAID.search(name)]:
            opened(app, key, name)
            line = next(line for line in texts(app).splitlines() if line.startswith(f"{name} is "))
            behind = table(app, f"Offers behind {name}")
            said = re.search(r"(\d+) partners? .*?(\d+) enquir\w+ and (\d+) unsure", line)

            assert [int(number) for number in said.groups()] == counts(behind), name
        app.selectbox(key=key).set_value(None).run()


@pytest.mark.parametrize("page", PAGES)
def test_every_number_of_a_headline_can_be_opened(visit, page):
    app = visit(page)
    named = [name for key in boxes(app) for name in app.selectbox(key=key).options]
    for line in [*app.header, *app.subheader]:
        for number in filter(int, SAID.findall(str(line.value).partition("Of ")[2])):
            assert any(re.match(rf"(.*, )?{number} cell", name) for name in named), line.value


@pytest.mark.parametrize("page", PAGES)
def test_every_number_of_organisations_and_offers_can_be_opened(visit, page):
    app = visit(page)
    named = [name for key in boxes(app) for name in app.selectbox(key=key).options]
    told = re.search(r"(\d+) partners, (\d+) organisations? with .* and (\d+) offers", texts(app))

    assert told.groups() == tuple(
        SAID.search(next(n for n in named if n.endswith(ending))).group()
        for ending in (" partners", " enquiries only", " offers")
    )


def test_a_number_leads_to_the_words_in_the_file(visit, loaded):
    app = opened(visit("coverage/overview", **SMALL), "number", "4 cells in all")
    app = opened(app, "number_cell", "Schools × Derby")
    app = opened(app, "number_offer", "Ash (offers.csv, row 2)")
    words = table(app, "Source words of Ash (offers.csv, row 2)").set_index("Words in the file")

    assert list(words.loc["Whole-class brass", ["File", "Row", "Column"]]) == ["offers.csv", 2, "H"]
    assert "All we know of Ash" in [link.value for link in app.page_link]


def test_what_the_last_import_changed_opens_on_the_day_it_was_taken_in(visit, loaded):
    hub.load(loaded, "Organisation|Functions|Areas\nElm|Sustainability|Derby", "eoi")
    app = opened(visit("coverage/overview"), "change", "1 cell from gap to waiting")

    assert "Sustainability × Derby is waiting" in texts(app)


def test_a_number_pressed_in_a_headline_opens_its_cells(visit, loaded):
    app = visit("coverage/overview", **SMALL)
    app.button(key="number 2 cells: fragile").click().run()

    assert len(table(app, "2 cells: fragile")) == 2
    assert app.query_params["number"] == "2 cells: fragile"
